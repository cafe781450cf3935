"""Optional: what a case leaves out leaves no trace in its documents.

    optional.py OVERENS WORK [--bad TEMPLATE]

One full case gives every key that a case may give; which those are, the JSON Schema says, and a key that the
full case lacks fails the test. From it are made a case for each key left out alone, for each key given alone,
and a covering array: rows in which every two keys meet in all four ways (given or not, each of them). All
are compiled, and every document is held against the rules below: in its tree, its web page and its Markdown,
and so is every text that goes with documents.

With --bad the cases are written by bad templates, and every rule has to find them."""
import functools
import glob
import html
import json
import os
import random
import re
import shutil
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# The full case.
FULL = {
    'ärende': {
        'rubrik': 'Partnerskap om öppen verksamhet', 'diarienummer': 'ÄN 2019-878', 'datum': '2019-10-15',
        'nämnd': 'äldrenämnden', 'förvaltning': 'socialkontoret', 'handläggare': ['Anna Berg', 'Bo Ek'],
        'status': 'utkast'},
    'parter': {
        'nämnden': {'register': 'äldrenämnden', 'undertecknare': [
            {'namn': 'Siv Ström', 'roll': 'direktör', 'ort och datum': 'Linköping'}, {'namn': 'Ulf Dal'}]},
        'föreningen': {
            'namn': 'Föreningen Hoppet', 'kortnamn': 'Hoppet', 'organisationsnummer': '822003-0913',
            'sektor': 'idéburen', 'undertecknare': [
                {'namn': 'Åsa Öberg', 'roll': 'ordförande', 'ort och datum': 'Linköping'}]},
        'missionen': {'namn': 'Missionen', 'sektor': 'idéburen'}},
    'period': {
        'från': '2020-01-01', 'till': '2022-12-31', 'uppsägningstid': '6 månader', 'förlängning': '3 år',
        'förnyas': '1 år', 'beslutstid': '9 månader', 'uppföljning': ['2021-01-31', '2022-01']},
    'ekonomi': {
        'prisnivå': '2020', 'decimaler': '1', 'del av år': 'dagar', 'beräknas till': '2022-12-31',
        'avrundning': {'sätt': 'nedåt', 'till': '100 kr', 'när': 'varje år'},
        'deltagare': '25', 'kostnad per deltagare': 'ja', 'invånare': '160 000',
        'index': {
            'serie': 'OPI', 'från': '2021-01-01', 'räknas på': 'grundbeloppet', 'omfattar': '90 %',
            'faktor': '80 %', 'tak': '3 %', 'golv': '0 %', 'eftersläpning': '1',
            'ökningen avrundas': 'nedåt', 'ökningen avrundas till': '100 kr', 'antaganden': {'2021': '2 %'}},
        'utbetalning': {
            'gånger per år': '2', 'månad': 'januari', 'dag': '15', 'i efterskott': 'ja',
            'engångsbelopp': 'nej', 'udda kronor': 'första'},
        'insatser': [
            {'part': 'nämnden', 'slag': 'kontant', 'belopp': '900 000 kr/år', 'från': '2020-01-01',
             'till': '2022-12-31', 'räknas upp': 'ja'},
            {'part': 'nämnden', 'slag': 'kontant',
             'fördelning': {'föreningen': '300 000 kr/år', 'missionen': '200 000 kr/år'}},
            {'part': 'nämnden', 'slag': 'kontant', 'per invånare': '2,82 kr/år'},
            {'part': 'föreningen', 'slag': 'ideell tid', 'timmar': '18 000', 'timvärde': '214 kr/timme'},
            {'part': 'missionen', 'slag': 'lokaler', 'belopp': '400 000 kr/år'}],
        'kostnader': [
            {'part': 'föreningen', 'post': 'Anställda', 'slag': 'personal', 'belopp': '495 300 kr/år'},
            {'part': 'missionen', 'post': 'Lokalen', 'belopp': '400 000 kr/år'}],
        'egen finansiering': {'föreningen': '195 300 kr/år'}},
    'tabeller': {'egen': {
        'rubrik': 'Pågående projekt', 'summarad': 'Summa', 'kolumner': [
            {'rubrik': 'Projekt'}, {'rubrik': 'Värde', 'slag': 'belopp', 'summa': 'ja'},
            {'rubrik': 'Kostnad', 'slag': 'belopp', 'summa': 'ja'},
            {'rubrik': 'Andel', 'slag': 'andel', 'täljare': 'Värde', 'nämnare': 'Kostnad'}],
        'rader': [['Ett', '1 000 kr', '4 000 kr'], ['Två', '', '2 000 kr']]}},
    'fotnoter': {'lag': 'Enligt kommunallagen (2017:725).'},
    'förkortningar': {'AMC': 'Arbetsmarknadscentrum'}}

