#!/bin/sh
# The table that contrasts are calculated from is the one that its definition gives, and a table with
# one digit wrong is not.
set -u
cd "$(dirname "$0")/.." || exit 1
table=compiler/template/luminance.def
right=$(mktemp)
trap 'rm -f "$right"' EXIT
python3 tests/luminance.py >"$right" || exit 1
if diff "$right" "$table"; then
	echo "ok luminance: the table"
else
	echo "not ok luminance: the table"
fi
if sed 's/LUMINANCE(1000000000)/LUMINANCE(1000000001)/' "$table" | diff "$right" - >/dev/null; then
	echo "not ok luminance: a wrong digit is seen"
else
	echo "ok luminance: a wrong digit is seen"
fi
