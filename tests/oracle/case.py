"""Case: random agreements as YAML, and what their amounts must be."""
import datetime
from fractions import Fraction as F

from oracle import WAYS, add_months, day, days_in_month, largest_remainder, part_of_year, rounded

ONE = datetime.timedelta(1)
PERCENT = {2015: '2.2', 2016: '2.6', 2017: '2.7', 2018: '2.6', 2019: '2.7', 2020: '3.0', 2021: '1.5',
           2022: '1.9', 2023: '4.6', 2024: '2.35', 2025: '-1.1'}
EARLY = {2023: ('3.5', datetime.date(2023, 4, 19)), 2025: ('-0.4', datetime.date(2025, 8, 2))}
NUMBERS = {2014: '118.9', 2015: '121.3', 2016: '124', 2017: '126.2', 2018: '128.3', 2019: '131.2',
           2020: '130.0', 2021: '133.7', 2022: '137.15', 2023: '142.8'}
MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september',
          'oktober', 'november', 'december']


def kronor(ore):
    return '%d,%02d kr/år' % (ore // 100, ore % 100) if ore % 100 else '%d kr/år' % (ore // 100)


def percent(share):
    text = '%.4f' % float(share * 100)
    return text.rstrip('0').rstrip('.').replace('.', ',') + ' %'


class Case:
    """One agreement: its terms as the rules name them."""

    def __init__(self, rng):
        self.rng = rng
        self.boards = ['n%d' % i for i in range(rng.choice((1, 1, 1, 2, 3)))]
        self.civil = ['c%d' % i for i in range(rng.choice((1, 1, 2, 3)))]
        self.make_days()
        self.by_day = rng.random() < 0.3
        self.way = rng.choice((0, 0, 0, 1, 2, 3))
        self.each_year = rng.random() < 0.3
        self.unit = rng.choice((100, 100, 100, 1000, 10000))
        self.make_index()
        self.contributions = [self.make_contribution() for _ in range(rng.randint(1, 4))]
        self.make_payments()

    def make_days(self):
        rng = self.rng
        first = datetime.date(rng.randint(2016, 2024), rng.randint(1, 12), 1)
        if rng.random() < 0.3:
            first = first.replace(day=rng.randint(1, days_in_month(first.year, first.month)))
        last = add_months(first, rng.choice((5, 11, 12, 18, 24, 36, 36, 60, 90))) - ONE
        if rng.random() < 0.25:
            last = first + datetime.timedelta(rng.randrange(1500))
        self.first, self.last, self.horizon = first, last, None
        if rng.random() < 0.15:
            self.horizon = first + datetime.timedelta(rng.randrange(1500))
        self.end = min(self.last, self.horizon) if self.horizon else self.last
        self.whole = self.end == self.last
        self.years = list(range(first.year, self.end.year + 1))

    def make_index(self):
        rng = self.rng
        self.index = rng.choice((None, 'OPI', 'OPI', 'AKI'))
        self.steps = []
        if self.index is None:
            return
        start = datetime.date(rng.choice((self.first.year, self.first.year + 1, self.first.year + 1)),
                              rng.choice((1, 1, 1, 4, 7)), 1)
        if start > self.last:
            self.index = None
            return
        self.index_from = start
        self.simple = rng.random() < 0.3
        self.covers = rng.choice((F(1), F(1), F(9, 10), F(3, 4)))
        self.factor = rng.choice((F(1), F(1), F(4, 5)))
        self.ceiling = rng.choice((None, None, F(2, 100), F(25, 1000)))
        self.floor = rng.choice((None, None, F(0)))
        self.lag = rng.choice((0, 0, 0, 1))
        self.rise_way = rng.choice((None, None, None, 2, 0))
        self.rise_unit = rng.choice((100, 10000))
        self.assumed = {}
        date, i = start, 0
        while date <= self.end:
            self.steps.append((date, self.rise(date.year - self.lag)))
            i += 1
            date = add_months(start, 12 * i)

    def rise(self, year, early=False):
        if self.index == 'OPI' and year in PERCENT:
            rise = F(EARLY[year][0] if early else PERCENT[year]) / 100
        elif self.index == 'AKI' and year in NUMBERS and year - 1 in NUMBERS:
            rise = F(NUMBERS[year]) / F(NUMBERS[year - 1]) - 1
        else:
            rise = self.assumed.setdefault(year, F(self.rng.randrange(0, 500), 10000))
        rise *= self.factor
        if self.floor is not None:
            rise = max(rise, self.floor)
        if self.ceiling is not None:
            rise = min(rise, self.ceiling)
        return rise

    def make_amount(self):
        rng = self.rng
        return rng.choice((100, 100, 100, 1)) * rng.randrange(rng.choice((1000, 10 ** 6, 10 ** 9)))

    def make_contribution(self):
        rng = self.rng
        c = {'party': rng.choice(self.boards), 'kind': 'kontant', 'split': None}
        if rng.random() < 0.3:
            c['party'], c['kind'] = rng.choice(self.civil), rng.choice(('in natura', 'kontant', 'lokaler'))
        c['grant'] = c['party'] in self.boards and c['kind'] == 'kontant'
        c['amount'] = self.make_amount()
        if c['grant'] and rng.random() < 0.6:
            c['split'] = {p: rng.choice((0, 1, 1, 1)) * self.make_amount() for p in self.civil}
            c['amount'] = sum(c['split'].values())
        c['first'], c['last'], c['from'], c['to'] = self.first, self.end, None, None
        span = (self.last - self.first).days
        if rng.random() < 0.25 and span > 2:
            c['to'] = self.first + datetime.timedelta(rng.randrange(span))
            c['last'] = min(c['to'], self.end)
        elif rng.random() < 0.25 and span > 2:
            c['from'] = self.first + datetime.timedelta(rng.randrange(1, span))
            c['first'] = c['from']
        c['flows'] = c['first'] <= c['last']
        c['says'] = rng.choice((None, None, None, True, False))
        c['indexed'] = (c['grant'] if c['says'] is None else c['says']) and bool(self.steps)
        return c

    def make_payments(self):
        rng = self.rng
        self.pays = rng.random() < 0.8
        self.times = rng.choice((1, 1, 2, 3, 4, 6, 12))
        self.month = rng.choice((None, 1, 1, 3, 7, 10))
        self.pay_day = rng.choice((None, None, 15, 28))
        self.arrears = rng.random() < 0.3
        self.odd_first = rng.random() < 0.3
        self.lump = rng.random() < 0.1

    # As it is written.

    def yaml(self):
        lines = ['ärende: {rubrik: R}', 'parter:']
        lines += ['  %s: {namn: %s, sektor: offentlig}' % (p, p.upper()) for p in self.boards]
        lines += ['  %s: {namn: %s, sektor: idéburen}' % (p, p.upper()) for p in self.civil]
        lines += ['period: {från: %s, till: %s}' % (self.first, self.last), 'ekonomi:']
        if self.horizon:
            lines.append('  beräknas till: %s' % self.horizon)
        lines.append('  del av år: %s' % ('dagar' if self.by_day else 'månader'))
        lines.append('  avrundning: {sätt: %s, till: %d kr, när: %s}' % (
            WAYS[self.way], self.unit // 100, 'varje år' if self.each_year else 'sist'))
        if self.index:
            lines += self.index_yaml()
        if self.pays:
            lines.append(self.payment_yaml())
        lines.append('  insatser:')
        for c in self.contributions:
            lines += self.contribution_yaml(c)
        return '\n'.join(lines) + '\n'

    def index_yaml(self):
        lines = ['  index:', '    serie: ' + self.index, '    från: %s' % self.index_from,
                 '    räknas på: ' + ('grundbeloppet' if self.simple else 'föregående års belopp'),
                 '    omfattar: ' + percent(self.covers), '    faktor: ' + percent(self.factor),
                 '    eftersläpning: %d' % self.lag]
        if self.ceiling is not None:
            lines.append('    tak: ' + percent(self.ceiling))
        if self.floor is not None:
            lines.append('    golv: ' + percent(self.floor))
        if self.rise_way is not None:
            lines.append('    ökningen avrundas: ' + WAYS[self.rise_way])
            lines.append('    ökningen avrundas till: %d kr' % (self.rise_unit // 100))
        if self.assumed:
            lines.append('    antaganden:')
            lines += ['      %d: %s' % (y, percent(r)) for y, r in sorted(self.assumed.items())]
        return lines

    def payment_yaml(self):
        keys = ['engångsbelopp: ja'] if self.lump else ['gånger per år: %d' % self.times]
        if self.month:
            keys.append('månad: ' + MONTHS[self.month - 1])
        if self.pay_day:
            keys.append('dag: %d' % self.pay_day)
        if self.arrears and not self.lump:
            keys.append('i efterskott: ja')
        if self.odd_first:
            keys.append('udda kronor: första')
        return '  utbetalning: {%s}' % ', '.join(keys)

    def contribution_yaml(self, c):
        lines = ['    - part: ' + c['party'], '      slag: ' + c['kind']]
        if c['split'] is None:
            lines.append('      belopp: ' + kronor(c['amount']))
        else:
            lines.append('      fördelning:')
            lines += ['        %s: %s' % (p, kronor(a)) for p, a in c['split'].items()]
        if c['from']:
            lines.append('      från: %s' % c['from'])
        if c['to']:
            lines.append('      till: %s' % c['to'])
        if c['says'] is not None:
            lines.append('      räknas upp: ' + ('ja' if c['says'] else 'nej'))
        return lines

    # What it is worth.

    def yearly_after(self, c, steps, early=None):
        """What a contribution is a year after so many steps, exactly or rounded each year. `early` is
        a step that is taken by its preliminary value."""
        rises = [r for _, r in self.steps[:steps]]
        if early is not None and steps == early + 1:
            rises[early] = self.rise(self.steps[early][0].year - self.lag, early=True)
        base = F(c['amount'])
        if not c['indexed'] or not rises:
            return base
        if self.rise_way is not None:
            amount = base
            for r in rises:
                of = base if self.simple else amount
                amount += rounded(of * r * self.covers, self.rise_way, self.rise_unit)
            return amount
        if self.each_year and not self.simple and self.covers == 1:
            amount = base
            for r in rises:
                amount = rounded(amount * (1 + r), self.way, self.unit)
            return amount
        grown = F(1)
        for r in rises:
            grown = grown + r if self.simple else grown * (1 + r)
        amount = base * (1 - self.covers + self.covers * grown)
        return rounded(amount, self.way, self.unit) if self.each_year else amount

    def exact(self, c, first, last, early=None):
        """What a contribution is worth between two days, before rounding."""
        first, last = max(first, c['first']), min(last, c['last'])
        total = F(0)
        while first <= last:
            stop = min(last, datetime.date(first.year, 12, 31))
            if c['indexed']:
                for date, _ in self.steps:
                    if first < date <= stop:
                        stop = date - ONE
                        break
            steps = sum(1 for date, _ in self.steps if date <= first)
            total += self.yearly_after(c, steps, early) * part_of_year(first, stop, self.by_day)
            first = stop + ONE
        return total

    def sinks(self):
        """Whether a fall rounded downwards makes a tiny amount negative, which nobody can pay."""
        return any(self.yearly_after(c, k) < 0 for c in self.contributions for k in range(len(self.steps) + 1))

    def plain_unit(self, c):
        return 100 if c['amount'] % 100 == 0 else 1

    def fill_years(self, c):
        """Each calendar year's amount, by contribution and recipient; None where it does not flow."""
        c['years'], c['parts'] = {}, {}
        flows = [y for y in self.years if c['flows'] and c['first'].year <= y <= c['last'].year]
        def span(y):
            return datetime.date(y, 1, 1), datetime.date(y, 12, 31)
        if c['indexed']:
            for y in flows:
                c['years'][y] = rounded(self.exact(c, *span(y)), self.way, self.unit)
        elif flows:
            parts = [part_of_year(max(c['first'], span(y)[0]), min(c['last'], span(y)[1]), self.by_day)
                     for y in flows]
            unit = self.plain_unit(c)
            whole = rounded(c['amount'] * sum(parts), self.way, unit)
            for y, amount in zip(flows, largest_remainder(whole, unit, parts)):
                c['years'][y] = amount
        for y in flows:
            c['parts'][y] = self.split(c, c['years'][y])

    def split(self, c, whole):
        if c['split'] is None:
            return {self.civil[0]: whole} if len(self.civil) == 1 else {}
        unit = 100 if whole % 100 == 0 else 1
        parts = largest_remainder(whole, unit, list(c['split'].values())) if whole >= 0 else None
        return dict(zip(c['split'], parts)) if parts is not None else {}

    def wanted(self):
        """Names of the ledger and what they must be."""
        self.out = {}
        for i, c in enumerate(self.contributions):
            self.fill_years(c)
            for y, amount in c['years'].items():
                self.out['ekonomi.insatser.%d.%d' % (i + 1, y)] = amount
                if c['split'] is not None:
                    for p, part in c['parts'][y].items():
                        self.out['ekonomi.insatser.%d.%s.%d' % (i + 1, p, y)] = part
        together = 'perioden' if self.whole else 'till %s' % self.end
        for ending, years in [(str(y), [y]) for y in self.years] + [(together, self.years)]:
            self.sum_up(ending, years)
        if self.whole and self.steps:
            for i, c in enumerate(self.contributions):
                if c['flows']:
                    parts = sum(part_of_year(max(c['first'], datetime.date(y, 1, 1)),
                                             min(c['last'], datetime.date(y, 12, 31)), self.by_day)
                                for y in self.years if c['first'].year <= y <= c['last'].year)
                    self.out['ekonomi.insatser.%d.perioden före uppräkning' % (i + 1)] = rounded(
                        c['amount'] * parts, self.way, self.plain_unit(c))
        if self.pays:
            self.pay(together)
        return self.out

    def sum_up(self, ending, years):
        def add(name, amount):
            key = 'ekonomi.%s.%s' % (name, ending)
            self.out[key] = self.out.get(key, 0) + amount
        for c in self.contributions:
            for y in years:
                if y not in c['years']:
                    continue
                add('omfattning', c['years'][y])
                add('insats.' + c['party'], c['years'][y])
                if c['grant']:
                    add('bidrag', c['years'][y])
                    for p, part in c['parts'][y].items():
                        add('bidrag.' + p, part)

    # Payments.

    def pay(self, together):
        lines = []
        for c in self.contributions:
            if c['grant'] and c['flows']:
                if c['split'] is None:
                    lines.append((c, None))
                else:
                    lines += [(c, p) for p in c['split']]
        self.total = 0
        if not lines:
            return
        if self.lump:
            due = self.first
            if self.month:
                agreed = datetime.date(due.year, self.month, self.pay_day or 1)
                due = max(due, agreed)
            amount = sum(self.line_total(line, self.years) or 0 for line in lines)
            self.out['ekonomi.utbetalning.1'] = amount
            self.out['ekonomi.utbetalning.1.dag'] = day(due)
            self.out['ekonomi.utbetalt'] = amount
            return
        gap = 12 // self.times
        anchor = self.month or self.first.month
        calendar = (anchor - 1) % gap == 0
        begin = datetime.date(self.first.year, 1 if calendar else anchor, 1)
        if begin > self.first:
            begin = add_months(begin, -12)
        number, earlier = 0, {}
        while begin <= self.end:
            following = add_months(begin, 12)
            stretches = []
            for k in range(self.times):
                a = add_months(begin, k * gap)
                b = add_months(a, gap) - ONE
                if a <= self.end and b >= self.first:
                    stretches.append((max(a, self.first), min(b, self.end)))
            number = self.pay_year(lines, begin, following - ONE, stretches, number, calendar, earlier)
            begin = following
        self.out['ekonomi.utbetalt'] = self.total

    def line_total(self, line, years):
        c, part = line
        total, any_year = 0, False
        for y in years:
            if y not in c['years']:
                continue
            if part is None:
                total, any_year = total + c['years'][y], True
            elif part in c['parts'][y]:
                total, any_year = total + c['parts'][y][part], True
        return total if any_year else None

    def own_year(self, line, a, b, earlier):
        """A payment year that is no calendar year; the last one is what is left."""
        c, part = line
        key = (id(c), part)
        before = earlier.setdefault(key, [])
        period = self.line_total(line, self.years)
        if max(a, c['first']) > min(b, c['last']):
            return None
        if b >= c['last'] and period is not None:
            total = period - sum(before)
        else:
            total = rounded(self.exact(c, max(a, self.first), min(b, self.end)), self.way,
                            self.unit if c['indexed'] else self.plain_unit(c))
            if part is not None:
                total = self.split(c, total).get(part)
                if total is None:
                    return None
        before.append(total)
        return total

    def divide(self, line, total, stretches):
        c, _ = line
        if len(stretches) == 1:
            return [total]
        weights, same, kinds = [], True, set()
        for a, b in stretches:
            a, b = max(a, c['first']), min(b, c['last'])
            weight = F(0)
            while a <= b:
                stop = min(b, datetime.date(a.year, 12, 31))
                if c['indexed']:
                    for date, _ in self.steps:
                        if a < date <= stop:
                            stop = date - ONE
                            break
                weight += part_of_year(a, stop, self.by_day)
                kinds.add(sum(1 for date, _ in self.steps if date <= a) if c['indexed'] else 0)
                a = stop + ONE
            weights.append(weight)
        same = len(kinds) <= 1
        if not same:
            weights = [F(rounded(self.exact(c, a, b), 0, 1)) for a, b in stretches]
        whole = sum(weights)
        if whole == 0:
            return None
        unit = 100 if total % 100 == 0 else 1
        paying = [i for i, w in enumerate(weights) if w > 0]
        odd = paying[0] if self.odd_first else paying[-1]
        amounts = [rounded(total * w / whole, 2, unit) if i != odd and w > 0 else 0
                   for i, w in enumerate(weights)]
        amounts[odd] = total - sum(amounts)
        return amounts

    def pay_year(self, lines, a, b, stretches, number, calendar, earlier):
        paid = [0] * len(stretches)
        settled = 0
        step = self.settled_step(a, stretches) if calendar else None
        for line in lines:
            if calendar:
                total = self.line_total(line, [a.year])
            else:
                total = self.own_year(line, a, b, earlier)
            if total is None:
                continue
            amounts = self.divide(line, total, stretches)
            if amounts is None:
                continue
            if step is not None:
                early = self.early_total(line, a, b, step)
                guessed = self.divide(line, early, stretches) if early is not None else None
                known = EARLY[self.steps[step][0].year - self.lag][1]
                for i, (x, y) in enumerate(stretches):
                    if self.due(x, y) < known:
                        settled += amounts[i] - guessed[i]
                        amounts[i] = guessed[i]
            for i, amount in enumerate(amounts):
                paid[i] += amount
        for i, (x, y) in enumerate(stretches):
            number += 1
            name = 'ekonomi.utbetalning.%d' % number
            self.out[name] = paid[i]
            self.out[name + '.dag'] = day(self.due(x, y))
        if step is not None:
            self.out['ekonomi.slutavräkning.%d' % a.year] = settled
        self.total += sum(paid) + settled
        return number

    def due(self, a, b):
        if self.arrears:
            return (b + ONE).replace(day=self.pay_day or 1)
        return max(a.replace(day=self.pay_day or 1), self.first)

    def settled_step(self, a, stretches):
        if not self.steps or self.index != 'OPI':
            return None
        for k, (date, _) in enumerate(self.steps):
            year = date.year - self.lag
            if date.year == a.year and year in EARLY:
                if any(self.due(x, y) < EARLY[year][1] for x, y in stretches):
                    return k
        return None

    def early_total(self, line, a, b, step):
        c, part = line
        amount = self.exact(c, max(a, self.first), min(b, self.end), early=step)
        # By the agreed unit, as the year's own amount is.
        total = rounded(amount, self.way, self.unit)
        if part is None:
            return total
        return self.split(c, total).get(part)


def check_cases(driver, rng, count, report):
    batch = 500
    for start in range(0, count, batch):
        cases = [Case(rng) for _ in range(min(batch, count - start))]
        texts = [case.yaml() for case in cases]
        answers = driver.ask(['case %d\n%s' % (len(t.encode()), t) for t in texts])
        at = 0
        for case, text in zip(cases, texts):
            got, faults = {}, []
            while answers[at] != 'end':
                if answers[at].startswith('!'):
                    faults.append(answers[at])
                else:
                    name, value = answers[at].rsplit('=', 1)
                    got.setdefault(name, int(value))
                at += 1
            at += 1
            if any('räkna exakt' in f for f in faults):
                report.check('chains too long to be exact are refused', True, True, text)
                continue
            compare(case, text, got, faults, report)


def compare(case, text, got, faults, report):
    report.check('random cases are sound', faults, [], text)
    if faults:
        return
    if case.sinks():
        return
    wanted = case.wanted()
    for name, value in wanted.items():
        first = name.split('.')[1]
        kind = {'insatser': 'contributions by year', 'bidrag': 'grants by year and recipient',
                'omfattning': 'scopes by year', 'insats': 'parties by year',
                'utbetalning': 'instalments and their days', 'utbetalt': 'instalments add up',
                'slutavräkning': 'settlements'}[first]
        if value == 0 and name not in got and first in ('utbetalning', 'utbetalt', 'slutavräkning'):
            continue
        if name.endswith('.dag') and wanted.get(name[:-4]) == 0 and name not in got:
            continue
        report.check(kind, got.get(name), value, name + '\n' + text)
    # Properties of the answers alone.
    years = [v for n, v in got.items() if n.startswith('ekonomi.omfattning.') and n[-4:].isdigit()]
    together = 'ekonomi.omfattning.perioden' if case.whole else 'ekonomi.omfattning.till %s' % case.end
    if years:
        report.check('years add to the period', sum(years), got.get(together), text)
    paid = got.get('ekonomi.utbetalt')
    grant = got.get(together.replace('omfattning', 'bidrag'))
    split = all(c['split'] is None or sum(c['split'].values()) > 0 for c in case.contributions if c['grant'])
    if paid is not None and grant is not None and split:
        report.check('instalments add to the years', paid, grant, text)
