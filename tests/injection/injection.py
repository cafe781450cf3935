"""Injection: nothing that a person types as a value, or writes as a text, becomes markup.

    injection.py OVERENS [PAYLOADS]     every payload in every text field, compared
    injection.py --pages OVERENS FOLDER pages with all of them, for a browser (browser.js)

A case and a register give every text field that their schemas have, so that a new field is in by itself. Each
payload (payloads.txt) then stands in all of them at once. What an HTML parser and a CommonMark parser read in
the documents must be what they read when a harmless word stands there, with the word exchanged for the payload:
the same elements, the same attributes, the payload's own text, to the last sign. Texts that are Markdown get the
payload by themselves, between two words: between these there may be only what Markdown makes, and the text that
the other parser reads in the payload."""
import copy
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from urllib.parse import unquote

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.join(TOP, 'tests'), os.path.join(TOP, 'tests/conformance')]
import document  # noqa: E402
import optional  # noqa: E402

WORD = 'qxq'  # harmless, and with a capital where a sentence begins
BEFORE, AFTER = 'Qfram', 'Qbak'
TABLES_WITH_TEXT = {'egen', 'kostnader', 'fördelning', 'finansiering', 'uppräkning', 'utbetalning'}
STAND_IN = '\ue0ff'

# Text fields that name something else, which has to be there: what they say is chosen, not written.
NAMES = {
    'ärende.nämnd', 'ärende.förvaltning', 'parter.*.register', 'ekonomi.index.serie', 'ekonomi.insatser.*.part',
    'ekonomi.kostnader.*.part', 'tabeller.*.kolumner.*.täljare', 'tabeller.*.kolumner.*.nämnare', '*.ordning.*',
    '*.utelämna.*', '*.*.efter', '*.*.fil', 'nämnder.*.förvaltning', 'lagar.*.ersatt av', 'skrivsätt.beslut står under',
    'kommun.diarienummer.*'}
# Fields that no document shows: they say where the register has things from, or what not to write.
NOT_SHOWN = {
    'nämnder.*.diarieprefix', 'statsstöd.*.källa', 'eurokurs.källa', 'tumregel.källa', 'lagar.*.källa', 'lagar.*.namn',
    'lagar.*.kallas.*', 'nämnder.*.skrivs inte.*', 'förvaltningar.*.skrivs inte.*', 'organisationer.*.skrivs inte.*',
    'index.*.källa', 'index.*.värden.*.källa', 'undantag från skrivregler.*', 'kommun.ort',
    '*.undertecknare.*.ort och datum'}
# What may stand between two words of a text in Markdown.
MARKDOWN_MAKES = {'p', 'em', 'strong', 'a', 'br', 'ul', 'ol', 'li', 'blockquote', 'h2', 'h3', 'h4', 'h5', 'h6', 'span'}
MARKDOWN_ATTRIBUTES = {'href', 'id', 'start', 'lang'}
SCHEMES = ('https:', 'http:', 'mailto:', 'tel:', '#')

REGISTER = {
    'kommun': {'namn': '', 'ort': '', 'organisationsnummer': '212000-0449', 'diarienummer': ['{prefix} {år}-{nummer}']},
    'förvaltningar': {'socialkontoret': {'namn': '', 'skrivs inte': ['']}},
    'nämnder': {'äldrenämnden': {'namn': '', 'förvaltning': 'socialkontoret', 'diarieprefix': '', 'skrivs inte': ['']}},
    'organisationer': {'bilda': {'namn': '', 'kortnamn': '', 'organisationsnummer': '822003-0913',
                                 'sektor': 'idéburen', 'skrivs inte': ['']}},
    'index': {'OPI': {'namn': '', 'källa': '', 'värden': {'2019': {'definitivt': '2 %', 'källa': ''},
                                                          '2020': {'definitivt': '2 %', 'källa': ''}}}},
    'statsstöd': {'tak': {'euro': '900 000 000', 'år': '3', 'från': '2014-01-01', 'källa': ''}},
    'eurokurs': {'kronor': '10,40', 'källa': ''}, 'tumregel': {'offentlig andel högst': '100 %', 'källa': ''},
    'lagar': {'2017:725': {'namn': '', 'kallas': [''], 'från': '2018-01-01', 'källa': ''}},
    'förkortningar': {'ZZQ': ''}}


