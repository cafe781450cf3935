"""Manual: what must stand in the manual, by the lists that it is written from.

    manual.py FOLDER COMPILER TEMPLATE

FOLDER holds manual/manual.html and .md, the PDF's `outline`, both schemas, the `help` text and the list of
`codes`. The pieces of YAML in TEMPLATE are written to FOLDER/piece-N.yaml."""
import html
import html.parser
import json
import re
import sys
import unicodedata


class Page(html.parser.HTMLParser):
    """A page's ids, inner links, headings, and the text of its elements by kind."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.headings = [], [], []
        self.texts = {'code': [], 'dd': [], 'td': [], 'p': [], 'pre': []}
        self.open = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if 'id' in attrs:
            self.ids.append(attrs['id'])
        if attrs.get('href', '').startswith('#'):
            self.links.append(attrs['href'][1:])
        if tag in self.texts or re.fullmatch('h[1-6]', tag):
            self.open.append((tag, []))

    def handle_data(self, data):
        for _, parts in self.open:
            parts.append(data)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            return
        text = plain(''.join(self.open.pop()[1]))
        if tag in self.texts:
            self.texts[tag].append(text)
        else:
            self.headings.append((int(tag[1]), text))


def plain(text):
    """As it was before no-break spaces were put in."""
    return text.replace('\xa0', ' ').strip()


def folded(text):
    ascii_only = unicodedata.normalize('NFD', text.lower()).encode('ascii', 'ignore').decode()
    return re.sub('[^a-z0-9]+', '-', ascii_only).strip('-')


def literals(text):
    """The C string literals in a piece of a .def file, those that follow each other joined."""
    joined = re.sub(r'"\s*\n\s*"', '', text)
    return [json.loads('"%s"' % body) for body in re.findall(r'"((?:[^"\\]|\\.)*)"', joined)]


def rows(path, name):
    """The literals of each row NAME(...) of a .def file."""
    text = open(path, encoding='utf-8').read()
    text = re.sub(r'/\*.*?\*/', '', text, flags=re.S)
    return [literals(row) for row in re.split(r'^(?=[A-Z_]+\()', text, flags=re.M)
            if row.startswith(name + '(')]


def keys(schema, path, seen):
    """The path of every key. A group that is used in several places is described in the first."""
    for form in schema.get('anyOf', []):
        yield from keys(form, path, seen)
    inner = []
    for key, value in schema.get('properties', {}).items():
        yield path + [key]
        inner.append((value, path + [key]))
    rest = schema.get('additionalProperties')
    if rest:
        name = {0: 'dokument', 1: 'avsnitt'}.get(len(path), '') if schema.get('properties') else None
        inner.append((rest, path + [name] if name else path))
    if 'items' in schema:
        inner.append((schema['items'], path))
    for value, below in inner:
        title = value.get('title')
        if value.get('properties') and title in seen:
            continue
        if value.get('properties'):
            seen.add(title)
        yield from keys(value, below, seen)


def wanted(folder, compiler):
    """Kind of thing, where to look, and what must be found there."""
    seen = set()
    case = list(keys(json.load(open(folder + '/case.json', encoding='utf-8')), [], seen))
    register = list(keys(json.load(open(folder + '/register.json', encoding='utf-8')), [], set()))
    messages = rows(compiler + '/source/diagnostics.def', 'DIAGNOSTIC')
    tables = rows(compiler + '/economics/tables.def', 'TABLE')
    values = rows(compiler + '/economics/quantities.def', 'QUANTITY')
    directives = rows(compiler + '/template/directives.def', 'DIRECTIVE')
    rules = rows(compiler + '/model/writing_rules.def', 'WRITING_RULE')
    limits = rows(compiler + '/base/limits.def', 'LIMIT')
    told = [line.rstrip('\n').split('  ', 1) for line in open(folder + '/codes', encoding='utf-8')]
    yield 'key', 'ids', ['nyckel-' + folded(' '.join(path)) for path in case]
    yield 'key of the register', 'ids', ['nyckel-register-' + folded(' '.join(p)) for p in register]
    yield 'name of a key', 'code', [path[-1] for path in case + register]
    yield 'code', 'ids', [row[0].lower() for row in messages]
    yield 'sentence', 'p', [plain(sentence) for code, sentence in told if code[0] != 'N']
    yield 'note', 'all of p', ['”%s”' % plain(sentence) for code, sentence in told if code[0] == 'N']
    yield 'meaning', 'p', [plain(row[2]) for row in messages if row[2]]
    yield 'example', 'pre', [plain(text) for row in messages for text in row[3:5] if text]
    yield 'table', 'ids', ['tabellen-' + folded(row[0]) for row in tables]
    yield 'call of a table', 'code', ['{{tabell %s}}' % row[0] for row in tables]
    yield 'value', 'ids', ['varde-' + folded(row[0]) for row in values]
    yield 'sentence about a value', 'p', [plain(row[2]) for row in values]
    yield 'instruction', 'code', ['{{%s}}' % row[0] for row in directives]
    yield 'sentence about an instruction', 'all of dd', [plain(row[2]) for row in directives]
    yield 'rule of writing', 'code', [row[0] for row in rules]
    yield 'sentence about a rule of writing', 'td', [row[-1] for row in rules]
    yield 'limit', 'td', [row[-1] for row in limits]
    yield 'line of the help', 'all of pre', [line.strip() for line in
                                             open(folder + '/help', encoding='utf-8') if line.strip()]


def found(page, where, what):
    if where == 'ids':
        return what in page.ids
    if where.startswith('all of '):
        return any(what in text for text in page.texts[where[len('all of '):]])
    return what in page.texts[where]


def judge(good, sentence, details=()):
    print(('ok' if good else 'not ok') + ' manual: ' + sentence)
    for detail in list(details)[:10]:
        print('    ' + str(detail))


def take_out(page, where, what):
    """The page without one thing."""
    copy = Page('')
    copy.ids = [i for i in page.ids if not (where == 'ids' and i == what)]
    copy.texts = {kind: [text for text in texts
                         if not (where.endswith(kind) and (what in text if 'all' in where
                                                           else what == text))]
                  for kind, texts in page.texts.items()}
    return copy


def markdown_headings(path):
    fence = None
    for line in open(path, encoding='utf-8'):
        mark = re.match(r'\s*(`{3,})', line)
        if mark and fence in (None, mark.group(1)):
            fence = None if fence else mark.group(1)
        heading = re.match(r'(#+) (.*)', line)
        if heading and not fence:
            text = re.sub(r'\\(.)', r'\1', heading.group(2))
            yield len(heading.group(1)), plain(text)


def pdf_headings(path):
    """The bookmarks, by how deep they are."""
    depth = 0
    for line in open(path, encoding='utf-8'):
        depth += line.count('<outline>') - line.count('</outline>')
        item = re.match('<item page="[0-9]+">(.*)</item>', line)
        if item:
            yield depth, plain(html.unescape(item.group(1)))


def write_pieces(folder, template):
    text = open(template, encoding='utf-8').read()
    pieces = re.findall(r'^```yaml\n(.*?)^```', text, flags=re.M | re.S)
    for number, piece in enumerate(pieces):
        with open('%s/piece-%d.yaml' % (folder, number), 'w', encoding='utf-8') as out:
            out.write('ärende: {rubrik: Bit %d}\n%s' % (number + 1, piece))
    return len(pieces)


def main():
    folder, compiler, template = sys.argv[1:]
    page = Page(open(folder + '/manual/manual.html', encoding='utf-8').read())
    for kind, where, things in wanted(folder, compiler):
        missing = [thing for thing in things if not found(page, where, thing)]
        judge(things and not missing, 'every %s is there (%d)' % (kind, len(things)), missing)
        some = things[::max(1, len(things) // 3)]
        blind = [thing for thing in some if found(take_out(page, where, thing), where, thing)]
        judge(some and not blind, 'a missing %s is found' % kind, blind)
    astray = [link for link in page.links if link not in page.ids]
    judge(len(page.links) > 100 and not astray, 'every link leads to an id (%d)' % len(page.links), astray)
    twice = sorted({i for i in page.ids if page.ids.count(i) > 1})
    judge(not twice, 'no id is used twice', twice)
    # A web page has all its notes at its end, under a heading of their own.
    body = [h for h in page.headings if h != (2, 'Noter')]
    judge(len(body) == len(page.headings) - 1, 'the web page has a heading over its notes')
    for name, web, other in (
            ('Markdown', body, list(markdown_headings(folder + '/manual/manual.md'))),
            ('the bookmarks of the PDF', body, list(pdf_headings(folder + '/outline')))):
        differing = [pair for pair in zip(web, other) if pair[0] != pair[1]]
        judge(len(web) > 200 and len(web) == len(other) and not differing,
              'HTML and %s have the same %d headings' % (name, len(web)), differing)
    judge(write_pieces(folder, template) > 2, 'the chapters show pieces of cases')


main()
