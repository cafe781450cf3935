"""Holds page, CSV and calendar of an overview against the ledgers and against each other.

    overview.py tally NAME FOLDER DAY [CASE...]    sums, dates and rows; DAY is "-" where none was given
    overview.py odd FOLDER                         what is missing is said to be
    overview.py hostile FOLDER                     writes cases full of what must not become markup
    overview.py harmless FOLDER GOOD               and looks for it in what became of them

FOLDER holds index.html, portfolio.csv, dates.json (node/calendar.js) and, for the cases that are given,
ledgers/. Nothing here is computed as the program computes it: sums are of what the rows show."""
import csv
import datetime
import html.parser
import itertools
import json
import os
import re
import sys
from decimal import Decimal

import yaml

NAME = 'overview'


def ok(name, fault=None):
    print(f'{"not ok" if fault else "ok"} overview: {name}')
    if fault:
        print(f'\t{str(fault)[:2000]}')


def differences(wanted, seen):
    return [(key, wanted.get(key), seen.get(key)) for key in wanted.keys() | seen.keys() if wanted.get(key) != seen.get(key)]


# Readers.

class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, dict(attributes), parent, []

    def text(self):
        return ''.join(child if isinstance(child, str) else child.text() for child in self.children)

    def classes(self):
        return (self.attributes.get('class') or '').split()

    def all(self, tag=None, with_class=None):
        for child in self.children:
            if isinstance(child, Element):
                if tag in (None, child.tag) and (with_class is None or with_class in child.classes()):
                    yield child
                yield from child.all(tag, with_class)

    def one(self, tag=None, with_class=None):
        return next(self.all(tag, with_class))


class Reader(html.parser.HTMLParser):
    EMPTY = {'meta', 'input', 'br'}

    def __init__(self):
        super().__init__()
        self.root = self.at = Element('', [], None)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes, self.at)
        self.at.children.append(element)
        if tag not in self.EMPTY:
            self.at = element

    def handle_startendtag(self, tag, attributes):
        self.at.children.append(Element(tag, attributes, self.at))

    def handle_endtag(self, tag):
        assert self.at.tag == tag, (self.at.tag, tag, self.getpos())
        self.at = self.at.parent

    def handle_data(self, data):
        self.at.children.append(data)


def page_of(folder):
    reader = Reader()
    reader.feed(open(f'{folder}/index.html', encoding='utf-8').read())
    reader.close()
    assert reader.at is reader.root, reader.at.tag
    return reader.root


def rows_of(folder):
    data = open(f'{folder}/portfolio.csv', 'rb').read()
    assert data.startswith(b'\xef\xbb\xbf'), 'no byte order mark'
    assert data.count(b'\n') == data.count(b'\r\n'), 'lines end otherwise than in CR LF'
    with open(f'{folder}/portfolio.csv', encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file, delimiter=';', strict=True))
    assert len({len(row) for row in rows}) == 1, 'rows of different lengths'
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def ledger_of(path):
    entries = {}
    for line in open(path, encoding='utf-8'):
        match = re.match(r'(.+?) = (-?\d+|saknas) ?(\S*)', line)
        entries[match[1]] = None if 'saknas' in match[2] else (int(match[2]), match[3])
    return entries


def ore(text):
    """What a cell says of an amount, and how many it lacks."""
    if text in ('', '–'):
        return 0, 0
    if text == 'saknas':
        return 0, 1
    match = re.fullmatch(r'(−?[\d\xa0]+)(?:,(\d\d))?(.*)', text, re.S)
    lacks = re.search(r'(\d+) belopp saknas', match[3])
    return (int(match[1].replace('\xa0', '').replace('−', '-')) * 100 + int(match[2] or 0), int(lacks[1]) if lacks else 0)


def number(text):
    return int(Decimal(text.replace(',', '.')) * 100) if text not in ('', 'saknas') else 0


def iso(days):
    return (datetime.date(1, 1, 1) + datetime.timedelta(days=days)).isoformat()


# The CSV against the ledgers.

def wanted_row(ledger, years):
    def amount(name):
        entry = ledger.get(name)
        return '' if name not in ledger else 'saknas' if entry is None else entry[0]

    def day(name):
        return iso(ledger[name][0]) if ledger.get(name) else ''
    row = {'Från': day('period.från'), 'Till': day('period.till'),
           'Sista uppsägningsdag': day('period.sista uppsägningsdag'),
           'Sista dag för beslut om förlängning': day('period.sista beslutsdag'),
           'Bidrag per år': amount('ekonomi.bidrag'), 'Omfattning per år': amount('ekonomi.omfattning')}
    whole = [name for name in ledger if re.fullmatch(r'ekonomi\.bidrag\.(perioden|till \d{4}-\d\d-\d\d)', name)]
    row['Bidrag hela perioden'] = amount(whole[0]) if whole else ''
    for year in years:
        row[f'Bidrag {year}'] = amount(f'ekonomi.bidrag.{year}')
    return row


