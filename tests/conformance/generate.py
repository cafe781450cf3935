"""Generate: cases that nobody would write, so that the PDF is tried where no real case goes.

    generate.py FOLDER COUNT SEED

Each is a whole case that compiles: random sections, lists in lists, tables of one to eight columns,
footnotes, words too long for any line, many who sign, every document type; a draft that lacks a
value here and there. The same seed gives the
same cases."""
import os
import random
import re
import sys

import yaml

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORDS = """och att det som en på är av för med till den har de inte om ett kommunen nämnden parterna
överenskommelsen verksamheten deltagare samverkan civilsamhället förening idéburen offentlig partnerskap
insats målgrupp uppföljning styrgrupp möte beslut ansvar stöd barn unga äldre vuxna språk arbete bostad
hälsa delaktighet utveckling behov mål syfte resurs volontär handläggare ordförande kassör protokoll
effektiv affisch flöde häfte offert fjärde kafé idé armé à Ångström Örebro Åre éclair naïv Zürich så då
""".split()
LONG_WORDS = """ersättningsutredningsförfarandet arbetsmarknadsdepartementsutredningssekreterare
kommunfullmäktigeledamotsersättningsbestämmelser nordvästersjökustartilleriflygspaningssimulatoranläggning
mellanmänskligt-och-därför-ofta-hopskrivet individ/familj/grupp/samhälle utbildnings-och
https://example.org/en/mycket/lång/adress/utan/mellanrum?fråga=svar&nästa=sida Sömn\u00adsvårig\u00adhets\u00adgruppen
socialtjänst\u00adorganisations\u00adförändringsarbete""".split()
ODD = ['3\u00a0kap. 1\u00a0§', '”citat”', '’enkelt’', '–', 'ja/nej', 'AB & Co', '<b>inte märkord</b>', '½', '…',
       '\\*stjärna\\*', 'a|b', '(SOU 2019:56)', 'å\u00a0ä\u00a0ö', '×', '≤', '€', 'e\u0301', 'A\u030angström',
       'fi ffi fl ffl', '1\u00a0234', 'punkt.utan.mellanrum', '[hakar]', 'C:\\\\mapp', '"rakt"', "'", '§§', '#']
BOARDS = ['arbetsmarknadsnämnden', 'bildningsnämnden', 'omsorgsnämnden', 'socialnämnden', 'äldrenämnden']
ROLES = ['ordförande', 'förvaltningsdirektör', 'verksamhetschef', 'kassör och vice ordförande i distriktet']
KINDS = ['text', 'text', 'text', 'belopp', 'antal', 'datum']


class Dumper(yaml.SafeDumper):
    """What is not there yet is a key with nothing after it."""


Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar('tag:yaml.org,2002:null', ''))


