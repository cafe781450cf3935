"""Formats: whether a document's PDF, HTML and Markdown have the same outline and say the same in the same order.

Each is read by somebody else's reader: HTML by Python's, Markdown by markdown-it, which makes HTML of it, and
PDF by its structure tree. Of each comes one list of words, in which a heading begins with ”#” and its level
and ends with ”#”. AGREED says what is set aside, and why; nothing else is."""
import difflib
import html.parser
import re

import markdown_it
from mdit_py_plugins.footnote import footnote_plugin

from reader import Element

AGREED = [
    ('what stands outside main, and artifacts', 'headers, footers and marks of a draft belong to pages; Markdown, '
     'which has no page, has the mark of a draft above its title'),
    ('the page numbers of the contents', 'only PDF has pages'),
    ('the heading above the notes', 'PDF has notes at the foot of the page that calls them'),
    ('the way back from a note', 'HTML says it in words, Markdown in a sign, PDF by the number of the note'),
    ('bullets', 'PDF has to say them; HTML and Markdown leave them to whoever shows the page'),
    ('colons after words, and ______', 'Markdown has no lists of fields and no lines to sign on, and writes so'),
    ('soft hyphens and U+200B', 'where a word may be divided is for the eye'),
]
BLOCKS = set('p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd div table caption tr th td blockquote pre section nav header '
             'hr main br tbody thead tfoot'.split())
INLINE = {'Span', 'Link', 'Reference', 'Code'}
BULLETS = {'•', '–'}


class Words:
    """Words as they come; a block begins and ends one."""

    def __init__(self):
        self.text = ''

    def put(self, text):
        self.text += text

    def end(self):
        self.text += ' '

    def begin_heading(self, level):
        self.text += ' #%d ' % level

    def end_heading(self):
        self.text += ' # '

    def finished(self):
        text = re.sub('[\u00ad\u200b]', '', self.text)
        # A no-break space is part of its word.
        words = [word.rstrip(':') for word in re.split('[ \t\r\n]+', text)]
        return [word for word in words if word and not re.fullmatch('_+', word)]


class Page(html.parser.HTMLParser):
    """The words in the main part of a page, or in all of it when it has none."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.words = Words()
        self.lists = []      # [tag, the number of the next item]
        self.aside = 0       # how many elements are open whose text is set aside
        self.plain = False   # in a list whose items have no number
        self.notes = False
        self.feed(source[source.find('<main'):].partition('</main>')[0] if '<main' in source else source)

    @staticmethod
    def role(attributes):
        return ' '.join(attributes.get(name) or '' for name in ('role', 'class'))

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        role = self.role(attributes)
        if self.aside or 'backlink' in role or 'backref' in role:
            self.aside += tag not in ('br', 'hr')
            return
        if tag in BLOCKS:
            self.words.end()
        if tag == 'nav':
            self.plain = True
        elif tag == 'section' and ('endnotes' in role or 'footnotes' in role):
            self.notes = True
        elif tag in ('ol', 'ul'):
            self.lists.append([tag, int(attributes.get('start', 1))])
        elif tag == 'li' and self.lists and self.lists[-1][0] == 'ol' and not self.plain:
            self.words.put('%d%s ' % (self.lists[-1][1], '' if self.notes and len(self.lists) == 1 else '.'))
            self.lists[-1][1] += 1
        elif re.fullmatch('h[1-6]', tag):
            if self.notes:
                self.aside = 1
            else:
                self.words.begin_heading(int(tag[1]))

    def handle_endtag(self, tag):
        if self.aside:
            self.aside -= 1
            return
        if re.fullmatch('h[1-6]', tag):
            self.words.end_heading()
        if tag in ('ol', 'ul'):
            self.lists.pop()
        if tag == 'nav':
            self.plain = False
        if tag in BLOCKS:
            self.words.end()

    def handle_data(self, data):
        if not self.aside:
            self.words.put(data)


def of_html(source):
    return Page(source).words.finished()


def of_markdown(source):
    reader = markdown_it.MarkdownIt('commonmark', {'html': True}).enable('table').use(footnote_plugin)
    source = re.sub(r'\A\*\*Utkast\*\*\n\n', '', source)
    source = re.sub(r'^## Noter\n\n(?=\[\^1\]: )', '', source, flags=re.M)
    page = reader.render(source)
    page = re.sub(r'(<sup class="footnote-ref"><a [^>]*>)\[(\d+)(?::\d+)?\]', r'\1\2', page)
    return of_html(page)


def of_pdf(pdf):
    words = Words()

    def put(element):
        heading = re.fullmatch('H([1-6])', element.type)
        if heading:
            words.begin_heading(int(heading.group(1)))
        elif element.type not in INLINE:
            words.end()
        before = len(words.text)
        for kid in element.kids:
            if isinstance(kid, Element):
                put(kid)
            elif isinstance(kid, tuple):
                words.put(pdf.text_of(kid))
        if element.type == 'TOCI':
            words.text = words.text[:before] + re.sub(r' \d+\s*$', '', words.text[before:])
        if element.type == 'Lbl' and words.text[before:].strip() in BULLETS:
            words.text = words.text[:before]
        if heading:
            words.end_heading()
        elif element.type not in INLINE:
            words.end()

    if pdf.root is not None:
        put(pdf.root)
    return words.finished()


def outline(words):
    """(level, title) of each heading."""
    text = ' '.join(words)
    return [(int(level), title) for level, title in re.findall(r'(?:^| )#(\d) (.*?) #(?= |$)', text)]


def differences(name, wanted, other, found):
    if outline(wanted) != outline(found):
        lines = difflib.unified_diff([str(o) for o in outline(wanted)], [str(o) for o in outline(found)], n=0, lineterm='')
        yield 'the outlines of %s and %s differ\n%s' % (name, other, '\n'.join(list(lines)[2:8]))
    if wanted != found:
        at = next((i for i, (a, b) in enumerate(zip(wanted, found)) if a != b), min(len(wanted), len(found)))
        first = max(at - 6, 0)
        yield 'where %s says ”%s” %s says ”%s”' % (name, ' '.join(wanted[first:at + 8]), other, ' '.join(found[first:at + 8]))


def compare(pdf, page, markdown):
    """What differs between a reader.Document, the HTML and the Markdown of one document."""
    said = of_html(page)
    if not said:
        yield 'the page says nothing'
    yield from differences('HTML', said, 'PDF', of_pdf(pdf))
    yield from differences('HTML', said, 'Markdown', of_markdown(markdown))
