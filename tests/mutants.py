"""Mutants: the cases with one fault each, and what is said about it.

    mutants.py OVERENS [MUTANTS] [SEED] [--verbose] [--blind]

The faults are the ones that people make: a key, a word or a name is misspelt, a line is missing or
stands twice, a value is of another kind, an indent, a colon, a quotation mark or a bracket is wrong.
A mutant counts only when it has a fault by its making: a word that is none of those that could
stand there, or a file that an independent YAML reader refuses or an independent validator refuses by
the schema. Each knows the lines on which a report hits the fault.

Measured: how often the first error is on the right line, how often there is only one error, how often
a fix is offered, and how often the fix, written in, makes the file compile; a misspelling mended must
also give the documents of the case without the fault.

With --blind each mutant is told what was told of another, and then what was told of itself. All the
figures must fall then, which shows that the script can fail."""
import concurrent.futures
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import jsonschema
import yaml

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REGISTER, ORGANISATIONS = 'agreements/register', 'organisationer.yaml'
LETTERS = 'abcdefghijklmnoprstuvyåäö'
# What must hold, in per cent. Each is a promise of README.
LEAST_KINDS = 70  # of 83, as 250 faults do not show all
LEAST = {'line': 97, 'one': 95, 'mends': 98, 'offered': 60}
# Keys whose value is the name of something that stands elsewhere.
NAMED = {'part': 'party', 'register': 'register', 'nämnd': 'register', 'förvaltning': 'register', 'serie': 'register',
         'efter': 'section', 'ordning': 'section', 'täljare': 'column', 'nämnare': 'column'}


class Loader(yaml.SafeLoader):
    """Nothing but an empty value is anything else than text."""


Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] == 'tag:yaml.org,2002:null']
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def no_twins(loader, node, deep=False):
    """PyYAML lets the last of two equal keys win."""
    keys = [loader.construct_object(key) for key, _ in node.value]
    if len(keys) != len(set(map(str, keys))):
        raise yaml.YAMLError('twice')
    return yaml.SafeLoader.construct_mapping(loader, node, deep=True)


Loader.add_constructor('tag:yaml.org,2002:map', no_twins)


# What the schema calls the kinds of values.
TITLED = {'Ett av orden': 'choice', 'Ja eller nej': 'boolean', 'Ett belopp': 'amount', 'Ett datum': 'date',
          'En tid': 'duration', 'En procentsats': 'share', 'Ett organisationsnummer': 'number', 'Ett heltal': 'integer'}


class Entry:
    """A key with its value, or an item of a list, and the schema that it follows."""

    def __init__(self, case, key, node, schema, parent, siblings):
        self.case, self.key, self.node, self.schema = case, key, node, schema
        self.parent, self.siblings = parent, siblings
        self.name = key.value if key is not None else None
        self.own = schema.get('own', False)  # a key of the person's own choosing
        self.first = (key or node).start_mark.index
        self.line = (key or node).start_mark.line + 1
        self.flow = parent is not None and bool(parent.node.flow_style)
        self.path = (parent.path if parent else ()) + ((self.name,) if key is not None else ())

    def value(self):
        return self.node.value

    def is_plain(self):
        return isinstance(self.node, yaml.ScalarNode) and self.node.style is None and self.node.value != ''

    def span(self):
        return self.node.start_mark.index, self.node.end_mark.index

    def words(self):
        """What may be chosen."""
        return {word for form in self.schema.get('anyOf', [self.schema]) for word in form.get('enum', [])}

    def kind(self):
        for form in self.schema.get('anyOf', [self.schema]):
            if form.get('title') in TITLED:
                return TITLED[form['title']]
        return NAMED.get(self.name, 'text')


def part_of(schema, node, key=None):
    """The schema of a member, through "anyOf"; those of a person's own keys are marked."""
    for one in schema.get('anyOf', [schema]):
        if isinstance(node, yaml.SequenceNode) and 'items' in one:
            return one['items']
        if isinstance(node, yaml.MappingNode) and key in one.get('properties', {}):
            return one['properties'][key]
        if isinstance(node, yaml.MappingNode) and isinstance(one.get('additionalProperties'), dict):
            return dict(one['additionalProperties'], own=True)
    return {}


