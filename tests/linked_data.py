"""Linked data: what a page tells machines is what its case says.

    linked_data.py OVERENS

The JSON-LD of every page of agreements/ and tests/golden/, and of a case just begun, is taken out with an
HTML parser, expanded by a JSON-LD processor that may fetch nothing, and compared with what the YAML, the
register and the ledger say, read here by themselves. Then the comparison is judged: every value of a page is
changed, and every one taken away, and each must be found."""
import copy
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import html5lib
import yaml
from pyld import jsonld

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'conformance'))
import document  # noqa: E402

TOP = document.TOP
VOCABULARY = 'https://schema.org/'
# The words of schema.org that we use: nothing but these may stand in the data.
TYPES = {'DigitalDocument', 'PropertyValue', 'GovernmentOrganization', 'Organization', 'NGO', 'Project',
         'Grant', 'MonetaryGrant', 'MonetaryAmount', 'QuantitativeValue'}
PROPERTIES = {'name', 'genre', 'inLanguage', 'creativeWorkStatus', 'dateCreated', 'temporalCoverage',
              'identifier', 'propertyID', 'value', 'publisher', 'about', 'member', 'funding', 'funder',
              'fundedItem', 'amount', 'description', 'currency', 'unitCode'}


def no_network(url, options):
    raise ValueError('it asks for ' + url)


# ---- What the page says ----

