"""Checks: what must hold for every PDF of ours and veraPDF does not look at, or not at so closely.

Each check is a function of a reader.Document and a document.Expected that yields what is wrong, a
sentence each. CHECKS lists them by name; broken.py has a PDF for each that it must find."""
import difflib
import hashlib
import itertools
import json
import os
import re
import xml.etree.ElementTree

import pikepdf
import yaml

import document
import extract
import formats
from reader import Element, tree_items

RDF = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}'
XMP = {'dc': '{http://purl.org/dc/elements/1.1/}', 'pdf': '{http://ns.adobe.com/pdf/1.3/}',
       'pdfaid': '{http://www.aiim.org/pdfa/ns/id/}', 'pdfuaid': '{http://www.aiim.org/pdfua/ns/id/}'}
SMALL_PAGES, SMALL_BYTES = 3, 60000
CATALOGUE = {'/Type', '/Pages', '/Lang', '/MarkInfo', '/ViewerPreferences', '/PageLabels',
             '/StructTreeRoot', '/Metadata', '/Outlines', '/OutputIntents', '/AF', '/Names'}
CHECKS = {}


def check(function):
    CHECKS[function.__name__.replace('_', '-')] = function
    return function


# ---- The text and its structure ----

def headings(pdf):
    """All headings but that of the table of contents, which the document has no node for."""
    return [e for e in pdf.elements() if re.fullmatch('H[1-6]', e.type)
            and not any(kid.type == 'TOC' for kid in elements_in(e.parent))]


def elements_in(element):
    return [kid for kid in element.kids if isinstance(kid, Element)]


def marks_below(element):
    """The places of all text below an element, in order."""
    marks = []
    for kid in element.kids:
        if isinstance(kid, Element):
            marks += marks_below(kid)
        elif isinstance(kid, tuple) and kid[0] is not None:
            marks.append(kid)
    return marks


def structure_text(pdf, element):
    """All text below an element, without soft hyphens."""
    return ''.join(pdf.text_of(kid) for kid in marks_below(element)).replace('\u00ad', '')


def structure_of(pdf):
    """The structure of the PDF in the form of document.structure."""
    lines = document.Lines()

    def put(element, depth):
        lines.element(depth, element.type)
        for kid in element.kids:
            if isinstance(kid, Element):
                put(kid, depth + 1)
            elif isinstance(kid, tuple):
                lines.text(depth + 1, pdf.text_of(kid))

    if pdf.root is not None:
        put(pdf.root, 0)
    return lines.finished()


@check
def text_and_structure(pdf, expected):
    """Types, order and text of the structure tree are the document's, to the last no-break space."""
    listed = headings(pdf)
    wanted = document.structure(
        expected, lambda i: pdf.number_of_element(listed[i]) if i < len(listed) else None)
    found = structure_of(pdf)
    if wanted != found:
        difference = difflib.unified_diff(wanted, found, 'the document', 'the PDF', n=1, lineterm='')
        yield 'the structure differs\n' + '\n'.join(ascii_spaces(line) for line in list(difference)[2:14])


@check
def abbreviations(pdf, expected):
    """Every abbreviation carries the words that it stands for, and nothing else carries any."""
    wanted = [(node.kids[0].text, node.text) for node in expected.root.walk() if node.kind == 'ABBREVIATION']
    found = [(structure_text(pdf, e), str(e.entry['/E'])) for e in pdf.elements() if '/E' in e.entry]
    if wanted != found:
        yield 'the abbreviations are %s, not %s' % (found, wanted)


@check
def formats_agree(pdf, expected):
    """PDF, HTML and Markdown have one outline and one text; that the bookmarks are that outline, `bookmarks` sees."""
    yield from formats.compare(pdf, expected.read('html'), expected.read('md'))


def ascii_spaces(text):
    return text.replace('\u00a0', '\\u00a0').replace('\u00ad', '\\u00ad').replace('\u200b', '\\u200b')


@check
def hyphens(pdf, expected):
    """A hyphen that was put in stands last on its line, and its word goes on in the next."""
    for number, page in enumerate(pdf.pages, 1):
        for item in page.shown:
            if '\u00ad' in item.text[:-1]:
                yield 'page %d: a soft hyphen within ”%s”' % (number, item.text)
    text = ''.join(pdf.text_of(place) for place in marks_below(pdf.root)) if pdf.root else ''
    for found in re.finditer('\u00ad', text):
        if not text[found.start() - 1:found.start()].isalnum() or not text[found.end():found.end() + 1].isalnum():
            yield '”%s” does not go on as a word' % text[max(found.start() - 20, 0):found.end() + 20]


