"""Gaps: every value of the cases is taken away, one at a time, from a draft.

    gaps.py OVERENS WORK CASE...    the drafts are made in the folder WORK

What is left must compile, and the key that stands empty must be on the list of what is missing. No
figure may come out as another than in the whole case: what rested on the value is unknown or gone.
Only the number of decimals that shares are written with may be left out and change them."""
import json
import os
import re
import subprocess
import sys

import yaml

MOST = 60  # drafts in a run


def values(node, key=None):
    """(where a value begins, where it ends, its key) for every scalar that a key has."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(value, yaml.ScalarNode):
                yield value, name
            else:
                yield from values(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from values(item)


def drafts(path):
    text = open(path, encoding='utf-8').read()
    text, count = re.subn(r'status: \S+', 'status: utkast', text)
    if count == 0:
        text = text.replace('\närende:\n', '\närende:\n  status: utkast\n', 1)
    for value, key in values(yaml.compose(text, yaml.BaseLoader)):
        if key.value == 'status' or not value.value:
            continue
        end = value.end_mark.index
        block = value.style in ('|', '>')
        # A block ends where the next key begins; its line end stays.
        left = text[:value.start_mark.index] + ('\n' if block else '') + text[end:]
        if block:
            left = text[:value.start_mark.index] + '\n' + ' ' * value.end_mark.column + text[end:]
        yield key.value, key.start_mark.line + 1, left


def say(name, right, wrong):
    print('%s gaps %s' % ('ok' if right else 'not ok', name))
    if wrong:
        print('\n'.join(wrong[:8]))


def figures(overens, path):
    """The ledger's values by name; those that are unknown left out."""
    done = subprocess.run([overens, 'check', '-q', '--show', 'ledger', path], capture_output=True,
                          text=True)
    pairs = (re.match(r'(.*?) = (.*?): ', line) for line in done.stdout.splitlines())
    return {pair.group(1): pair.group(2) for pair in pairs if pair and pair.group(2) != 'saknas'}


def changed(whole, left):
    return ['%s was %s and is %s' % (name, whole.get(name), value) for name, value in left.items()
            if whole.get(name) != value]


def main():
    overens, work, cases = sys.argv[1], sys.argv[2], sys.argv[3:]
    for path in cases:
        made, wrong = [], []
        name = os.path.basename(path)[:-5]
        for number, (key, line, text) in enumerate(drafts(path)):
            draft = os.path.join(work, '%s-%d.yaml' % (name, number))
            open(draft, 'w', encoding='utf-8').write(text)
            made.append((draft, key, line))
        for first in range(0, len(made), MOST):
            some = made[first:first + MOST]
            done = subprocess.run([overens, 'check', '--missing', '--format=json'] +
                                  [draft for draft, _, _ in some], capture_output=True, text=True)
            told = json.loads(done.stdout) if done.stdout else []
            if done.returncode != 0 or not told:
                wrong += ['%s: exit %d %s %s' % (t.get('file'), done.returncode, t.get('code'),
                                                 t.get('message')[:120])
                          for t in told if t['severity'] == 'error'] or ['exit %d' % done.returncode]
            listed = {(t['file'], t['line']) for t in told if t['severity'] == 'missing'}
            wrong += ['%s:%d: ”%s” is not on the list' % (draft, line, key)
                      for draft, key, line in some if (draft, line) not in listed]
        say('%s: %d values, each missed when it is gone' % (name, len(made)), made and not wrong, wrong)
        whole, wrong = figures(overens, path), []
        for draft, key, _ in made:
            if key != 'decimaler':
                wrong += ['%s without ”%s”: %s' % (draft, key, what)
                          for what in changed(whole, figures(overens, draft))]
        say('%s: no figure becomes another' % name, not wrong, wrong)
    say('a figure that becomes another is seen', changed({'a': '1 öre'}, {'a': '2 öre'}) != [], [])


main()