class Case:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.notes = {}
        self.tables = {}
        self.called = []

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def number(self, first, last):
        return self.random.randrange(first, last + 1)

    # ---- Words ----

    def word(self, odd=True):
        roll = self.number(0, 999)
        if roll < 25:
            return self.pick(LONG_WORDS)
        if roll < 32:
            return ''.join(self.pick('abcdefghijklmnopqrstuvwxyzåäö') for _ in range(self.number(30, 140)))
        if roll < 80:
            return ''.join(self.pick(WORDS) for _ in range(self.number(2, 5)))
        if roll < 120 and odd:
            return self.pick(ODD)
        return self.pick(WORDS)

    def words(self, count, odd=True):
        """Plain text, such as a name or a heading."""
        text = ' '.join(self.word(odd) for _ in range(count))
        return text[:1].upper() + text[1:]

    def name(self):
        return self.words(self.number(1, 6), odd=False)

    # ---- Prose ----

    def inline(self, notes):
        text = ' '.join(self.word() for _ in range(self.number(1, 8)))
        roll = self.number(0, 99)
        if roll < 8:
            return '*%s*' % self.words(self.number(1, 4), odd=False)
        if roll < 16:
            return '**%s**' % self.words(self.number(1, 4), odd=False)
        if roll < 20:
            return '[%s](https://example.org/%s)' % (self.words(self.number(1, 6), odd=False), self.number(1, 99))
        if roll < 22:
            return '<https://example.org/%s>' % ''.join(self.pick('abc/-') for _ in range(self.number(3, 60)))
        if roll < 24:
            return '`%s`' % self.pick(WORDS)
        if roll < 30 and notes:
            return '%s{{not %s}}' % (self.pick(WORDS), self.note())
        if roll < 32:
            return '{{språk engelska: %s}}' % self.words(self.number(1, 6), odd=False)
        if roll < 35:
            return self.pick(['{{ekonomi.bidrag}}', '{{ekonomi.omfattning}}', '{{parter.nämnden.namn}}',
                              '{{period.längd}}', '{{ärende.datum}}'])
        return text

    def note(self):
        if self.notes and self.chance(30):
            return self.pick(sorted(self.notes))
        key = 'n%d' % (len(self.notes) + 1)
        self.notes[key] = ''  # keeps its place while its own text is made
        length = self.number(100, 300) if self.chance(3) else self.number(3, 40)
        self.notes[key] = '%s *%s*.' % (self.words(length), self.words(2, odd=False))
        return key

    def paragraph(self, notes=True):
        lines = []
        for _ in range(self.number(1, 4)):
            sentence = ' '.join(self.inline(notes) for _ in range(self.number(1, 3)))
            lines.append(self.pick(WORDS).capitalize() + ' ' + sentence + '.')
        return '\n'.join(line + ('\\' if self.chance(4) and i + 1 < len(lines) else '')
                         for i, line in enumerate(lines))

    def list(self, depth):
        ordered, loose = self.chance(40), self.chance(20)
        start = self.number(1, 98) if self.chance(20) else 1
        items = []
        for i in range(self.number(1, 4)):
            label = '%d. ' % (start + i) if ordered else '- '
            body = self.paragraph() if self.chance(20) else self.inline(True)
            if depth < 5 and self.chance(25):
                body += '\n' + ('\n' if loose else '') + self.list(depth + 1)
            elif loose and self.chance(30):
                body += '\n\n' + self.paragraph()
            items.append(label + body.replace('\n', '\n' + ' ' * len(label)))
        return ('\n\n' if loose else '\n').join(items)

    def quotation(self, depth):
        body = '\n\n'.join(self.block(depth + 1) for _ in range(self.number(1, 2)))
        return '\n'.join('> ' + line for line in body.split('\n'))

    def block(self, depth=0):
        roll = self.number(0, 99)
        if roll < 55:
            return self.paragraph()
        if roll < 72:
            return self.list(depth)
        if roll < 76 and depth < 3:
            return self.quotation(depth)
        if roll < 84 and depth == 0:
            return '#' * self.number(1, 6) + ' ' + self.words(self.number(1, 10), odd=False)
        if roll < 92 and depth == 0:
            return '{{tabell %s}}' % self.table()
        if roll < 94 and depth == 0:
            return '\n'.join('    ' + ' '.join(self.pick(WORDS) for _ in range(self.number(1, 25)))
                             for _ in range(self.number(1, 5)))
        return self.paragraph()

    def prose(self):
        most = 9 if self.chance(6) else 2
        blocks = [self.block() for _ in range(self.number(0, most))]
        return '\n\n'.join(['Inledning. ' + self.inline(False)] + blocks) + '\n'

    # ---- Tables ----

    def cell(self, kind):
        if self.chance(8):
            return ''
        if kind == 'belopp':
            return self.amount(self.number(0, 99999999)) + ' kr'
        if kind == 'antal':
            return self.amount(self.number(0, 99999))
        if kind == 'datum':
            return '20%02d-%02d-%02d' % (self.number(10, 40), self.number(1, 12), self.number(1, 28))
        return self.words(self.number(1, 20 if self.chance(8) else 3))

    def amount(self, value):
        return '{:,}'.format(value).replace(',', ' ')

    def table(self):
        if self.tables and self.chance(20):
            return self.pick(sorted(self.tables))
        key = 't%d' % (len(self.tables) + 1)
        columns, kinds = [], []
        for i in range(self.number(1, 8)):
            kinds.append(self.pick(KINDS) if i > 0 else 'text')
            columns.append({'rubrik': '%s %d' % (self.words(self.number(1, 4), odd=False), i + 1),
                            'slag': kinds[-1]})
        rows = [[self.cell(kind) for kind in kinds]
                for _ in range(self.number(20, 50) if self.chance(8) else self.number(1, 9))]
        for row in rows:
            row[0] = row[0] or '–'
        table = {'kolumner': columns, 'rader': rows}
        if self.chance(60):
            table['rubrik'] = self.words(self.number(2, 14))
        if self.chance(50) and any(kind in ('belopp', 'antal') for kind in kinds):
            table['summarad'] = 'Summa'
        self.tables[key] = table
        return key

    # ---- The case ----

    def signatory(self):
        person = {}
        if self.chance(80):
            person['namn'] = self.name()
        if self.chance(70) or not person:
            person['roll'] = self.pick(ROLES)
        if self.chance(30):
            person['ort och datum'] = 'Linköping'
        return person

    def parties(self):
        parties = {'nämnden': {'register': self.pick(BOARDS)}}
        for i in range(self.number(1, 5)):
            parties['f%d' % (i + 1)] = {'namn': 'Föreningen %d %s' % (i + 1, self.name()), 'sektor': 'idéburen'}
        for party in parties.values():
            most = 9 if self.chance(10) else 3
            people = [self.signatory() for _ in range(self.number(0, most))]
            if people:
                party['undertecknare'] = people
        return parties

    def economy(self, parties):
        ideal = [key for key in parties if key != 'nämnden']
        contributions = [{'part': 'nämnden', 'slag': 'kontant', 'belopp': '%s kr/år' % self.amount(self.number(1, 9999) * 100)}]
        contributions += [{'part': key, 'slag': self.pick(['in natura', 'lokaler', 'material']),
                           'belopp': '%s kr/år' % self.amount(self.number(9999, 99999) * 100)} for key in ideal]
        return {'insatser': contributions}

    def document(self, template):
        plan = {}
        for key, optional in template['sections']:
            if optional and self.chance(50):
                plan.setdefault('utelämna', []).append(key)
            elif key == 'förslag till beslut':
                plan[key] = [self.paragraph(notes=False) for _ in range(self.number(1, 9))]
            else:
                plan[key] = self.prose()
        for i in range(self.number(0, 2)):
            after = self.pick([key for key, _ in template['sections'] if key in plan])
            plan['eget avsnitt %d' % i] = {'rubrik': self.words(self.number(1, 9), odd=False), 'efter': after, 'text': self.prose()}
        if template['name'] == 'överenskommelse':
            plan['innehållsförteckning'] = 'ja' if self.chance(60) else 'nej'
        else:
            plan['undertecknare'] = [self.signatory() for _ in range(self.number(1, 6))]
            plan['underlag'] = [self.words(self.number(1, 20)) for _ in range(self.number(1, 8))]
            plan['beslutet skickas till'] = [self.words(self.number(1, 5)) for _ in range(self.number(1, 5))]
        if self.chance(15):
            plan['beräkningsbilaga'] = 'ja'
        if self.chance(20):
            plan['rubrik'] = self.words(self.number(1, 20), odd=False)
        return plan

    def whole(self, templates):
        matter = {'rubrik': self.words(self.number(2, 16), odd=False),
                  'datum': '2020-%02d-%02d' % (self.number(1, 12), self.number(1, 28)),
                  'nämnd': self.pick(BOARDS), 'status': self.pick(['utkast', 'förslag', 'beslutad']),
                  'handläggare': [self.name() for _ in range(self.number(1, 4))]}
        if self.chance(70):
            matter['diarienummer'] = 'KS 2020-%d' % self.number(1, 999)
        parties = self.parties()
        chosen = [t for t in templates if self.chance(20)] or [self.pick(templates)]
        plans = {template['name']: self.document(template) for template in chosen}
        case = {'ärende': matter, 'parter': parties,
                'period': {'från': '2021-01-01', 'till': '2023-12-31', 'uppsägningstid': '6 månader'},
                'ekonomi': self.economy(parties)}
        if self.tables:
            case['tabeller'] = self.tables
        if self.notes:
            case['fotnoter'] = self.notes
        case.update(plans)
        if matter['status'] == 'utkast':
            self.take_away(case)
        return case

    def take_away(self, node):
        """Some of a draft's values are not there yet."""
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            if isinstance(value, (dict, list)):
                if key not in ('tabeller', 'utelämna'):
                    self.take_away(value)
            elif isinstance(node, dict) and key not in ('status', 'efter') and self.chance(15):
                node[key] = None


def read_templates():
    """Name and sections, (key, whether it is optional), of each document type."""
    templates = []
    folder = os.path.join(TOP, 'templates')
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.md'):
            continue
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            text = file.read()
        if re.search(r'^format: text$', text, re.M):  # no document, and no PDF
            continue
        sections = re.findall(r'^## [^{\n]*\{([^,}]+)(, valfritt)?\}$', text, re.M)
        templates.append({'name': re.search(r'^nyckel: (.*)$', text, re.M).group(1),
                          'sections': [(key, bool(optional)) for key, optional in sections]})
    return templates


def generate(folder, count, seed):
    """Writes the cases and returns their paths."""
    templates, paths = read_templates(), []
    os.makedirs(folder, exist_ok=True)
    for i in range(count):
        case = Case('%s %d' % (seed, i)).whole(templates)
        paths.append(os.path.join(folder, 'g%03d.yaml' % (i + 1)))
        with open(paths[-1], 'w', encoding='utf-8') as file:
            yaml.dump(case, file, Dumper, allow_unicode=True, sort_keys=False, width=10000)
    return paths


if __name__ == '__main__':
    generate(sys.argv[1], int(sys.argv[2]), sys.argv[3])