def tally_ledgers(name, folder, rows):
    years = [int(key[7:]) for key in rows[0] if re.fullmatch(r'Bidrag \d{4}', key)]
    wrong = []
    for row in rows:
        wanted = wanted_row(ledger_of(f'{folder}/ledgers/{row["Ärende"]}'), years)
        for key, value in wanted.items():
            seen = number(row[key]) if isinstance(value, int) else row[key]
            # What goes on beyond what is known has no entry in the ledger, and is missing.
            if seen != value and not (value == '' and seen in ('saknas', 'tills vidare')):
                wrong.append((row['Ärende'], key, value, row[key]))
    ok(f'{name}: the CSV says what the ledgers say', wrong)


# The page against the CSV.

COLUMNS = ['Bidrag per år', 'Omfattning per år']


def cells_by_heading(table, row):
    headings = [cell.text() for cell in table.one('thead').all('th')]
    return dict(zip(headings, [child for child in row.children if isinstance(child, Element)]))


def tally_rows(name, page, rows):
    table = page.one('table', 'cases')
    seen = {}
    for row in table.one('tbody', 'rows').all('tr'):
        cells = cells_by_heading(table, row)
        own = [child if isinstance(child, str) else child.text() for child in cells['Ärende'].children]
        case = next(text for text in own[1:] if any(text == row['Ärende'] for row in rows))
        seen[case] = (own[0], *(ore(cells[f'{column}, kr'].text())[0] for column in COLUMNS), cells['Nämnd'].text(),
                      cells['Offentlig andel'].text().replace('\xa0%', '').replace('–', ''))
    wanted = {row['Ärende']: (row['Rubrik'], *(number(row[column]) for column in COLUMNS), row['Nämnd'] or '–',
                              row['Offentlig andel i procent'] + ('' if ',' in row['Offentlig andel i procent'] or
                                                                  not row['Offentlig andel i procent'][:1].isdigit() else ',0'))
              for row in rows}
    ok(f'{name}: the page has the rows of the CSV', differences(wanted, seen))


def tally_sums(name, page, rows, day):
    """Every combination of choices against the rows that its rules leave."""
    table = page.one('table', 'cases')
    by_case = {row['Ärende']: row for row in rows}
    shown = []
    for row in table.one('tbody', 'rows').all('tr'):
        texts = [child.text() for child in row.one('th').children if isinstance(child, Element)]
        shown.append((set(row.classes()), next(by_case[text] for text in texts if text in by_case)))
    groups = {}
    for choice in page.one('form').all('input'):
        if choice.attributes['name'] != 'o':
            groups.setdefault(choice.attributes['name'], []).append(choice.attributes['id'])
    combinations, wrong = set(itertools.product(*groups.values())), []
    seen = set()
    for row in table.one('tbody', 'sums').all('tr'):
        choices = tuple(c for c in row.classes() if c not in ('r', 'sum', 'all'))
        cells = cells_by_heading(table, row)
        left = [case for classes, case in shown if all(c.endswith('0') and len(c) == 2 or c in classes for c in choices)]
        count = re.sub(r'\D', '', cells['Ärende'].text())
        if int(count or 0) != len(left):
            wrong.append((choices, cells['Ärende'].text(), len(left)))
        sums = {f'{column}, kr': column for column in COLUMNS}
        if day != '-':
            sums[f'Bidrag {day[:4]}, kr'] = f'Bidrag {day[:4]}'
        for heading, column in sums.items():
            values = [case.get(column, '') for case in left]
            # What is known for a part of the year only is added, and counted among what is missing.
            partly = sum(1 for case in left if column[-4:].isdigit() and case.get(column)[:1].isdigit() and
                         case['Bidragen kända till och med'][:4] == column[-4:] and
                         not case['Bidragen kända till och med'].endswith('-12-31'))
            if ore(cells[heading].text()) != (sum(map(number, values)), values.count('saknas') + partly):
                wrong.append((choices, heading, cells[heading].text(), sum(map(number, values))))
        known = [case for case in left if case['Omfattning per år'] not in ('', 'saknas')]
        if not any(case['Omfattning per år'] == 'saknas' for case in left) and name != 'odd':
            whole = sum(number(case['Omfattning per år']) for case in known)
            percent = cells['Offentlig andel'].text()
            # Each row's share is rounded, so the parts are known to half a tenth of a per cent of their wholes.
            part = sum(number(case['Omfattning per år']) * Decimal(case['Offentlig andel i procent'].replace(',', '.')) for case in known)
            if whole and (percent == '–' or abs(Decimal(percent[:-2].replace(',', '.')) - part / whole) > Decimal('0.1')):
                wrong.append((choices, 'Offentlig andel', percent, part / whole))
        seen.add(tuple(sorted(choices)))
    ok(f'{name}: the sums of every selection are those of its rows', wrong)
    ok(f'{name}: every combination of choices has its sums', seen ^ {tuple(sorted(c)) for c in combinations})
    style = re.sub(r'\s+', '', page.one('style').text())
    ids = [i for group in groups.values() for i in group]
    ok(f'{name}: every choice has its rule', [i for i in ids if not re.search(
        rf'main:has\(#{i}:checked\)(\.sums)?\.r:not\(\.{i}\)\{{display:none;?\}}', style)])


