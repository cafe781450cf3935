"""Paragraphs: ten thousand of them, and no amount, date, reference to a law or lettered name broken across lines.

    paragraphs.py OVERENS

The paragraphs are Swedish prose as a case officer types it: ordinary spaces, line ends where her editor put
them, now and then a part in bold. They stand in the body, in lists, quotations, notes and cells of tables. Each
is compiled; pdftotext extracts the lines. ITEM is a regular expression that knows nothing of how the program
keeps words together: what it finds in the lines, one by one, must be what it finds in the paragraphs when
each is a single line. So nothing is broken, and nothing is lost.

That the judge can fail is shown on the same paragraphs in lines that are filled word by word, and on a PDF of
cells that are too narrow for what they hold: there whole words go on the next line, and nothing else is cut."""
import collections
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap

import yaml

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CASES, BODY, LISTED, QUOTED, NOTED, CELLS = 5, 1200, 360, 80, 80, 280  # of each kind, in each case
PER_FILE = 150
NARROW = 13  # columns

# ---- What must stay whole ----

NUMBER = r'\d{1,3}(?: \d{3})*(?:,\d+)?'
MONTH = '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)'
KINDS = {
    'amount': NUMBER + '(?:–' + NUMBER + ')? (?:mn|t|md)?kr(?:/år)?(?!\\w)|' + NUMBER +
              '(?:–' + NUMBER + ')? (?:%|procent|kronor|(?:miljoner|miljarder) kronor)',
    'date': r'(?:(?:[Dd]en )?\d{1,2}(?:–\d{1,2})? )?' + MONTH + r' \d{4}|' +
            r'(?:[Dd]en )?\d{1,2}(?:–\d{1,2})? ' + MONTH + r'|\d{4}-\d\d-\d\d',
    'reference': r'(?:\d+ kap\. )?\d+(?:–\d+| [a-z])? §§?(?: \d+ st\.(?: \d+ p\.)?)?|§ \d+|SFS \d{4}:\d+|'
                 r'\w*(?:lag|lagen|förordningen|balken) \(\d{4}:\d+\)',
    'name': r'(?:part|grupp|alternativ) [A-Z](?!\w)|[Bb]ilaga \d+|punkt [a-z](?!\w)|(?:[A-ZÅÄÖ]\.)+ [A-ZÅÄÖ][a-zåäö]+|'
            r'Dnr [A-ZÅÄÖ]+ \d{4}-\d+',
}
ITEM = re.compile('(?<![\\w,:–-])(?:' + '|'.join('(?P<%s>%s)' % kind for kind in KINDS.items()) + ')')

# ---- Prose ----