def properties_of(schema):
    for one in schema.get('anyOf', [schema]):
        if 'properties' in one:
            return one['properties'], one.get('required', [])
    return {}, []


class Case:
    def __init__(self, path, schema):
        self.path, self.schema = path, schema
        self.text = open(os.path.join(TOP, path), encoding='utf-8').read()
        self.lines = self.text.split('\n')
        self.data = yaml.load(self.text, Loader)
        self.entries = []
        root = yaml.compose(self.text, Loader)
        self.root = Entry(self, None, root, schema, None, [])
        self.walk(self.root)
        self.by_line = {}
        for entry in self.entries:
            self.by_line.setdefault(entry.line, entry)

    def walk(self, owner):
        node = owner.node
        if isinstance(node, yaml.MappingNode):
            siblings = [key.value for key, _ in node.value]
            members = [Entry(self, k, v, part_of(owner.schema, node, k.value), owner, siblings) for k, v in node.value]
        elif isinstance(node, yaml.SequenceNode):
            members = [Entry(self, None, v, part_of(owner.schema, node), owner, []) for v in node.value]
        else:
            return
        for member in members:
            self.entries.append(member)
            self.walk(member)

    def scalars(self, *kinds):
        return [e for e in self.entries if isinstance(e.node, yaml.ScalarNode) and e.node.value and e.key is not None
                and e.kind() in kinds]

    def keys(self):
        return [e for e in self.entries if e.key is not None]

    def line_of(self, index):
        return self.text.count('\n', 0, index) + 1

    def one_line(self, entry):
        first, last = entry.first, entry.span()[1]
        return '\n' not in self.text[first:last].rstrip('\n') and isinstance(entry.node, yaml.ScalarNode)

    def is_word_of_party(self, name):
        return name in (self.data.get('parter') or {})


class Mutant:
    def __init__(self, case, kind, group, text, lines, what, same=False, in_register=False):
        self.case, self.kind, self.group, self.text, self.what = case, kind, group, text, what
        self.in_register = in_register  # the text is that of the register's organisations
        self.lines = set(lines)
        self.same = same  # mended, it gives the documents of the case


def replaced(case, first, end, new):
    return case.text[:first] + new + case.text[end:]


def mutant(entry, kind, group, first, end, new, lines=None, same=False):
    case = entry.case
    old = case.text[first:end]
    return Mutant(case, kind, group, replaced(case, first, end, new), lines or [case.line_of(first)],
                  '%s -> %s' % (old[:50].strip('\n'), new[:50].strip('\n')), same)


def misspell(word, rng):
    """One slip of the pen in a word; the word itself when it has no room for it."""
    at = [i for i, c in enumerate(word) if c.isalpha()]
    if len(at) < 3:
        return word
    how = rng.choice(('drop', 'double', 'swap', 'replace', 'plain', 'case'))
    i = rng.choice(at)
    if how == 'drop':
        return word[:i] + word[i + 1:]
    if how == 'double':
        return word[:i] + word[i] + word[i:]
    if how == 'swap' and i + 1 < len(word):
        return word[:i] + word[i + 1] + word[i] + word[i + 2:]
    if how == 'replace':
        return word[:i] + rng.choice([c for c in LETTERS if c != word[i].lower()]) + word[i + 1:]
    if how == 'plain':
        return word.translate(str.maketrans('åäöÅÄÖ', 'aaoAAO'))
    return word[0].swapcase() + word[1:]


def folded(word):
    return word.lower().translate(str.maketrans('åäö', 'aao'))


# Each of the functions below gives the mutants of one case; the draw is made among all of them.

