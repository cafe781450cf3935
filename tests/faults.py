"""Faults: one figure is changed at a time in the cases, and none may be silent.

    faults.py OVERENS [FAULTS] [SEED] [--blind]

Every declared amount, hour, date, term, percentage and table cell of the cases, every amount, date
and percentage typed in their prose, and every value of the index register is a place for a fault.
After a fault either a report names the place, or the documents have changed, the same ones in every
format, and nowhere shows a figure of the ledger that the fault has changed as it was before.

With --blind the documents before are taken for those after: every fault that is not reported must
then be found silent, which shows that the script can fail."""
import concurrent.futures
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MONTH = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'
# What a figure looks like, the most particular first.
FIGURES = [
    ('datum', r'\b\d{4}-\d\d-\d\d\b'),
    ('datum i ord', r'\b(?:den )\d{1,2} (?:%s) \d{4}\b' % MONTH),
    ('belopp', r'\b\d{1,3}(?: \d{3})*(?:,\d+)? (?:kr|tkr|mnkr)(?:/år|/timme)?(?![a-zåäö])'),
    ('procent', r'\b\d+(?:,\d+)? ?%'),
    ('tid', r'(?<=: )\d+ (?:år|månader|dagar)\b'),
    ('timmar', r'(?<=timmar: )\d[\d ]*\d'),
    ('antal', r'(?<=gånger per år: )\d+|(?<=[\[,] )\d+(?=,|\])'),
]
PLACE = re.compile(r'^(\S+?\.yaml):(\d+):(\d+): ')


def places(text):
    """(kind, first, end) of every figure outside comments and references, each byte once."""
    taken = [False] * (len(text) + 1)
    for hidden in re.finditer(r'(?m)^\s*#.*$|(?<= )#.*$|\{\{(?!undantag)[^}]*\}\}|\(\d{4}:\d+\)|diarienummer:.*$', text):
        taken[hidden.start():hidden.end()] = [True] * (hidden.end() - hidden.start())
    found = []
    for kind, pattern in FIGURES:
        for match in re.finditer(pattern, text):
            if not any(taken[match.start():match.end()]):
                taken[match.start():match.end()] = [True] * (match.end() - match.start())
                found.append((kind, match.start(), match.end()))
    return found


def mutate(figure, kind, rng):
    """The figure with one fault; still a figure of its kind, or nearly."""
    digits = [i for i, c in enumerate(figure) if c.isdigit()]
    how = rng.choice(('digit', 'digit', 'swap', 'drop', 'unit'))
    i = rng.choice(digits)
    if how == 'unit' and ' kr' in figure and not figure.startswith('0 '):
        return figure.replace(' kr', rng.choice((' tkr', ' mnkr')), 1)
    if how == 'unit' and 'månader' in figure:
        return figure.replace('månader', 'år')
    if how == 'drop' and kind in ('belopp', 'timmar') and len(digits) > 4:
        return re.sub(r'^(\d+) (\d{3})', r'\1', figure, count=1)
    if how == 'swap' and len(digits) > 1:
        a, b = sorted(rng.sample(digits, 2))
        if figure[a] != figure[b] and figure[b] != '0':
            return figure[:a] + figure[b] + figure[a + 1:b] + figure[a] + figure[b + 1:]
    new = rng.choice([d for d in '123456789' if d != figure[i]])
    return figure[:i] + new + figure[i + 1:]


def read_ledger(output):
    ledger = {}
    for line in output.splitlines():
        match = re.match(r'(.+?) = (-?\d+) (öre|procentdelar|timmar)', line)
        if match:
            ledger.setdefault(match[1], (int(match[2]), match[3]))
    return ledger