DOCUMENT = {
    'rubrik': 'Dokumentets egen rubrik', 'datum': '2019-11-01', 'innehållsförteckning': 'ja',
    'beräkningsbilaga': 'ja', 'underlag': ['Tjänsteskrivelse', 'Karta'],
    'beslutet skickas till': ['Socialnämnden'],
    'undertecknare': [{'namn': 'Anna Berg', 'roll': 'enhetschef', 'ort och datum': 'Linköping'},
                      {'namn': 'Bo Ek'}],
    'utelämna': ['legalitet'],
    'eget': {'rubrik': 'Ett eget avsnitt', 'text': 'Eget.', 'punkter': ['Ett.', 'Två.'], 'efter': 'bakgrund',
             'fil': 'egen.md'}}

# Sections of a document's own that show each table, and what the tables are made from.
TABLES = {
    'finansiering': ['ekonomi.insatser.0'],
    'fördelning': ['ekonomi.insatser.1'],
    'kostnader': ['ekonomi.kostnader.0'],
    'kostnadsslag': ['ekonomi.kostnader.0'],
    'uppräkning': ['ekonomi.index.från', 'ekonomi.insatser.0', 'period.till'],
    'budget': ['ekonomi.insatser.0', 'period.till'],
    'utbetalning': ['ekonomi.utbetalning.gånger per år', 'ekonomi.insatser.0', 'period.till'],
    'helhet': ['ekonomi.kostnader.0', 'ekonomi.insatser.0'],
    'egen': ['tabeller.egen']}

# Keys of the schema that the full case does not give, and why.
LEFT_OUT = {
    '*.ordning': 'has to name every section that is written, and writes nothing itself',
    'undantag från skrivregler': 'keeps a rule silent, and writes nothing'}

# Keys that what they stand in cannot be without: a contribution says its value in one of several ways.
NEEDED = {'ekonomi.insatser.0.belopp', 'ekonomi.insatser.1.fördelning', 'ekonomi.insatser.2.per invånare',
          'ekonomi.insatser.3.timmar', 'ekonomi.insatser.3.timvärde', 'ekonomi.insatser.4.belopp',
          'ekonomi.insatser.1.fördelning.föreningen', 'parter.föreningen.namn',
          'parter.missionen.namn', 'parter.nämnden.register'}

# What cannot be given without something else, or, after "|", without one of several.
NEEDS = {
    'överenskommelse': ['period|överenskommelse.period'],
    'ekonomi.beräknas till': ['period'], 'ekonomi.index': ['period'], 'ekonomi.utbetalning': ['period'],
    'ekonomi.kostnad per deltagare': ['ekonomi.deltagare'],
    'ekonomi.index.ökningen avrundas till': ['ekonomi.index.ökningen avrundas'],
    'period.förnyas': ['period.till'], 'period.beslutstid': ['period.till'],
    'ekonomi.insatser.0': ['parter.nämnden'], 'ekonomi.insatser.1': ['parter.nämnden', 'parter.föreningen'],
    'ekonomi.insatser.2': ['parter.nämnden', 'ekonomi.invånare'],
    'ekonomi.insatser.3': ['parter.föreningen'], 'ekonomi.insatser.4': ['parter.missionen'],
    'ekonomi.insatser.0.från': ['period'], 'ekonomi.insatser.0.till': ['period'],
    'ekonomi.insatser.1.fördelning.missionen': ['parter.missionen'],
    'ekonomi.kostnader.0': ['parter.föreningen'], 'ekonomi.kostnader.1': ['parter.missionen'],
    # An organisation's own commitment, the grant and the cost have to tally.
    'ekonomi.egen finansiering.föreningen': ['ekonomi.kostnader.0', 'ekonomi.insatser.1', 'parter.missionen']}