def tally_years(name, page, rows):
    years = [key[7:] for key in rows[0] if re.fullmatch(r'Bidrag \d{4}', key)]
    section = next(s for s in page.all('section') if any(h.attributes.get('id') == 'years' for h in s.all('h2')))
    recipients = [t for t in page.all('table', 'recipients')]
    sums = {year: sum(number(row[f'Bidrag {year}']) for row in rows) for year in years}
    seen = {}
    for row in (row for body in section.all('tbody') for row in body.all('tr')):
        seen[row.one('th').text()] = ore(list(row.all('td'))[1].text())[0]
    ok(f'{name}: each year is the sum of its cases', differences(sums, seen))
    if not recipients:
        return ok(f'{name}: recipients add up', 'no recipients')
    heads = [cell.text() for cell in recipients[0].one('thead').all('th')]
    columns = {head: index - 1 for index, head in enumerate(heads) if head.isdigit() or head == 'Hela tiden'}
    body = [list(row.all('td')) for row in recipients[0].one('tbody').all('tr')]
    foot = list(recipients[0].one('tfoot').all('td'))
    wrong = []
    for head, index in columns.items():
        of_rows = sum(ore(cells[index].text())[0] for cells in body)
        wanted = sums[head] if head.isdigit() else sum(number(row['Bidrag hela perioden']) for row in rows)
        if not of_rows == ore(foot[index].text())[0] == wanted:
            wrong.append((head, of_rows, foot[index].text(), wanted))
    ok(f'{name}: recipients add up to every year and to all', wrong)


def party_names(path):
    register = {}
    for part in ('organisationer', 'kommun'):
        data = yaml.safe_load(open(f'agreements/register/{part}.yaml', encoding='utf-8'))
        register.update(data.get('organisationer') or data.get('nämnder'))
    case = yaml.safe_load(open(path, encoding='utf-8'))
    return {key: party.get('namn') or register[party['register']]['namn'] for key, party in (case.get('parter') or {}).items()}


def tally_recipients(name, folder, page, cases):
    """What each receives, from the ledgers by the keys of the parties; names tell who is who."""
    fold = lambda text: ' '.join(text.split()).lower()
    wanted = {}
    for path in cases:
        stem = os.path.basename(path)[:-5]
        ledger = ledger_of(f'{folder}/ledgers/{stem}')
        for key, full in party_names(path).items():
            for entry, value in ledger.items():
                year = re.fullmatch(rf'ekonomi\.bidrag\.{re.escape(key)}\.(\d{{4}})', entry)
                if year and value and value[0]:
                    wanted[fold(full), year[1]] = wanted.get((fold(full), year[1]), 0) + value[0]
    table = page.one('table', 'recipients')
    years = [cell.text() for cell in table.one('thead').all('th')][4:]
    seen = {}
    for row in table.one('tbody').all('tr'):
        for year, cell in zip(years, list(row.all('td'))[3:]):
            if row.one('th').text() != 'Inte fördelat på mottagare' and ore(cell.text())[0]:
                seen[fold(row.one('th').text()), year] = ore(cell.text())[0]
    ok(f'{name}: each recipient has what the ledgers give it', differences(wanted, seen))


# The calendar against the ledgers.

KINDS = {'period.till': 'Sista dag', 'period.sista uppsägningsdag': 'Sista dag att säga upp',
         'period.sista beslutsdag': 'Sista dag att besluta om förlängning'}


