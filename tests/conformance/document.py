"""Document: what a PDF should say, from `overens build --show document` and the case's own YAML."""
import glob
import os
import re

import yaml

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Loader(yaml.SafeLoader):
    """Every scalar is text, as our reader has it."""


Loader.yaml_implicit_resolvers = {}


def node_types():
    """{kind: structure type} from the compiler's own list."""
    with open(os.path.join(TOP, 'compiler/document/nodes.def'), encoding='utf-8') as file:
        rows = re.findall(r'^NODE\((\w+),.*"(\w*)", "[^"]*"\)$', file.read(), re.M)
    return dict(rows)


def template_files():
    """{document type's key: (name of its files, what it is called)} from the templates' heads."""
    files = {}
    for path in sorted(glob.glob(TOP + '/templates/*.md') + glob.glob(TOP + '/templates/manual/*.md')):
        with open(path, encoding='utf-8') as file:
            head = file.read().split('---')[1]
        fields = dict(re.findall(r'^(\w+): (.*)$', head, re.M))
        if fields.get('format') != 'text':
            files[fields['nyckel']] = (os.path.basename(path)[:-3], fields['benämning'])
    return files


class Node:
    def __init__(self, kind, rest):
        self.kind = kind
        self.kids = []
        self.parent = None
        quoted = re.search(r'"((?:[^"\\]|\\.)*)"', rest)
        self.text = unquote(quoted.group(1)) if quoted else ''
        self.words = re.sub(r'"(?:[^"\\]|\\.)*"', '', rest).split()

    def value(self, name):
        for word in self.words:
            if word.startswith(name + '='):
                return word[len(name) + 1:]
        return None

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()


def unquote(text):
    return re.sub(r'\\(?:\{([0-9A-F]+)\}|(.))',
                  lambda m: chr(int(m.group(1), 16)) if m.group(1) else m.group(2), text)


def read_dumps(text):
    """The roots of all documents of a dump."""
    roots, path = [], []
    for line in text.split('\n'):
        if not line.strip():
            continue
        depth = (len(line) - len(line.lstrip(' '))) // 2
        kind, _, rest = line.strip().partition(' ')
        node = Node(kind, rest)
        del path[depth:]
        if path:
            node.parent = path[-1]
            path[-1].kids.append(node)
        else:
            roots.append(node)
        path.append(node)
    return roots


def join(names):
    """ "A, B och C" """
    return names[0] if len(names) == 1 else ', '.join(names[:-1]) + ' och ' + names[-1] if names else ''


class Expected:
    """One document of a case: its tree, and the facts that stand outside the running text."""

    def __init__(self, path, case, key, root, ledger):
        self.is_manual = key == 'handbok'
        matter, plan = case['ärende'], case[key] or {}
        if self.is_manual:  # Its case is an example, and is about nothing.
            matter = {}
        officers = matter.get('handläggare') or []
        self.path = path
        self.beside = None  # the path of its HTML and its Markdown, without their endings
        self.templates = os.path.join(TOP, 'templates')
        self.logotype = ''  # in words
        self.key = key
        self.root = root
        self.ledger = ledger
        self.file, self.type = template_files()[key]
        title = plan.get('rubrik') or matter.get('rubrik') or '[saknas: rubrik]'
        self.draft = matter.get('status') == 'utkast'
        self.title = ('Utkast: ' if self.draft else '') + title.replace('\u00ad', '')
        self.date = plan.get('datum') or matter.get('datum') or ''
        self.diary_number = matter.get('diarienummer') or ''
        self.author = join([officers] if isinstance(officers, str) else officers).replace('\u00ad', '')


    def read(self, ending):
        """Its HTML or its Markdown."""
        with open('%s.%s' % (self.beside, ending), encoding='utf-8') as file:
            return file.read()


def read_ledger(text):
    """{name of a value: what is said of it, "saknas" or "93300000 öre"} from `--show ledger`."""
    return dict(re.findall(r'^(.+?) = (.*?): ', text, re.M))


def read_case(path, dump, ledger):
    """The Expected documents of a case, in the order of the case."""
    with open(path, encoding='utf-8') as file:
        case = yaml.load(file, Loader)
    keys = [key for key in case if key in template_files()]
    roots = read_dumps(dump)
    if len(keys) != len(roots):
        raise ValueError('%s: %d documents shown for %d keys' % (path, len(roots), len(keys)))
    figures = read_ledger(ledger)
    return [Expected(path, case, key, root, figures) for key, root in zip(keys, roots)]


def structure(expected, page_of):
    """The structure as lines: two spaces a level, a type or a text in quotation marks. `page_of`
    gives the page number of a heading by its place among all headings, for tables of contents."""
    types = node_types()
    headings = [node for node in expected.root.walk() if node.kind == 'HEADING']
    numbers = {node.value('id'): page_of(i) for i, node in enumerate(headings)}
    lines = Lines()
    put(lines, 0, expected.root, types, numbers)
    if expected.logotype:
        lines.items.insert(1, (1, 'Figure', ''))
    return lines.finished()


