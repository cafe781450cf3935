#!/usr/bin/env python3
"""Recomputes every value of a calculation appendix from the text of the document alone.

    tests/appendix.py DOCUMENT.pdf ...             (or a .txt that pdftotext -raw has made)
    tests/appendix.py --faults DOCUMENT.pdf ...    is every result found when it is changed?

Each row of the appendix says "LABEL FORMULA = RESULT (REMARKS)". The formula is read and evaluated
here, with exact fractions, by nothing but the order of arithmetic and the meaning of the Swedish
words; no code and no data are shared with the compiler. For each row, and for each group of parts
that must add up, one line is printed: "ok ..." or "not ok ...". A document without rows is wrong.
"""
import calendar
import datetime
import re
import subprocess
import sys
from fractions import Fraction

WORDS = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
COUNTS = {word: number for number, word in enumerate(WORDS)} | {"ett": 1}
SPACE = "[ \u00a0]"  # PDF readers may give either
NUMBER = rf"−?(?:\d{{1,3}}(?:{SPACE}\d{{3}})+|\d+)(?:,\d+)?(?!\d)"
DATE = r"\d{4}-\d{2}-\d{2}"
TOKEN = re.compile(rf"\s*(?:(?P<number>{NUMBER})(?:\s?(?P<unit>kr|%|timmar|timme)(?!\w))?"
                   rf"|(?P<sign>[+−×/()]))")
RESULT = re.compile(rf"(?:(?P<date>{DATE})|(?P<number>{NUMBER})"
                    rf"(?:{SPACE}(?P<unit>kr|%|timmar|timme)(?!\w))?)"
                    r"(?: \((?P<remarks>(?:avrundat|preliminärt|antagande)[^()]*)\))?")


class Unreadable(Exception):
    """The text is no formula, or its units do not go together."""


def number(text):
    return Fraction(re.sub(SPACE, "", text).replace("−", "-").replace(",", "."))


class Quantity:
    """An exact number and how many times it counts kronor and hours; what made it, for groups."""

    def __init__(self, value, kronor=0, hours=0, made=None):
        self.value, self.kronor, self.hours, self.made = value, kronor, hours, made

    def units(self):
        return self.kronor, self.hours

    def plus(self, other, sign):
        if self.units() != other.units():
            raise Unreadable("different units are added")
        return Quantity(self.value + sign * other.value, *self.units())

    def times(self, other):
        return Quantity(self.value * other.value, self.kronor + other.kronor,
                        self.hours + other.hours, ("×", self, other))

    def over(self, other):
        if other.value == 0:
            raise Unreadable("division by zero")
        return Quantity(self.value / other.value, self.kronor - other.kronor,
                        self.hours - other.hours, ("/", self, other))


def quantity(text, unit):
    value = number(text)
    if unit == "kr":
        return Quantity(value, kronor=1)
    if unit == "%":
        return Quantity(value / 100)
    return Quantity(value, hours=1 if unit else 0)


class Formula:
    """sum := product (+|− product)*;  product := factor (×|/ factor)*;  factor := number | (sum)"""

    def __init__(self, text):
        self.tokens, position, text = [], 0, text.rstrip()
        while position < len(text):
            token = TOKEN.match(text, position)
            if not token:
                raise Unreadable("not a formula")
            self.tokens.append(token)
            position = token.end()
        self.next = 0
        self.result = self.sum()
        if self.next < len(self.tokens):
            raise Unreadable("not a formula")

    def sign(self, signs):
        if self.next < len(self.tokens) and self.tokens[self.next]["sign"] in list(signs):
            self.next += 1
            return self.tokens[self.next - 1]["sign"]
        return None

    def sum(self):
        result = self.product()
        while sign := self.sign("+−"):
            result = result.plus(self.product(), 1 if sign == "+" else -1)
        return result

    def product(self):
        result = self.factor()
        while sign := self.sign("×/"):
            result = result.times(self.factor()) if sign == "×" else result.over(self.factor())
        return result

    def factor(self):
        if self.sign("("):
            result = self.sum()
            if not self.sign(")"):
                raise Unreadable("a parenthesis is open")
            return result
        if self.next == len(self.tokens) or not self.tokens[self.next]["number"]:
            raise Unreadable("a number is missing")
        token = self.tokens[self.next]
        self.next += 1
        return quantity(token["number"], token["unit"])