@check
def pdftotext(pdf, expected):
    """Another reader extracts the same words from every page, in the same order: hyphenated words are whole,
    and no-break spaces are where they should be (extract.py says how that can be seen)."""
    found, complaint = extract.pages_read(pdf.path)
    if complaint:
        yield 'pdftotext says %s' % complaint.strip()
    if len(found) != len(pdf.pages):
        yield '%d pages of text for %d pages' % (len(found), len(pdf.pages))
    for number, (page, read) in enumerate(zip(pdf.pages, found), 1):
        differ = extract.difference(extract.page_shown(page), read)
        if differ is not None:
            yield 'page %d: ”%s” is read as ”%s”' % ((number,) + differ)


def squeeze(text):
    return re.sub(r'[\s\u00a0\u200b]', '', text)


def in_parts(row):
    """A row in which a cell with nothing but text has several marks on one page."""
    if row.type != 'TR':
        return False
    pages = [[page for page, _ in cell.kids] for cell in elements_in(row)
             if all(isinstance(kid, tuple) for kid in cell.kids)]
    return any(len(set(numbers)) < len(numbers) for numbers in pages)


@check
def content_order(pdf, expected):
    """What a page shows comes in reading order in its stream too. Set aside are notes, which stand
    at its foot, what is filled in on a line to sign on, which stands above the line's label, and the
    cells of a row so high that it is set a part of all of them at a time."""
    filled = {node.text for node in expected.root.walk() if node.kind == 'SIGNATURE_LINE' and node.text}
    latest = {}

    def follow(element):
        if element.type == 'Note' or element.type == 'Span' and structure_text(pdf, element) in filled:
            return
        for kid in sorted(marks_below(element)) if in_parts(element) else element.kids:
            if isinstance(kid, Element):
                yield from follow(kid)
            elif isinstance(kid, tuple) and kid[0] is not None:
                page, mcid = kid
                if mcid < latest.get(page, 0):
                    yield 'page %s: ”%s” is shown before what it follows' % (page + 1, pdf.text_of(kid)[:60])
                latest[page] = max(mcid, latest.get(page, 0))

    if pdf.root is not None:
        yield from follow(pdf.root)


# ---- The way between pages and structure ----

@check
def marked_content(pdf, expected):
    """All that is shown is marked, once, and the structure has every mark."""
    kids = {}
    for element in pdf.elements():
        for kid in element.kids:
            if isinstance(kid, tuple):
                kids[kid] = kids.get(kid, 0) + 1
    for i, page in enumerate(pdf.pages):
        number = i + 1
        for fault in page.faults:
            yield 'page %d: %s' % (number, fault)
        for item in page.shown:
            if item.mark is None:
                yield 'page %d: %s ”%s” is outside marked content' % (number, item.operator, item.text[:60])
            elif item.mcid is None and not item.artifact:
                yield 'page %d: ”%s” is marked %s without a number' % (number, item.text[:60], item.mark[0])
        numbers = [mcid for _, mcid, _ in page.marks if mcid is not None]
        for mcid in sorted({m for m in numbers if numbers.count(m) > 1}):
            yield 'page %d: MCID %d is used twice' % (number, mcid)
        for mcid in sorted(set(numbers)):
            if kids.get((i, mcid), 0) != 1:
                yield 'page %d: the structure has MCID %d %d times' % (number, mcid, kids.get((i, mcid), 0))
        for mcid in sorted(m for p, m in kids if p == i and m not in numbers):
            yield 'page %d: the structure has MCID %d, which the page has not' % (number, mcid)
    for page, mcid in kids:
        if page is None:
            yield 'MCID %d stands in the structure without a page' % mcid


@check
def tags_of_marks(pdf, expected):
    """Marked content is tagged as the element that it belongs to."""
    for element in pdf.elements():
        for kid in element.kids:
            if not isinstance(kid, tuple) or kid[0] is None:
                continue
            for tag, mcid, _ in pdf.pages[kid[0]].marks:
                if mcid == kid[1] and tag != '/' + element.type:
                    yield 'page %d: MCID %d is tagged %s in a %s' % (kid[0] + 1, mcid, tag, element.type)