def once(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError('a key stands twice')
    return dict(pairs)


def data_of(page):
    """The JSON of the page's only data block."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    scripts = list(tree.iter('script'))
    if [script.get('type') for script in scripts] != ['application/ld+json']:
        raise ValueError('the scripts are %s' % [script.attrib for script in scripts])
    return json.loads(''.join(scripts[0].itertext()), object_pairs_hook=once)


def words(node):
    """An expanded node in the words of schema.org: {property: value, or list of several}."""
    if '@value' in node:
        return node['@value']
    found = {}
    for key, values in node.items():
        if key == '@id':
            found['id'] = values
        elif key == '@type':
            found['type'] = ' '.join(value.replace(VOCABULARY, '') for value in values)
            if not set(found['type'].split()) <= TYPES:
                raise ValueError('unknown type ' + found['type'])
        else:
            name = key.replace(VOCABULARY, '')
            if name not in PROPERTIES:
                raise ValueError('unknown property ' + key)
            kept = [words(value) for value in values]
            found[name] = kept if name in ('member', 'funding', 'amount') else kept[0]
            if len(kept) != 1 and name not in ('member', 'funding', 'amount'):
                raise ValueError('%s has several values' % name)
    return found


def told(data):
    expanded = jsonld.expand(data, {'documentLoader': no_network})
    if len(expanded) != 1:
        raise ValueError('%d things are told of' % len(expanded))
    return words(expanded[0])


# ---- What it should say ----

def read_yaml(path):
    with open(path, encoding='utf-8') as file:
        return yaml.load(file, document.Loader) or {}


def read_register():
    register = {}
    for path in glob.glob(TOP + '/agreements/register/*.yaml'):
        for group, values in read_yaml(path).items():
            register.setdefault(group, {}).update(values)
    return register


def without_nothing(values):
    return {key: value for key, value in values.items() if value not in (None, '', [], {})}


def number(text):
    digits = re.sub(r'\D', '', text or '')[-10:]
    return {'type': 'PropertyValue', 'propertyID': 'organisationsnummer',
            'value': digits[:6] + '-' + digits[6:]} if digits else None


class Party:
    def __init__(self, place, key, given, register):
        given = given or {}
        known = given.get('register') or ''
        organisation = (register.get('organisationer') or {}).get(known) or {}
        board = (register.get('nämnder') or {}).get(known)
        self.id = '_:part-%d' % place
        self.key = key
        self.public = board is not None or (given.get('sektor') or organisation.get('sektor')) == 'offentlig'
        self.open = ('register' in given and not known) or ('sektor' in given and not given['sektor'])
        filled = given.get('organisationsnummer') or (
            register['kommun'].get('organisationsnummer') if board else organisation.get('organisationsnummer'))
        self.told = without_nothing({
            'id': self.id,
            'type': 'GovernmentOrganization' if board else
                    'Organization' if self.public or self.open else 'NGO',
            'name': given.get('namn') or (board or organisation).get('namn'),
            'identifier': number(filled)})


def amounts(ledger, name):
    """What the ledger has for a year and for all the time that is calculated."""
    together = [key for key in ledger
                if key == name + '.perioden' or re.fullmatch(re.escape(name) + r'\.till \d{4}-\d\d-\d\d', key)]
    found = []
    for key in [name] + together:
        ore = re.fullmatch(r'(-?)(\d+) öre( .*)?', ledger.get(key, ''))
        if not ore:
            continue
        kronor, rest = divmod(int(ore.group(2)), 100)
        value = '%s%d%s' % (ore.group(1), kronor, '.%02d' % rest if rest else '')
        found.append({'type': 'MonetaryAmount', 'identifier': key, 'currency': 'SEK', 'value': {
            'type': 'QuantitativeValue', 'value': value, 'unitCode': 'ANN'} if key == name else value})
    return found


def funding(case, parties, ledger):
    by_key = {party.key: party for party in parties}
    civil = [party for party in parties if not party.public and not party.open]
    sole = civil[0] if len(civil) == 1 else None
    for place, one in enumerate(((case.get('ekonomi') or {}).get('insatser') or []), 1):
        name = 'ekonomi.insatser.%d' % place
        giver = by_key.get(one.get('part'))
        cash = one.get('slag') == 'kontant'
        to_sole = sole if cash and giver and (giver.public or giver.open) else None
        parts = [(name + '.' + key, by_key.get(key)) for key in one.get('fördelning') or {}] or [(name, to_sole)]
        for part, recipient in parts:
            yield without_nothing({
                'type': 'MonetaryGrant' if cash else 'Grant', 'name': one.get('slag'),
                'funder': {'id': giver.id} if giver else None,
                'fundedItem': {'id': recipient.id} if recipient else None,
                'amount': amounts(ledger, part)})


def expected(case, key, kind, register, ledger):
    matter, plan, period = case['ärende'] or {}, case[key] or {}, case.get('period') or {}
    parties = [Party(i, name, given, register)
               for i, (name, given) in enumerate((case.get('parter') or {}).items(), 1)]
    grants = list(funding(case, parties, ledger))
    covered = None
    if period.get('från') and (period.get('till') or 'till' not in period):
        covered = '%s/%s' % (period['från'], period.get('till') or '..')
    dnr = matter.get('diarienummer')
    return without_nothing({
        'type': 'DigitalDocument', 'name': plan.get('rubrik') or matter.get('rubrik'), 'genre': kind,
        'inLanguage': 'sv', 'creativeWorkStatus': matter.get('status'),
        'dateCreated': plan.get('datum') or matter.get('datum'), 'temporalCoverage': covered,
        'identifier': {'type': 'PropertyValue', 'propertyID': 'diarienummer', 'value': dnr} if dnr else None,
        'publisher': without_nothing({
            'type': 'GovernmentOrganization', 'name': register['kommun']['namn'],
            'identifier': number(register['kommun'].get('organisationsnummer'))}),
        'about': without_nothing({
            'type': 'Project', 'name': matter.get('rubrik'), 'member': [party.told for party in parties],
            'funding': grants}) if parties or grants else None})


# ---- Comparing ----

def difference(found, wanted, path=''):
    """Where the two differ, as a line each; how sure an amount is, the ledger's dump does not say."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        lines = []
        for key in sorted(set(found) | set(wanted)):
            if key == 'description' and found.get(key) in ('preliminärt', 'antagande'):
                continue
            lines += difference(found.get(key), wanted.get(key), path + '.' + key)
        return lines
    if isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        return [line for i, (a, b) in enumerate(zip(found, wanted)) for line in difference(a, b, '%s.%d' % (path, i))]
    return [] if found == wanted else ['%s: the page has %r, the case %r' % (path, found, wanted)]


def faults(data, wanted):
    try:
        return difference(told(data), wanted)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, jsonld.JsonLdError) as fault:
        return [repr(fault)]