def pattern(path):
    return '.'.join('*' if isinstance(key, int) else key for key in path)


def is_text(schema):
    return any(one.get('type') == ['string', 'number'] for one in (schema or {}).get('anyOf', []))


def text_fields(schema, value):
    """The paths of all texts that stand in the value."""
    for path, inner in optional.walk(value):
        if isinstance(inner, str) and is_text(optional.schema_at(schema, path)):
            yield path


def texts_of_schema(schema, path=()):
    """Every text field of the schema, with * for what a person names and for items."""
    if is_text(schema):
        yield path
    for one in [schema] + schema.get('anyOf', []):
        for key, inner in one.get('properties', {}).items():
            yield from texts_of_schema(inner, path + (key,))
        for inner in (one.get('items'), one.get('additionalProperties')):
            if isinstance(inner, dict):
                yield from texts_of_schema(inner, path + ('*',))


def put(value, path, text):
    for key in path[:-1]:
        value = value[key]
    value[path[-1]] = text


class Field:
    def __init__(self, place, path, own):
        self.place = place  # 'case' or 'register'
        self.path = path
        self.own = own      # added where no two may be the same
        self.prose = False

    def __str__(self):
        return self.place + ' ' + '.'.join(map(str, self.path))


class Bench:
    """The case, the register, the templates with a logotype, and the fields in them."""

    def __init__(self, overens, work):
        self.overens, self.work = overens, work
        self.templates = os.path.join(work, 'templates')
        shutil.copytree(os.path.join(TOP, 'templates'), self.templates)
        shutil.copy(os.path.join(TOP, 'tests/fixtures/logotype/logotyp.svg'), self.templates)
        self.css = open(self.templates + '/style.css', encoding='utf-8').read()
        self.layout = open(self.templates + '/layout.yaml', encoding='utf-8').read()
        self.schemas = {'case': self.schema(), 'register': self.schema('register')}
        self.register = copy.deepcopy(REGISTER)
        rules = self.schemas['register']['properties']['skrivregler']['properties']
        self.register['skrivregler'] = {rule: 'av' for rule in rules}
        self.case = self.full_case()
        self.fields = [self.field(place, path)
                       for place, value in (('case', self.case), ('register', self.register))
                       for path in text_fields(self.schemas[place], value)
                       if not self.is_kept(path)]

    def schema(self, *what):
        return json.loads(subprocess.run([self.overens, 'schema', *what], stdout=subprocess.PIPE, check=True).stdout)

    def full_case(self):
        """One with every key, in which only one document shows the tables."""
        case, _ = optional.full_case(self.templates)
        case['ärende']['diarienummer'] = ''
        case['parter']['bilda'] = {'register': 'bilda'}
        case['förkortningar'] = {'ZZR': ''}
        case['tabeller']['egen']['kolumner'][0]['rubrik'] = ''
        documents = [key for key in case if key not in optional.FULL]
        for key in documents:
            plan = case[key]
            for section in [name for name in plan if name.startswith('tabellen ')]:
                if key != documents[-1] or section.split()[1] not in TABLES_WITH_TEXT:
                    del plan[section]
            plan['beräkningsbilaga'] = 'nej'
            if 'bakgrund' in plan:
                plan['bakgrund'] = 'ZZQ ZZR {{not lag}} {{parter.bilda.namn}} {{parter.bilda.kortnamn}}'
        return case

    def field(self, place, path):
        return Field(place, path, ' k%d' % path[3] if path[2:3] == ('kolumner',) else '')

    def kind_of(self, field):
        """The field as its schema has it: the same in whatever document and for whatever party."""
        path = tuple('*' if isinstance(key, int) else key for key in field.path)
        return field.place, next(one for one in texts_of_schema(self.schemas[field.place])
                                 if optional.matches(one, path) or optional.matches(one + ('*',), path))

    def is_kept(self, path):
        """Whether the text is needed as it is: it names something, or is named, or shows what has texts."""
        of_table = path[0] == 'tabeller'
        return matches_any(path, NAMES) or path[-1] == 'bakgrund' or 'tabellen ' in '.'.join(map(str, path)) or \
            (of_table and path[-2:] in ((1, 'rubrik'), (2, 'rubrik'))) or \
            (of_table and 'rader' in path and path[-1] != 0)

    def write(self, values, words):
        """The case and the register with a text in each field; `words` for the logotype and the file."""
        inputs = {'case': copy.deepcopy(self.case), 'register': copy.deepcopy(self.register)}
        for field in self.fields:
            put(inputs[field.place], field.path, values[field])
        os.makedirs(self.work + '/register', exist_ok=True)
        for path, value in (('/fall.yaml', inputs['case']), ('/register/register.yaml', inputs['register'])):
            with open(self.work + path, 'w', encoding='utf-8') as file:
                json.dump(value, file, ensure_ascii=False, indent=1)  # which YAML can read
        with open(self.work + '/egen.md', 'w', encoding='utf-8', newline='') as file:
            file.write(words['file'])
        with open(self.templates + '/layout.yaml', 'w', encoding='utf-8') as file:
            file.write(self.layout + 'logotyp: ' + json.dumps(
                {'fil': 'logotyp.svg', 'höjd': '12 mm', 'beskrivning': words['logotype']}, ensure_ascii=False) + '\n')

    def compile(self, name):
        """(exit code, report) and the files written, in a folder of their own."""
        out = os.path.join(self.work, 'out', name)
        done = subprocess.run(
            [self.overens, 'build', '-q', '--format=plain', '--templates', self.templates, '--register',
             self.work + '/register', '--out', out, self.work + '/fall.yaml'], capture_output=True)
        files = sorted(path for path in glob.glob(out + '/fall/*') if not path.endswith('.pdf'))
        return done.returncode, done.stderr.decode('utf-8', 'replace'), files