@check
def parent_tree(pdf, expected):
    """The tree of parents is sorted, and leads from every mark and annotation to its element."""
    faults = []
    root = pdf.pdf.Root.get('/StructTreeRoot', {})
    items = tree_items(root.get('/ParentTree', {}), '/Nums', False, faults, 'ParentTree')
    yield from faults
    keys = [key for key, _ in items]
    if any(a >= b for a, b in zip(keys, keys[1:])):
        yield 'the keys are not sorted: %s' % keys[:40]
    entries = dict(items)
    if keys and int(root.get('/ParentTreeNextKey', 0)) <= max(keys):
        yield 'ParentTreeNextKey %s is not beyond %s' % (root.get('/ParentTreeNextKey'), max(keys))
    owners, used = {}, set()
    for element in pdf.elements():
        for kid in element.kids:
            if isinstance(kid, tuple):
                owners[kid] = element.entry.objgen
            elif not isinstance(kid, Element):
                owners[kid.objgen] = element.entry.objgen
    for i, page in enumerate(pdf.pages):
        key = page.page.get('/StructParents')
        used.add(key)
        parents = list(entries.get(key, []))
        numbers = sorted({mcid for _, mcid, _ in page.marks if mcid is not None})
        if len(parents) != len(numbers):
            yield 'page %d: %d parents for %d marks' % (i + 1, len(parents), len(numbers))
        for mcid, parent in enumerate(parents):
            if owners.get((i, mcid)) != parent.objgen:
                yield 'page %d: MCID %d leads to another element' % (i + 1, mcid)
        for annotation in page.page.get('/Annots', []):
            key = annotation.get('/StructParent')
            used.add(key)
            if key not in entries:
                yield 'page %d: an annotation has no parent' % (i + 1)
            elif owners.get(annotation.objgen) != entries[key].objgen:
                yield 'page %d: the annotation %s leads to another element' % (i + 1, key)
    for key in sorted(set(keys) - used):
        yield 'the key %s belongs to nothing' % key


@check
def ids(pdf, expected):
    """The tree of ids is sorted and has exactly the elements that have one, every Note among them."""
    faults = []
    root = pdf.pdf.Root.get('/StructTreeRoot', {})
    items = tree_items(root.get('/IDTree', {}), '/Names', False, faults, 'IDTree')
    yield from faults
    names = [name for name, _ in items]
    if any(a >= b for a, b in zip(names, names[1:])):
        yield 'the ids are not sorted: %s' % names
    stated = {str(e.entry.ID): e.entry.objgen for e in pdf.elements() if '/ID' in e.entry}
    if stated != {name: entry.objgen for name, entry in items}:
        yield 'the tree has %s, the elements %s' % (names, sorted(stated))
    notes = [e for e in pdf.elements() if e.type == 'Note']
    if len({str(e.entry.get('/ID')) for e in notes if '/ID' in e.entry}) != len(notes):
        yield '%d notes do not have an id each' % len(notes)


@check
def page_links(pdf, expected):
    """A link says where it leads, is printed, and lies over the text of its own element."""
    for element in pdf.elements():
        objects = [kid for kid in element.kids if not isinstance(kid, (Element, tuple))]
        if element.type == 'Link' and not objects:
            yield 'a Link without an annotation: ”%s”' % structure_text(pdf, element)
        for annotation in objects:
            if element.type != 'Link':
                yield 'an annotation belongs to a %s' % element.type
            if not str(annotation.get('/Contents', '')).strip():
                yield 'a link without a description'
            if '/StructParent' not in annotation:
                yield 'a link that does not lead to its element'
            if int(annotation.get('/F', 0)) & 4 == 0 or int(annotation.get('/F', 0)) & 3:
                yield 'a link that is not printed'
            yield from link_place(pdf, element, annotation)
    owned = {kid.objgen for e in pdf.elements() for kid in e.kids if not isinstance(kid, (Element, tuple))}
    for i, page in enumerate(pdf.pages):
        for annotation in page.page.get('/Annots', []):
            if annotation.objgen not in owned:
                yield 'page %d: an annotation outside the structure' % (i + 1)


