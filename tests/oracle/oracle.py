"""Oracle: the arithmetic and the economics once more, written from the rules in
compiler/economics/calculate.h and not from the code, with Python's exact integers and fractions.

    oracle.py DRIVER PRIMITIVES CASES [SEED] [--lie]

Asks the driver as many random questions and compares every answer. One line for each property, with
the number of comparisons. With --lie the driver errs now and then, and the oracle must notice."""
import datetime
import math
import os
import random
import subprocess
import sys
from fractions import Fraction as F

HERE = os.path.dirname(os.path.abspath(__file__))
REGISTER = os.path.join(HERE, 'register.yaml')
MOST = 2 ** 63 - 1
EPOCH = datetime.date(1, 1, 1).toordinal()
WAYS = ['närmaste', 'närmaste jämna', 'nedåt', 'uppåt']


def rounded(value, way, unit=1):
    """A fraction to a multiple of unit: half away from zero, half to even, down, up."""
    units = F(value) / unit
    below = units.numerator // units.denominator
    rest = units - below
    if way == 0:
        up = rest > F(1, 2) or (rest == F(1, 2) and units > 0)
    elif way == 1:
        up = rest > F(1, 2) or (rest == F(1, 2) and below % 2 == 1)
    else:
        up = way == 3 and rest > 0
    return (below + up) * unit


