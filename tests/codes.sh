#!/bin/sh
# Every code of the catalogue is given by some fixture of tests/errors, and no fixture tells of a code
# that does not exist: tests/codes.sh OVERENS. That the fixtures are true, tests/errors.sh shows.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The program's own list.
"$overens" explain codes | cut -d ' ' -f 1 | sort >"$work/codes"

# told FOLDER: the codes of the messages that its fixtures expect.
told() {
	sed -n 's/^\(.*: \)\{0,1\}\(fel\|varning\|anmärkning\) \([EWN][0-9]*\): .*/\3/p' "$1"/*.expected | sort -u
}
# faults CODES FOLDER: a line for each code without fixture, each that is not in the list, and each
# result without a fixture that gives it.
faults() {
	told "$2" >"$work/told"
	comm -23 "$1" "$work/told" | sed 's/$/ has no fixture in tests\/errors/'
	comm -13 "$1" "$work/told" | while read -r code; do
		echo "$code is no code, but $(grep -l " $code: " "$2"/*.expected | sed 's|.*/||' | tr '\n' ' ')has it"
	done
	for result in "$2"/*.expected; do
		name=${result%.expected}
		[ -f "$name.yaml" ] || [ -f "$name.sh" ] || echo "${result##*/} belongs to no fixture"
	done
}
# judge NAME WANTED CODES FOLDER
judge() {
	found=$(faults "$3" "$4")
	if [ "$found" = "$2" ]; then
		echo "ok codes: $1"
	else
		echo "not ok codes: $1"
		echo "$found"
	fi
}

[ "$(wc -l <"$work/codes")" -gt 150 ] && echo "ok codes: the list is there" || echo "not ok codes: the list is there"
[ -z "$(uniq -d "$work/codes")" ] && echo "ok codes: none is there twice" || echo "not ok codes: none is there twice"
judge "every code has a fixture, and every fixture a code" "" "$work/codes" "$top/tests/errors"

# The gate itself: a code too many in the list, and one too many in a fixture that nothing gives.
cp -r "$top/tests/errors" "$work/errors"
echo "x.yaml:1:1: fel E999: Något är fel." >"$work/errors/x.expected"
{
	cat "$work/codes"
	echo E998
} | sort >"$work/more"
judge "what is missing is named" "E998 has no fixture in tests/errors
E999 is no code, but x.expected has it
x.expected belongs to no fixture" "$work/more" "$work/errors"