def link_place(pdf, element, annotation):
    left, bottom, right, top = [float(edge) for edge in annotation.Rect]
    marks = {kid for part in element.walk() for kid in part.kids if isinstance(kid, tuple)}
    for i, page in enumerate(pdf.pages):
        if annotation.objgen not in [a.objgen for a in page.page.get('/Annots', [])]:
            continue
        texts = [s for s in page.shown if s.is_text and (i, s.mcid) in marks]
        if not any(left - 1 <= s.x and s.end <= right + 1 and bottom <= s.y + s.rise + s.size / 4 <= top for s in texts):
            yield 'page %d: a link beside its text ”%s”' % (i + 1, structure_text(pdf, element)[:60])
    if '/Dest' in annotation:
        if annotation.Dest[0].objgen not in pdf.numbers:
            yield 'a link to no page'
    elif not re.match('(https?|mailto|tel):', str(annotation.get('/A', {}).get('/URI', ''))):
        yield 'a link to nowhere: %s' % annotation.get('/A', {}).get('/URI')


# ---- What stands outside the running text ----

@check
def page_furniture(pdf, expected):
    """Each page has its header, its mark ”2 (8)” and the fingerprint as pagination artifacts."""
    style, duplex = page_style(expected)
    fingerprint = 'Fingeravtryck %s' % summary_of(pdf).get('fingeravtryck')
    for number, page in enumerate(pdf.pages, 1):
        if duplex and number == 2 and not page.shown:  # the back of a cover
            continue
        header = [item for item in page.shown if item.is_text and item.artifact
                  and item.mark[2].get('/Type') == '/Pagination']
        texts = [item.text for item in header]
        if '%d (%d)' % (number, len(pdf.pages)) not in texts:
            yield 'page %d: its mark is not among %s' % (number, texts)
        if fingerprint not in texts:
            yield 'page %d: its foot is not among %s' % (number, texts)
        if expected.draft and 'UTKAST' not in texts:
            yield 'page %d: no mark of a draft' % number
        for item in header:
            if item.y < style['marginal nedtill'] and item.end > size_of(page)[0] / 2:
                yield 'page %d: ”%s” stands where bundles get their numbers' % (number, item.text)
        for item in page.shown:
            kind = item.mark[2].get('/Type') if item.artifact else '/Pagination'
            if kind not in ('/Pagination', '/Layout', '/Page'):
                yield 'page %d: an artifact of type %s' % (number, kind)


@check
def figures(pdf, expected):
    """The logotype is there when the layout has one, in words too, and stands in the upper margin."""
    style, _ = page_style(expected)
    found = [element for element in pdf.elements() if element.type == 'Figure']
    words = [str(figure.entry.get('/Alt', '')) for figure in found]
    if words != [word for word in [expected.logotype] if word]:
        yield 'the figures are %s' % words
    for figure in found:
        left, bottom, right, top = [float(edge) for edge in figure.attribute('/BBox') or [0, 0, 0, 0]]
        if not (style['marginal vänster'] - 0.5 <= left < right <= style['bredd'] and
                style['höjd'] - style['marginal upptill'] <= bottom < top <= style['höjd']):
            yield 'a figure at %.1f %.1f %.1f %.1f' % (left, bottom, right, top)


@check
def repeated_heads(pdf, expected):
    """A table that goes on on a new page shows its head again there, as an artifact."""
    for table in (e for e in pdf.elements() if e.type == 'Table'):
        head = squeeze(''.join(structure_text(pdf, kid) for kid in elements_in(table) if kid.type == 'THead'))
        rows = [row for row in table.walk() if row.type == 'TR' and row.parent.type != 'THead']
        first = pdf.number_of_element(table)
        for page in sorted({n for n in map(pdf.number_of_element, rows) if n is not None and n != first}):
            shown = squeeze(''.join(item.text for item in pdf.pages[page - 1].shown if item.is_text
                                    and item.artifact and item.mark[2].get('/Type') == '/Layout'))
            if not sorted_in(head, shown):
                yield 'page %d: the head ”%s” is not repeated' % (page, head[:60])


def sorted_in(text, other):
    """Every character of a text is in another; a head of several lines is shown line by line."""
    return all(other.count(c) >= text.count(c) for c in set(text))