def evaluate(text):
    parts = re.split(r", dock (högst|lägst) ", text)
    result = Formula(parts[0]).result
    for word, limit in zip(parts[1::2], parts[2::2]):
        bound = Formula(limit).result
        if word == "högst" and bound.value < result.value or word == "lägst" and bound.value > result.value:
            result = bound
    return result


# Days.

def count(word):
    return COUNTS[word] if word in COUNTS else int(number(word))


def moved_day(text):
    """ "2022-12-31, sex månader före": a term counts from the day after a last day. """
    match = re.fullmatch(rf"({DATE}), (.+) (före|efter)", text)
    if not match:
        raise Unreadable("not a day")
    months = days = 0
    for piece in match[2].split(" och "):
        term = re.fullmatch(rf"(\w+|{NUMBER})\s(år|månad|månader|dag|dagar)", piece)
        if not term or not (term[1] in COUNTS or re.fullmatch(NUMBER, term[1])):
            raise Unreadable("not a term")
        if term[2] == "år":
            months += 12 * count(term[1])
        elif term[2].startswith("månad"):
            months += count(term[1])
        else:
            days += count(term[1])
    way = -1 if match[3] == "före" else 1
    after = datetime.date.fromisoformat(match[1]) + datetime.timedelta(days=1)
    index = after.year * 12 + after.month - 1 + way * months
    year, month = index // 12, index % 12 + 1
    last = calendar.monthrange(year, month)[1]
    after = datetime.date(year, month, min(after.day, last))
    return after + datetime.timedelta(days=way * days - 1)


# Rounding.

class Remarks:
    """What stands in parentheses after a result, understood."""

    def __init__(self, text):
        self.unit = self.group = None
        self.way, self.even, self.whole = "närmaste", False, None
        for remark in text.split(", ") if text else []:
            self.read(remark)

    def read(self, remark):
        if match := re.fullmatch(r"avrundat (nedåt |uppåt |)till (.+)", remark):
            self.way = match[1].strip() or "närmaste"
            self.unit = self.read_unit(match[2])
        elif remark == "halva till närmaste jämna":
            self.even = True
        elif match := re.fullmatch(rf"justerat så att (andelarna|delarna|åren)(?: tillsammans)? blir "
                                   rf"({NUMBER}){SPACE}(kr|%)", remark):
            self.group, self.whole = match[1], quantity(match[2], match[3]).value
        elif remark not in ("preliminärt", "antagande"):
            raise Unreadable("the remark is not understood: " + remark)

    @staticmethod
    def read_unit(text):
        if text == "hel krona":
            return Fraction(1)
        if text == "öre":
            return Fraction(1, 100)
        if text == "hel procent":
            return Fraction(1, 100)
        if match := re.fullmatch(rf"hela ({NUMBER}){SPACE}kr", text):
            return number(match[1])
        if match := re.fullmatch(r"(\w+) decimal(?:er)?", text):
            return Fraction(1, 100 * 10 ** count(match[1]))
        raise Unreadable("the rounding is not understood: " + text)

    def rounded(self, exact):
        below = exact / self.unit // 1
        rest = exact / self.unit - below
        if rest == 0 or self.way == "nedåt":
            return below * self.unit
        half = rest == Fraction(1, 2)
        upwards = self.way == "uppåt" or rest > Fraction(1, 2)
        if half and self.way == "närmaste":
            # Half goes away from zero, unless it goes to the even neighbour.
            upwards = below % 2 != 0 if self.even else exact > 0
        return (below + 1 if upwards else below) * self.unit


# The appendix.

