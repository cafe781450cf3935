"""Explain: every example of the catalogue is tried, so that what it teaches is true.

    explain.py OVERENS

"overens explain CODE" shows a piece that has the fault and the same piece mended. A piece is a part of a
case, or of the file that a line "# agreements/..." or "# templates/..." names above it. Here it is put into
files that are otherwise sound: the first must give that code and nothing else, the second nothing at all."""
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

overens = sys.argv[1]
BASE = {
    'agreements/ärende.yaml': '''\
ärende:
  rubrik: Partnerskap med Resurspoolen
parter:
  nämnden: {register: äldrenämnden}
  resurspoolen: {register: resurspoolen}
period: {från: 2020-01-01, till: 2022-12-31}
ekonomi:
  insatser:
    - {part: nämnden, slag: kontant, belopp: 100 000 kr/år}
    - {part: resurspoolen, slag: ideell tid, timmar: 18 000, timvärde: 214 kr/timme}
information:
  förslag till beslut: [Informationen noteras.]
  ärende: Nämnden informeras om partnerskapet.
  bakgrund: Parterna samarbetar sedan länge.
  ekonomiska konsekvenser: Ryms i budget.
  kommunala mål: Gemenskap.
  jämställdhet: Alla får delta.
  uppföljning och utvärdering: Parterna träffas varje termin.
''',
    'agreements/bakgrund.md': 'Parterna samarbetar sedan länge.\n',
}
CASE = next(iter(BASE))
NAMED = re.compile(r'# ((?:agreements|templates)/\S+)$')
GROUP = re.compile(r'^[^\s#:]+( [^\s#:]+)*:')
MEMBER = re.compile(r'^ {2}("[^"]+"|[^\s#:"][^:]*):')


def run(*words, cwd=None):
    done = subprocess.run([overens, *words], capture_output=True, cwd=cwd)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def examples(code):
    """The two pieces that the program shows, or none."""
    found, lines = [], run('explain', code)[1].splitlines()
    for at, line in enumerate(lines):
        if line.startswith('Så här') and line.endswith(':'):
            piece = []
            for line in lines[at + 2:]:
                if line and not line.startswith('    '):
                    break
                piece.append(line[4:])
            found.append('\n'.join(piece).rstrip('\n'))
    return found


def parts(piece):
    """The files that the piece is about, each with its text."""
    found = []
    for line in piece.split('\n'):
        named = NAMED.match(line)
        if named:
            found.append((named.group(1), []))
        else:
            if not found:
                found.append((CASE, []))
            found[-1][1].append(line)
    return [(path, '\n'.join(lines) + '\n') for path, lines in found]


def groups(text):
    """[(key, lines)] for each key at the margin; lines before the first are its own."""
    found = []
    for line in text.splitlines():
        key = GROUP.match(line)
        if key or not found:
            found.append((key.group(0) if key else '', []))
        found[-1][1].append(line)
    return found


def members(lines):
    """The names of what is indented two steps below a group, and the lines of each."""
    found = []
    for line in lines[1:]:
        name = MEMBER.match(line)
        if name:
            found.append((name.group(1), []))
        if found:
            found[-1][1].append(line)
    return found


def merge(base, piece):
    """The base with the piece's groups in the place of its own. Where both go on below the key, what the piece
    does not mention stays."""
    new, old = groups(piece), groups(base)
    if not any(key for key, _ in new):
        return piece
    kept = [lines for key, lines in old if key not in dict(new)]
    result = [line for lines in kept for line in lines]
    last = {key: at for at, (key, _) in enumerate(new)}
    for at, (key, lines) in enumerate(new):
        result += lines
        mentioned = [name for name, _ in members(lines)]
        if mentioned and last[key] == at:
            result += [line for name, own in members(dict(old).get(key, [])) if name not in mentioned for line in own]
    return '\n'.join(result) + '\n'


def lay_out(folder, piece):
    """Writes the files, and returns the cases among them."""
    shutil.copytree('templates', folder + '/templates')
    shutil.copytree('agreements/register', folder + '/agreements/register')
    for path, text in BASE.items():
        open(os.path.join(folder, path), 'w').write(text)
    # A piece shows no more than it must, and the rule of thumb looks at all contributions together.
    guidelines = folder + '/agreements/register/riktlinjer.yaml'
    text = open(guidelines).read()
    open(guidelines, 'w').write(text[:text.index('tumregel:')])
    cases = []
    for path, text in parts(piece):
        place = os.path.join(folder, path)
        before = open(place).read() if os.path.exists(place) else ''
        if os.path.dirname(path) == 'agreements' and path.endswith('.yaml'):
            cases.append(path)
            text = merge(BASE[CASE], text)
        elif path.endswith('.yaml'):
            text = merge(before, text)
        elif before:
            text = before + '\n' + text
        open(place, 'w').write(text)
    return cases or [CASE]


def told(piece):
    """The codes that the program gives for the piece, sorted, each once."""
    with tempfile.TemporaryDirectory() as folder:
        cases = lay_out(folder, piece)
        status, out, err = run('check', '--format=json', *cases, cwd=folder)
        try:
            return sorted({record['code'] for record in json.loads(out)}), out
        except ValueError:
            return ['exit %d' % status], out + err


def judge(code):
    pieces = examples(code)
    if not pieces:
        return 'none', []
    if len(pieces) != 2:
        return 'bad', ['%s has %d examples' % (code, len(pieces))]
    faults = []
    for piece, wanted in zip(pieces, ([code], [])):
        got, output = told(piece)
        if got != wanted:
            faults += ['%s: wanted %s, got %s' % (code, wanted, got), output.rstrip(), piece]
    return 'bad' if faults else 'good', faults


def say(good, name, lines=()):
    print('%s explain: %s' % ('ok' if good else 'not ok', name))
    for line in () if good else lines:
        print('  ' + line)


codes = [line.split()[0] for line in run('explain', 'codes')[1].splitlines()]
codes = [code for code in codes if code[0] != 'N']
chosen = sys.argv[2:] or codes
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    verdicts = dict(zip(chosen, pool.map(judge, chosen)))
faults = [line for verdict, lines in verdicts.values() for line in lines]
good = sum(verdict == 'good' for verdict, _ in verdicts.values())
say(not faults, 'every example gives its code and the mended one nothing', faults)
say(good > len(chosen) * 3 / 4, '%d of %d codes have an example' % (good, len(chosen)))
print('# without example: ' + ' '.join(code for code in chosen if verdicts[code][0] == 'none'))
# The trial itself: a piece without fault does not pass for one with it, nor the other way round.
say(told('ärende:\n  rubrik: Partnerskap')[0] == [], 'a sound piece gives nothing')
say(told('ärende:\n  nämd: äldrenämnden')[0] == ['E040'], 'a faulty piece gives its code')
