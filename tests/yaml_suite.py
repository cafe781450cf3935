"""YAML suite: every case of the YAML test suite through our reader, against a list of verdicts.

    yaml_suite.py DRIVER FOLDER VERDICTS [--accept]

A line of VERDICTS: the case (the file's name, and its number from the second on), what the suite says of it,
and what we say: "refused" with our first code, "accepted" when we also read the values that the suite lists,
else "accepted otherwise". The reason may follow after "#"; where we accept what the suite calls invalid, or
read it otherwise, it must. --accept rewrites the list and keeps the reasons."""
import glob
import os
import re
import subprocess
import sys

import yaml

MARKS = [('␣', ' '), ('—*»', '\t'), ('←', '\r'), ('⇔', '\ufeff'), ('↵', ''), ('∎\n\\Z', '')]
INHERITED = ('fail', 'yaml', 'tree')


def unescaped(text):
    """White space as itself: the suite writes it with visible marks."""
    for mark, meant in MARKS:
        text = re.sub(mark, meant, text)
    return text


def suite(folder):
    """Yields each case as name, file, invalid, events; what a case leaves out is as in the one before it."""
    for path in sorted(glob.glob(os.path.join(folder, '*.yaml'))):
        name = os.path.basename(path)[:-len('.yaml')]
        case = {}
        for number, given in enumerate(yaml.safe_load(open(path, encoding='utf-8'))):
            case.update((key, given[key]) for key in INHERITED if key in given)
            yield (name + ('-%02d' % number if number else ''), unescaped(case['yaml']), bool(case.get('fail')),
                   list(events(unescaped(case.get('tree') or ''))))


def events(tree):
    """The suite's events as our driver tells them: neither documents, styles, anchors nor tags."""
    for line in tree.split('\n'):
        word, _, rest = line.lstrip(' ').partition(' ')
        if word in ('+MAP', '-MAP', '+SEQ', '-SEQ'):
            yield word
        elif word == '=VAL':
            yield '=VAL ' + re.sub(r'^(?:[&<]\S+ )*[:\'"|>]', '', rest)


class Driver:
    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, text):
        """The first error's code, or None, and the events; raises when the driver has died."""
        data = text.encode()
        self.process.stdin.write(b'yaml %d\n%s' % (len(data), data))
        self.process.stdin.flush()
        words = self.line().split()
        found = []
        depth = 0
        while words[0] == 'tree' and (not found or depth > 0):
            found.append(self.line().rstrip('\n'))
            depth += {'+': 1, '-': -1}.get(found[-1][0], 0)
        return next((word.split(':')[0] for word in words[1:] if word[0] == 'E'), None), found

    def line(self):
        line = self.process.stdout.readline()
        if not line:
            raise EOFError('the driver ended with %s' % self.process.wait())
        return line.decode()


def read_verdicts(path):
    verdicts, whys, head = {}, {}, []
    for line in open(path, encoding='utf-8') if os.path.exists(path) else []:
        told, _, why = line.partition('#')
        if not told.strip():
            head.append(line)
            continue
        name, verdict = told.split(None, 1)
        verdicts[name], whys[name] = verdict.strip(), why.strip()
    return verdicts, whys, head


def main():
    driver, path = Driver(sys.argv[1]), sys.argv[3]
    wanted, whys, head = read_verdicts(path)
    got = {}
    for name, text, invalid, listed in suite(sys.argv[2]):
        code, found = driver.ask(text)
        otherwise = not invalid and found != listed
        got[name] = '%s %s' % ('invalid' if invalid else 'valid',
                               'refused ' + code if code else 'accepted otherwise' if otherwise else 'accepted')
    if '--accept' in sys.argv:
        with open(path, 'w', encoding='utf-8') as out:
            out.writelines(head)
            for name, verdict in got.items():
                out.write(('%-8s %s' % (name, verdict) + ('    # ' + whys[name] if whys.get(name) else '')) + '\n')
        wanted = got
    wrong = ['%s: %s, and the list says %s' % (name, got.get(name, 'no such case'), wanted.get(name, 'nothing'))
             for name in sorted(got.keys() | wanted.keys()) if got.get(name) != wanted.get(name)]
    wrong += ['%s is %s: the list must say why' % (name, verdict) for name, verdict in got.items()
              if verdict in ('invalid accepted', 'valid accepted otherwise') and not whys.get(name)]
    counts = {}
    for verdict in got.values():
        key = ' '.join(verdict.split()[:2])
        counts[key] = counts.get(key, 0) + 1
    for line in wrong:
        print('not ok yaml-suite: ' + line)
    if not wrong:
        print('ok yaml-suite: %d cases as listed' % len(got))
    print('# yaml-suite: ' + ', '.join('%d %s' % (counts[key], key) for key in sorted(counts)))


main()