def template_sections(template):
    """The keys of a template's sections, and whether a case may leave out their text."""
    sections = {}
    for part in re.split(r'^## ', template, flags=re.M)[1:]:
        head = re.match(r'[^{\n]*\{([^}]*)\}', part)
        if head:
            key, *words = [word.strip() for word in head[1].split(',')]
            sections[key] = 'valfritt' in words or not re.search(r'^\{\{(text|punkter)\}\}$', part, re.M)
    return sections


def full_case(templates):
    """The full case with all document types, and the paths that may not be left out."""
    case, needed = json.loads(json.dumps(FULL)), set(NEEDED)
    for path in sorted(glob.glob(templates + '/*.md')):
        text = open(path, encoding='utf-8').read()
        if re.search(r'^format: text$', text, re.M):
            continue
        key = re.search(r'^nyckel: (.*)$', text, re.M)[1]
        sections = template_sections(text)
        document = json.loads(json.dumps(DOCUMENT))
        if not sections.get('legalitet'):
            del document['utelämna']
        if not sections:
            del document['eget']
        for section, may_be_left_out in sections.items():
            document[section] = ['Nämnden godkänner förslaget.', 'Beslutet gäller genast.'] \
                if section.startswith('förslag') else 'En text om %s.' % section
            if not may_be_left_out:
                needed.add('%s.%s' % (key, section))
        if 'bakgrund' in sections:
            document['bakgrund'] = 'Det här är bakgrunden.'
            for table in TABLES:
                document['tabellen ' + table] = {
                    'rubrik': 'Om ' + table, 'text': '{{tabell %s}}' % table, 'efter': 'bakgrund'}
                needed |= {'%s.tabellen %s.%s' % (key, table, part) for part in ('rubrik', 'text')}
        needed |= {key + '.eget.rubrik', key + '.eget.text'}
        case[key] = document
    return case, needed


# Keys as factors.

def walk(value, path=()):
    """Every key and list item of a case, outermost first."""
    items = value.items() if isinstance(value, dict) else \
        enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield path + (key,), inner
        yield from walk(inner, path + (key,))


def schema_at(schema, path):
    """The schema of a place of a case, or None."""
    for key in path:
        if schema is None:
            return None
        for one in [schema] + schema.get('anyOf', []):
            found = one.get('items') if isinstance(key, int) else \
                one.get('properties', {}).get(key) or one.get('additionalProperties')
            if isinstance(found, dict):
                schema = found
                break
        else:
            return None
    return schema


def schema_keys(schema, path=(), depth=0):
    """Every key that the schema knows, with * for what a person names."""
    for one in [schema] + schema.get('anyOf', []):
        for key, inner in one.get('properties', {}).items():
            yield path + (key,)
            yield from schema_keys(inner, path + (key,), depth + 1)
        for inner in (one.get('items'), one.get('additionalProperties')):
            if isinstance(inner, dict):
                yield from schema_keys(inner, path + ('*',), depth + 1)


def matches(pattern, path):
    return len(pattern) == len(path) and all(p in ('*', k) for p, k in zip(pattern, path))


def dotted(path):
    return '.'.join(str(key) for key in path)