@check
def table_cells(pdf, expected):
    """Every header cell has a scope, every row as many cells as its table, every table a head; each
    cell below one head and beside another names both."""
    for table in (e for e in pdf.elements() if e.type == 'Table'):
        rows = [row for row in table.walk() if row.type == 'TR']
        if len({len(row.kids) for row in rows}) != 1:
            yield 'a table with rows of %s cells' % sorted({len(row.kids) for row in rows})
        cells = [cell for row in rows for cell in row.kids if isinstance(cell, Element)]
        if not any(cell.type == 'TH' for cell in cells):
            yield 'a table without header cells'
        for cell in cells:
            if cell.type == 'TH' and cell.attribute('/Scope') not in ('/Row', '/Column', '/Both'):
                yield 'the header cell ”%s” has no scope' % structure_text(pdf, cell)
            if cell.type == 'TH' and (cell.parent.parent.type == 'THead') != (cell.attribute('/Scope') == '/Column'):
                yield 'the header cell ”%s” has the wrong scope' % structure_text(pdf, cell)
        heads = [row for row in rows if row.parent.type == 'THead']
        for row in (row for row in rows if heads and row.kids[0].type == 'TH'):
            for i, cell in enumerate(row.kids):
                above = [head.kids[i] for head in heads if i < len(head.kids)]
                wanted = [str(head.entry.get('/ID')) for head in above + [row.kids[0]] if head.type == 'TH']
                named = [str(name) for name in cell.attribute('/Headers') or []]
                if cell.type == 'TD' and named != wanted:
                    yield 'the cell ”%s” names %s, not %s' % (structure_text(pdf, cell), named, wanted)


@check
def bookmarks(pdf, expected):
    """The bookmarks are the headings, that of the contents too, in order, each leading to its page."""
    wanted = [(' '.join(structure_text(pdf, e).split()), pdf.number_of_element(e)) for e in pdf.elements()
              if re.fullmatch('H[1-6]', e.type)]
    found = []

    def collect(item):
        while item is not None:
            page = pdf.numbers.get(item.Dest[0].objgen)
            found.append((' '.join(str(item.Title).split()), None if page is None else page + 1))
            collect(item.get('/First'))
            item = item.get('/Next')

    collect(pdf.pdf.Root.get('/Outlines', {}).get('/First'))
    if found != wanted:
        yield from list(difflib.unified_diff([str(w) for w in wanted], [str(f) for f in found], n=0, lineterm=''))[3:6]


@check
def pages(pdf, expected):
    """Tab order is the structure's, labels are the page marks; pages are as large as the layout says, and lie
    down only where something needs the width."""
    faults = []
    items = tree_items(pdf.pdf.Root.get('/PageLabels', {}), '/Nums', False, faults, 'PageLabels')
    yield from faults
    if not items or items[0][0] != 0:
        yield 'the first page has no label'
    style, _ = page_style(expected)
    upright, right = (style['bredd'], style['höjd']), style['bredd'] - style['marginal höger']
    lying, wide = [], []
    for i, page in enumerate(pdf.pages):
        if page.page.get('/Tabs') != '/S':
            yield 'page %d: no /Tabs /S' % (i + 1)
        size = size_of(page)
        if not any(near(size, wanted) for wanted in (upright, upright[::-1])):
            yield 'page %d: is %.1f by %.1f' % (i + 1, *size)
        lying.append(not near(size, upright))
        wide.append(any(item.end > right + 0.5 for item in page.shown if item.is_text and not item.artifact))
    # A table lies down as one, also where it goes on and its rows are short.
    for down, run in itertools.groupby(range(len(lying)), lambda i: lying[i]):
        run = list(run)
        if down and not any(wide[i] for i in run):
            yield 'page %d: lies down, and nothing on it needs to' % (run[0] + 1)
        if label(items, i) != str(i + 1):
            yield 'page %d: its label is %s' % (i + 1, label(items, i))


def near(size, wanted):
    return all(abs(a - b) < 0.1 for a, b in zip(size, wanted))


def label(items, index):
    start, style = [(k, v) for k, v in items if k <= index][-1] if items and items[0][0] <= index else (0, {})
    number = int(style.get('/St', 1)) + index - start
    return str(style.get('/P', '')) + (str(number) if style.get('/S') == '/D' else '')


# ---- Fonts and glyphs ----