SENTENCES = """Nämnden beviljar {amount} till verksamheten från och med den {date}.
Enligt {reference} ansvarar kommunen för att den enskilde får det stöd som behövs.
Bidraget uppgår till {amount} och betalas ut i förskott, senast den {date} varje år som parterna samverkar.
Av kostnaden på {amount} står kommunen för {amount} medan föreningen själv finansierar återstoden.
Överenskommelsen gäller till och med den {date}, om den inte sägs upp av {name} dessförinnan.
Så som framgår av {name} har {name} och {name} kommit överens om att följa upp insatserna två gånger om året.
Med stöd av {reference} och {reference} får uppgifter lämnas ut till den som har ett berättigat intresse.
Index räknas upp med {amount} i {date} och därefter varje år.
Handlingen registrerades {date} och har kompletterats med {name} efter samråd med {name}.
Av {reference} följer att en överenskommelse som löper över {date} ska underställas nämnden.
Det motsvarar {amount}, det vill säga ungefär {amount} av den samlade budgeten.
I {date} redovisar {name} hur medlen har använts, {amount} av dem till lokaler.
Verksamheten vänder sig till barn, unga och deras familjer i hela kommunen och bygger på frivilliga krafter.
Parterna möts i en styrgrupp, där frågor om mål, målgrupp och ekonomi tas upp innan de når nämnden.
Målet är att fler ska delta i samhällslivet på lika villkor, oavsett bakgrund och funktionsförmåga.
Samverkan har utvecklats under flera år, och erfarenheterna är goda.
Beslutet får överklagas enligt {reference}.
Kontaktperson är {name}.""".split('\n')
MONTHS = MONTH[3:-1].split('|')
LAWS = ['lag', 'lagen', 'kommunallagen', 'socialtjänstlagen', 'förvaltningslagen', 'föräldrabalken', 'avgiftsförordningen']
PEOPLE = ['Svensson', 'Berg', 'Åkesson', 'Öberg', 'Ek', 'Lindström']


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def number(self, first, last):
        return self.random.randrange(first, last + 1)

    def integer(self, most):
        return '{:,}'.format(self.number(1, 10 ** self.number(1, most))).replace(',', ' ')

    def decimal(self):
        return '%d,%d' % (self.number(0, 99), self.number(1, 9))

    def amount(self):
        low = self.number(1, 40)
        return self.pick([self.integer(7) + ' kr', self.integer(7) + ' kr', self.integer(6) + ' kr/år',
                          self.integer(7) + ' kronor', self.integer(7) + ',50 kr', self.integer(5) + ' tkr',
                          self.decimal() + ' mnkr', '%d–%d mnkr' % (low, low + 2), self.decimal() + ' %',
                          '%d–%d procent' % (low, low + 9), self.decimal() + ' miljoner kronor'])

    def date(self):
        day, month, year = self.number(1, 28), self.pick(MONTHS), self.number(1990, 2035)
        return self.pick(['%d %s %d' % (day, month, year), '%d %s %d' % (day, month, year), '%d %s' % (day, month),
                          '%d–%d %s %d' % (day, day + 2, month, year), '%s %d' % (month, year),
                          '%d-%02d-%02d' % (year, self.number(1, 12), day)])

    def reference(self):
        section, law = self.number(1, 99), '(%d:%d)' % (self.number(1960, 2024), self.number(1, 1999))
        return self.pick(['%d kap. %d §' % (self.number(1, 30), section), '%d § %d st.' % (section, self.number(1, 4)),
                          '%d § %d st. %d p.' % (section, self.number(1, 4), self.number(1, 9)), '%d §' % section,
                          '%d a §' % section, '%d–%d §§' % (section, section + 2), '§ %d' % section,
                          'SFS ' + law[1:-1], '%s %s' % (self.pick(LAWS), law), '%s %s' % (self.pick(LAWS), law)])

    def name(self):
        return self.pick(['part ' + self.pick('ABCDE'), 'grupp ' + self.pick('ABC'), 'alternativ ' + self.pick('ABC'),
                          'bilaga %d' % self.number(1, 20), 'Bilaga %d' % self.number(1, 9), 'punkt ' + self.pick('abcd'),
                          self.pick('ABEÅÖ') + '. ' + self.pick(PEOPLE), 'A.' + self.pick('BC') + '. ' + self.pick(PEOPLE),
                          'Dnr %s %d-%d' % (self.pick(['KS', 'ÄN', 'SON']), self.number(2015, 2025), self.number(1, 999))])

    def item(self, kind):
        """An item and how it is typed: now and then its first words are bold."""
        text = getattr(self, kind)()
        if ITEM.fullmatch(text) is None:
            raise AssertionError('”%s” is no %s to the judge' % (text, kind))
        words = text.split(' ')
        if self.number(0, 19) > 0:
            return text, text
        bold = self.number(1, len(words))
        return text, ' '.join(['**%s**' % ' '.join(words[:bold])] + words[bold:])

    def paragraph(self, sentences):
        """What it says on one line, and how it is typed on one line."""
        said, typed = [], []
        for _ in range(sentences):
            parts = re.split(r'\{(\w+)\}', self.pick(SENTENCES))
            pairs = [(part, part) if i % 2 == 0 else self.item(part) for i, part in enumerate(parts)]
            said.append(''.join(pair[0] for pair in pairs))
            typed.append(''.join(pair[1] for pair in pairs))
        return ' '.join(said), ' '.join(typed)

    def wrapped(self, typed, indent):
        """As an editor wraps it: at any space, but not so that a line would begin a list."""
        lines, width = [''], self.number(50, 110)
        for word in typed.split(' '):
            if lines[-1] and len(lines[-1]) + len(word) > width and not re.match(r'\d+[.)]$|[-+*]$', word):
                lines.append('')
            lines[-1] += (' ' if lines[-1] else '') + word
        return ('\n' + indent).join(lines)