def wanted_events(case, ledger):
    for entry, value in ledger.items():
        kind = KINDS.get(entry) or ('Uppföljning senast' if entry.startswith('period.uppföljningsdag.') else None)
        payment = re.fullmatch(r'(ekonomi\.(utbetalning|slutavräkning)\..*)\.dag', entry)
        if payment:
            kind = 'Utbetalning' if payment[2] == 'utbetalning' else 'Slutavräkning'
        if kind and value:
            amount = ledger.get(payment[1]) if payment else None
            yield case, kind, iso(value[0]), amount[0] if amount else None


def tally_calendar(name, folder, cases):
    events = json.load(open(f'{folder}/dates.json', encoding='utf-8'))['events']
    seen = []
    for event in events:
        amount = re.search(r'Belopp: ([\d\xa0]+(?:,\d\d)?)\xa0kr', event['description'])
        case = re.search(r'Ärende: (.*)\.$', event['description'])[1]
        seen.append((case, event['kind'], event['day'], ore(amount[1])[0] if amount else None))
    wanted = [event for path in cases for event in wanted_events(
        os.path.basename(path)[:-5], ledger_of(f'{folder}/ledgers/{os.path.basename(path)[:-5]}'))]
    key = lambda event: tuple(map(str, event))
    ok(f'{name}: the calendar has every day of the ledgers and no other',
       [] if sorted(seen, key=key) == sorted(wanted, key=key) else set(wanted) ^ set(seen))
    ok(f'{name}: the calendar is in order', [] if [e[2] for e in seen] == sorted(e[2] for e in seen) else 'not in order')
    ok(f'{name}: there are days to remember', None if wanted else 'none')


def tally_links(name, page, rows, cases):
    wanted = set()
    files = {'tjänsteskrivelse': 'tjansteskrivelse', 'överenskommelse': 'overenskommelse', 'information': 'information'}
    for path in cases:
        case = yaml.safe_load(open(path, encoding='utf-8'))
        wanted |= {f'{os.path.basename(path)[:-5]}/{files[key]}.{ending}' for key in case if key in files
                   for ending in ('html', 'pdf', 'md')}
    links = [a for a in page.one('table', 'cases').all('a')]
    ok(f'{name}: every document is linked, in every format', wanted ^ {a.attributes['href'] for a in links})
    names = [a.attributes['aria-label'] for a in links]
    ok(f'{name}: every link says by itself where it leads', [n for n in names if names.count(n) > 1])
    targets = {e.attributes['id'] for e in page.all() if 'id' in e.attributes}
    ids = [e.attributes['id'] for e in page.all() if 'id' in e.attributes]
    ok(f'{name}: every id is one, and every link within the page leads somewhere',
       [i for i in ids if ids.count(i) > 1] if len(ids) < 1000 else None or
       [a.attributes['href'] for a in page.all('a') if a.attributes['href'].startswith('#') and a.attributes['href'][1:] not in targets])


def tally(name, folder, day, cases):
    page, rows = page_of(folder), rows_of(folder)
    tally_rows(name, page, rows)
    tally_sums(name, page, rows, day)
    tally_years(name, page, rows)
    if cases:
        tally_ledgers(name, folder, rows)
        tally_recipients(name, folder, page, cases)
        tally_calendar(name, folder, cases)
        tally_links(name, page, rows, cases)
    if day != '-':
        left = lambda text: (datetime.date.fromisoformat(text) - datetime.date.fromisoformat(day)).days
        wrong = [(row['Ärende'], row[days]) for row in rows for date, days in
                 (('Till', 'Dagar kvar av perioden'), ('Sista uppsägningsdag', 'Dagar till sista uppsägningsdag'))
                 if re.match(r'\d', row[date]) and left(row[date]) != int(row[days])]
        ok(f'{name}: days are counted from {day}', wrong)


# What is missing.

def odd(folder):
    rows = {row['Ärende']: row for row in rows_of(folder)}
    wanted = {
        ('horisont', 'Bidrag 2020'): '100000,50', ('horisont', 'Bidragen kända till och med'): '2021-06-30',
        ('horisont', 'Bidrag 2021'): '50000,25',
        ('löpande', 'Till'): 'tills vidare', ('löpande', 'Bidrag 2021'): 'saknas',
        ('saknas', 'Bidrag per år'): 'saknas', ('saknas', 'Bidrag 2021'): 'saknas', ('saknas', 'Omfattning per år'): 'saknas',
        ('tom', 'Från'): 'saknas', ('tom', 'Bidrag per år'): '40000', ('tom', 'Bidrag 2021'): '',
        ('ofördelat', 'Bidrag 2021'): '60000'}
    ok('odd: the CSV says what is missing', differences(wanted, {key: rows[key[0]][key[1]] for key in wanted}))
    page = page_of(folder)
    recipients = {row.one('th').text(): [cell.text() for cell in row.all('td')]
                  for row in page.one('table', 'recipients').one('tbody').all('tr')}
    ok('odd: one organisation in two spellings is one row', None if len(recipients) == 3 else recipients)
    ok('odd: what nobody in particular receives stands by itself',
       None if '60\xa0000' in recipients.get('Inte fördelat på mottagare', []) else recipients)
    text = page.text()
    for words in ('känt för en del av tiden', 'uppgifter saknas', 'belopp saknas', 'tills vidare',
                  'Bidrag som ingen känd period har ingår inte i summorna per år: löpande och tom.'):
        ok(f'odd: the page says ”{words}”', None if words in text else 'it does not')


