"""Extract: the words of each page as another reader, pdftotext, takes them out of a PDF, and as they should be.

pdftotext ends a word at every glyph that stands for a space and nothing else, U+00A0 as well as U+0020, and
writes a plain space between the words that it has found. What such a glyph says is therefore lost on the
way, whatever /ToUnicode has; only a glyph that says more than it should, ”\\u00a0\\u2060” for one, comes through.
So pdftotext is given a copy of the file in which the no-break space says ␣ instead: where that comes out, the
file has a glyph of its own for U+00A0, shown and not skipped, and pdftotext has found it."""
import os
import re
import subprocess
import tempfile

import pikepdf

NO_BREAK_SPACE = '␣'
OPTIONAL = '\x01'  # a space that may be there or not


def remap(pdf, before, after):
    """Every glyph that stands for one text stands for another. Both are UTF-16 in hexadecimal digits."""
    fonts = {font.objgen: font for page in pdf.pages for _, font in page.Resources.Font.items()}
    for font in (font for font in fonts.values() if '/ToUnicode' in font):
        head, texts = font.ToUnicode.read_bytes().split(b'beginbfrange', 1)
        font.ToUnicode.write(head + b'beginbfrange' + re.sub(rb'(?<=[\[>])<%s>' % before, b'<%s>' % after, texts))


def run_pdftotext(pdf):
    """(the text of each page, with form feeds taken away; what it complains of)"""
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, 'copy.pdf')
        pdf.save(path)
        done = subprocess.run(['pdftotext', '-raw', '-enc', 'UTF-8', path, '-'], capture_output=True)
    return done.stdout.decode('utf-8').split('\f')[:-1], done.stderr.decode()


def pages_read(path):
    """(the words of each page as pdftotext has them, what it complains of)"""
    with pikepdf.open(path) as pdf:
        remap(pdf, b'00A0', b'%04X' % ord(NO_BREAK_SPACE))
        texts, complaint = run_pdftotext(pdf)
    return [joined(text) for text in texts], complaint


def joined(text):
    """One space between words; those divided by a soft hyphen are whole again. U+200B is what a glyph
    without a text of its own says, beside the one that says it all."""
    return ' '.join(re.sub('\u00ad\\s*', '', text).replace('\u200b', '').split())


def page_shown(page):
    """The words of a page in the order it shows them. A new line or a gap ends one; after a raised
    number pdftotext sometimes sees a gap where there is none."""
    text, last = '', None
    for item in page.shown:
        if not item.is_text:
            continue
        if last is not None:
            drop = abs(last.y - item.y)
            bound = last.text.endswith('\u00a0') and item.x > last.x  # nothing is shown where it stands
            gap = item.x - last.end > 0.1 * item.size and not bound
            if drop > 0.6 * max(last.size, item.size) or item.x < last.x or gap:
                text += ' '
            elif last.y > item.y + 1 and last.size < 0.7 * item.size:
                text += OPTIONAL
        text += item.text
        last = item
    return joined(text.replace('\u00a0', NO_BREAK_SPACE))


def difference(shown, read):
    """Both from shortly before where they first differ; None when they do not."""
    i = j = 0
    while i < len(shown) or j < len(read):
        if shown[i:i + 1] == OPTIONAL:
            i, j = i + 1, j + (read[j:j + 1] == ' ' and shown[i + 1:i + 2] != ' ')
        elif shown[i:i + 1] == read[j:j + 1]:
            i, j = i + 1, j + 1
        else:
            return shown[max(i - 20, 0):i + 20], read[max(j - 20, 0):j + 20]
    return None