def misspelt_keys(case, rng):
    for e in case.keys():
        if e.own:
            continue
        new = misspell(e.name, rng)
        known, _ = properties_of(e.parent.schema)
        if new not in known and new not in e.siblings:
            yield mutant(e, 'key misspelt', 'word', e.first, e.key.end_mark.index, new, same=True)


def misspelt_sections(case, rng):
    """Sections of the templates, and where they are named."""
    for e in case.keys():
        if not e.own or len(e.path) != 2 or not case.schema['additionalProperties'] or e.parent.own is False:
            continue
        has_heading = isinstance(e.node, yaml.MappingNode) and 'rubrik' in [k.value for k, _ in e.node.value]
        new = misspell(e.name, rng)
        known, _ = properties_of(e.parent.schema)
        if not has_heading and new not in e.siblings and new not in known and new != e.name:
            yield mutant(e, 'section misspelt', 'word', e.first, e.key.end_mark.index, new, same=True)
    for e in case.entries:
        named = e.name == 'efter' or (e.key is None and e.parent.name == 'ordning')
        if named and e.is_plain():
            new = misspell(e.value(), rng)
            sections = case.data[e.path[0]]
            if new != e.value() and new not in sections:
                yield mutant(e, 'section misspelt', 'word', *e.span(), new, same=True)


def misspelt_names(case, rng):
    choices = [(e, 'choice', e.words()) for e in case.scalars('choice')]
    parties = [(e, 'party', set(case.data.get('parter') or {})) for e in case.scalars('party')]
    register = [(e, 'register id', case.ids) for e in case.scalars('register')]
    columns = [(e, 'column', {c.get('rubrik') for t in (case.data.get('tabeller') or {}).values()
                              for c in t['kolumner']}) for e in case.scalars('column')]
    for e, kind, known in choices + parties + register + columns:
        new = misspell(e.value(), rng)
        if new not in known:
            yield mutant(e, kind + ' misspelt', 'word', *e.span(), new, same=True)
    for e in case.keys():
        if e.own and e.parent.name in ('fördelning', 'egen finansiering'):
            new = misspell(e.name, rng)
            if not case.is_word_of_party(new) and new not in e.siblings:
                yield mutant(e, 'party misspelt', 'word', e.first, e.key.end_mark.index, new, same=True)


def misspelt_references(case, rng):
    for match in re.finditer(r'\{\{([^{},]+)\}\}', case.text):
        inside = match[1]
        first, space, rest = inside.partition(' ')
        kind, start = 'reference', match.start(1)
        if first in ('tabell', 'block', 'not') and space:
            kind = {'tabell': 'table', 'block': 'block', 'not': 'note'}[first]
            if rng.random() < 0.2:
                kind, inside = 'directive', first
            else:
                start, inside = start + len(first) + 1, rest
        new = misspell(inside, rng)
        # A block's name is also that of its file, in small letters and without rings and dots.
        if new != inside and (kind != 'block' or folded(new) != folded(inside)):
            yield mutant(case.root, kind + ' misspelt', 'word', start, start + len(inside), new, same=True)


def foreign_words(case, rng):
    """Words that stand in some list, but not in this one."""
    words = sorted({w for e in case.scalars('choice') for w in e.words() if w} |
                   {'annat', 'okänt', 'delvis', 'se bilaga'})
    for e in case.scalars('choice'):
        yield mutant(e, 'choice foreign', 'word of another list', *e.span(),
                     rng.choice([w for w in words if w not in e.words()]))


def deleted(case, e):
    """The text without an entry, and the line where it was."""
    first, end = e.first, e.span()[1]
    if e.flow:
        after = re.match(r'\s*,\s*', case.text[end:])
        before = re.search(r',\s*$', case.text[:first])
        if after:
            end += after.end()
        elif before:
            first = before.start()
        return replaced(case, first, end, '')
    line = case.text.rfind('\n', 0, first) + 1
    end = case.text.find('\n', end - 1) + 1 if isinstance(e.node, yaml.ScalarNode) and e.node.style is None else end
    if case.text[line:first].strip() == '-':
        follow = re.match(r' +', case.text[end:])
        return replaced(case, first, end + (len(follow[0]) if follow else 0), '')
    return replaced(case, line, end, '')


