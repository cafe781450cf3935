#!/bin/sh
# The calculation appendix of the golden cases, recalculated from the PDFs' text: tests/appendix.sh
# OVERENS. A wrong result must be found, and a wrong rounding.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

"$overens" build -q --out "$work" $(grep -l '^ *beräkningsbilaga: ja' tests/golden/*.yaml) 2>/dev/null
# And of the real cases, as if they asked for it.
mkdir "$work/cases"
for case in agreements/*.yaml; do
	sed 's/^\(överenskommelse\|tjänsteskrivelse\|information\):$/&\n  beräkningsbilaga: ja/' "$case" \
		>"$work/cases/$(basename "$case")"
done
"$overens" build -q --out "$work" "$work"/cases/*.yaml 2>/dev/null
python3 tests/appendix.py "$work"/*/*.pdf

# fails NAME FORMULAS: the script finds them wrong.
fails() {
	printf '%s\n' "$2" >"$work/wrong.txt"
	if python3 tests/appendix.py "$work/wrong.txt" >"$work/said"; then
		echo "not ok appendix: $1 is found"
	else
		echo "ok appendix: $1 is found"
	fi
}
fails "a wrong sum" "1 800 000 kr + 9 kr = 1 800 008 kr"
fails "a wrong rounding" "100 kr / 3 = 34 kr (avrundat till hel krona)"
fails "a rounding that is not told" "100 kr / 3 = 33 kr"
fails "a wrong day" "2022-12-31, sex månader före = 2022-07-01"
fails "shares that do not add to 100" "1 kr / 3 kr = 33 % (avrundat till hel procent) 2 kr / 3 kr = 66 % (avrundat till hel procent, justerat så att andelarna blir 100 %)"
fails "an appendix without rows" "inget"