@check
def glyphs(pdf, expected):
    """No empty box is shown, and every glyph says which characters it stands for."""
    for number, page in enumerate(pdf.pages, 1):
        for font, cid in sorted({(f, c) for item in page.shown for f, c in item.codes}, key=lambda p: (p[0].name, p[1])):
            text = font.texts.get(cid)
            if cid == 0 or font.glyph(cid) == 0:
                yield 'page %d: %s shows .notdef for ”%s”' % (number, font.name, text)
            if not text:
                yield 'page %d: CID %d of %s has no text' % (number, cid, font.name)
            elif any(c == '\ufffd' or '\ue000' <= c <= '\uf8ff' or ord(c) >= 0xf0000 or ord(c) < 32 for c in text):
                yield 'page %d: CID %d of %s stands for %s' % (number, cid, font.name, ascii(text))


@check
def fonts(pdf, expected):
    """Fonts are embedded subsets that map to Unicode, and hold no glyph that is not shown."""
    fonts, shown = {}, {}
    for page in pdf.pages:
        for font in page.fonts.values():
            fonts[font.font.objgen] = font
        for item in page.shown:
            for font, cid in item.codes:
                shown.setdefault(font.font.objgen, set()).add(cid)
    for key, font in fonts.items():
        name = str(font.font.BaseFont)
        if not re.match('/[A-Z]{6}[+]', name):
            yield '%s is not named as a subset' % name
        if '/FontFile2' not in font.descendant.FontDescriptor:
            yield '%s is not embedded' % name
        if not font.texts:
            yield '%s does not map to Unicode' % name
        stated = set(font.widths) - {0}
        if stated != shown.get(key, set()):
            yield '%s has %d glyphs and shows %d' % (name, len(stated), len(shown.get(key, set())))


# ---- The file as a whole ----

@check
def catalogue(pdf, expected):
    """Language, marks, title shown, output intent; and nothing that acts by itself."""
    root = pdf.pdf.Root
    if str(root.get('/Lang', '')) != 'sv-SE':
        yield 'the language is %s' % root.get('/Lang')
    if root.get('/MarkInfo', {}).get('/Marked') is not True or root.MarkInfo.get('/Suspects', False):
        yield 'it is not marked as tagged'
    if root.get('/ViewerPreferences', {}).get('/DisplayDocTitle') is not True:
        yield 'the window does not show the title'
    intents = list(root.get('/OutputIntents', []))
    if len(intents) != 1 or intents[0].get('/S') != '/GTS_PDFA1':
        yield 'no output intent'
    elif intents[0].get('/DestOutputProfile', {}).get('/N') != 3:
        yield 'the output intent has no profile of three colours'
    for key in sorted(set(root.keys()) - CATALOGUE):
        yield 'the catalogue has %s' % key
    for page in pdf.pdf.pages:
        if '/AA' in page.obj:
            yield 'a page acts by itself'


@check
def metadata(pdf, expected):
    """Title, author, diary number and date are the case's, in XMP as in the information dictionary."""
    root = pdf.pdf.Root
    if '/Metadata' not in root:
        yield 'there is no XMP'
        return
    packet = xml.etree.ElementTree.fromstring(root.Metadata.read_bytes())
    found = {}
    for description in packet.iter(RDF + 'Description'):
        for prefix, name in (('dc', 'title'), ('dc', 'creator'), ('dc', 'identifier'), ('dc', 'date'),
                             ('dc', 'language'), ('pdf', 'Producer'), ('pdfaid', 'part'),
                             ('pdfaid', 'conformance'), ('pdfuaid', 'part')):
            for node in description.findall(XMP[prefix] + name):
                found[prefix + ':' + name] = ''.join(node.itertext())
    wanted = {'dc:title': expected.title, 'dc:creator': expected.author,
              'dc:identifier': expected.diary_number, 'dc:date': expected.date, 'dc:language': 'sv-SE',
              'pdf:Producer': 'Överens', 'pdfaid:part': '3', 'pdfaid:conformance': 'A', 'pdfuaid:part': '1'}
    for key, value in wanted.items():
        if found.get(key, '') != value:
            yield 'XMP has %s ”%s”, not ”%s”' % (key, found.get(key, ''), value)
    information = pdf.pdf.trailer.get('/Info', {})
    for key, name in (('/Title', 'dc:title'), ('/Author', 'dc:creator'), ('/Producer', 'pdf:Producer')):
        if str(information.get(key, '')) != wanted[name]:
            yield 'the information dictionary has %s ”%s”, not ”%s”' % (key, information.get(key, ''), wanted[name])


