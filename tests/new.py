"""New: a new case is filled in from top to bottom, as somebody would, and is then complete.

    new.py OVERENS WORK DOCUMENT...     the files and documents are made in the folder WORK"""
import html
import json
import os
import re
import shutil
import subprocess
import sys

MARK = re.compile(r'\[saknas: [^\]]*\]')


def say(right, name, why=''):
    print('%s new %s' % ('ok' if right else 'not ok', name))
    if not right and why:
        print(why)


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def marks_of(path):
    """What is missing according to a document, in the order that it stands there; a PDF's columns
    have no order."""
    if path.endswith('.pdf'):
        text = run('pdftotext', '-raw', path, '-')[1]
        text = re.sub(r'\s+', ' ', text)
    else:
        text = open(path, encoding='utf-8').read()
    if path.endswith('.html'):
        text = html.unescape(re.sub(r'<[^>]*>', '', text[text.index('<body'):]))
        text = re.sub(r'\s+', ' ', text)
    if path.endswith('.md'):
        text = re.sub(r'\\([^\w\s])', r'\1', text)
    return MARK.findall(text)


def same_marks(folder, prints=True):
    """The marks of all documents; None when a document's formats differ."""
    union = set()
    for name in sorted(os.listdir(folder)):
        if not name.endswith('.md'):
            continue
        stem = os.path.join(folder, name[:-3])
        markdown, page = marks_of(stem + '.md'), marks_of(stem + '.html')
        if markdown != page or (prints and sorted(markdown) != sorted(marks_of(stem + '.pdf'))):
            return None
        union |= set(markdown)
    return union


class Case:
    def __init__(self, overens, work, documents):
        self.overens = overens
        self.documents = documents
        self.name = '+'.join(documents)
        stem = 'fall-%s' % '-'.join(str(ord(d[0])) for d in documents)
        self.path = os.path.join(work, stem + '.yaml')
        self.folder = os.path.join(work, 'out', stem)
        self.begun = run(overens, 'new', '-q', '--out', work, *documents, stem)

    def lines(self):
        return open(self.path, encoding='utf-8').read().split('\n')

    def write(self, lines):
        open(self.path, 'w', encoding='utf-8').write('\n'.join(lines))

    def build(self):
        return run(self.overens, 'build', '-q', '--out', os.path.dirname(self.folder), self.path)

    def missing(self):
        code, out, _ = run(self.overens, 'check', '--missing', '--format=json', self.path)
        return [gap for gap in json.loads(out) if gap['severity'] == 'missing'] if code == 0 else None

    def fill(self, gap):
        """Writes the gap's own example where the key stands empty."""
        lines = self.lines()
        at = gap['line'] - 1
        key, example = lines[at].rstrip(' |'), gap['example']
        if example.startswith('- '):
            lines[at + 1] = lines[at + 1].replace('- ', example, 1)
        else:
            lines[at] = '%s %s' % (key, example)
        self.write(lines)

    def replaced(self, old, new):
        lines = self.lines()
        self.write([line.replace(old, new) for line in lines])
        return lines


def check_draft(case):
    """The file as it is."""
    code, _, told = case.build()
    say(code == 0, '%s: compiles as it is' % case.name, told)
    marks, gaps = same_marks(case.folder), case.missing()
    say(marks is not None and len(marks) > 5, '%s: the formats lack the same' % case.name)
    listed = {mark for gap in gaps for mark in gap['marks']}
    say(listed == marks, '%s: the list tells what the documents lack' % case.name,
        str(listed ^ (marks or set())))
    lines = case.lines()
    stray = [gap['path'] for gap in gaps
             if not re.match(r'\s*(- )?%s:( \|)?$' % re.escape(re.sub(r'.*\.', '', gap['path'])),
                             lines[gap['line'] - 1])]
    say(not stray, '%s: every line of the list is that of its key' % case.name, str(stray))
    told = [gap['path'] for gap in gaps if not gap['message'] or not gap['example']]
    say(not told, '%s: every line has a sentence and an example' % case.name, str(told))
    plain = run(case.overens, 'check', '--missing', case.path)[1].splitlines()
    places = ['%s:%d:%d: %s:' % (case.path, g['line'], g['column'], g['path']) for g in gaps]
    say(len(plain) == len(places) and all(map(str.startswith, plain, places)),
        '%s: the list is the same for people' % case.name, '\n'.join(plain[:5]))


def check_refused(case):
    """What is not a draft must be complete."""
    before = os.path.getmtime(case.folder)
    draft = case.replaced('status: utkast', 'status: förslag')
    code, _, told = case.build()
    say(code == 1 and 'E130' in told and 'E042' in told and os.path.getmtime(case.folder) == before,
        '%s: a proposal with gaps is refused' % case.name, told)
    case.write([line for line in draft if 'status: utkast' not in line])
    code, _, told = case.build()
    say(code == 1 and 'E042' in told, '%s: so is a case without status' % case.name, told)
    case.write(draft)


def check_hints(case, complete):
    """Each key that is commented out can be used as it stands."""
    whole = case.lines()
    hints = [i for i, line in enumerate(whole) if re.match(r' +#[^ ]', line)]
    wrong = []
    for i in hints:
        if complete and whole[i].endswith('|'):
            continue
        lines = list(whole)
        lines[i] = lines[i].replace('#', '', 1)
        if re.match(r' +#  - ', lines[i + 1]):
            lines[i + 1] = lines[i + 1].replace('#', '', 1)
        case.write(lines)
        code, _, told = case.build()
        if code != 0:
            wrong.append(whole[i] + '\n' + told)
    case.write(whole)
    say(hints and not wrong, '%s: %d keys that are commented out can be used%s' %
        (case.name, len(hints), ', also when all else is there' if complete else ''), '\n'.join(wrong))


def fill_in(case):
    gaps, count, wrong = case.missing(), 0, []
    while gaps and count < 200:
        gap = gaps[0]
        case.fill(gap)
        code, _, told = case.build()
        left = case.missing() if code == 0 else None
        if left is None:
            wrong.append('%s: %s' % (gap['path'], told))
            break
        marks = same_marks(case.folder, prints=count % 8 == 0)
        listed = {mark for other in left for mark in other['marks']}
        if gap['path'] in [other['path'] for other in left] or marks != listed:
            wrong.append('%s: %s' % (gap['path'], (marks or set()) ^ listed))
            break
        gaps = left
        count += 1
    say(count > 5 and not gaps and not wrong,
        '%s: %d gaps are filled in one by one' % (case.name, count), '\n'.join(wrong))
    case.replaced('status: utkast', 'status: förslag')
    code, _, told = case.build()
    say(code == 0 and same_marks(case.folder) == set(), '%s: then it is complete' % case.name, told)


def check_comparison(case):
    """The comparison above sees a mark that one format lacks."""
    path = os.path.join(case.folder, os.listdir(case.folder)[0].split('.')[0] + '.html')
    text = open(path, encoding='utf-8').read()
    open(path, 'w', encoding='utf-8').write(text.replace('[saknas: diarienummer]', '', 1))
    say(same_marks(case.folder) is None, '%s: a format that lacks a mark is seen' % case.name)
    case.build()


def main():
    overens, work, documents = sys.argv[1], sys.argv[2], sys.argv[3:]
    case = Case(overens, work, documents)
    say(case.begun[0] == 0, '%s: is begun' % case.name, case.begun[2])
    check_draft(case)
    check_comparison(case)
    check_refused(case)
    check_hints(case, False)
    shutil.copy(case.path, case.path + '.begun')
    fill_in(case)
    check_hints(case, True)


main()