# What must not become markup.

PAYLOADS = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '</title></style><svg onload=alert(1)>',
    '{{ärende.datum}} }} --> ]]>', '=HYPERLINK("http://x.example";"y")', '+1+1', '-2+3', '@SUM(A1)', 'a;b;"c";\\d,e',
    '\\n BEGIN:VEVENT', 'javascript:alert(1)', '&lt;b&gt; &amp; &#60;', 'ö' * 80 + ' ” ’ \u00a0 😀', "=cmd|' /C calc'!A0", '</tbody></table>']


def hostile(folder):
    for index, payload in enumerate(PAYLOADS):
        case = {'ärende': {'rubrik': payload, 'diarienummer': payload, 'datum': '2020-01-01', 'nämnd': 'äldrenämnden', 'status': 'beslutad'},
                'parter': {'n': {'register': 'äldrenämnden'}, 'f': {'namn': payload, 'kortnamn': payload, 'sektor': 'idéburen'}},
                'period': {'från': '2026-01-01', 'till': '2027-12-31', 'uppsägningstid': '3 månader'},
                'ekonomi': {'utbetalning': {'gånger per år': '1', 'månad': 'januari'},
                            'insatser': [{'part': 'n', 'slag': 'kontant', 'belopp': f'{1000 + index} kr/år'}]}}
        name = f'{index:02} <b onclick=x>"&\';' if index % 2 else f'{index:02}'
        with open(f'{folder}/{name}.yaml', 'w', encoding='utf-8') as file:
            json.dump(case, file, ensure_ascii=False)


def harmless(folder, good):
    page, fine = page_of(folder), page_of(good)
    kinds = lambda root: {(e.tag, name) for e in root.all() for name in e.attributes} | {(e.tag, '') for e in root.all()}
    allowed = {('rect', 'class'), ('section', 'class')}
    ok('hostile: no element and no attribute that the good page has not', kinds(page) - kinds(fine) - allowed)
    ok('hostile: no address but those of documents and of the page itself',
       [a.attributes['href'] for a in page.all('a') if not re.match(r'#|portfolio\.csv$|dates\.ics$|[\w%-]+/', a.attributes['href'])])
    titles = [row.one('th').children[0] for row in page.one('tbody', 'rows').all('tr')]
    ok('hostile: every title is itself', [p for p in PAYLOADS if p not in titles])
    recipients = [row.one('th').text() for row in page.one('table', 'recipients').one('tbody').all('tr')]
    ok('hostile: every name is itself', [p for p in PAYLOADS if p not in recipients])
    rows = rows_of(folder)
    ok('hostile: every title is in the CSV, and none is calculated',
       [row['Rubrik'] for row, p in zip(rows, PAYLOADS) if row['Rubrik'] != ("'" + p if p[0] in '=+-@' else p)])
    ok('hostile: no cell of text begins a formula',
       [cell for row in rows for key, cell in row.items() if cell[:1] in ('=', '+', '-', '@') and not re.fullmatch(r'-\d+(,\d+)?', cell)])
    calendar = json.load(open(f'{folder}/dates.json', encoding='utf-8'))
    known = {p for e in json.load(open(f'{good}/dates.json', encoding='utf-8'))['events'] for p in e['properties']}
    ok('hostile: no property that a good calendar has not', {p for e in calendar['events'] for p in e['properties']} - known)
    summaries = {event['summary'] for event in calendar['events']}
    ok('hostile: every title is in the calendar as it is',
       [p for p in PAYLOADS if f'Sista dag: {p} ({p})' not in summaries])
    ok('hostile: as many events as days', None if len(calendar['events']) == 4 * len(PAYLOADS) else len(calendar['events']))


def main():
    mode, *words = sys.argv[1:]
    if mode == 'tally':
        tally(words[0], words[1], words[2], words[3:])
    else:
        {'odd': odd, 'hostile': hostile, 'harmless': harmless}[mode](*words)


if __name__ == '__main__':
    main()
