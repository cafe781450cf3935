"""Long case: an agreement of about as many pages as asked for, to measure on.

    long_case.py FOLDER PAGES

Writes FOLDER/long.yaml and, beside it, the text of each section as a Markdown file: full pages of
paragraphs, headings, lists, tables, links and footnotes. The same number of pages gives the same
case."""
import os
import random
import sys

PAGES_OF_SECTION = 4.9

SUBJECTS = """parterna|föreningen|nämnden|styrgruppen|verksamhetschefen|den idéburna organisationen|kommunen
varje deltagare|arbetsgruppen|förvaltningen|de som deltar i verksamheten|föreningens volontärer
socialförvaltningens handläggare|arbetsmarknadsnämndens ledamöter|samordnaren för civilsamhället""".replace('\n', '|').split('|')
VERBS = """ansvarar för|följer upp|utvecklar|bidrar till|samverkar om|tar ställning till|återkommer till|planerar för
redovisar|dokumenterar|prioriterar|håller sig underrättade om|fördjupar|förbereder""".replace('\n', '|').split('|')
OBJECTS = """målgruppens delaktighet i samhällslivet|verksamhetens innehåll och omfattning|den gemensamma kunskapsutvecklingen
lokalernas tillgänglighet för personer med funktionsnedsättning|språkträning och vägar till egen försörjning
det förebyggande arbetet bland barn och unga|överenskommelsens ekonomiska förutsättningar|introduktion av nya volontärer
hälsofrämjande insatser för äldre kommuninvånare|mötesplatser i stadsdelarna|rutiner för avvikelser och synpunkter
erfarenhetsutbyte med andra idéburna organisationer|den årliga verksamhetsberättelsen""".split('\n')
ADVERBIALS = """i nära dialog med varandra|vid sina regelbundna möten|så långt det är möjligt
med utgångspunkt i barnrättsperspektivet|inom ramen för sina ordinarie verksamheter|utan dröjsmål
enligt den plan som parterna har kommit överens om|med hänsyn till deltagarnas olika förutsättningar
i samråd med den andra parten|i början av varje verksamhetsår|när behov uppstår""".split('\n')
LINKS = """eftersom tilliten mellan parterna är en förutsättning för samarbetet|vilket styrgruppen får ta del av
så att alla som berörs kan vara med och påverka|och redovisar resultatet för den som efterfrågar det
även om förutsättningarna förändras under perioden""".split('\n')
HEADINGS = """Arbetssätt och roller|Samverkan i vardagen|Utveckling och lärande|Det här gör parterna tillsammans
Kvalitet och delaktighet|Vad som händer om något inte fungerar|Kommunikation""".replace('\n', '|').split('|')
PLACES = 'Skäggetorp Berga Ryd Lambohov Johannelund Ekholmen'.split()


class LongCase:
    def __init__(self, pages):
        self.pages = pages
        self.random = random.Random(pages)
        self.notes = 0
        self.tables = 0
        self.yaml = {'tabeller': [], 'fotnoter': [], 'överenskommelse': []}

    def pick(self, items):
        return items[self.random.randrange(len(items))]

    def sentence(self, marks=True):
        words = [self.pick(SUBJECTS), self.pick(VERBS), self.pick(OBJECTS), self.pick(ADVERBIALS)]
        if self.random.randrange(3) == 0:
            words.append(self.pick(LINKS))
        roll = self.random.randrange(100) if marks else 99
        if roll < 4:
            words[2] = '**%s**' % words[2]
        elif roll < 8:
            words[2] = '*%s*' % words[2]
        elif roll < 10:
            words[2] = '[%s](https://example.org/)' % words[2]
        text = ' '.join(words)
        return text[0].upper() + text[1:] + '.' + (self.note() if roll in (10, 11, 12) else '')

    def sentences(self, count, marks=True):
        return ' '.join(self.sentence(marks) for _ in range(count))

    def note(self):
        self.notes += 1
        self.yaml['fotnoter'].append('  n%d: %s' % (self.notes, self.sentence(marks=False)))
        return '{{not n%d}}' % self.notes

    def list(self):
        label = self.pick(['- ', '1. '])
        return '\n'.join(label + self.sentence() for _ in range(3 + self.random.randrange(4)))

    def table(self):
        self.tables += 1
        rows = ['      - [%s, "%d", %d 000 kr, %s]' % (self.pick(PLACES), self.random.randrange(10, 99),
                                                    self.random.randrange(10, 999), self.pick(OBJECTS))
                for _ in range(4 + self.random.randrange(7))]
        self.yaml['tabeller'] += [
            '  t%d:' % self.tables,
            '    rubrik: Mötesplatser, deltagare och kostnader',
            '    kolumner: [{rubrik: Stadsdel}, {rubrik: Deltagare, slag: antal}, '
            '{rubrik: Kostnad, slag: belopp}, {rubrik: Inriktning}]',
            '    summarad: Summa', '    rader:'] + rows
        return '{{tabell t%d}}' % self.tables

    def section(self, name):
        """The text of PAGES_OF_SECTION pages, about."""
        blocks = []
        for _ in range(2):
            blocks += [self.sentences(4), '### ' + self.pick(HEADINGS), self.sentences(5), self.list(), self.sentences(4)]
            blocks.append(self.table() if self.random.randrange(2) else self.sentences(6))
            blocks.append(self.sentences(3))
        self.yaml['överenskommelse'] += ['  %s:' % name, '    rubrik: %s, %s' % (self.pick(HEADINGS), name),
                                         '    fil: %s.md' % name.replace(' ', '-')]
        return '\n\n'.join(blocks) + '\n'

    def head(self):
        return """# Made by tests/bench/long_case.py.
ärende: {rubrik: En lång överenskommelse, datum: 2020-05-14, nämnd: socialnämnden, status: förslag,
  diarienummer: SON 2020-17, handläggare: [Anna Berg]}
parter:
  nämnden: {register: socialnämnden, undertecknare: [{namn: Siv Ek, roll: ordförande}]}
  föreningen: {namn: Föreningen Träffpunkten, sektor: idéburen, undertecknare: [{namn: Bo Ek}]}
period: {från: 2021-01-01, till: 2023-12-31, uppsägningstid: 6 månader}
ekonomi:
  insatser:
    - {part: nämnden, slag: kontant, belopp: 200 000 kr/år}
    - {part: föreningen, slag: lokaler, belopp: 300 000 kr/år}
"""

    def write(self, folder):
        names = ['avsnitt %d' % (i + 1) for i in range(int(self.pages / PAGES_OF_SECTION))]
        os.makedirs(folder, exist_ok=True)
        for name in names:
            with open(os.path.join(folder, name.replace(' ', '-') + '.md'), 'w', encoding='utf-8') as file:
                file.write(self.section(name))
        plan = ['  innehållsförteckning: ja'] + ['  %s: Se avsnitten nedan.' % key for key in
                ('bakgrund', 'utgångspunkter', 'samhällsutmaning och syfte', 'målsättning', 'målgrupp', 'innehåll',
                 'uppföljning', 'ekonomi')]
        path = os.path.join(folder, 'long.yaml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(self.head())
            for key, lines in self.yaml.items():
                file.write('\n'.join([key + ':'] + (plan if key == 'överenskommelse' else []) + lines) + '\n')
        return path


if __name__ == '__main__':
    LongCase(int(sys.argv[2])).write(sys.argv[1])
