"""The table of compiler/template/luminance.def, from the definition: tests/luminance.py >FILE

WCAG 2.2, "relative luminance": a channel of sRGB, c = value / 255, gives off c / 12.92 where c is
at most 0.04045 and ((c + 0.055) / 1.055) ^ 2.4 above. Sixty digits are carried and the result is
rounded to billionths, so the table is the same on every machine.
"""
from decimal import Decimal, getcontext

getcontext().prec = 60

HEAD = """/* Luminance: the light that each value of a channel of sRGB gives off, in billionths of full white.
 *
 * LUMINANCE(value), from 0 to 255. Made by tests/luminance.py from the definition of relative
 * luminance in WCAG 2.2, and held against it by tests/luminance.sh. */"""


def linear(value):
    c = Decimal(value) / 255
    if c <= Decimal("0.04045"):
        light = c / Decimal("12.92")
    else:
        light = ((c + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
    return int((light * 10**9).to_integral_value())


print(HEAD)
for first in range(0, 256, 4):
    print(" ".join(f"LUMINANCE({linear(v)})" for v in range(first, first + 4)))
