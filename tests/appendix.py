"""Appendix: recalculates every row of a calculation appendix from the PDF's text alone.

    appendix.py FILE.pdf...     (or FILE.txt, the formulas alone)

Beside its label a row has a formula, "=", a result, and in parentheses what was done to it. Nothing
is known here of the ledger: the formula is read, calculated with exact fractions, and held against the result
and the words about rounding."""
import datetime
import html
import re
import subprocess
import sys
from fractions import Fraction as F

WORDS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv']
# No-break spaces come out of a PDF as spaces, so a number is what its groups of three say.
NUMBER = r'−?(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:,\d+)?'
TOKEN = re.compile(r'(?P<number>%s)(?P<unit> (?:kr|%%|timmar|timme)(?!\w))?|(?P<sign>[+−×/()])' % NUMBER)
RESULT = re.compile(r'= (?P<number>%s)(?P<unit> (?:kr|%%|timmar)(?!\w))?(?: \((?P<words>[^)]*)\))?' % NUMBER)
DAYS = re.compile(r'(\d{4}-\d\d-\d\d), ([^=,]*?) (före|efter) = (\d{4}-\d\d-\d\d)')


def text_of(path):
    """What stands in the column under "Beräkning", from the page where the appendix begins."""
    if path.endswith('.txt'):
        return open(path, encoding='utf-8').read()
    page = subprocess.run(['pdftotext', '-bbox', path, '-'], capture_output=True, check=True).stdout.decode()
    column = []
    for part in page.split('<page ')[1:]:
        words = [(float(y), float(x), html.unescape(text)) for x, y, text in
                 re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', part)]
        heads = [(y, x) for y, x, text in words if text == 'Beräkning']
        if heads:
            top, left = heads[-1]
            column += sorted((round(y), x, text) for y, x, text in words if y > top + 1 and x > left - 1)
    return ' '.join(re.sub('\u00a0', ' ', text) for _, _, text in column)


def value(number, unit):
    text = number.replace(' ', '').replace('−', '-').replace(',', '.')
    return F(text) / 100 if unit and '%' in unit else F(text)


def tokens_before(text):
    """The longest end of the text that is a formula, as tokens; its first position too."""
    found = []
    for match in TOKEN.finditer(text):
        if found and text[found[-1].end():match.start()].strip():
            found = []
        found.append(match)
    if not found or text[found[-1].end():].strip():
        return [], 0
    tokens = []
    for match in found:
        if match['sign']:
            tokens.append((match['sign'], match.start()))
        else:
            tokens.append((value(match['number'], match['unit']), match.start()))
    # Two operands beside each other: the first is the end of a label.
    for i in range(len(tokens) - 1, 0, -1):
        operand = tokens[i][0] == '(' or not isinstance(tokens[i][0], str)
        before = tokens[i - 1][0] == ')' or not isinstance(tokens[i - 1][0], str)
        if operand and before:
            tokens = tokens[i:]
            break
    while tokens and tokens[0][0] in ('+', '×', '/', ')'):
        tokens = tokens[1:]
    return [t for t, _ in tokens], tokens[0][1] if tokens else 0


class Formula:
    """Sums of products of operands, with parentheses."""

    def __init__(self, tokens):
        self.tokens, self.at = tokens, 0

    def next(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def sum(self):
        total = self.product()
        while self.next() in ('+', '−'):
            total = total + self.product() if self.take() == '+' else total - self.product()
        return total

    def product(self):
        total = self.operand()
        while self.next() in ('×', '/'):
            total = total * self.operand() if self.take() == '×' else total / self.operand()
        return total

    def operand(self):
        token = self.take()
        if token != '(':
            if isinstance(token, str):
                raise ValueError(token)
            return token
        total = self.sum()
        if self.take() != ')':
            raise ValueError('parenthesis')
        return total


def unit_of(words, per_cent):
    if per_cent:
        match = re.search(r'till (hel procent|\w+ decimal)', words)
        count = 0 if not match or match[1] == 'hel procent' else WORDS.index(match[1].split()[0])
        return F(1, 100 * 10 ** count)
    if 'till öre' in words:
        return F(1, 100)
    match = re.search(r'till hela (%s)[ ]kr' % NUMBER, words)
    return value(match[1], None) if match else F(1)


def rounded(exact, words, unit):
    units = exact / unit
    below = units.numerator // units.denominator
    rest = units - below
    if 'nedåt' in words:
        up = False
    elif 'uppåt' in words:
        up = rest > 0
    else:
        even = 'närmaste jämna' in words
        up = rest > F(1, 2) or (rest == F(1, 2) and (below % 2 == 1 if even else units > 0))
    return (below + up) * unit


def limited(text, exact):
    """", dock högst 3 %" between the formula and its result; the text before it."""
    match = re.search(r', dock (högst|lägst) (%s)[ ]%% ?$' % NUMBER, text)
    if not match:
        return text, lambda x: x
    limit = value(match[2], '%')
    return text[:match.start()], (lambda x: min(x, limit)) if match[1] == 'högst' else (lambda x: max(x, limit))


def judge_row(before, match):
    """None, or what is wrong."""
    before, limit = limited(before, None)
    tokens, _ = tokens_before(before)
    if not tokens:
        return 'no formula'
    return judge_tokens(tokens, limit, match)


def judge_tokens(tokens, limit, match):
    words = match['words'] or ''
    try:
        formula = Formula(tokens)
        exact = limit(formula.sum())
        if formula.next() is not None:
            return 'the formula does not end'
    except (ValueError, IndexError, ZeroDivisionError) as error:
        return 'no formula: %r' % error
    shown = value(match['number'], match['unit'])
    if 'avrundat' not in words:
        return None if exact == shown else 'is %s' % exact
    unit = unit_of(words, '%' in (match['unit'] or ''))
    if 'justerat' in words:
        return None if abs(exact - shown) < unit and shown % unit == 0 else 'is about %s' % float(exact)
    return None if rounded(exact, words, unit) == shown else 'is about %s' % float(exact)


def moved(date, words, later):
    """The last day of a term after a last day, or before it."""
    first = date + datetime.timedelta(1)
    sign = 1 if later else -1
    for count, kind in re.findall(r'(\w+) (år|månad|dag)', words):
        n = WORDS.index(count) if count in WORDS else 1 if count == 'ett' else int(count)
        if kind == 'dag':
            first += datetime.timedelta(sign * n)
        else:
            month = first.year * 12 + first.month - 1 + sign * n * (12 if kind == 'år' else 1)
            year, month = divmod(month, 12)
            last = [31, 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28, 31, 30, 31, 30,
                    31, 31, 30, 31, 30, 31][month]
            first = datetime.date(year, month + 1, min(first.day, last))
    return first - datetime.timedelta(1)


def check(path):
    text, faults, rows, shares = text_of(path), [], 0, {}
    for match in DAYS.finditer(text):
        rows += 1
        start, words, way, end = match.groups()
        if moved(datetime.date.fromisoformat(start), words, way == 'efter').isoformat() != end:
            faults.append(match[0])
    last = 0
    for match in RESULT.finditer(text):
        if re.match(r'-\d\d-\d\d', text[match.end('number'):]):
            last = match.end('number') + len('-12-31')
            continue
        rows += 1
        before = text[last:match.start()].rstrip() + ' '
        fault = judge_row(before, match)
        if fault:
            faults.append('%s: %s' % ((before + match[0])[-160:], fault))
        part = re.search(r'(%s)[ ]kr / (%s)[ ]kr $' % (NUMBER, NUMBER), before)
        if part and match['unit'] and '%' in match['unit']:
            group = shares.setdefault((part[2], match['number'].count(',') and len(match['number'].split(',')[1])), [])
            group.append((value(part[1], None), value(match['number'], match['unit'])))
        last = match.end()
    for (whole, _), group in shares.items():
        if sum(part for part, _ in group) == value(whole, None) and sum(share for _, share in group) != 1:
            faults.append('shares of %s kr do not add to 100' % whole)
    return rows, faults


def main():
    bad = False
    for path in sys.argv[1:]:
        rows, faults = check(path)
        bad = bad or bool(faults) or rows == 0
        name = '/'.join(path.split('/')[-2:])
        print('%s appendix %s: %d values recalculated' % ('ok' if rows and not faults else 'not ok', name, rows))
        for fault in faults[:10]:
            print('  ' + fault)
    sys.exit(1 if bad else 0)


main()