class Case:
    """A case and the paragraphs in it, each as one line."""

    def __init__(self, number):
        self.writer = Writer('%d' % number)
        self.name = 'p%d' % number
        self.said = collections.defaultdict(list)  # by where they stand
        self.files = {}
        self.notes = {}

    def add(self, place, sentences=None):
        said, typed = self.writer.paragraph(sentences or self.writer.pick([1, 1, 2, 2, 3]))
        self.said[place].append(said)
        return typed

    def body(self):
        text = self.writer.wrapped(self.add('body'), '')
        if len(self.notes) < NOTED:
            key = 'n%d' % (len(self.notes) + 1)
            self.notes[key] = self.add('notes')
            text += '{{not %s}}' % key
        return text

    def listed(self):
        indent = self.writer.pick(['', '  ', '    '])
        label = '- ' if indent or self.writer.number(0, 1) else '1. '
        return indent + label + self.writer.wrapped(self.add('lists'), indent + ' ' * len(label))

    def blocks(self):
        """Paragraphs, lists of several items and quotations, mixed."""
        kinds = ['body'] * BODY + ['quote'] * QUOTED + ['list'] * (LISTED // 6)
        self.writer.random.shuffle(kinds)
        for kind in kinds:
            if kind == 'body':
                yield self.body()
            elif kind == 'quote':
                yield '> ' + self.writer.wrapped(self.add('quotations'), '> ')
            else:
                yield '\n'.join(['- ' + self.writer.wrapped(self.add('lists'), '  ')] +
                                [self.listed() for _ in range(5)])

    def table(self, columns, rows):
        return {'kolumner': [{'rubrik': 'Kolumn %s' % 'ett två tre fyra'.split()[i]} for i in range(columns)],
                'rader': [[self.add('cells', 1).replace('**', '') for _ in range(columns)] for _ in range(rows)]}

    def write(self, folder):
        blocks = list(self.blocks())
        plan = {}
        for i in range(0, len(blocks), PER_FILE):
            file = '%s-%d.md' % (self.name, i // PER_FILE)
            with open(os.path.join(folder, file), 'w', encoding='utf-8') as out:
                out.write('\n\n'.join(blocks[i:i + PER_FILE]) + '\n')
            plan['del %d' % (i // PER_FILE)] = {'fil': file}
        tables = {'t%d' % columns: self.table(columns, CELLS // 4 // columns + 1) for columns in (1, 2, 3, 4)}
        plan['tabeller'] = '\n\n'.join('{{tabell %s}}' % key for key in tables) + '\n'
        matter = {'rubrik': 'Stycken', 'nämnd': 'socialnämnden', 'status': 'utkast'}
        path = os.path.join(folder, self.name + '.yaml')
        write_yaml(path, {'ärende': matter, 'tabeller': tables, 'fotnoter': self.notes, 'prov': plan})
        return path


def write_yaml(path, case):
    with open(path, 'w', encoding='utf-8') as file:
        yaml.safe_dump(case, file, allow_unicode=True, sort_keys=False, width=10000)


# ---- Lines ----

def template_folder(work):
    """The templates and one more, which says nothing of its own that could be taken for a paragraph's."""
    folder = os.path.join(work, 'templates')
    shutil.copytree(os.path.join(TOP, 'templates'), folder)
    sections = ''.join('## Rubrik {%s, valfritt}\n\n{{text}}\n\n' % key
                       for key in ['del %d' % i for i in range(20)] + ['tabeller'])
    with open(os.path.join(folder, 'prov.md'), 'w', encoding='utf-8') as file:
        file.write('---\nnyckel: prov\nbenämning: Prov\nnoter: Noter\n---\n\n# {{dokument.rubrik}}\n\n'
                   '{{#avsnitt}}\n\n%s{{/avsnitt}}\n' % sections)
    return folder


def lines_of(overens, path, work):
    """The lines of a case's PDF, with plain spaces."""
    done = subprocess.run([overens, 'build', '-q', '--templates', os.path.join(work, 'templates'), '--out', work, path],
                          capture_output=True, text=True, cwd=TOP)
    if done.returncode != 0:
        sys.exit('not ok paragraphs: compiles\n' + done.stderr[:2000])
    pdf = os.path.join(work, os.path.basename(path)[:-len('.yaml')], 'prov.pdf')
    read = subprocess.run(['pdftotext', '-raw', '-enc', 'UTF-8', pdf, '-'], capture_output=True, check=True)
    return read.stdout.decode('utf-8').replace('\u00a0', ' ').split('\n')


def items_in(lines):
    """{(kind, item): how many} of what stands whole on a line."""
    return collections.Counter((found.lastgroup, found.group()) for line in lines for found in ITEM.finditer(line))


def filled(paragraphs):
    return [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, 78, break_on_hyphens=False)]


# ---- The judgement ----

def judge(name, faults):
    faults = list(faults)
    print('%s paragraphs: %s' % ('not ok' if faults else 'ok', name))
    for fault in faults[:8]:
        print(fault)
    return not faults


def broken(wanted, found):
    for (kind, item), count in sorted((wanted - found).items()):
        yield '%s ”%s” is not whole %d times' % (kind, item, count)
    for (kind, item), count in sorted((found - wanted).items()):
        yield '%s ”%s” stands %d times more than it was written' % (kind, item, count)


def judge_paragraphs(overens, work):
    said, lines = collections.defaultdict(list), []
    for number in range(CASES):
        case = Case(number)
        lines += lines_of(overens, case.write(work), work)
        for place, paragraphs in case.said.items():
            said[place] += paragraphs
    every = [paragraph for paragraphs in said.values() for paragraph in paragraphs]
    wanted = items_in(every)
    judge('%d, with %d things to keep whole' % (len(every), sum(wanted.values())), broken(wanted, items_in(lines)))
    judge('enough of them in every place', ['%s: %d' % (place, len(said[place])) for place in
          ('body', 'lists', 'quotations', 'notes', 'cells') if len(said[place]) < 400 or len(every) < 10000])
    lost = wanted - items_in(filled(every))
    for kind in KINDS:
        count = sum(n for (k, _), n in lost.items() if k == kind)
        judge('lines filled word by word break %ss, which is seen' % kind, [count] if count < 100 else [])


def judge_narrow(overens, work):
    """Columns of text, so narrow even on a page that lies down that no date fits: lines end at spaces, and words and
    numbers are whole."""
    writer = Writer('narrow')
    cells = [[writer.paragraph(1)[0] for _ in range(NARROW)] for _ in range(6)]
    path = os.path.join(work, 'narrow.yaml')
    write_yaml(path, {'ärende': {'rubrik': 'Smalt', 'nämnd': 'socialnämnden', 'status': 'utkast'},
                      'tabeller': {'smal': {'kolumner': [{'rubrik': 'K%d' % i} for i in range(NARROW)], 'rader': cells}},
                      'prov': {'tabeller': '{{tabell smal}}\n'}})
    lines = lines_of(overens, path, work)
    said = [cell for row in cells for cell in row]
    judge('cells too narrow for a date divide some, which is seen',
          [] if items_in(said) - items_in(lines) else ['nothing was divided'])
    def cut(lines):
        figure = re.compile(r'[\d§][\d§:,.()–-]*')
        wanted, found = (collections.Counter(f for line in each for f in figure.findall(line)) for each in (said, lines))
        return ['”%s” is not whole' % f for f in wanted - found]
    judge('but only at their spaces', cut(lines))
    anywhere = [cell[i:i + 12] for cell in said for i in range(0, len(cell), 12)]
    judge('lines that end anywhere divide numbers, which is seen', [] if cut(anywhere) else ['nothing was divided'])


def main():
    overens = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as work:
        template_folder(work)
        judge_paragraphs(overens, work)
        judge_narrow(overens, work)


main()