# ---- What it was made from ----

SUMMARY = 'underlag.json'


def attached_files(pdf):
    """{name: (relation, bytes)} of the name tree's files."""
    tree = pdf.pdf.Root.get('/Names', {}).get('/EmbeddedFiles', {})
    items = tree_items(tree, '/Names', False, [], 'EmbeddedFiles')
    return {name: (str(entry.get('/AFRelationship')), entry.EF.F.read_bytes()) for name, entry in items}


def summary_of(pdf):
    """What underlag.json says; nothing when it is not there or cannot be read."""
    try:
        return json.loads(attached_files(pdf)[SUMMARY][1].decode('utf-8'))
    except (KeyError, ValueError):
        return {}


def read_source(expected, name):
    """A file that a document rests on, without the byte order mark that is no part of its text."""
    folders = {'templates': expected.templates, 'register': document.TOP + '/agreements/register',
               'agreements': os.path.dirname(expected.path)}
    first, rest = name.split('/', 1) if '/' in name else ('agreements', name)
    with open(os.path.join(folders[first], rest), 'rb') as file:
        return file.read().removeprefix(b'\xef\xbb\xbf')


@check
def attachments(pdf, expected):
    """The case and what it fetches are attached as they are, and every attachment says what it is."""
    faults = []
    root = pdf.pdf.Root
    items = tree_items(root.get('/Names', {}).get('/EmbeddedFiles', {}), '/Names', False, faults, 'EmbeddedFiles')
    yield from faults
    names = [name for name, _ in items]
    if names != sorted(set(names)):
        yield 'the names are not in order: %s' % names
    if sorted(file.objgen for file in root.get('/AF', [])) != sorted(entry.objgen for _, entry in items):
        yield 'the files of the name tree are not those of the document'
    for name, entry in items:
        if str(entry.get('/UF')) != name or str(entry.get('/F')) != name:
            yield '%s is named %s and %s' % (name, entry.get('/UF'), entry.get('/F'))
        if not str(entry.get('/Desc', '')).strip():
            yield '%s is not described' % name
        if int(entry.EF.F.get('/Params', {}).get('/Size', -1)) != len(entry.EF.F.read_bytes()):
            yield '%s has another size than it says' % name
    case = os.path.basename(expected.path)
    for name in sorted({case, SUMMARY} - set(names)):
        yield '%s is not attached' % name
    for name, (relation, data) in attached_files(pdf).items():
        if relation != ('/Data' if name == SUMMARY else '/Source'):
            yield '%s is attached as %s' % (name, relation)
        if name != SUMMARY and data != read_source(expected, name):
            yield '%s is not the file that the case has' % name


@check
def provenance(pdf, expected):
    """underlag.json has the digest of every file, the fingerprint of them all, and the ledger."""
    summary = summary_of(pdf)
    if (summary.get('dokument'), summary.get('mall')) != (expected.key, expected.file):
        yield '%s is about %s, %s' % (SUMMARY, summary.get('dokument'), summary.get('mall'))
    files = [(file['fil'], file['sha256']) for file in summary.get('filer', [])]
    for name, digest in files:
        if digest != hashlib.sha256(read_source(expected, name)).hexdigest():
            yield 'the digest of %s is not that of the file' % name
    names = [name for name, _ in files]
    folder = 'templates/manual/' if expected.is_manual else 'templates/'
    wanted = {name for name in attached_files(pdf) if name != SUMMARY} | {
        folder + expected.file + '.md', 'templates/layout.yaml', 'templates/tabeller.yaml'}
    if len(names) != len(set(names)) or not wanted <= set(names):
        yield 'the files are %s' % names
    text = summary.get('program', '') + ''.join('\n%s %s' % (digest, name) for name, digest in files)
    if hashlib.sha256(text.encode('utf-8')).hexdigest()[:10] != summary.get('fingeravtryck'):
        yield 'the fingerprint is not that of the files'
    figures = {value['namn']: 'saknas' if value['värde'] is None
               else ('%d %s' % (value['värde'], value['enhet'])).strip() for value in summary.get('värden', [])}
    for name in sorted(figures.keys() | expected.ledger.keys()):
        if figures.get(name) != expected.ledger.get(name):
            yield '%s is %s, in the ledger %s' % (name, figures.get(name), expected.ledger.get(name))