def matches_any(path, patterns):
    return any(optional.matches(tuple(one.split('.')), tuple(map(str, path))) for one in patterns)


def read_trees(files):
    """{file: its events} by trees.js."""
    if not files:
        return {}
    done = subprocess.run(['node', HERE + '/trees.js'], input='\n'.join(files), capture_output=True, text=True,
                          env=dict(os.environ, NODE_PATH=TOP + '/out/node/node_modules'))
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return dict(zip(files, map(json.loads, done.stdout.splitlines())))


def read_payloads(path):
    """[(where it is refused: '', 't', 'p', 'tp'; the payload)]"""
    payloads = []
    with open(path, encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                flags, text = line.rstrip('\n').split('\t')
                payloads.append((flags.strip('-'), json.loads(text)))
    return payloads


# ---- Comparing ----

def plain(text):
    """A no-break space keeps words together and is a space all the same, and so is a tab; lines are filled anew."""
    return re.sub('[ \t\n]+', ' ', text.replace('\u00a0', ' '))


def capital(text):
    """With its first letter in upper case, as where a sentence begins."""
    for at, sign in enumerate(text):
        if sign in '0123456789':
            break
        if re.match('[A-Za-zÀ-ɏ]', sign) and sign not in '×÷':
            return text[:at] + (sign.upper() if len(sign.upper()) == 1 else sign) + text[at + 1:]
    return text


def exchanged(text, payload):
    """What stands in the place of the harmless word: a value has no spaces around it."""
    payload = payload.strip(' ')
    if payload[-1:].lower() in tuple('sxz'):
        # What ends so is its own genitive, and letters read one by one have a colon before theirs.
        text = text.replace(capital(WORD) + 's', capital(WORD))
    elif re.search('[A-Z]{2}$', payload):
        text = text.replace(capital(WORD) + 's', capital(WORD) + ':s')
    return text.replace(WORD, payload).replace(capital(WORD), capital(payload))


def in_json(value, payload):
    if isinstance(value, dict):
        return {in_json(key, payload): in_json(inner, payload) for key, inner in value.items()}
    if isinstance(value, list):
        return [in_json(inner, payload) for inner in value]
    return plain(exchanged(value, payload)) if isinstance(value, str) else value


MADE = ('id', 'aria-labelledby')  # names that headings get from their words


DATA_DIGEST = re.compile("(?<=script-src 'sha256-)[A-Za-z0-9+/=]+(?=')")  # of what the page tells machines


def attributes_differ(found, wanted, payload):
    if list(found) != list(wanted):
        return True
    for name, value in found.items():
        if name in MADE or (name == 'href' and wanted[name].startswith('#')):
            if not re.fullmatch('#?[^\\s<>"\'`()]+', value):
                return True
        elif plain(DATA_DIGEST.sub('', value)) != plain(exchanged(DATA_DIGEST.sub('', wanted[name]), payload)):
            return True
    return False


def pair_differs(found, wanted, payload, is_data):
    if isinstance(found, str) != isinstance(wanted, str):
        return True
    if isinstance(found, str):
        if is_data:
            return in_json(json.loads(found), WORD) != in_json(json.loads(wanted), payload)
        found, wanted = plain(found).strip(' '), plain(exchanged(wanted, payload)).strip(' ')
        # Where the payload has no letter, the first of the sentence is one of ours.
        return found != wanted and (capital(payload) != payload or found.lower() != wanted.lower())
    if found[:2] != wanted[:2]:
        return True
    return found[0] == '<' and attributes_differ(found[2], wanted[2], payload)


def difference(found, wanted, payload):
    """The first place where a document is another than that of the harmless word with the payload in it."""
    for i, (a, b) in enumerate(zip(found, wanted)):
        is_data = i > 0 and wanted[i - 1][:2] == ['<', 'script']
        if pair_differs(a, b, payload, is_data):
            return '%r, and not %r' % (a, b)
    return None if len(found) == len(wanted) else '%d parts for %d' % (len(found), len(wanted))


# ---- Texts in Markdown ----

def pieces(events):
    """What stands between each two words, in order."""
    inside, piece = False, []
    for event in events:
        if isinstance(event, str):
            for part in re.split('(%s|%s)' % (BEFORE, AFTER), event):
                if part == BEFORE:
                    inside, piece = True, []
                elif part == AFTER:
                    if inside:
                        yield piece
                    inside = False
                elif inside:
                    piece.append(part)
        elif inside:
            piece.append(event)


def said(piece):
    """The text of a piece, without any space: what is one paragraph to one is two to another."""
    return re.sub(r'\s', '', ''.join(part for part in piece if isinstance(part, str)))


def said_plainly(piece):
    """The same where a link is followed by its address."""
    words, address, at = '', None, 0
    for part in piece:
        words += said([part])
        if part[:2] == ['<', 'a'] and part[2]['href'].lower().startswith(SCHEMES[:-1]):
            address, at = re.sub('^(mailto|tel):', '', unquote(part[2]['href'])), len(words)
        elif part[:2] == ['>', 'a'] and address is not None:
            words, address = words + ('(' + address + ')' if address != words[at:] else ''), None
    return words


def piece_fault(piece, is_page):
    for part in piece:
        if isinstance(part, str) or part[0] == '>':
            continue
        if part[0] != '<':
            return 'it has %r' % part
        if is_page and (part[1] not in MARKDOWN_MAKES or not set(part[2]) <= MARKDOWN_ATTRIBUTES):
            return 'it has the element %r' % part
        address = part[2].get('href')
        if address is not None and not address.lower().startswith(SCHEMES):
            return 'it leads to %s' % address
    return None


def prose_faults(tree, is_page, words, count):
    found = list(pieces(tree))
    if len(found) < count:
        return ['%d texts of %d are there' % (len(found), count)]
    for piece in found:
        fault = piece_fault(piece, is_page)
        if fault:
            return [fault]
        if words is not None and said(piece) != words:
            return ['it says %r, not %r' % (said(piece), words)]
    faults = [event for event in tree if not isinstance(event, str) and event[0] in ('fault', '!')]
    return ['the page has %r' % faults[0]] if faults else []


def prose_of(payload):
    return '%s\n\n%s\n\n%s' % (BEFORE, payload, AFTER)


# ---- All of it ----

class Log:
    def __init__(self):
        self.failed = 0

    def report(self, name, faults):
        faults = list(faults)
        self.failed += bool(faults)
        print('%s injection: %s' % ('not ok' if faults else 'ok', name))
        for fault in faults[:8]:
            print('  ' + fault)


def letters(number):
    return 'q%s%sq' % (chr(97 + number // 26), chr(97 + number % 26))


def find_fields(log, bench):
    """Which fields are Markdown, and that each is shown by some document."""
    marks = {field: letters(i) for i, field in enumerate(bench.fields)}
    bench.write({field: '*%s*%s' % (mark, field.own) for field, mark in marks.items()},
                {'file': 'Filen.', 'logotype': 'Märket'})
    code, report, files = bench.compile('fields')
    log.report('the full case compiles', [report] if code else [])
    unseen = {bench.kind_of(field): field for field in bench.fields}
    for events in read_trees([path for path in files if path.endswith('.html')]).values():
        text = json.dumps(events)
        for field, mark in marks.items():
            in_emphasis = re.search(r'\["<", "em", \{\}\], "%s"' % mark, text, re.I)
            field.prose = field.prose or in_emphasis is not None
            if in_emphasis or re.search(r'\*%s\*' % mark, text, re.I):
                unseen.pop(bench.kind_of(field), None)
    log.report('every text field is shown', [
        str(field) for field in unseen.values() if not matches_any(field.path, NOT_SHOWN)])
    known = {place: [field.path for field in bench.fields if field.place == place] for place in bench.schemas}
    log.report('every text field of the schemas is there', [
        '.'.join(path) for place, schema in bench.schemas.items() for path in texts_of_schema(schema)
        # A list of texts may be written as one text.
        if not any(optional.matches(wanted, tuple('*' if isinstance(key, int) else key for key in other))
                   for other in known[place] for wanted in (path, path + ('*',)))
        and not any(matches_any(wanted, NAMES | NOT_SHOWN) for wanted in (path, path + ('*',)))])


class Run:
    """All payloads in one kind of field."""

    def __init__(self, log, bench, kind):
        self.log, self.bench, self.kind = log, bench, kind
        self.is_prose = kind == 'prose'
        self.results = {}

    def compile(self, name, payload):
        values = {}
        for field in self.bench.fields:
            if self.is_prose:
                values[field] = prose_of(payload) if field.prose else 'Ord' + field.own
            else:
                values[field] = 'En text.' if field.prose else payload.strip(' ') + field.own if field.own else payload
        self.bench.write(values, {'file': prose_of(payload) if self.is_prose else 'Filen.',
                                  'logotype': 'Märket' if self.is_prose else payload})
        return self.bench.compile(self.kind + name)

    def all(self, payloads):
        flag = 'p' if self.is_prose else 't'
        wanted = self.compile('-word', WORD)
        trees = read_trees(wanted[2])
        surprises, made = [], []
        for number, (flags, payload) in enumerate(payloads):
            code, report, files = self.compile('-%03d' % number, payload)
            refused = code == 1 and re.search(r', rad \d+, kolumn \d+: fel E\d\d\d', report) is not None
            if code not in (0, 1) or (code == 1 and not refused) or refused != (flag in flags):
                surprises.append('%r: exit %d, %s' % (payload, code, report.split('\n')[0]))
            if code == 0:
                made.append((payload, files))
        self.log.report('%s: refused are those that should be, with a place and a code' % self.kind, surprises)
        return self.judge(made, {os.path.basename(path): tree for path, tree in trees.items()})

    def judge(self, made, wanted):
        trees = read_trees([path for _, files in made for path in files])
        payloads = [payload for payload, _ in made] if self.is_prose else []
        said_by, plainly = self.said_by(payloads), self.said_by(payloads, said_plainly)
        faults, pages = [], 0
        for payload, files in made:
            for path in files:
                name = os.path.basename(path)
                words = (plainly if name.endswith('.txt') else said_by).get(payload)
                if name.endswith('.txt') and self.is_prose:
                    # The marks of lists and quotations are the writer's own.
                    trees[path] = [re.sub(r'(?m)^\t*(– |> |\d+\. )', '', text) for text in trees[path]]
                found = self.faults(trees[path], wanted[name], payload, name.endswith('.html'), words)
                faults += ['%r in %s: %s' % (payload, name, fault) for fault in found]
                pages += 1
        self.log.report('%s: %d payloads change nothing but the text, in %d documents'
                        % (self.kind, len(made), pages), faults)
        return made, trees, wanted

    def faults(self, tree, wanted, payload, is_page, words):
        if self.is_prose:
            count = len(list(pieces(wanted)))
            return prose_faults(tree, is_page, None if '{{' in payload else words, count)
        fault = difference(tree, wanted, payload)
        return [fault] if fault else []

    def said_by(self, payloads, said=said):
        """{payload: the text that the CommonMark parser reads in it}"""
        paths = {}
        for number, payload in enumerate(payloads):
            paths[payload] = os.path.join(self.bench.work, '%d.payload.md' % number)
            with open(paths[payload], 'w', encoding='utf-8', newline='') as file:
                # A reference by number is no markup to us: it stays as it was typed.
                file.write(prose_of(payload.replace('&#', '&' + STAND_IN + '#')))
        trees = read_trees(list(paths.values()))
        # To us HTML is text.
        return {payload: said(next(pieces([part[1] if part[0] == 'html' else part for part in trees[path]])))
                .replace(STAND_IN, '') for payload, path in paths.items()}


# ---- Judging the comparison ----

def spoil(path, payload):
    """The page with one escaped sign of the payload written as it is."""
    with open(path, encoding='utf-8') as file:
        page = file.read()
    escaped = payload.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    at = page.find(escaped, page.find('<main'))
    if at < 0:
        return None
    with open(path, 'w', encoding='utf-8') as file:
        file.write(page[:at] + payload + page[at + len(escaped):])
    return path


def judge_comparison(log, run, made, wanted):
    """A writer that leaves one place unescaped is found."""
    missed, tried, said_by = [], 0, run.said_by([payload for payload, _ in made]) if run.is_prose else {}
    harmful = [(payload, files) for payload, files in made if re.match('<[a-zA-Z!/]+[ >]', payload)]
    for payload, files in harmful:
        page = next(path for path in files if path.endswith('.html'))
        if spoil(page, payload) is None:
            continue
        tried += 1
        found = run.faults(read_trees([page])[page], wanted[os.path.basename(page)], payload, True,
                           said_by.get(payload))
        if not found:
            missed.append('%r' % payload)
    log.report('%s: one place unescaped is found, %d times of %d' % (run.kind, tried - len(missed), tried),
               missed if tried >= 20 else ['only %d could be tried' % tried])


def crowded_case(bench, payloads):
    """One case with all payloads that are taken: as values in lists and cells, as texts in points of their own;
    and in every other field one that is taken as both."""
    both = [payload for flags, payload in payloads if not flags and '{{' not in payload]
    for place, field in enumerate(bench.fields):
        put(bench.case if field.place == 'case' else bench.register, field.path,
            both[place * 7 % len(both)].strip(' ') + field.own)
    values = [payload for flags, payload in payloads if 't' not in flags]
    texts = [payload for flags, payload in payloads if 'p' not in flags and '{{' not in payload]
    bench.case['ärende']['handläggare'] = values
    bench.case['tabeller']['egen']['rader'] = [[value, '1 000 kr', '2 000 kr'] for value in values]
    for document in [plan for key, plan in bench.case.items() if key not in optional.FULL]:
        document['beslutet skickas till'] = texts
        if 'eget' in document:
            document['eget']['punkter'] = texts
    bench.fields = []
    bench.write({}, {'file': 'Filen.', 'logotype': values[0]})
    return len(values), len(texts)


def write_pages(overens, folder):
    """Pages for a browser; prints how many payloads they have."""
    with tempfile.TemporaryDirectory() as work:
        bench = Bench(overens, work)
        counts = crowded_case(bench, read_payloads(HERE + '/payloads.txt'))
        code, report, files = bench.compile('pages')
        if code != 0:
            sys.exit(report)
        for path in files:
            if path.endswith('.html'):
                shutil.copy(path, folder)
        print('# %d payloads as values and %d as texts in each page' % counts)


def main():
    if sys.argv[1] == '--pages':
        return write_pages(os.path.abspath(sys.argv[2]), sys.argv[3])
    overens = os.path.abspath(sys.argv[1])
    payloads = read_payloads(sys.argv[2] if len(sys.argv) > 2 else HERE + '/payloads.txt')
    log = Log()
    # Memory, where there is a disk of it: each compilation waits until its files are on the disk.
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.path.isdir('/dev/shm') else None) as work:
        bench = Bench(overens, work)
        find_fields(log, bench)
        for kind in ('plain', 'prose'):
            run = Run(log, bench, kind)
            made, _, wanted = run.all(payloads)
            judge_comparison(log, run, made[::3], wanted)
    sys.exit(log.failed > 0)


main()