class Factors:
    """The keys that may be left out, by number; a row is the set of those that are given."""

    def __init__(self, case, needed, schema):
        self.case = case
        self.paths = []
        for path, _ in walk(case):
            above = schema_at(schema, path[:-1]) or {}
            required = any(path[-1] in one.get('required', []) for one in [above] + above.get('anyOf', []))
            # A text in a list stands or falls with the list; so do the parts of a case's own table.
            single = isinstance(path[-1], int) and not isinstance(self.value(path), dict)
            of_table = path[0] == 'tabeller' and any(isinstance(key, int) for key in path)
            if not (required or single or of_table or dotted(path) in needed):
                self.paths.append(path)
        self.numbers = {path: i for i, path in enumerate(self.paths)}
        needs = dict(NEEDS)
        for table, sources in TABLES.items():
            for document in case:
                needs['%s.tabellen %s' % (document, table)] = sources
        for document in case:
            needs[document + '.beräkningsbilaga'] = [
                'ekonomi.insatser.0|ekonomi.insatser.4|ekonomi.kostnader.0|tabeller.egen|period.till']
        self.documents = {self.numbers[(key,)] for key in case if key not in FULL}
        self.outer = [[self.numbers[path[:n]] for n in range(1, len(path)) if path[:n] in self.numbers]
                      for path in self.paths]
        self.needs = [[[self.number(one) for one in need.split('|')] for need in needs.get(dotted(path), [])]
                      for path in self.paths]
        assert all(None not in one for need in self.needs for one in need)

    def value(self, path):
        value = self.case
        for key in path:
            value = value[key]
        return value

    def number(self, text):
        return next((i for i, path in enumerate(self.paths) if dotted(path) == text), None)

    def missing(self, schema):
        """Keys of the schema that neither the full case nor LEFT_OUT has."""
        given = [path for path, _ in walk(self.case)]
        return [dotted(key) for key in schema_keys(schema)
                if not any((dotted(key) + '.').startswith(left + '.') for left in LEFT_OUT)
                and not any(matches(key, path) for path in given)]

    def settled(self, row):
        """The row without what has lost the group that it stands in, or something that it needs."""
        row, before = set(row), None
        while row != before:
            before = set(row)
            row = {i for i in row if all(o in row for o in self.outer[i])}
            row = {i for i in row if all(any(one in row for one in need) for need in self.needs[i])}
        # A case has a document.
        return row if row & self.documents else self.settled(row | {min(self.documents)})

    def case_of(self, row):
        """The case that gives exactly the row's keys."""
        left_out = {path for i, path in enumerate(self.paths) if i not in row}

        def kept(value, path):
            if isinstance(value, dict):
                return {key: kept(inner, path + (key,)) for key, inner in value.items()
                        if path + (key,) not in left_out}
            if isinstance(value, list):
                return [kept(inner, path + (i,)) for i, inner in enumerate(value)
                        if path + (i,) not in left_out]
            return value
        return kept(self.case, ())


# The covering array.

def covering_rows(factors, chosen):
    """Rows in which every two factors meet in every way that the rules allow."""
    count = len(factors.paths)
    everything = (1 << count) - 1
    met = {}

    def mask(row):
        return sum(1 << i for i in row)

    def gain(bits):
        return sum(bin((bits if v else ~bits & everything) & ~met.get((i, w, v), 0)).count('1')
                   for i in range(count) for w in [bits >> i & 1] for v in (0, 1))

    def take(row):
        bits = mask(row)
        for i in range(count):
            w = bits >> i & 1
            met[i, w, 1] = met.get((i, w, 1), 0) | bits
            met[i, w, 0] = met.get((i, w, 0), 0) | (~bits & everything)
        rows.append(row)

    rows = []
    while True:
        row = max((factors.settled({i for i in range(count) if chosen.random() < share})
                   for share in (0.3, 0.5, 0.7, 0.9) for _ in range(6)), key=lambda r: gain(mask(r)))
        if gain(mask(row)) < count:
            break
        take(row)
    not_found = []
    for i in range(count):
        for j in range(i + 1, count):
            for w in (0, 1):
                for v in (0, 1):
                    if met.get((i, w, v), 0) >> j & 1:
                        continue
                    row = row_with(factors, chosen, {i: w, j: v})
                    if row is None:
                        not_found.append((i, w, v, j))
                    else:
                        take(row)
    # What no row was made for, another row may have met in passing.
    return rows, sum(not met.get((i, w, v), 0) >> j & 1 for i, w, v, j in not_found)


def pairs_met(count, rows):
    """How many of the four ways of every two factors the rows show: counted for itself, from the rows."""
    met = 0
    for i in range(count):
        for given in (True, False):
            those = [row for row in rows if (i in row) == given]
            for j in range(i + 1, count):
                ways = {j in row for row in those}
                met += len(ways)
    return met