def largest_remainder(whole, unit, weights):
    total = sum(weights)
    if total == 0 or min(weights) < 0:
        return None
    units = whole // unit
    exact = [F(units * w) / total for w in weights]
    parts = [e.numerator // e.denominator for e in exact]
    order = sorted(range(len(parts)), key=lambda i: (-(exact[i] - parts[i]), i))
    for i in order[:units - sum(parts)]:
        parts[i] += 1
    return [p * unit for p in parts]


def days_in_month(year, month):
    if month == 12:
        return 31
    return (datetime.date(year, month + 1, 1) - datetime.date(year, month, 1)).days


def part_of_year(first, last, by_day):
    """Two dates of one year, both included."""
    if by_day:
        length = 366 if days_in_month(first.year, 2) == 29 else 365
        return F((last - first).days + 1, length)
    part = F(0)
    for month in range(first.month, last.month + 1):
        length = days_in_month(first.year, month)
        begin = first.day if month == first.month else 1
        end = last.day if month == last.month else length
        part += F(end - begin + 1, length * 12)
    return part


def add_months(date, months):
    number = date.year * 12 + date.month - 1 + months
    year, month = divmod(number, 12)
    month += 1
    if not 1 <= year <= 9999:
        return None
    return datetime.date(year, month, min(date.day, days_in_month(year, month)))


def day(date):
    return date.toordinal() - EPOCH


def from_day(number):
    return datetime.date.fromordinal(number + EPOCH)


# The driver.

class Driver:
    """Writes all questions to the driver and reads all answers, so that neither waits long."""

    def __init__(self, path, lie):
        self.command = [path, REGISTER] + (['--lie'] if lie else [])

    def ask(self, questions):
        result = subprocess.run(self.command, input='\n'.join(questions) + '\n', text=True,
                                capture_output=True)
        if result.returncode != 0:
            sys.exit('the driver ended with %d: %s' % (result.returncode, result.stderr))
        return result.stdout.split('\n')


class Report:
    def __init__(self):
        self.count = {}
        self.failed = {}

    def check(self, name, got, wanted, question):
        self.count[name] = self.count.get(name, 0) + 1
        if got != wanted:
            seen = self.failed.setdefault(name, [])
            seen.append((question, got, wanted))

    def finish(self):
        for name, count in self.count.items():
            if name in self.failed:
                question, got, wanted = self.failed[name][0]
                print('not ok oracle %s: %d of %d differ' % (name, len(self.failed[name]), count))
                print('  %s\n  got %s, wanted %s' % (question, got, wanted))
            else:
                print('ok oracle %s: %d' % (name, count))


# Primitives: each makes a question and what to check of its answer.

def integer(rng, bits):
    return rng.getrandbits(rng.randint(1, bits)) * rng.choice((1, 1, -1))


def ask_scale(rng):
    value, way = integer(rng, 62), rng.randrange(4)
    numerator, denominator = integer(rng, rng.choice((12, 62))), rng.getrandbits(rng.choice((8, 62))) + 1
    unit = rng.choice((1, 100, 10000, 7))
    ratio = F(numerator, denominator)
    wanted = rounded(value * ratio, way, unit)
    fits = abs(wanted) <= MOST
    return ('scale %d %d %d %d %d' % (value, ratio.numerator, ratio.denominator, unit, way),
            'scaled and rounded once', lambda a: (a, str(wanted) if fits else 'none'))


def ask_products(rng):
    unit, way, count = rng.choice((1, 100, 10000)), rng.randrange(4), rng.randint(1, 5)
    total, terms, common = F(0), [], 1
    for _ in range(count):
        value = integer(rng, rng.choice((30, 50)))
        a = F(rng.randint(1, 2000000), rng.choice((1, 1000, 100000, 1000000)))
        b = F(rng.randint(0, 366), rng.choice((12, 365, 366, 336, 348, 360, 372)))
        total += value * a * b
        common = math.lcm(common, a.denominator * b.denominator)
        terms.append('%d %d %d %d %d' % (value, a.numerator, a.denominator, b.numerator, b.denominator))
    wanted = rounded(total, way, unit)

    def judge(answer):
        # Intermediates have 128 bits: what needs clearly fewer must be answered.
        if answer == 'none' and common * max(1, abs(wanted)) * unit >= 2 ** 110:
            return answer, answer
        return answer, str(wanted) if abs(wanted) <= MOST else 'none'
    return ('products %d %d %d %s' % (unit, way, count, ' '.join(terms)),
            'sums of products are exact', judge)


def ask_split(rng):
    unit, count = rng.choice((1, 100)), rng.randint(1, 9)
    whole = rng.getrandbits(rng.choice((8, 24, 48))) * unit
    bits = rng.choice((3, 20, 40))
    weights = [rng.choice((0, 1, 1)) * rng.getrandbits(bits) for _ in range(count)]
    wanted = largest_remainder(whole, unit, weights)

    def judge(answer):
        if wanted is None:
            return answer, 'none'
        parts = [int(p) for p in answer.split()]
        exact = [F(whole * w, sum(weights)) for w in weights]
        fair = all(abs(p - e) < unit for p, e in zip(parts, exact))
        return (parts, sum(parts), fair), (wanted, whole, True)
    return ('split %d %d %d %s' % (whole, unit, count, ' '.join(map(str, weights))),
            'parts add up to the whole', judge)


def ask_shares(rng):
    decimals, count = rng.randrange(3), rng.randint(1, 8)
    amounts = [rng.choice((0, 1, 1, 1)) * rng.randrange(10 ** rng.choice((3, 8, 14))) for _ in range(count)]
    wanted = largest_remainder(100 * 10 ** decimals, 1, amounts)

    def judge(answer):
        if wanted is None:
            return answer, 'none'
        shares = [int(s) for s in answer.split()]
        return (shares, sum(shares)), (wanted, 100 * 10 ** decimals)
    return ('shares %d %d %s' % (decimals, count, ' '.join(map(str, amounts))),
            'shares add to 100', judge)


def some_date(rng, first=1, last=9999):
    year = rng.randint(first, last)
    if rng.random() < 0.4:
        month = rng.randint(1, 12)
        return datetime.date(year, month, rng.choice((1, days_in_month(year, month))))
    return datetime.date(year, 1, 1) + datetime.timedelta(rng.randrange(365))


def ask_part(rng):
    a, b = some_date(rng), some_date(rng)
    b = b.replace(year=a.year, day=min(b.day, days_in_month(a.year, b.month)))
    a, b = min(a, b), max(a, b)
    by_day = rng.randrange(2)
    wanted = part_of_year(a, b, by_day)
    return ('part %d %d %d' % (by_day, day(a), day(b)), 'parts of years',
            lambda x: (x, '%d %d' % (wanted.numerator, wanted.denominator)))


def ask_months(rng):
    a = some_date(rng, 1, 9990)
    b = a + datetime.timedelta(rng.randrange(1, 3000))
    if rng.random() < 0.7:
        b = add_months(a, rng.randint(1, 60)) - datetime.timedelta(1)
    after = b + datetime.timedelta(1)
    count = (after.year - a.year) * 12 + after.month - a.month
    # After 31 January, a month later is the last of February.
    whole = count >= 1 and add_months(a, count) == after
    return ('months %d %d' % (day(a), day(b)), 'whole months',
            lambda x: (x, str(count) if whole else 'none'))


def ask_before(rng):
    end, months, days = some_date(rng, 200, 9000), 0, 0
    if rng.randrange(2):
        months = rng.randint(1, 120)
        wanted = add_months(end + datetime.timedelta(1), -months) - datetime.timedelta(1)
    else:
        days = rng.randint(1, 4000)
        wanted = end - datetime.timedelta(days)
    return ('before %d %d %d' % (day(end), months, days), 'last days before a term',
            lambda x: (x, str(day(wanted))))


PRIMITIVES = [ask_scale, ask_products, ask_split, ask_shares, ask_part, ask_months, ask_before]


def check_primitives(driver, rng, count, report):
    batch = 50000
    for start in range(0, count, batch):
        asked = [PRIMITIVES[i % len(PRIMITIVES)](rng) for i in range(min(batch, count - start))]
        answers = driver.ask([question for question, _, _ in asked])
        for (question, name, judge), answer in zip(asked, answers):
            got, wanted = judge(answer)
            report.check(name, got, wanted, question)


if __name__ == '__main__':
    import case
    lie = '--lie' in sys.argv
    arguments = [a for a in sys.argv[1:] if a != '--lie']
    seed = int(arguments[3]) if len(arguments) > 3 else 1
    driver, report = Driver(arguments[0], lie), Report()
    check_primitives(driver, random.Random(seed), int(arguments[1]), report)
    case.check_cases(driver, random.Random(seed + 1), int(arguments[2]), report)
    report.finish()
    sys.exit(1 if report.failed else 0)