def missing(case, rng):
    for e in case.keys():
        _, required = properties_of(e.parent.schema)
        if e.name not in required or e.own:
            continue
        owner = e.parent
        near = [owner.line, owner.node.start_mark.line + 1, e.line, max(e.line - 1, 1)]
        if case.one_line(e) and len(e.siblings) > 1:
            yield Mutant(case, 'key deleted', 'missing', deleted(case, e), near, e.name)
        if case.one_line(e) and e.node.value:
            yield mutant(e, 'value deleted', 'missing', *e.span(), '', lines=[e.line])
    for e in case.keys():
        if len(e.path) == 2 and e.name in case.needed.get(e.path[0], ()) and not e.parent.flow:
            line = case.text.rfind('\n', 0, e.first) + 1
            yield Mutant(case, 'section deleted', 'missing', replaced(case, line, e.span()[1], ''),
                         [e.parent.line], e.name)


def twice(case, rng):
    for e in case.keys():
        if case.one_line(e) and not e.flow and e.node.style is None and '-' not in case.lines[e.line - 1].split(':')[0]:
            line = case.text.rfind('\n', 0, e.first) + 1
            end = case.text.find('\n', e.first) + 1
            yield mutant(e, 'key twice', 'missing', end, end, case.text[line:end], lines=[e.line, e.line + 1])


FORMS = {
    'date': (lambda v, r: {
        'no hyphens': v.replace('-', ''), 'slashes': v.replace('-', '/'), 'points': v.replace('-', '.'),
        'day first': '%d/%d %s' % (int(v[8:] or 1), int(v[5:7]), v[:4]),
        'words': '%d %s %s' % (int(v[8:] or 1), MONTHS[int(v[5:7]) - 1], v[:4]),
        'den': 'den %d %s %s' % (int(v[8:] or 1), MONTHS[int(v[5:7]) - 1], v[:4]),
        'no zeros': '%s-%d-%d' % (v[:4], int(v[5:7]), int(v[8:] or 1)),
        'short year': v[2:], 'six': v[2:].replace('-', ''),
        'no such day': v[:5] + '04-31', 'no such month': v[:5] + '13' + v[7:], 'blank': v[:4] + '-xx-xx',
        'text': 'Klicka här för att ange datum.', 'none': 'snarast'}),
    'amount': (lambda v, r: {
        'points': v.replace(' kr', '#').replace(' ', '.').replace('#', ' kr') if v.count(' ') > 1 else '1.100.000 kr/år',
        'no unit': v.split(' kr')[0], 'no year': v.split('/')[0], 'words': 'en miljon kronor om året',
        'letter': v.replace('0', 'O', 1), 'groups': '1 10 000 kr/år', 'currency first': 'SEK ' + v, 'text': 'oklart',
        'per month': v.split('/')[0] + '/vecka', 'colon-dash': v.split(' kr')[0] + ':-'}),
    'duration': (lambda v, r: {
        'short': v.replace('månader', 'mån').replace('år', 'y'), 'word': 'sex ' + v.split(' ')[-1],
        'bare': v.split(' ')[0], 'together': v.replace(' ', ''), 'text': 'tills vidare'}),
    'boolean': (lambda v, r: {'yes': 'yes', 'true': 'true', 'capital': 'Ja', 'one': '1', 'text': 'kanske',
                              'j': 'j', 'cross': 'X'}),
    'integer': (lambda v, r: {'word': 'en', 'decimals': v + ',5', 'unit': v + ' st', 'range': '-' + v,
                              'text': 'vet ej', 'points': v.replace(' ', '.') if ' ' in v else 'två'}),
}
# What nobody can know the meaning of.
MEANINGLESS = ('none', 'text', 'blank', 'no such day', 'no such month', 'no unit', 'words', 'groups', 'per month', 'bare',
               'cross', 'decimals', 'range')
