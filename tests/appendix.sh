#!/bin/sh
# Every value of a calculation appendix can be recomputed from the text of its PDF alone:
# tests/appendix.sh OVERENS
set -u
overens=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The cases, each with an appendix in every document, and those that are about odd indices.
cp agreements/*.md tests/golden/*.md "$work" 2>"$work/log"
for case in agreements/*.yaml tests/golden/*.yaml; do
	sed -e '/^  beräkningsbilaga: ja$/d' \
		-e 's/^\(tjänsteskrivelse\|information\|överenskommelse\):$/&\n  beräkningsbilaga: ja/' \
		"$case" >"$work/$(basename "$case")"
done
compile() {
	if ! "$overens" build -q --out "$work/out" "$@" 2>"$work/log"; then
		echo "not ok appendix: the documents compile"
		cat "$work/log"
	fi
}
compile "$work"/*.yaml
compile --register tests/fixtures/appendix/register tests/fixtures/appendix/*.yaml

python3 tests/appendix.py "$work"/out/*/*.pdf >"$work/recomputed"
cat "$work/recomputed"
python3 tests/appendix.py --faults "$work"/out/*/*.pdf

# As many rows were read as there are in the Markdown beside the PDF.
read=$(grep -vc 'belongs to a whole\|shares add up' "$work/recomputed")
written=$(cat "$work"/out/*/*.md | grep -c '^|.* = .*|$')
if [ "$read" -eq "$written" ] && [ "$read" -gt 0 ]; then
	echo "ok appendix: all $read rows were read"
else
	echo "not ok appendix: $read rows were read of $written"
fi

# The check itself, on a text without fault and on the same text with a fault in each row.
if python3 tests/appendix.py tests/fixtures/appendix/right.txt >"$work/log"; then
	echo "ok appendix: right rows pass"
else
	echo "not ok appendix: right rows pass"
	grep -A 1 '^not ok' "$work/log"
fi
if python3 tests/appendix.py tests/fixtures/appendix/wrong.txt >"$work/log" ||
	grep '^ok' "$work/log"; then
	echo "not ok appendix: every wrong row is found"
else
	echo "ok appendix: every wrong row is found"
fi
echo "Beräkningsbilaga" >"$work/empty.txt"
if python3 tests/appendix.py "$work/empty.txt" >"$work/log"; then
	echo "not ok appendix: a document without rows is wrong"
else
	echo "ok appendix: a document without rows is wrong"
fi
