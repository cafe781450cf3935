#!/bin/sh
# The manual holds everything that the compiler's own lists hold: tests/manual.sh OVERENS
#
# It is built in all three forms, which have the same headings; its links lead somewhere; and
# manual.py finds each key, value, table, instruction, message and limit in it, and misses each that
# is taken out of a copy. What it shows of YAML is YAML that the compiler reads.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

if said=$("$overens" manual -q --out "$work" 2>&1) && [ -z "$said" ]; then
	echo "ok manual is built without a word"
else
	echo "not ok manual is built without a word"
	echo "$said"
	exit 0
fi
"$overens" schema >"$work/case.json" && "$overens" schema register >"$work/register.json"
"$overens" --help >"$work/help" && "$overens" explain codes >"$work/codes"
if pdfinfo -struct "$work/manual/manual.pdf" >"$work/tags" 2>"$work/complaints" &&
	pdftohtml -xml -i -stdout "$work/manual/manual.pdf" >"$work/outline" 2>>"$work/complaints" &&
	grep -q 'Code (inline)' "$work/tags" && [ ! -s "$work/complaints" ]; then
	echo "ok manual: the PDF can be read"
else
	echo "not ok manual: the PDF can be read"
	cat "$work/complaints"
fi
/usr/bin/python3 tests/manual.py "$work" compiler templates/manual/manual.md

# What the chapters show of a case must not be refused for its form or its keys.
for piece in "$work"/piece-*.yaml; do
	if "$overens" check --format=plain "$piece" 2>&1 | grep 'fel E0[23]\|fel E04[01]'; then
		echo "not ok manual: $(head -n 1 "$piece")"
	else
		echo "ok manual: $(head -n 1 "$piece")"
	fi
done

"$overens" manual en-sak >"$work/said" 2>&1
if [ $? -eq 2 ] && grep -q 'Ordet ”en-sak”' "$work/said"; then
	echo "ok manual takes no case"
else
	echo "not ok manual takes no case"
fi