class Row:
    def __init__(self, label, formula, match):
        self.label, self.formula, self.match = label, formula, match
        self.text = formula + " = " + match[0]
        self.exact = self.result = self.remarks = None

    def stem(self):
        return re.sub(r", \d{4}$", "", self.label)

    def fault(self):
        """What is wrong with the row by itself, or None."""
        try:
            self.remarks = Remarks(self.match["remarks"])
            if self.match["date"]:
                day = moved_day(self.formula)
                return None if day.isoformat() == self.match["date"] else f"the day is {day}"
            self.exact = evaluate(self.formula)
            self.result = quantity(self.match["number"], self.match["unit"])
        except (Unreadable, ValueError) as reason:
            return str(reason)
        return self.unit_fault() or self.value_fault()

    def unit_fault(self):
        unit = self.match["unit"]
        wanted = {"kr": 1}.get(unit, 0)
        if self.exact.kronor != wanted or (unit != "kr" and self.exact.hours != self.result.hours):
            return "the result has another unit"
        if unit != "%" and self.exact.made and self.exact.made[0] == "/" and not unit:
            return "the result has no unit"
        return None

    def value_fault(self):
        exact, result, remarks = self.exact.value, self.result.value, self.remarks
        if remarks.unit is None:
            return None if exact == result else f"it is {float(exact)}"
        if result % remarks.unit != 0:
            return "the result is not rounded so"
        if remarks.group is None:
            rounded = remarks.rounded(exact)
            return None if rounded == result else f"it is {float(rounded)}"
        # Years are parts of a whole that was itself rounded.
        # So a year may be up to two units from its own exact value.
        most = 2 if remarks.group == "åren" else 1
        return None if abs(result - exact) < most * remarks.unit else f"it is {float(exact)}"

    # As a part of something: the part, the whole, and the keys' sum.
    def share(self):
        made = self.exact.made if self.exact else None
        if not made or made[0] != "/" or self.match["unit"] != "%" or made[1].kronor != 1:
            return None
        return made[1].value, made[2].value

    def part(self):
        made = self.exact.made if self.exact else None
        if not made or made[0] != "/" or made[1].kronor != 2 or made[1].made is None:
            return None
        return made[1].made[2].value, (made[1].made[1].value, made[2].value)


def lines_of(path):
    if path.endswith(".txt"):
        with open(path, encoding="utf-8") as file:
            text = file.read()
    else:
        text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True,
                              capture_output=True).stdout.decode("utf-8")
    lines = []
    for page in text.split("\f"):
        here = page.splitlines()
        # Headers and footers come after the page mark: "3 (6)".
        marks = [i for i, line in enumerate(here) if re.fullmatch(r"\d+ \(\d+\)", line)]
        lines += here[:marks[-1]] if marks else here
    return lines


def appendix_of(lines):
    """The rows' text as one line, without the headings that are repeated on every page."""
    starts = [i for i, line in enumerate(lines) if line == "Beräkningsbilaga"]
    heading = "Värde Beräkning"
    if not starts or heading not in lines[starts[-1]:]:
        return ""
    lines = lines[starts[-1]:]
    text = ""
    for line in lines[lines.index(heading):]:
        if line == heading:
            continue
        if re.search(r"\w[-\u00ad]$", text) and line[:1].islower():
            text = text[:-1] + line  # a hyphenated word
        elif text.endswith("-") and line[:1].isdigit():
            text += line
        else:
            text += " " + line
    return text


def split_formula(text):
    """Label and formula: the formula is the longest ending that can be read as one."""
    for start in [match.end() for match in re.finditer(r" +", text)]:
        ending = text[start:]
        for read in evaluate, moved_day:
            try:
                read(ending)
                return text[:start].strip(), ending
            except (Unreadable, ValueError):
                pass
    return text.strip(), ""


def rows_of(text):
    rows, position = [], 0
    while (equals := text.find(" = ", position)) >= 0:
        match = RESULT.match(text, equals + 3)
        label, formula = split_formula(text[position:equals])
        if not match:
            rows.append(Row(label, formula, re.match(r"(?P<date>)(?P<number>)(?P<unit>)(?P<remarks>)", "")))
            position = equals + 3
            continue
        rows.append(Row(label, formula, match))
        position = match.end()
    return rows