@check
def file_size(pdf, expected):
    """A document of a few pages is small enough to send with all that it carries; of a generated one
    the files that it carries, which are nothing but noise and as long as chance will have it, are set aside."""
    size = os.path.getsize(pdf.path)
    if not expected.path.startswith(document.TOP):
        attached = pdf.pdf.Root.get('/Names', {}).get('/EmbeddedFiles', {}).get('/Names', [])
        size -= sum(len(file.EF.F.read_raw_bytes()) for file in list(attached)[1::2])
    if len(pdf.pages) <= SMALL_PAGES and size > SMALL_BYTES:
        yield '%d pages are %d bytes' % (len(pdf.pages), size)


# ---- The look ----

def page_style(expected):
    """Width, height and margins in points, from the look of print; and whether pages have two sides."""
    with open(os.path.join(expected.templates, 'layout.yaml'), encoding='utf-8') as file:
        page = yaml.safe_load(file)['sida']
    duplex = page.pop('utskrift', '') == 'dubbelsidig'

    def points(text):
        number, unit = text.split()
        return float(number.replace(',', '.')) * (72 / 25.4 if unit == 'mm' else 1)

    return {key: points(value) for key, value in page.items()}, duplex


def size_of(page):
    """Width and height of one page."""
    left, bottom, right, top = [float(edge) for edge in page.page.MediaBox]
    return right - left, top - bottom


@check
def inside_margins(pdf, expected):
    """No text goes beyond the margins."""
    style, duplex = page_style(expected)
    for number, page in enumerate(pdf.pages, 1):
        left, other = style['marginal vänster'], style['marginal höger']
        if duplex and number % 2 == 0:
            left, other = other, left
        width, height = size_of(page)
        right, top, bottom = width - other, height - style['marginal upptill'], style['marginal nedtill']
        for item in page.shown:
            if not item.is_text or not item.text.strip():
                continue
            if item.x < left - 0.5 or item.end > right + 0.5:
                yield 'page %d: ”%s” goes from %.1f to %.1f, beyond %.1f to %.1f' % (
                    number, item.text[:60], item.x, item.end, left, right)
            header = item.artifact and item.mark[2].get('/Type') == '/Pagination'
            if not header and not bottom - 0.5 <= item.y <= top:
                yield 'page %d: ”%s” stands at %.1f, beyond %.1f to %.1f' % (number, item.text[:60], item.y, bottom, top)


@check
def whole_amounts(pdf, expected):
    """No line ends inside an amount, a date, or what a no-break space keeps together with a number."""
    for number, page in enumerate(pdf.pages, 1):
        texts = [item for item in page.shown if item.is_text and item.text and not item.artifact]
        for a, b in zip(texts, texts[1:]):
            if a.mcid != b.mcid or abs(a.y - b.y) < 1:
                continue
            ends, begins = a.text[-24:], b.text[:24]
            if re.search(r'[0-9]\u00a0?$', ends) and re.match(r'\u00a0?[0-9]', begins) or \
                    re.search(r'[0-9§]\u00a0$', ends) or re.search(r'[0-9]$', ends) and begins[0] == '\u00a0' or \
                    re.search(r'[0-9]{4}-$', ends) and re.match('[0-9]{2}', begins):
                yield 'page %d: a line ends inside ”%s|%s”' % (number, ends, begins)


@check
def overprinting(pdf, expected):
    """No text stands on another."""
    for number, page in enumerate(pdf.pages, 1):
        texts = [item for item in page.shown if item.is_text and item.text.strip()]
        texts.sort(key=lambda item: item.y)
        for i, a in enumerate(texts):
            for b in texts[i + 1:]:
                if b.y - a.y >= 0.7 * max(a.size, 6):
                    break
                height = (b.y + b.rise) - (a.y + a.rise)
                if abs(height) < 0.6 * min(a.size, b.size) and a.x + 0.5 < b.end and b.x + 0.5 < a.end:
                    yield 'page %d: ”%s” stands on ”%s”' % (number, a.text[:40], b.text[:40])
