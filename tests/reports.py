"""Reports: the same diagnostics in every form, each place holding what it says.

    reports.py OVERENS CASE..."""
import json
import re
import subprocess
import sys
import urllib.parse

overens, cases = sys.argv[1], sys.argv[2:]


def run(form):
    result = subprocess.run([overens, 'check', '--format=' + form] + cases, capture_output=True)
    return result.returncode, result.stdout.decode(), result.stderr.decode()


def say(good, name, *more):
    print('%s reports: %s' % ('ok' if good else 'not ok', name))
    for line in more if not good else ():
        print('  %s' % (line,))


def flat(records):
    for record in records:
        yield record
        yield from flat(record.get('notes', []))


human, plain, machine, sarif = (run(form) for form in ('human', 'plain', 'json', 'sarif'))
records = json.loads(machine[1])
log = json.loads(sarif[1])
results = log['runs'][0]['results']
everything = list(flat(records))

say({r[0] for r in (human, plain, machine, sarif)} == {1}, 'one exit code')
say(not machine[2] and not sarif[2] and not human[1] and not plain[1], 'each on its own stream')
shown = re.findall(r'^(\S+?):(\d+):(\d+): \w+ ([ENW]\d+): (.*)$', human[2], re.M)
lines = re.findall(r'^(\S+?), rad (\d+), kolumn (\d+): \w+ ([ENW]\d+): (.*)$', plain[2], re.M)
placed = [(r['file'], str(r['line']), str(r['column']), r['code'], r['message']) for r in everything if 'file' in r]
say(sorted(shown) == sorted(placed), 'eyes see what machines read', shown[:2], placed[:2])


def remedy(record):
    """The fix in words, as it follows the sentence."""
    fix = record.get('fix')
    if fix is None:
        return ''
    return ' Rättelse: ”%s”.' % fix['replacement'] if fix['replacement'] else ' Rättelse: stryk ”%s”.' % fix['text']


heard = [(r['file'], str(r['line']), str(r['column']), r['code'], r['message'] + remedy(r))
         for r in everything if 'file' in r]
say(any('fix' in r for r in everything), 'some fault has a fix')
say(sorted(lines) == sorted(heard), 'ears hear it too', lines[:2])
say(len(plain[2].splitlines()) == len(everything), 'one line each')
say(not any(c in plain[2] for c in '\x1b^|'), 'plain is words alone')

wrong = []
for r in everything:
    if 'file' not in r:
        continue
    data = open(r['file'], 'rb').read()
    text = data[r['byte']:r['endByte']].decode()
    before = data[:r['byte']].decode()
    place = (before.count('\n') + 1, len(before) - before.rfind('\n'))
    line = data.decode().split('\n')[r['line'] - 1]
    if text != r['text'] or place != (r['line'], r['column']) or line != r['excerpt']:
        wrong.append(r)
say(not wrong, 'each place holds its text', *wrong[:1])

rules = {rule['id'] for rule in log['runs'][0]['tool']['driver']['rules']}
say(log['version'] == '2.1.0' and len(rules) > 100, 'SARIF names its rules')
say(all(r['ruleId'] in rules and r['level'] in ('error', 'warning') for r in results), 'every result has a rule')
regions = [(urllib.parse.unquote(l['physicalLocation']['artifactLocation']['uri']),
            l['physicalLocation']['region']['startLine'], l['physicalLocation']['region']['startColumn'], r['ruleId'])
           for r in results for l in r.get('locations', [])]
say(sorted(regions) == sorted((r['file'], r['line'], r['column'], r['code']) for r in records if 'file' in r),
    'SARIF has the same places', regions[:2])