def subset(items, wanted, with_item):
    """Items (key, result) that include one of them and whose keys add up to what is wanted."""
    def search(index, left, chosen):
        if left == 0 and with_item in chosen:
            return chosen
        if index == len(items) or left < 0:
            return None
        item = items[index]
        return search(index + 1, left - item[0], chosen + [item]) or search(index + 1, left, chosen)
    return search(0, wanted, [])


def group_faults(rows):
    """Pairs of a group's name and what is wrong with it, for values that were adjusted."""
    for row in rows:
        if not row.result or not row.remarks.group:
            continue
        name = f"{row.label} belongs to a whole"
        if row.remarks.group == "åren":
            group = [r for r in rows if r.stem() == row.stem() and r.stem() != r.label and r.result]
            together = sum(r.result.value for r in group)
            yield name, None if together == row.remarks.whole else f"the years are {float(together)}"
            continue
        of = Row.share if row.remarks.group == "andelarna" else Row.part
        if of(row) is None:
            yield name, "the formula is not that of a part"
            continue
        key, whole = of(row)
        wanted = whole if of is Row.share else whole[1]
        items = [(of(r)[0], r.result.value, r) for r in rows
                 if r.result and of(r) and of(r)[1] == whole]
        group = subset(items, wanted, next(item for item in items if item[2] is row))
        if group is None:
            yield name, "the other parts are not there"
            continue
        together = sum(item[1] for item in group)
        right = together == row.remarks.whole and (of is Row.share or together == whole[0])
        yield name, None if right else f"the parts are {float(together)}"


def shares_faults(rows):
    """Shares of one kind that are shares of the same whole, and all of it."""
    kinds = {}
    for row in rows:
        if row.result and row.share():
            kind = re.sub(r", .*", "", row.label)
            kinds.setdefault((kind, row.share()[1]), []).append(row)
    for (kind, whole), group in kinds.items():
        if len(group) > 1 and sum(row.share()[0] for row in group) == whole:
            together = 100 * sum(row.result.value for row in group)
            yield f"{kind}: shares add up", None if together == 100 else f"they are {float(together)} %"


def group_results(rows):
    return list(group_faults(rows)) + list(shares_faults(rows))


def check(path):
    rows = rows_of(appendix_of(lines_of(path)))
    results = [(row.label, row.fault(), row.text) for row in rows]
    results += [(name, fault, "") for name, fault in group_results(rows)]
    if not rows:
        results.append(("there are rows", "no row was found", ""))
    return report(path, results)


def changed(row):
    """The row with another last digit in its result."""
    text = row.match[0]
    result = row.match["date"] or row.match["number"]
    other = result[:-1] + str((int(result[-1]) + 1) % 10)
    return Row(row.label, row.formula, RESULT.match(other + text[len(result):]))


def check_faults(path):
    rows = rows_of(appendix_of(lines_of(path)))
    silent = []
    for index, row in enumerate(rows):
        row.fault()
    for index, row in enumerate(rows):
        other = changed(row)
        if other.fault() is None and not any(
                fault for _, fault in group_results(rows[:index] + [other] + rows[index + 1:])):
            silent.append((other.label, "the change is not found", other.text))
    return report(path, silent or [(f"each of {len(rows)} changed results is found", None, "")])


def report(path, results):
    short = path.split("/")[-2] if path.endswith(".pdf") and "/" in path else path.split("/")[-1]
    for label, fault, text in results:
        print(f"not ok appendix {short}: {label}: {fault}\n  {text}" if fault
              else f"ok appendix {short}: {label}")
    return not any(fault for _, fault, _ in results)


if __name__ == "__main__":
    documents = [word for word in sys.argv[1:] if word != "--faults"]
    checker = check_faults if "--faults" in sys.argv else check
    right = [checker(document) for document in documents]
    sys.exit(0 if right and all(right) else 1)