MONTHS = ('januari februari mars april maj juni juli augusti september oktober november december').split()


def wrong_forms(case, rng):
    for kind, forms in FORMS.items():
        for e in case.scalars(kind):
            if e.node.style is not None:
                continue
            for name, new in forms(e.value(), rng).items():
                needs_year = 'per invånare' not in e.path
                if new == e.value() or (name == 'no year' and (not needs_year or 'timvärde' in e.path)):
                    continue
                if jsonschema.Draft202012Validator(e.schema).is_valid(new) and name not in (
                        'no such day', 'no such month', 'groups'):
                    continue
                group = 'no form' if name in MEANINGLESS else 'form'
                yield mutant(e, '%s: %s' % (kind, name), group, *e.span(), new)


def wrong_shapes(case, rng):
    for e in case.keys():
        value = '[ett, två]' if rng.random() < 0.5 else '{ett: två}'
        if isinstance(e.node, yaml.ScalarNode) and e.is_plain() and not e.own:
            if not (value[0] == '[' and e.name == 'handläggare'):
                yield mutant(e, 'group for text', 'shape', *e.span(), value)
        elif not isinstance(e.node, yaml.ScalarNode) and e.name != 'handläggare' and e.node.flow_style:
            wrong = 'ja' if rng.random() < 0.5 else '[ett]' if isinstance(e.node, yaml.MappingNode) else '{ett: två}'
            yield mutant(e, 'text for group', 'shape', *e.span(), wrong)
        elif not isinstance(e.node, yaml.ScalarNode) and len(e.path) > 1 and not e.node.flow_style and not e.own and \
                e.name not in ('kolumner', 'rader', 'insatser', 'fördelning'):
            first = case.text.find(':', e.first) + 1
            end = case.text.rfind('\n', 0, e.span()[1])
            yield mutant(e, 'text for group', 'shape', first, end, ' enligt bilaga', lines=[e.line])


def copied_values(case, rng):
    """What belongs to another key of another kind is pasted over a value."""
    for e in case.keys():
        others = [o for o in case.keys() if o.parent is e.parent and o is not e and case.one_line(o)
                  and o.kind() != e.kind() and o.is_plain()]
        if e.is_plain() and case.one_line(e) and others and e.kind() not in ('text', 'party', 'register', 'section',
                                                                              'column'):
            other = rng.choice(others)
            if not jsonschema.Draft202012Validator(e.schema).is_valid(other.value()):
                yield mutant(e, 'value of another key', 'shape', *e.span(), other.value())


def cells_and_days(case, rng):
    for e in case.entries:
        if e.key is None and isinstance(e.node, yaml.SequenceNode) and e.parent.name == 'rader':
            cell = rng.choice(e.node.value)
            first, end = cell.start_mark.index, cell.end_mark.index
            near = range(e.node.start_mark.line + 1, e.node.end_mark.line + 2)
            if e.node.flow_style:
                yield mutant(e, 'cell too many', 'count', end, end, ', extra', lines=near)
                second = e.node.value[1]
                yield mutant(e, 'cell too few', 'count', e.node.value[0].end_mark.index, second.end_mark.index, '',
                             lines=near)
            elif cell is not e.node.value[0]:
                line, after = case.text.rfind('\n', 0, first) + 1, case.text.find('\n', end) + 1
                yield mutant(e, 'cell too few', 'count', line, after, '', lines=near)
                yield mutant(e, 'cell too many', 'count', line, line, case.text[line:after], lines=near)
    for e in case.keys():
        if e.path == ('period', 'till'):
            start = case.data['period']['från']
            yield mutant(e, 'period backwards', 'count', *e.span(), '%d%s' % (int(start[:4]) - 1, start[4:]))