# ---- Judging the comparison ----

def leaves(value, path=()):
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, path + (key,))
        if path:
            yield path
    else:
        yield path


def changed(data, path, change):
    data = copy.deepcopy(data)
    inside = data
    for key in path[:-1]:
        inside = inside[key]
    change(inside, path[-1])
    return data


def set_to(value):
    return lambda inside, key: inside.__setitem__(key, value)


def take_away(inside, key):
    del inside[key]


def add_sign(inside, key):
    inside[key] = inside[key] + '1' if isinstance(inside[key], str) else [inside[key], inside[key]]


def not_found(data, wanted):
    """The changes that the comparison does not see."""
    missed = []
    for path in leaves(data):
        for name, change in (('null', set_to(None)), ('gone', take_away), ('another', add_sign)):
            twice = path[0] == '@context' and name == 'another'  # two contexts that are the same are one
            if not twice and not faults(changed(data, path, change), wanted):
                missed.append('%s %s' % (name, '.'.join(map(str, path))))
    return missed


# ---- All of it ----

def report(name, lines):
    print('%s linked-data: %s' % ('not ok' if lines else 'ok', name))
    for line in lines[:8]:
        print(line)


def new_case(overens, work):
    types = sorted(key for key in document.template_files() if key != 'handbok')
    subprocess.run([overens, 'new'] + types + ['--out', work, 'nytt'], capture_output=True, check=True, cwd=TOP)
    return os.path.join(work, 'nytt.yaml')


def odd_case(work):
    """Öre, no last day, a dash of another kind in an organisation number, and signs that HTML reads."""
    with open(TOP + '/agreements/002-resurspoolen.yaml', encoding='utf-8') as file:
        text = file.read()
    for before, after in [('belopp: 933 000 kr/år', 'belopp: "933 000,05 kr/år"'),
                          ('  till: 2022-12-31\n', ''), ('  förlängning: 3 år\n', ''),
                          ('    register: resurspoolen\n', '    register: resurspoolen\n'
                           '    organisationsnummer: 822003–0913\n'),
                          ('ÄN 2019-878', '</script><!--<script>&amp;"\\')]:
        if before not in text:
            raise ValueError(before)
        text = text.replace(before, after)
    # Without a last day there is nothing to show for the period.
    text = re.sub('.*(perioden före uppräkning|tabell uppräkning|tabell utbetalning).*\n', '', text)
    path = os.path.join(work, 'udda.yaml')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def main():
    overens = os.path.abspath(sys.argv[1])
    register, judged, amounts_seen = read_register(), False, 0
    with tempfile.TemporaryDirectory() as work:
        cases = sorted(glob.glob(TOP + '/agreements/*.yaml') + glob.glob(TOP + '/tests/golden/*.yaml'))
        for path in cases + [new_case(overens, work), odd_case(work)]:
            stem = os.path.basename(path)[:-len('.yaml')]
            built = subprocess.run([overens, 'build', '-q', '--show', 'ledger', '--out', work, path],
                                   capture_output=True, text=True, cwd=TOP)
            if built.returncode != 0:
                report(stem + ' compiles', [built.stderr])
                continue
            case, ledger = read_yaml(path), document.read_ledger(built.stdout)
            for key, (file, kind) in document.template_files().items():
                if key not in case:
                    continue
                with open('%s/%s/%s.html' % (work, stem, file), encoding='utf-8') as page:
                    data = data_of(page.read())
                wanted = expected(case, key, kind, register, ledger)
                report('%s/%s' % (stem, file), faults(data, wanted))
                amounts_seen += json.dumps(data).count('"MonetaryAmount"')
                if stem == '002-resurspoolen':
                    judged = True
                    report('what is changed, null or gone is found', not_found(data, wanted))
                    report('a context from elsewhere is found', [] if faults(
                        dict(data, **{'@context': 'https://schema.org'}), wanted) else ['it is not'])
    report('the comparison was judged, and %d amounts were compared' % amounts_seen,
           [] if judged and amounts_seen > 50 else ['it was not'])


main()
