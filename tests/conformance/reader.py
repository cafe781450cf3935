"""Reader: what a PDF says, read without any help from the program that wrote it."""
import re

import pikepdf

SHOWING = {'Tj', 'TJ', "'", '"'}
PAINTING = {'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI', 'INLINE IMAGE'}


class Font:
    """A Type 0 font of two-byte codes, as every one of ours is."""

    def __init__(self, name, font):
        self.name = name
        self.font = font
        self.descendant = font.DescendantFonts[0]
        self.texts = read_cmap(font.ToUnicode) if '/ToUnicode' in font else {}
        self.widths = read_widths(self.descendant.get('/W', []))
        self.default = float(self.descendant.get('/DW', 1000))
        places = self.descendant.get('/CIDToGIDMap')
        self.glyphs = None  # identity
        if isinstance(places, pikepdf.Stream):
            data = places.read_bytes()
            self.glyphs = [data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2)]

    def width(self, cid):
        return self.widths.get(cid, self.default)

    def glyph(self, cid):
        if self.glyphs is None:
            return cid
        return self.glyphs[cid] if cid < len(self.glyphs) else 0


def read_cmap(stream):
    """{code: text} of bfchar and both forms of bfrange."""
    data = stream.read_bytes().decode('latin-1')
    texts = {}
    for block in re.findall(r'beginbfchar(.*?)endbfchar', data, re.S):
        for code, text in re.findall(r'<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>', block):
            texts[int(code, 16)] = bytes.fromhex(text).decode('utf-16-be', 'replace')
    for block in re.findall(r'beginbfrange(.*?)endbfrange', data, re.S):
        for first, last, all in re.findall(r'<(\w+)>\s*<(\w+)>\s*\[(.*?)\]', block, re.S):
            listed = re.findall(r'<(\w*)>', all)
            for code, text in zip(range(int(first, 16), int(last, 16) + 1), listed):
                texts[code] = bytes.fromhex(text).decode('utf-16-be', 'replace')
        runs = re.sub(r'\[.*?\]', '', block, flags=re.S)
        for first, last, text in re.findall(r'<(\w+)>\s*<(\w+)>\s*<(\w+)>', runs):
            for code in range(int(first, 16), int(last, 16) + 1):
                value = int(text, 16) + code - int(first, 16)
                texts[code] = value.to_bytes(len(text) // 2, 'big').decode('utf-16-be', 'replace')
    return texts


def read_widths(array):
    """{CID: width} of the form that has a list for each run of CIDs, and of the other."""
    widths, items = {}, list(array)
    while items:
        first = int(items.pop(0))
        if isinstance(items[0], pikepdf.Array):
            for i, width in enumerate(items.pop(0)):
                widths[first + i] = float(width)
        else:
            last, width = int(items.pop(0)), float(items.pop(0))
            widths.update((cid, width) for cid in range(first, last + 1))
    return widths


class Shown:
    """What one operator shows or paints, and inside which marked content."""

    def __init__(self, operator, mark):
        self.operator = operator
        self.mark = mark  # (tag, MCID or None, properties) or None
        self.codes = []   # (Font, CID)
        self.text = ''
        self.x = self.y = self.end = self.size = 0.0

    @property
    def is_text(self):
        return self.operator in SHOWING

    @property
    def artifact(self):
        return self.mark is not None and self.mark[0] == '/Artifact'

    @property
    def mcid(self):
        return self.mark[1] if self.mark is not None else None


class Page:
    """A page's stream: everything it shows in order, its marked content, and what is wrong with it."""

    def __init__(self, page):
        self.page = page
        self.fonts = {}
        self.shown = []
        self.marks = []  # (tag, MCID or None, properties) in order
        self.faults = []
        for name, font in page.get('/Resources', {}).get('/Font', {}).items():
            self.fonts[name] = Font(name, font)
        self._read()

    def text_of(self, mcid):
        return ''.join(item.text for item in self.shown if item.mcid == mcid)

    def _read(self):
        font, size, x, y, rise, open_marks = None, 0.0, 0.0, 0.0, 0.0, []
        for operands, operator in pikepdf.parse_content_stream(self.page):
            name = str(operator)
            if name == 'Tf':
                font, size = self.fonts.get(str(operands[0])), float(operands[1])
            elif name == 'BT':
                x = y = 0.0
            elif name == 'Td':
                x, y = x + float(operands[0]), y + float(operands[1])
            elif name == 'Tm':
                x, y = float(operands[4]), float(operands[5])
            elif name == 'Ts':
                rise = float(operands[0])
            elif name in ('BDC', 'BMC'):
                properties = operands[1] if name == 'BDC' else {}
                mcid = properties.get('/MCID')
                mark = (str(operands[0]), None if mcid is None else int(mcid), properties)
                if open_marks:
                    self.faults.append('%s begins inside %s' % (mark[0], open_marks[-1][0]))
                open_marks.append(mark)
                self.marks.append(mark)
            elif name == 'EMC':
                if open_marks:
                    open_marks.pop()
                else:
                    self.faults.append('EMC without a beginning')
            elif name in SHOWING or name in PAINTING:
                item = Shown(name, open_marks[-1] if open_marks else None)
                item.x, item.y, item.size, item.rise = x, y, size, rise
                if item.is_text:
                    x = self._show(item, font, operands)
                self.shown.append(item)
        if open_marks:
            self.faults.append('%s never ends' % open_marks[-1][0])

    def _show(self, item, font, operands):
        x = item.end = item.x
        for part in operands[-1] if item.operator == 'TJ' else [operands[-1]]:
            if not isinstance(part, pikepdf.String):
                x -= float(part) * item.size / 1000
                continue
            data = bytes(part)
            for i in range(0, len(data) - 1, 2):
                cid = data[i] << 8 | data[i + 1]
                text = font.texts.get(cid, '')
                item.codes.append((font, cid))
                item.text += text
                x += font.width(cid) * item.size / 1000
                if not text.isspace():
                    item.end = x
        return x


def as_list(value):
    """What may be one thing or an array of things."""
    return list(value) if isinstance(value, pikepdf.Array) else [] if value is None else [value]


class Element:
    """A structure element; its kids are Elements, (page, MCID) and objects that it refers to."""

    def __init__(self, entry, parent):
        self.entry = entry
        self.parent = parent
        self.type = str(entry.get('/S', '/?'))[1:]
        self.kids = []

    def attribute(self, name):
        for attributes in as_list(self.entry.get('/A')):
            if name in attributes:
                return attributes[name]
        return None

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


class Document:
    """The whole file."""

    def __init__(self, path):
        self.path = path
        self.pdf = pikepdf.open(path)
        self.pages = [Page(page.obj) for page in self.pdf.pages]
        self.numbers = {page.obj.objgen: i for i, page in enumerate(self.pdf.pages)}
        self.root = None
        tree = self.pdf.Root.get('/StructTreeRoot')
        if tree is not None and '/K' in tree:
            self.root = self._element(as_list(tree.K)[0], None)

    def _element(self, entry, parent):
        element = Element(entry, parent)
        for kid in as_list(entry.get('/K')):
            if isinstance(kid, int):
                element.kids.append((self._page(entry), kid))
            elif kid.get('/Type') == '/MCR':
                element.kids.append((self._page(kid if '/Pg' in kid else entry), int(kid.MCID)))
            elif kid.get('/Type') == '/OBJR':
                element.kids.append(kid.Obj)
            else:
                element.kids.append(self._element(kid, element))
        return element

    def _page(self, entry):
        page = entry.get('/Pg')
        return self.numbers.get(page.objgen) if page is not None else None

    def elements(self):
        return list(self.root.walk()) if self.root is not None else []

    def text_of(self, place):
        page, mcid = place
        return self.pages[page].text_of(mcid) if page is not None else ''

    def number_of_element(self, element):
        """The number of the page that an element begins on, from 1."""
        for part in element.walk():
            for kid in part.kids:
                if isinstance(kid, tuple) and kid[0] is not None:
                    return kid[0] + 1
        return None


def tree_items(tree, key, limits, faults, where):
    """The (key, value) pairs of a number tree (/Nums) or name tree (/Names), in their order."""
    items = []
    pairs = list(tree.get(key, []))
    for i in range(0, len(pairs) - 1, 2):
        items.append((pairs[i] if key == '/Nums' else str(pairs[i]), pairs[i + 1]))
    for kid in tree.get('/Kids', []):
        items += tree_items(kid, key, True, faults, where)
    if limits and items:
        stated = [str(limit) for limit in tree.get('/Limits', [])]
        if stated != [str(items[0][0]), str(items[-1][0])]:
            faults.append('%s: limits %s of a node with %s to %s' % (where, stated, items[0][0], items[-1][0]))
    return items