def printed(value):
    """How an amount is printed, without its unit."""
    ore, unit = value
    if unit != 'öre' or ore <= 0:
        return None
    text = '{:,}'.format(ore // 100).replace(',', '\u00a0')
    return text + (',%02d' % (ore % 100) if ore % 100 else '')


# The fingerprint in a PDF's foot changes with every byte of a case. The facts of a page are those of the whole
# agreement, whether the document at hand tells of them or not, and its policy names their digest.
FINGERPRINT = re.compile(r'\b[0-9a-f]{10}\b')
FOR_MACHINES = re.compile(r'<script type="application/ld\+json">.*?</script>|<meta http-equiv="Content-Security-Policy"[^>]*>', re.S)


class Result:
    def __init__(self, code, stderr, ledger, documents):
        self.code, self.stderr, self.ledger, self.documents = code, stderr, ledger, documents


def build(overens, case, register, pdf):
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run([overens, 'build', '-q', '--show', 'ledger', '--register', register,
                              '--out', out, case], capture_output=True, cwd=TOP)
        documents = {}
        folder = os.path.join(out, os.path.splitext(os.path.basename(case))[0])
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            path = os.path.join(folder, name)
            if name.endswith('.pdf'):
                if pdf:
                    text = subprocess.run(['pdftotext', path, '-'], capture_output=True).stdout.decode()
                    documents[name] = FINGERPRINT.sub('', text)
            else:
                documents[name] = FOR_MACHINES.sub('', open(path, encoding='utf-8').read())
        return Result(run.returncode, run.stderr.decode(), read_ledger(run.stdout.decode()), documents)


def reported_lines(stderr, file):
    lines = set()
    for line in stderr.splitlines():
        match = PLACE.match(line.strip())
        if match and os.path.basename(match[1]) == file:
            lines.add(int(match[2]))
    return lines


def figure_stands(text, figure):
    return re.search(r'(?<![\d\u00a0,])' + re.escape(figure) + r'(?![\d,]|\u00a0\d)', text)


def stale(before, after, typed):
    """A figure of the ledger that has changed but is still shown as it was; None when there is none."""
    kept = {printed(v) for n, v in after.ledger.items() if v is not None}
    for name, value in before.ledger.items():
        old = printed(value)
        if after.ledger.get(name) == value or old is None or old in kept or old in typed:
            continue
        for document, text in after.documents.items():
            if figure_stands(text, old) and figure_stands(before.documents.get(document, ''), old):
                return '%s is still %s in %s' % (name, old, document)
    return None


def judge(before, after, file, line, typed):
    """'reported', 'changed', or what is wrong."""
    lines = reported_lines(after.stderr, file)
    if line in lines:
        return 'reported'
    if after.code != 0:
        return 'reported elsewhere: ' + after.stderr.split('\n')[0]
    changed = {}
    for name, text in after.documents.items():
        kind, ending = os.path.splitext(name)
        changed.setdefault(kind, {})[ending] = before.documents.get(name) != text
    if not any(any(formats.values()) for formats in changed.values()):
        return 'silent'
    for kind, formats in changed.items():
        if len(set(formats.values())) > 1:
            return 'formats differ in ' + kind
    return stale(before, after, typed) or 'changed'


class Fault:
    def __init__(self, file, text, kind, first, end, new):
        self.file, self.kind = file, kind
        self.old, self.new = text[first:end], new
        self.text = text[:first] + new + text[end:]
        self.line = text.count('\n', 0, first) + 1


def collect(rng, count):
    """Faults in turn from every place, so that each is met before any a second time."""
    sources = sorted(os.path.join('agreements', n) for n in os.listdir(os.path.join(TOP, 'agreements'))
                     if n.endswith('.yaml'))
    sources.append(os.path.join('agreements', 'register', 'index.yaml'))
    spots = []
    for source in sources:
        text = open(os.path.join(TOP, source), encoding='utf-8').read()
        spots += [(source, text) + place for place in places(text)
                  if 'register' not in source or (place[0] == 'procent' and used_year(text, place[1]))]
    faults = []
    while len(faults) < count:
        rng.shuffle(spots)
        for source, text, kind, first, end in spots:
            new = mutate(text[first:end], kind, rng)
            if new != text[first:end] and len(faults) < count:
                faults.append(Fault(source, text, kind, first, end, new))
    return faults, len(spots)


def used_year(text, first):
    """Whether a case is indexed by the register's value at this place."""
    year = re.match(r'\s*(\d{4}):', text[text.rfind('\n', 0, first) + 1:])
    return bool(year) and 2019 <= int(year[1]) <= 2022


def cases_of(fault, originals):
    """The cases that a fault may show in."""
    if 'register' not in fault.file:
        return [fault.file]
    return [c for c in originals if 'serie: OPI, från:' in open(os.path.join(TOP, c), encoding='utf-8').read()]


def try_fault(overens, fault, originals, pdf, blind):
    with tempfile.TemporaryDirectory() as work:
        register = 'agreements/register'
        verdicts = []
        for case in cases_of(fault, originals):
            path = case
            if 'register' in fault.file:
                register = os.path.join(work, 'register')
                if not os.path.isdir(register):
                    shutil.copytree(os.path.join(TOP, 'agreements/register'), register)
                open(os.path.join(register, 'index.yaml'), 'w', encoding='utf-8').write(fault.text)
            else:
                path = os.path.join(work, os.path.basename(case))
                open(path, 'w', encoding='utf-8').write(fault.text)
                for name in os.listdir(os.path.join(TOP, 'agreements')):
                    if name.endswith('.md'):
                        shutil.copy(os.path.join(TOP, 'agreements', name), work)
            before = originals[case]
            after = build(overens, path, register, pdf)
            if blind:
                after.documents = before.documents
            typed = {m[0].split(' kr')[0].replace(' ', '\u00a0')
                     for m in re.finditer(FIGURES[2][1], open(os.path.join(TOP, case), encoding='utf-8').read())}
            if not pdf:
                before = Result(before.code, before.stderr, before.ledger,
                                {n: t for n, t in before.documents.items() if not n.endswith('.pdf')})
            verdicts.append(judge(before, after, os.path.basename(fault.file), fault.line, typed))
        good = [v for v in verdicts if v in ('reported', 'changed')]
        # A value of the register shows in the cases whose years it belongs to, not in all.
        wrong = [v for v in verdicts if v not in ('reported', 'changed', 'silent')]
        return wrong[0] if wrong else good[0] if good else verdicts[0]


def main():
    blind = '--blind' in sys.argv
    arguments = [a for a in sys.argv[1:] if a != '--blind']
    overens = os.path.abspath(arguments[0])
    count = int(arguments[1]) if len(arguments) > 1 else 1000
    rng = random.Random(int(arguments[2]) if len(arguments) > 2 else 1)
    faults, spots = collect(rng, count)
    originals = {}
    for name in sorted(os.listdir(os.path.join(TOP, 'agreements'))):
        if name.endswith('.yaml'):
            case = os.path.join('agreements', name)
            originals[case] = build(overens, case, 'agreements/register', True)
            alarm = originals[case].stderr.strip()
            print('%s faults: no alarm in %s' % ('not ok' if alarm else 'ok', name))
    sums, wrong = {}, []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        verdicts = pool.map(lambda pair: try_fault(overens, pair[1], originals, pair[0] % 10 == 0, blind),
                            enumerate(faults))
        for fault, verdict in zip(faults, verdicts):
            sums[verdict if verdict in ('reported', 'changed') else 'wrong'] = sums.get(
                verdict if verdict in ('reported', 'changed') else 'wrong', 0) + 1
            if verdict not in ('reported', 'changed'):
                wrong.append('%s:%d: %s -> %s: %s' % (fault.file, fault.line, fault.old, fault.new, verdict))
    print('%s faults: %d faults in %d places, %d reported, %d changed the documents, %d silent or half' % (
        'not ok' if wrong else 'ok', len(faults), spots, sums.get('reported', 0), sums.get('changed', 0),
        sums.get('wrong', 0)))
    for line in wrong[:20]:
        print('  ' + line)
    sys.exit(1 if wrong else 0)


main()