def row_with(factors, chosen, wanted):
    """A row with these two as they are wanted; None when the rules do not allow it."""
    on = set()
    for i, value in wanted.items():
        if value:
            on |= {i} | set(factors.outer[i])
    for _ in range(4):
        for i in list(on):
            for need in factors.needs[i]:
                if not any(one in on for one in need):
                    on |= {need[0]} | set(factors.outer[need[0]])
    for share in (0.5, 0.0):
        row = {i for i in range(len(factors.paths)) if chosen.random() < share}
        row = factors.settled((row | on) - {i for i, value in wanted.items() if not value})
        if all((i in row) == bool(value) for i, value in wanted.items()):
            return row
    return None


# Rules for a line of text, and for what stands in a document.

LINES = [
    ('two commas', r',[ \u00a0]*,'),
    ('two full stops', r'(?<!\.)\.[ \u00a0]*\.(?!\.)'),
    ('two spaces', r'[ \u00a0][ \u00a0]'),
    ('a space before a sign', r'[ \u00a0][,.;:!?)]'),
    ('a space after a bracket', r'\([ \u00a0]'),
    ('nothing in brackets', r'\([ \u00a0]*\)|”[ \u00a0]*”'),
    ('a sign first', r'^[ \u00a0]*[,.;:)]'),
    ('a comma or a space last', r'[,;( \u00a0]$'),
    ('braces', r'\{\{|\}\}'),
]
TEXTS = {'HEADING', 'PARAGRAPH', 'CAPTION', 'FIELD_NAME', 'FIELD_VALUE', 'CELL', 'HEADER_CELL', 'NOTE',
         'SIGNATURE_LINE', 'CONTENTS_ENTRY'}
GROUPS = {'COVER', 'MASTHEAD', 'SECTION', 'LIST', 'ITEM', 'QUOTATION', 'FIELD_LIST', 'FIELD', 'TABLE',
          'TABLE_HEAD', 'TABLE_BODY', 'TABLE_FOOT', 'ROW', 'CONTENTS', 'SIGNATURES', 'SIGNATURE', 'NOTES'}


class Node:
    def __init__(self, kind, level, line):
        self.kind, self.level, self.line = kind, level, line
        self.children = []

    def text(self):
        return self.line if self.kind == 'TEXT_RUN' else ''.join(one.text() for one in self.children)


def read_dump(dump):
    """The documents of a dump, as trees."""
    documents, open_nodes = [], []
    for line in dump.splitlines():
        depth = (len(line) - len(line.lstrip(' '))) // 2
        kind, _, rest = line.strip().partition(' ')
        level = re.match(r'level=(\d)', rest)
        text = rest[1:-1] if kind == 'TEXT_RUN' else '\n' if kind == 'LINE_BREAK' else rest
        text = re.sub(r'\\\{([0-9A-F]+)\}', lambda m: chr(int(m[1], 16)), text)
        node = Node('TEXT_RUN' if kind == 'LINE_BREAK' else kind, int(level[1]) if level else 0, text)
        del open_nodes[depth:]
        if open_nodes:
            open_nodes[-1].children.append(node)
        else:
            documents.append(node)
        open_nodes.append(node)
    return documents


@functools.lru_cache(maxsize=None)
def line_faults(text):
    return [(name, line) for line in text.split('\n') for name, pattern in LINES if re.search(pattern, line)]


def flat(node, inside=()):
    yield node, inside
    for child in node.children:
        yield from flat(child, inside + (node.kind,))


def tree_faults(document):
    kinds = {node.kind for node, _ in flat(document)}
    nodes = [(node, inside) for node, inside in flat(document) if node.kind in TEXTS | GROUPS]
    for i, (node, inside) in enumerate(nodes):
        text = node.text()
        after = nodes[i + 1][0] if i + 1 < len(nodes) else None
        if node.kind in GROUPS and not node.children:
            yield 'an empty part', node.kind
        if node.kind not in TEXTS:
            continue
        in_sum = 'TABLE_FOOT' in inside
        if text.strip() == '' and not (in_sum and node.kind == 'CELL'):
            yield 'an empty part', node.kind
            continue
        yield from line_faults(text)
        following = [n for n, w in nodes[i + 1:] if n.kind in TEXTS]
        if node.kind == 'HEADING':
            outside = after is not None and after.kind in ('NOTES',)
            if not following or outside or (following[0].kind == 'HEADING' and
                                            following[0].level <= node.level):
                yield 'an empty heading', text
        # A draft that does not name its parties yet says so there.
        waits = any(n.text().startswith('[saknas: ') for n in following[:2])
        if node.kind == 'HEADING' and text == 'Underskrifter' and 'SIGNATURE' not in kinds and not waits:
            yield 'nowhere to sign', text
        if node.kind == 'PARAGRAPH' and text.strip().endswith(':') and \
                (after is None or after.kind not in ('LIST', 'TABLE', 'QUOTATION')):
            yield 'a lone label', text


