#!/bin/sh
# What "overens explain CODE" says: tests/explain.sh OVERENS. That its examples are true, explain.py shows.
set -u
overens=$1
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# expect NAME EXIT-CODE OUTPUT ERRORS COMMAND...
expect() {
	name=$1 code=$2 output=$3 errors=$4
	shift 4
	"$@" >"$work/output" 2>"$work/errors"
	status=$?
	if [ $status -eq "$code" ] && [ "$(cat "$work/output")" = "$output" ] && [ "$(cat "$work/errors")" = "$errors" ]; then
		echo "ok explain: $name"
	else
		echo "not ok explain: $name (exit $status)"
		cat "$work/output" "$work/errors"
	fi
}
unknown() {
	echo "överens: Det finns inget meddelande med koden $1. Närmast ligger $2. Alla koder: overens explain codes"
}

period='fel E065: Perioden slutar …, före sin första dag … Rätta den ena dagen.

Den sista dagen ligger före den första, så överenskommelsen skulle aldrig gälla. Ofta
har dagarna bytt plats eller ett år blivit felskrivet. Rätta den ena.

Så här blir det fel:

    period: {från: 2020-01-01, till: 2019-12-31}

Så här blir det rätt:

    period: {från: 2020-01-01, till: 2022-12-31}'
expect "a code" 0 "$period" "" "$overens" explain E065
expect "in small letters" 0 "$period" "" "$overens" explain e065
expect "a note, with what it belongs to" 0 "anmärkning N065 till E065: Den första dagen står här.

$period" "" "$overens" explain n065
last=$("$overens" explain codes | sed -n 's/^\(E[0-9]*\) .*/\1/p' | tail -n 1)
expect "no such code" 2 "" "$(unknown E999 "$last")" "$overens" explain E999
expect "between two codes" 2 "" "$(unknown E079 "E075 och E100")" "$overens" explain e079
expect "another letter" 2 "" "$(unknown W065 "E065 och N065")" "$overens" explain W065
expect "a code in part" 2 "" "$(unknown E00 "E001, E002, E003, E004, E005, E006 och E007")" "$overens" explain E00
expect "a digit too many" 2 "" "$(unknown E0421 E042)" "$overens" explain E0421
expect "a file is no code" 74 "" "fel E001: Det gick inte att läsa E065.yaml: den finns inte." "$overens" explain E065.yaml
[ "$("$overens" explain codes | sed -n 's/^E065  //p')" = "Perioden slutar …, före sin första dag … Rätta den ena dagen." ] &&
	echo "ok explain: all codes" || echo "not ok explain: all codes"

python3 tests/explain.py "$overens"