def indents(case, rng):
    for number, line in enumerate(case.lines, 1):
        if not line.strip() or line.lstrip().startswith('#') or number not in case.by_line:
            continue
        start = sum(len(l) + 1 for l in case.lines[:number - 1])
        indent = len(line) - len(line.lstrip(' '))
        shown = line.strip()[:40]
        yield Mutant(case, 'indent more', 'indent', replaced(case, start, start, ' '), [number], shown)
        if indent > 0:
            yield Mutant(case, 'indent less', 'indent', replaced(case, start, start + 1, ''), [number], shown)
            yield Mutant(case, 'tab', 'indent', replaced(case, start, start + indent, '\t' * (indent // 2)), [number],
                         shown)


def punctuation(case, rng):
    for e in case.keys():
        colon = case.text.find(':', e.key.end_mark.index)
        if e.key.style is None:
            yield mutant(e, 'colon missing', 'mark', colon, colon + 1, '')
        if case.text[colon + 1] == ' ':
            yield mutant(e, 'colon without space', 'mark', colon + 1, colon + 2, '')
    for e in case.entries:
        first, end = e.span()
        if isinstance(e.node, yaml.ScalarNode) and e.node.style in ('"', "'"):
            yield mutant(e, 'quote open', 'mark', end - 1, end, '', lines=[case.line_of(first)])
        if not isinstance(e.node, yaml.ScalarNode) and e.node.flow_style:
            yield mutant(e, 'bracket open', 'mark', end - 1, end, '', lines=[case.line_of(first)])
            yield mutant(e, 'bracket not opened', 'mark', first, first + 1, '')
        if e.flow and case.text[end] == ',':
            yield mutant(e, 'comma missing', 'mark', end, end + 1, '')
        if e.is_plain() and case.one_line(e):
            words = [m.start() for m in re.finditer(' ', e.value())]
            if words:
                at = first + rng.choice(words)
                yield mutant(e, 'colon in value', 'mark', at, at, ':')
            yield mutant(e, 'quote opened', 'mark', first, first, '"')
            yield mutant(e, 'indicator', 'mark', first, first, rng.choice('*&!%@`'))
            yield mutant(e, 'braces', 'mark', first, first, '{{ärende.rubrik}} ')
            yield mutant(e, 'bracket opened', 'mark', first, first, rng.choice('[{'))
    for match in re.finditer(r'(?m)^ +(- )(?=\S)', case.text):
        number = case.line_of(match.start(1))
        if number in case.by_line:
            yield mutant(case.root, 'dash without space', 'mark', match.end() - 1, match.end(), '')
            yield mutant(case.root, 'dash missing', 'mark', match.start(1), match.end(), '')
    for match in re.finditer(r'\{\{[^{}]+(\}\})', case.text):
        # Unless the next ones on the line close them.
        if '}}' not in case.lines[case.line_of(match.end()) - 1].split(match[0], 1)[-1]:
            yield mutant(case.root, 'braces open', 'mark', match.start(1), match.end(1), rng.choice(('', '}')))


def swapped_lines(case, rng):
    for number in range(1, len(case.lines) - 1):
        a, b = case.lines[number - 1], case.lines[number]
        if number in case.by_line and number + 1 in case.by_line:
            lines = case.lines[:number - 1] + [b, a] + case.lines[number + 1:]
            yield Mutant(case, 'lines swapped', 'indent', '\n'.join(lines), [number, number + 1],
                         '%s / %s' % (a.strip()[:25], b.strip()[:25]))


def wrong_numbers(case, rng):
    """The organisation numbers stand in the register; any changed digit breaks the check digit."""
    text = open(os.path.join(TOP, REGISTER, ORGANISATIONS), encoding='utf-8').read()
    for match in re.finditer(r'organisationsnummer: (\d{6}-\d{4})', text):
        at = match.start(1) + rng.choice((0, 1, 2, 3, 4, 5, 7, 8, 9, 10))
        digit = rng.choice([d for d in '0123456789' if d != text[at]])
        yield Mutant(case, 'digit of a number', 'count', text[:at] + digit + text[at + 1:],
                     [text.count('\n', 0, at) + 1], match[1], in_register=True)


MAKERS = (wrong_numbers, misspelt_keys, misspelt_sections, misspelt_names, misspelt_references, foreign_words, missing, twice,
          wrong_forms, wrong_shapes, copied_values, cells_and_days, indents, punctuation, swapped_lines)
# Made so that they cannot be right; of the others an independent reader and validator are asked.
CERTAIN = ('word', 'word of another list', 'missing', 'form', 'no form', 'shape', 'count')


def is_fault(m, validator):
    if m.group in CERTAIN or m.kind == 'braces open':
        return True
    try:
        data = yaml.load(m.text, Loader)
    except yaml.YAMLError:
        return True
    return data != m.case.data and not validator.is_valid(data)


def draw(cases, count, rng, validator):
    """As many of each kind, as far as they go: the rarest kinds first."""
    kinds = {}
    for case in cases:
        for make in MAKERS:
            for m in make(case, rng):
                if m.text != case.text:
                    kinds.setdefault(m.kind, []).append(m)
    drawn = []
    left = sorted(kinds.items(), key=lambda item: (len(item[1]), item[0]))
    for number, (_, mutants) in enumerate(left):
        share = -(-(count - len(drawn)) // (len(left) - number))
        rng.shuffle(mutants)
        taken = 0
        for m in mutants:
            if taken < share and is_fault(m, validator):
                drawn.append(m)
                taken += 1
    return drawn


def check(overens, case, text, register=None, show=False):
    """The errors, or with `show` the document, and the exit code."""
    with tempfile.TemporaryDirectory() as work:
        path = os.path.join(work, stem(case) + '.yaml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        folder = os.path.join(TOP, REGISTER)
        if register is not None:
            folder = shutil.copytree(folder, os.path.join(work, 'register'))
            with open(os.path.join(folder, ORGANISATIONS), 'w', encoding='utf-8') as file:
                file.write(register)
        command = [overens, 'check', '--format=json', '--register', folder, '--templates',
                   os.path.join(TOP, 'templates')]
        done = subprocess.run(command + (['--show', 'document'] if show else []) + [path], capture_output=True, cwd=TOP)
        out = done.stdout.decode()
        if show:
            return out.rpartition('\n[')[0], done.returncode
        try:
            return [d for d in json.loads(out) if d['severity'] == 'error'], done.returncode
        except json.JSONDecodeError:
            return [{'code': 'no report', 'message': 'exit %d, %s' % (done.returncode, done.stderr.decode()[-200:])}], \
                done.returncode


def stem(case):
    return os.path.splitext(os.path.basename(case.path))[0]


def mend(text, fix):
    data = text.encode()
    return (data[:fix['byte']] + fix['replacement'].encode() + data[fix['endByte']:]).decode(errors='replace')


class Result:
    """What is told of a mutant. `mends` is None when no fix is given."""

    def __init__(self, errors, mends):
        self.errors, self.mends = errors, mends


def run(overens, m, text=None, show=False):
    text = m.text if text is None else text
    if m.in_register:
        return check(overens, m.case, m.case.text, text, show)
    return check(overens, m.case, text, None, show)


def judge(overens, m, other):
    errors = (run(overens, other)[0] if other else []) + run(overens, m)[0]
    if not errors or not errors[0].get('fix'):
        return Result(errors, None)
    mended = mend(m.text, errors[0]['fix'])
    mends = run(overens, m, mended)[1] == 0
    if mends and m.same:
        mends = run(overens, m, mended, True)[0] == m.case.document
    return Result(errors, mends)


def describe(m, result):
    told = ['      %d:%d %s %s%s' % (e.get('line', 0), e.get('column', 0), e['code'], e['message'],
                                    ' [%s]' % e['fix']['replacement'] if e.get('fix') else '')
            for e in result.errors[:3]]
    return '  %s %s:%s %s\n%s' % (m.kind, stem(m.case)[:3], '/'.join(map(str, sorted(m.lines)[:3])), m.what,
                                  '\n'.join(told))


FIXABLE = ('word', 'form', 'mark', 'indent')


def per_cent(part, whole):
    return 100.0 * part / whole if whole else 0.0


def tell(mutants, results, verbose):
    wrong = {'line': [], 'one': [], 'mends': [], 'offered': []}
    fixes = fixable = 0
    for pair in zip(mutants, results):
        m, result = pair
        if not result.errors or result.errors[0].get('line') not in m.lines:
            wrong['line'].append(pair)
        if len(result.errors) != 1:
            wrong['one'].append(pair)
        fixes += result.mends is not None
        if result.mends is False:
            wrong['mends'].append(pair)
        fixable += m.group in FIXABLE
        if m.group in FIXABLE and not result.mends:
            wrong['offered'].append(pair)
    count = len(mutants)
    figures = [('line', 'the first error is on the right line', count - len(wrong['line']), count),
               ('one', 'there is one error', count - len(wrong['one']), count),
               ('mends', 'the fix mends the file', fixes - len(wrong['mends']), fixes),
               ('offered', 'a misspelling or a slip of form has a fix that mends it', fixable - len(wrong['offered']),
                fixable)]
    kinds = len({m.kind for m in mutants})
    # Fewer kinds mean that the script no longer understands the schema, not that there is less to try.
    failed = count < 250 or kinds < LEAST_KINDS
    print('%s mutants: %d faults of %d kinds' % ('not ok' if failed else 'ok', count, kinds))
    for key, words, part, whole in figures:
        below = per_cent(part, whole) < LEAST[key]
        failed = failed or below
        print('%s mutants: %s in %d of %d, %.1f %%, at least %d %%' % (
            'not ok' if below else 'ok', words, part, whole, per_cent(part, whole), LEAST[key]))
        if below or verbose:
            for m, result in wrong[key][:None if verbose else 10]:
                print(describe(m, result))
    return failed


def sections_needed():
    """The keys of the sections that a template has no words of its own for, by document."""
    needed = {}
    for name in os.listdir(os.path.join(TOP, 'templates')):
        if name.endswith('.md'):
            text = open(os.path.join(TOP, 'templates', name), encoding='utf-8').read()
            document = re.search(r'(?m)^nyckel: (.*)$', text)[1]
            for part in re.split(r'(?m)^## ', text)[1:]:
                key = re.match(r'.*\{([^{},]+)\}\n', part)
                if key and ('{{text}}' in part or '{{punkter}}' in part):
                    needed.setdefault(document, set()).add(key[1])
    return needed


def names_in_register():
    names = set()
    for name in os.listdir(os.path.join(TOP, REGISTER)):
        for group in yaml.load(open(os.path.join(TOP, REGISTER, name), encoding='utf-8'), Loader).values():
            names |= set(group)
    return names


def main():
    words = [a for a in sys.argv[1:] if not a.startswith('--')]
    overens = os.path.abspath(words[0])
    count = int(words[1]) if len(words) > 1 else 600
    rng = random.Random(int(words[2]) if len(words) > 2 else 1)
    schema = json.loads(subprocess.run([overens, 'schema'], capture_output=True).stdout)
    validator = jsonschema.Draft202012Validator(schema)
    names, needed, cases = names_in_register(), sections_needed(), []
    for name in sorted(os.listdir(os.path.join(TOP, 'agreements'))):
        if name.endswith('.yaml'):
            case = Case(os.path.join('agreements', name), schema)
            case.ids, case.needed = names, needed
            case.document, code = check(overens, case, case.text, None, True)
            assert code == 0 and case.document, name
            cases.append(case)
    mutants = draw(cases, count, rng, validator)
    half = len(mutants) // 2
    others = mutants[half:] + mutants[:half] if '--blind' in sys.argv else [None] * len(mutants)
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda pair: judge(overens, *pair), zip(mutants, others)))
    sys.exit(1 if tell(mutants, results, '--verbose' in sys.argv) else 0)


main()