BLOCK = re.compile(r'</?(?:p|li|t[dhr]|d[tdl]|caption|h[1-6]|div|br|section|header|main|footer|nav|[uo]l|table|'
                   r'blockquote|title|body|html|head|aside|article)\b[^>]*>')


def page_lines(text):
    """The texts of a web page, one for each element that stands as a block."""
    text = re.sub(r'<(style|script)\b.*?</\1>', '', text, flags=re.S)
    for block in BLOCK.split(text):
        line = html.unescape(re.sub(r'<[^>]*>', '', block)).strip('\n')
        if line.strip():
            yield line


def page_faults(text):
    for line in page_lines(text):
        yield from line_faults(line)
    for empty in re.findall(r'<(h[1-6]|li|dt|dd|th|p|caption)[^>]*>\s*</\1>', text):
        yield 'an empty part', empty


def markdown_faults(text):
    for line in text.split('\n'):
        if re.match(r'[ |:-]*$', line):
            continue
        # A row of a table, what marks a list or a heading, and the backslash that breaks a line.
        bare = re.sub(r'^ *([-*>]|\d+\.|#+) ', '', line.strip()).rstrip('\\')
        cells = [cell.strip() for cell in bare.strip('|').split(' | ')] if bare.startswith('|') else [bare]
        for cell in cells:
            yield from line_faults(cell.replace('\\', ''))


def text_faults(text):
    for line in text.split('\n'):
        bare = re.sub(r'^\t*(–$|– |\d+\. )?', '', line)
        if bare:
            yield from line_faults(bare)
    # A heading stands right above what it heads; the first is the title.
    blocks = re.sub(r'\AUTKAST\n\n', '', text).rstrip('\n').split('\n\n')
    for block in blocks[1:]:
        if '\n' not in block:
            yield 'an empty heading', block


# Compiling.