class Lines:
    """Lines in which texts that follow each other in one element are one."""

    def __init__(self):
        self.items = []  # (depth, type or None, text)

    def element(self, depth, type):
        self.items.append((depth, type, ''))

    def text(self, depth, text):
        if self.items and self.items[-1][1] is None and self.items[-1][0] == depth:
            self.items[-1] = (depth, None, self.items[-1][2] + text)
        elif text:
            self.items.append((depth, None, text))

    def space(self):
        """A space that belongs to the text before it, also when that ended another element."""
        depth, type, text = self.items[-1]
        if type is None:
            self.items[-1] = (depth, None, text + ' ')

    def finished(self):
        """Soft hyphens are no part of a text, and spaces at the end of an element say nothing."""
        lines = []
        for i, (depth, type, text) in enumerate(self.items):
            text = text.replace('\u00ad', '')
            last = i + 1 == len(self.items) or self.items[i + 1][0] < depth
            if last:
                text = text.rstrip(' ')
            if type is not None:
                lines.append('  ' * depth + type)
            elif text:
                lines.append('  ' * depth + '"%s"' % text)
        return lines


def put(lines, depth, node, types, numbers):
    special = {'HEADING': put_heading, 'ITEM': put_item, 'CONTENTS': put_contents,
               'CONTENTS_ENTRY': put_entry, 'NOTE': put_note, 'NOTE_REFERENCE': put_reference,
               'SIGNATURE_LINE': put_line, 'CODE_BLOCK': put_code_block, 'HEADER_CELL': put_header_cell}
    if node.kind in special:
        special[node.kind](lines, depth, node, types, numbers)
    elif node.kind == 'TEXT_RUN':
        lines.text(depth, node.text)
    elif node.kind == 'LINE_BREAK':
        lines.space()
    else:
        lines.element(depth, types[node.kind])
        put_kids(lines, depth + 1, node, types, numbers)


def put_kids(lines, depth, node, types, numbers):
    for kid in node.kids:
        put(lines, depth, kid, types, numbers)


def put_heading(lines, depth, node, types, numbers):
    lines.element(depth, 'H' + node.value('level'))
    put_kids(lines, depth + 1, node, types, numbers)


def put_item(lines, depth, node, types, numbers):
    siblings = node.parent
    nesting, above = 0, siblings
    while above is not None:
        nesting += above.kind == 'LIST' and 'ordered' not in above.words
        above = above.parent
    if 'ordered' in siblings.words:
        label = '%d.' % (int(siblings.value('start') or 0) + siblings.kids.index(node))
    else:
        label = '•–'[(nesting - 1) % 2]
    lines.element(depth, 'LI')
    lines.element(depth + 1, 'Lbl')
    lines.text(depth + 2, label)
    lines.element(depth + 1, 'LBody')
    put_kids(lines, depth + 2, node, types, numbers)


def put_code_block(lines, depth, node, types, numbers):
    """An empty line is nothing but room, and so is a tab."""
    lines.element(depth, 'P')
    lines.element(depth + 1, types[node.kind])
    for before, kid in zip([None] + node.kids, node.kids):
        if kid.kind == 'TEXT_RUN':
            lines.text(depth + 2, kid.text.replace('\t', ' '))
        elif before.kind != 'LINE_BREAK':
            lines.space()


def put_header_cell(lines, depth, node, types, numbers):
    """An empty corner heads nothing."""
    lines.element(depth, types[node.kind if node.kids else 'CELL'])
    put_kids(lines, depth + 1, node, types, numbers)


def put_contents(lines, depth, node, types, numbers):
    lines.element(depth, 'Sect')
    lines.element(depth + 1, 'H2')
    lines.text(depth + 2, node.text)
    lines.element(depth + 1, 'TOC')
    put_kids(lines, depth + 2, node, types, numbers)


def put_entry(lines, depth, node, types, numbers):
    lines.element(depth, 'TOCI')
    lines.element(depth + 1, 'Reference')
    lines.element(depth + 2, 'Link')
    put_kids(lines, depth + 3, node, types, numbers)
    lines.text(depth + 3, ' %s' % numbers[node.value('heading')])


def put_note(lines, depth, node, types, numbers):
    lines.element(depth, 'Note')
    lines.element(depth + 1, 'Lbl')
    lines.element(depth + 2, 'Link')
    lines.text(depth + 3, node.value('number'))
    lines.element(depth + 1, 'P')
    put_kids(lines, depth + 2, node, types, numbers)


def put_reference(lines, depth, node, types, numbers):
    lines.element(depth, 'Reference')
    lines.element(depth + 1, 'Link')
    lines.text(depth + 2, node.value('note'))


def put_line(lines, depth, node, types, numbers):
    lines.element(depth, 'P')
    put_kids(lines, depth + 1, node, types, numbers)
    if node.text:
        lines.space()
        lines.element(depth + 1, 'Span')
        lines.text(depth + 2, node.text)
