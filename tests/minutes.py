"""Minutes: the text that a board's secretary pastes says what the document says, and nothing else.

    minutes.py FOLDER [--spoil]

FOLDER holds what cases were compiled to. For every protokoll.txt the decision points, their grounds and the
recipients are read from the text and from the page and the Markdown of the document that it goes with, each by a
reader of its own, and have to be the same to the last no-break space. Every document with decision points has
such a text, and no other has.

With --spoil each text is changed first, in several ways, and each change has to be found."""
import glob
import html.parser
import os
import re
import sys

NBSP = '\u00a0'
PARTS = ('förslag till beslut', 'beslutsunderlag', 'beslutet skickas till')


class Page(html.parser.HTMLParser):
    """The items, or paragraphs, below each heading of a page; and its title."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.parts, self.title, self.numbered = {}, '', {}
        self.kind, self.words, self.heading, self.draft = None, '', '', False
        self.in_item = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == 'footer':  # it is the page's, not the document's
            self.heading = ''
        if tag in ('h1', 'h2', 'h3', 'h4', 'p', 'style'):
            self.kind, self.words = tag, ''
        if tag == 'li':
            self.kind, self.words, self.in_item = 'p', '', True
        if tag in ('ol', 'ul'):
            self.numbered[self.heading] = tag == 'ol'
        if tag == 'br':
            self.words += ' '

    def handle_endtag(self, tag):
        if tag == 'h1':
            self.title = self.words.strip()
        elif tag in ('h2', 'h3', 'h4'):
            self.heading = self.words.strip().lower()
        elif tag in ('p', 'li') and self.words.strip(' \n'):
            self.parts.setdefault(self.heading, []).append(self.words.strip(' \n'))
        if tag in ('h1', 'h2', 'h3', 'h4', 'p', 'li'):
            self.words = ''

    def handle_data(self, data):
        self.words += data


def page_parts(text):
    page = Page(text)
    return page.title, [page.parts.get(part, []) for part in PARTS]


def markdown_parts(text):
    title, heading, parts = '', None, {}
    for line in text.split('\n'):
        plain = re.sub(r'\*\*(\[saknas: [^\]]*\\\])\*\*', r'\1', line)
        plain = re.sub(r'\\([^\w\s])', r'\1', re.sub(r'\*\*(\\\[saknas: .*?)\*\*', r'\1', plain))
        if re.match(r'#+ ', line):
            name = re.sub(r'^#+ ', '', plain)
            if line.startswith('# '):
                title = name
            heading = name.lower()
        elif line.strip() and heading:
            parts.setdefault(heading, []).append(re.sub(r'^(- |\d+\. )', '', plain))
    return title, [parts.get(part, []) for part in PARTS]


def text_parts(text):
    """The title; the points, grounds and recipients; and what is wrong with the form."""
    faults = []
    draft = text.startswith('UTKAST\n\n')
    blocks = text[8 if draft else 0:].rstrip('\n').split('\n\n')
    if not text.endswith('\n') or text.endswith('\n\n'):
        faults.append('does not end with one line end')
    if re.search(r'[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]| $', text, re.M):
        faults.append('a character that is not to be pasted')
    if len(blocks) != 4:
        return draft, '', '', [], faults + ['%d blocks' % len(blocks)]
    title, *fields = blocks[0].split('\n')
    parts = []
    for number, block in enumerate(blocks[1:]):
        heading, *lines = block.split('\n')
        if number == 0 and not re.search('beslut$', heading, re.I) or \
                number > 0 and heading.lower() != PARTS[number]:
            faults.append('the heading ' + heading)
        items = []
        for i, line in enumerate(lines):
            mark = '%d. ' % (i + 1) if number == 0 else '– '
            single = len(lines) == 1 and (line == '–' or line.startswith('[saknas: '))
            if not line.startswith(mark) and not single:
                faults.append('a line without mark: ' + line)
            items.append(line if single else line[len(mark):])
        parts.append(items)
    return draft, title, '\n'.join(fields), parts, faults


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()


def faults_of(text, stem):
    page, markdown = read(stem + '.html'), read(stem + '.md')
    draft, title, fields, parts, faults = text_parts(text)
    if draft != markdown.startswith('**Utkast**'):
        faults.append('a draft that does not say so, or the other way round')
    for form, (its_title, its_parts) in (('page', page_parts(page)), ('Markdown', markdown_parts(markdown))):
        if title != its_title:
            faults.append('%s: another title: %s' % (form, its_title))
        for name, mine, its in zip(PARTS, parts, its_parts):
            if mine != its or not mine:
                faults.append('%s: other words under ”%s”: %s %s' % (form, name, mine, its))
    number = re.search(r'^\*\*Diarienummer:\*\* (.*?) *$', markdown, re.M)
    wanted = 'Diarienummer: ' + re.sub(r'\*\*|\\', '', number[1]) if number else ''
    if fields != wanted:
        faults.append('the fields are ' + fields)
    return faults


def spoiled(text):
    """Changes that matter, each alone."""
    last = text.rstrip('\n').rsplit('\n', 1)
    yield 'a point is gone', re.sub(r'\n1\. .*', '', text, count=1)
    yield 'a point is changed', re.sub(r'(\n1\. .*)\.', r'\1', text, count=1)
    yield 'a number is wrong', text.replace('\n1. ', '\n2. ')
    yield 'the last recipient is gone', last[0] + '\n'
    yield 'a recipient too many', text + '– En till\n'
    yield 'no title', text.split('\n', 1)[1]
    yield 'a draft', text[8:] if text.startswith('UTKAST') else 'UTKAST\n\n' + text
    yield 'a space at the end of a line', text.replace('\n', ' \n', 1)
    yield 'no line end', text.rstrip('\n')
    if NBSP in text:
        yield 'a no-break space is lost', text.replace(NBSP, ' ', 1)


def report(right, sentence, faults=()):
    print('%s minutes: %s' % ('ok' if right else 'not ok', sentence))
    for fault in list(faults)[:20]:
        print(fault)


def main():
    folder, tried, missed, kinds = sys.argv[1], 0, [], set()
    pages = sorted(glob.glob(folder + '/*/*.html'))
    made, wanted = set(), set()
    for page in pages:
        stem = page[:-len('.html')]
        case, document = os.path.split(stem)
        has_points = bool(re.search('^## Förslag till beslut$', read(stem + '.md'), re.M))
        several = sum(bool(re.search('^## Förslag till beslut$', read(other), re.M))
                      for other in glob.glob(case + '/*.md')) > 1
        path = '%s/protokoll%s.txt' % (case, '-' + document if several else '')
        if has_points:
            wanted.add(path)
        if not has_points or not os.path.exists(path):
            continue
        text = read(path)
        kinds.add('draft' if text.startswith('UTKAST') else 'amount' if NBSP in text else 'plain')
        if '--spoil' not in sys.argv:
            tried += 1
            missed += ['%s: %s' % (path, fault) for fault in faults_of(text, stem)]
            continue
        for what, changed in spoiled(text):
            tried += changed != text
            if changed != text and not faults_of(changed, stem):
                missed.append('%s: %s' % (path, what))
    made = set(glob.glob(folder + '/*/*.txt'))
    if '--spoil' in sys.argv:
        report(tried > 50 and not missed, 'changes made to the texts: %d, not found: %d' % (tried, len(missed)), missed)
        return
    report(tried > 10 and not missed, 'texts that say what their documents say: %d of %d'
           % (tried - len({one.split(': ')[0] for one in missed}), tried), missed)
    report(made == wanted and len(pages) > len(made), 'documents: %d, with points: %d, with a text: %d'
           % (len(pages), len(wanted), len(made)), sorted(made ^ wanted))
    report(kinds >= {'draft', 'amount'}, 'there are drafts among them, and amounts')


main()