def compile_rows(overens, work, templates, factors, rows):
    """The cases that were refused, with their errors; what is wrong with the documents of the others, and
    where; and how many documents there are."""
    folder = os.path.join(work, 'cases')
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(work + '/out', ignore_errors=True)
    os.makedirs(folder)
    with open(os.path.join(folder, 'egen.md'), 'w', encoding='utf-8') as file:
        file.write('En text i en egen fil.\n')
    names = []
    for i, row in enumerate(rows):
        names.append(os.path.join(folder, 'fall-%03d.yaml' % i))
        with open(names[-1], 'w', encoding='utf-8') as file:
            json.dump(factors.case_of(row), file, ensure_ascii=False, indent=1)  # which YAML can read
    base = ['--templates', templates, '--register', os.path.join(TOP, 'agreements/register')]
    run = subprocess.run([overens, 'build', '-q', '--format=plain', '--show', 'document', '--out', work + '/out'] +
                         base + names, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    refused, faults, documents = {}, [], 0
    for line in run.stderr.decode('utf-8').splitlines():
        error = re.match(r'(?:.*/)?([^/]*), rad .*: fel (.*)', line)
        if error:
            refused.setdefault(error[1], []).append(error[2])
    if run.returncode != 0 and not refused:
        refused['?'] = run.stderr.decode('utf-8').splitlines()[-3:]
    for document in read_dump(run.stdout.decode('utf-8')):
        documents += 1
        faults += [('tree', fault) for fault in tree_faults(document)]
    for path in sorted(glob.glob(work + '/out/*/*')):
        if path.endswith('.html'):
            faults += [(path, fault) for fault in page_faults(open(path, encoding='utf-8').read())]
        elif path.endswith('.md'):
            faults += [(path, fault) for fault in markdown_faults(open(path, encoding='utf-8').read())]
        elif path.endswith('.txt'):
            faults += [(path, fault) for fault in text_faults(open(path, encoding='utf-8').read())]
    return refused, faults, documents


def report(right, sentence):
    print('%s optional: %s' % ('ok' if right else 'not ok', sentence))


def report_bad(faults, dump):
    """The rules for lines are broken in every form; those for parts in the tree, some only in one made up:
    the compiler lets no empty part through, and one template has signatures."""
    lines = {name for name, _ in LINES}
    for form, where in (('tree', 'tree'), ('page', '.html'), ('Markdown', '.md'), ('text', '.txt')):
        found = {fault[0] for place, fault in faults if place.endswith(where)}
        report(lines <= found, 'a bad template breaks %d of %d rules for lines in its %s'
               % (len(lines & found), len(lines), form))
        for name in sorted(lines - found):
            print(name)
    report(any(fault[0] == 'an empty heading' for place, fault in faults if place.endswith('.txt')),
           'a bad template has an empty heading in its text')
    parts = {'an empty part', 'an empty heading', 'a lone label', 'nowhere to sign'}
    found = {fault[0] for place, fault in faults if place == 'tree'}
    made_up = {fault[0] for document in read_dump(dump) for fault in tree_faults(document)}
    report(parts <= made_up and parts - found <= {'an empty part', 'nowhere to sign'},
           'a bad template breaks %d of %d rules for parts, a made up tree %d'
           % (len(parts & found), len(parts), len(parts & made_up)))


def main():
    overens, work = os.path.abspath(sys.argv[1]), sys.argv[2]
    bad = sys.argv[4] if len(sys.argv) > 3 else None
    templates = os.path.join(work, 'templates')
    shutil.rmtree(templates, ignore_errors=True)
    shutil.copytree(os.path.join(TOP, 'templates'), templates)
    if bad:
        for path in glob.glob(templates + '/*.md'):
            os.remove(path)
        for path in glob.glob(os.path.dirname(bad) + '/*.md'):
            shutil.copy(path, templates)
    schema = json.loads(subprocess.run([overens, 'schema'], stdout=subprocess.PIPE, check=True).stdout)
    case, needed = full_case(templates)
    factors = Factors(case, needed, schema)
    chosen = random.Random(1)
    everything = set(range(len(factors.paths)))
    alone = [factors.settled({i} | set(factors.outer[i])) for i in sorted(everything)]
    without = [factors.settled(everything - {i}) for i in sorted(everything)]
    rows, impossible = ([], 0) if bad else covering_rows(factors, chosen)
    all_rows = []
    for row in [factors.settled(everything), factors.settled(set())] + rows + (without[:20] if bad else alone + without):
        if row not in all_rows:
            all_rows.append(row)
    refused, faults, documents = compile_rows(overens, work, templates, factors, all_rows)
    if bad:
        report_bad(faults, open(os.path.splitext(bad)[0] + '.dump', encoding='utf-8').read())
        return
    missing = factors.missing(schema)
    report(not missing, 'every key of the schema is given in the full case: %s' % ', '.join(missing or ['yes']))
    report(not refused, 'combinations of %d keys: %d (%d in the covering array), refused: %d'
           % (len(factors.paths), len(all_rows), len(rows), len(refused)))
    for stem, errors in sorted(refused.items())[:12]:
        print(stem, '; '.join(errors[:3]))
    texts = len(glob.glob(work + '/out/*/*.txt'))
    report(documents > 0 and texts > 0 and not faults,
           'documents checked: %d, and texts beside them: %d, with a trace of what is left out: %d'
           % (documents, texts, len(faults)))
    for place, (name, text) in faults[:20]:
        print('%s: %s: %r' % ('/'.join(place.split('/')[-2:]), name, text[:100]))
    count = len(factors.paths)
    met, ways = pairs_met(count, rows), 2 * count * (count - 1)
    report(met + impossible == ways, 'ways that two keys can meet: %d, met in the covering array: %d, not allowed by '
           'what needs what: %d' % (ways, met, impossible))


if __name__ == "__main__":
    main()
