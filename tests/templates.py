"""Templates: one fault at a time in the standard templates, each told of once, before any case is read.

    templates.py OVERENS [--blind]

Every {{...}} of every template and text block is misspelt in two ways, and taken away. A misspelt one
must give exactly one error, on its own line, and a suggested fix must mend it. One that is taken away must
give no more than one error, and at least one when it began or ended something.

And what the ledgers of all cases are found to hold must be known before any case, by name and by unit.

With --blind the files are left as they are, and the test must find that nothing is told."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEAD = '---\nnyckel: prov\nbenämning: Prov\n---\n\n'


class Desk:
    def __init__(self, overens):
        self.overens = overens
        self.folder = tempfile.mkdtemp()
        self.templates = os.path.join(self.folder, 'templates')
        shutil.copytree(os.path.join(TOP, 'templates'), self.templates)

    def read(self, name):
        with open(os.path.join(self.templates, name), encoding='utf-8', newline='') as file:
            return file.read()

    def write(self, name, text):
        with open(os.path.join(self.templates, name), 'w', encoding='utf-8', newline='') as file:
            file.write(text)

    def errors(self):
        """What is told of the templates as they are, and the exit code."""
        run = subprocess.run([self.overens, 'check', '--format=json', '--templates', self.templates,
                              '--register', os.path.join(TOP, 'agreements/register')],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        told = json.loads(run.stdout.decode('utf-8'))
        return [one for one in told if one['severity'] == 'error'], run.returncode


def letters_that_mean_something(body):
    """The positions of a placeholder's letters, but not those of free text and of a person's keys."""
    end = len(body)
    word = body.split(' ')[0]
    if word in ('innehåll', 'undantag') or (word == 'text' and ' block ' not in body):
        end = len(word)
    skipped = range(0)
    if word == 'linje':
        skipped = range(len(word), body.find(':') if ':' in body else end)
    if 'ekonomi.bidrag.' in body:
        end = body.find('ekonomi.bidrag.') + len('ekonomi.bidrag')
    return [i for i in range(end) if body[i].isalpha() and i not in skipped]


def misspellings(body):
    positions = letters_that_mean_something(body)
    early, late = positions[len(positions) // 4], positions[-1 - len(positions) // 8]
    yield body[:early] + body[early + 1:]
    yield body[:late] + body[late] + body[late:]


def mended(source, error):
    """The file with the error's fix written in."""
    fix = error['fix']
    data = source.encode('utf-8')
    return (data[:fix['byte']] + fix['replacement'].encode('utf-8') + data[fix['endByte']:]).decode('utf-8')


def report(right, sentence):
    print('%s templates: %s' % ('ok' if right else 'not ok', sentence))


def misspell(desk, names, blind):
    tried = once = on_line = fixes = fixed = 0
    wrong = []
    for name in names:
        source = desk.read(name)
        for match in re.finditer(r'\{\{([^}]*)\}\}', source):
            for body in misspellings(match[1]):
                faulty = source[:match.start(1)] + body + source[match.end(1):]
                desk.write(name, source if blind else faulty)
                errors, _ = desk.errors()
                tried += 1
                once += len(errors) == 1
                line = source.count('\n', 0, match.start()) + 1
                on_line += bool(errors) and errors[0]['line'] == line
                if len(errors) != 1:
                    wrong.append('%s:%d: {{%s}}: %d' % (name, line, body, len(errors)))
                if len(errors) == 1 and 'fix' in errors[0]:
                    fixes += 1
                    desk.write(name, mended(faulty, errors[0]))
                    mends = desk.errors() == ([], 0)
                    fixed += mends
                    if not mends:
                        wrong.append('%s:%d: {{%s}}: its fix does not mend it' % (name, line, body))
        desk.write(name, source)
    report(tried > 0 and tried == once == on_line,
           'misspelt: %d, told of once: %d, on the right line: %d' % (tried, once, on_line))
    for line in wrong[:20]:
        print(line)
    report(fixes > tried / 2 and fixes == fixed, 'fixes given: %d, that mend: %d' % (fixes, fixed))


def take_away(desk, names):
    tried = more = pairs = paired = 0
    for name in names:
        source = desk.read(name)
        for match in re.finditer(r'\{\{([^}]*)\}\}', source):
            desk.write(name, source[:match.start()] + source[match.end():])
            errors, _ = desk.errors()
            tried += 1
            more += len(errors) > 1
            if match[1][0] in '#/':
                pairs += 1
                paired += len(errors) == 1
        desk.write(name, source)
    report(tried > 0 and more == 0, 'taken away: %d, told of more than once: %d' % (tried, more))
    report(pairs > 0 and pairs == paired,
           'beginnings and ends taken away: %d, told of once: %d' % (pairs, paired))


def know_names(desk):
    """Every name of every ledger, alone and, where it is an amount, in thousands of kronor."""
    amounts, others = set(), set()
    for case in glob.glob(TOP + '/agreements/*.yaml') + glob.glob(TOP + '/tests/golden/*.yaml'):
        run = subprocess.run([desk.overens, 'check', '-q', '--show', 'ledger', case], cwd=TOP,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        for line in run.stdout.decode('utf-8').splitlines():
            name, value = line.split(' = ', 1)
            (amounts if re.match(r'-?[0-9]+ öre\b', value) else others).add(name)
    lines = ['{{%s}}' % name for name in sorted(amounts | others)]
    lines += ['{{%s i tkr}}' % name for name in sorted(amounts)]
    desk.write('prov.md', HEAD + '\n'.join(lines) + '\n')
    errors, code = desk.errors()
    report(code == 0 and len(amounts) > 100 and len(others) > 20,
           'names of ledgers: %d, amounts among them: %d, not known before any case: %d'
           % (len(amounts | others), len(amounts), len(errors)))
    for error in errors[:20]:
        print(error['text'])
    plain = [name for name in sorted(others) if not name.startswith('tabeller.')]
    desk.write('prov.md', HEAD + '\n'.join('{{%s i tkr}}' % name for name in plain) + '\n')
    errors, _ = desk.errors()
    refused = {error['text'] for error in errors if error['code'] == 'E182'}
    report(len(refused) == len(plain), 'names that are no amounts: %d, refused in thousands: %d'
           % (len(plain), len(refused)))
    for name in plain:
        if '{{%s i tkr}}' % name not in refused:
            print(name)
    os.remove(os.path.join(desk.templates, 'prov.md'))


def main():
    desk = Desk(os.path.abspath(sys.argv[1]))
    names = sorted(os.path.relpath(path, desk.templates)
                   for path in glob.glob(desk.templates + '/*.md') + glob.glob(desk.templates + '/block/*.md'))
    try:
        report(desk.errors() == ([], 0), 'the standard templates have no faults')
        if '--blind' in sys.argv:
            misspell(desk, names[-1:], True)
            return
        misspell(desk, names, False)
        take_away(desk, names)
        know_names(desk)
    finally:
        shutil.rmtree(desk.folder)


main()
