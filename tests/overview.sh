#!/bin/sh
# The overview of all cases, read back by readers that are not ours: tests/overview.sh [--accept] OVERENS.
#
# tests/overview/ has what the five cases gave when somebody last looked at it, the page without its style
# sheet. overview.py holds page, CSV and calendar against the ledgers and against each other; the calendar is
# read by ical.js (node/calendar.js). overview_cases.py makes a thousand cases out of the five.
set -u
accept=
if [ "$1" = --accept ]; then
	accept=yes
	shift
fi
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
NODE_PATH=$top/out/node/node_modules
export NODE_PATH
day=2026-11-26

ok() {
	name=$1
	shift
	if "$@" >"$work/said" 2>&1; then
		echo "ok overview: $name"
	else
		echo "not ok overview: $name"
		head -n 40 "$work/said"
	fi
}
# makes FOLDER CODE ARGUMENT...: the exit code, and what is written.
makes() {
	folder=$1 wanted=$2
	shift 2
	"$overens" portfolio -q --out "$work/$folder" "$@" >"$work/told" 2>&1
	status=$?
	[ $status -eq "$wanted" ] || echo "not ok overview: exit $status, not $wanted: $folder"
	if [ -e "$work/$folder/dates.ics" ]; then
		node tests/node/calendar.js <"$work/$folder/dates.ics" >"$work/$folder/dates.json" ||
			echo "not ok overview: ical.js reads $folder"
	fi
}
# without FILE FOLDER: the page as it is looked at, its style sheet left out.
without_style() {
	sed "/^<style>/,/<\/style>\$/d; s/'sha256-[^']*'/DIGEST/" "$1"
}

makes five 0 --day $day agreements/*.yaml
if [ -n "$accept" ]; then
	without_style "$work/five/index.html" >tests/overview/index.html
	cp "$work/five/portfolio.csv" "$work/five/dates.ics" tests/overview
	exit 0
fi
without_style "$work/five/index.html" >"$work/index.html"
ok "the page is as it was" diff -u tests/overview/index.html "$work/index.html"
ok "the CSV is as it was" diff -u tests/overview/portfolio.csv "$work/five/portfolio.csv"
ok "the calendar is as it was" diff -u tests/overview/dates.ics "$work/five/dates.ics"

# The same bytes, whatever the clock, place and language.
TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 "$overens" portfolio -q --out "$work/again" --day $day agreements/*.yaml >/dev/null 2>&1
for file in index.html portfolio.csv dates.ics; do
	ok "the same bytes again: $file" cmp "$work/five/$file" "$work/again/$file"
done

# ledgers FOLDER CASE...: what the program says of each case by itself.
ledgers() {
	mkdir -p "$work/$1/ledgers"
	for case in $(shift && echo "$@"); do
		"$overens" check --show ledger "$case" >"$work/$1/ledgers/$(basename "$case" .yaml)" 2>/dev/null
	done
}
ledgers five agreements/*.yaml
python3 tests/overview.py tally five "$work/five" $day agreements/*.yaml

# finds NAME FILE SED-SCRIPT: what the checks say of one wrong figure or day.
finds() {
	rm -rf "$work/wrong" && cp -r "$work/five" "$work/wrong"
	sed -i "$3" "$work/wrong/$2"
	if cmp -s "$work/five/$2" "$work/wrong/$2"; then
		echo "not ok overview: $1 is put in"
	elif python3 tests/overview.py tally wrong "$work/wrong" $day agreements/*.yaml 2>&1 | grep -q '^not ok\|Error'; then
		echo "ok overview: $1 is found"
	else
		echo "not ok overview: $1 is found"
	fi
}
finds "a wrong sum" index.html '/class="r sum b0 s0 t0 all"/s/4.625.638/4 625 639/'
finds "a wrong sum of a selection" index.html '/class="r sum b3 s0 t0"/s/1.800.000/1 800 001/'
finds "a wrong year" index.html 's/>2.837.058</>2 837 059</'
finds "a wrong recipient" index.html '/Resurspoolen</s/946.995/946 994/'
finds "a row without its class" index.html 's/class="r b5 t3 /class="r b4 t3 /'
finds "a wrong amount in the CSV" portfolio.csv 's/;933000;2844983/;933001;2844983/'
finds "a wrong date in the CSV" portfolio.csv 's/2022-06-30/2022-07-30/'
finds "a wrong day in the calendar" dates.json 's/"day":"2019-01-31"/"day":"2019-01-30"/'
finds "a day that the calendar lacks" dates.json 's/"kind":"Sista dag att säga upp"/"kind":"Sista dag"/'
finds "a link that leads nowhere" index.html 's/tjansteskrivelse.pdf/tjanstskrivelse.pdf/'

# Without a day no days are counted, and nothing else is another.
makes dayless 0 agreements/*.yaml
cp -r "$work/five/ledgers" "$work/dayless"
python3 tests/overview.py tally dayless "$work/dayless" - agreements/*.yaml
ok "no day, no days" sh -c '! grep -E "dagar kvar|passerat|Dagar är räknade|class=.today" "$1"' sh "$work/dayless/index.html"

# What a draft lacks, what goes on, and what is known for a part of the time only.
mkdir "$work/odd"
awk -v folder="$work/odd" -f tests/overview.awk
makes odd 0 --day 2021-03-01 "$work"/odd/*.yaml
ledgers odd "$work"/odd/*.yaml
python3 tests/overview.py tally odd "$work/odd" 2021-03-01 "$work"/odd/*.yaml
python3 tests/overview.py odd "$work/odd"

# What a person types is never markup, a formula or a property of a calendar.
mkdir "$work/hostile"
python3 tests/overview.py hostile "$work/hostile"
makes hostile 0 --day $day "$work"/hostile/*.yaml
python3 tests/overview.py harmless "$work/hostile" "$work/five"

# A case with faults stands on the page by its name, and in no sum.
mkdir "$work/faulty"
cp agreements/00[23]*.yaml "$work/faulty"
sed 's/^period:/peiod:/' agreements/002-resurspoolen.yaml >"$work/faulty/<trasig>.yaml"
makes faulty 1 --day $day "$work"/faulty/*.yaml
ledgers faulty "$work"/faulty/00*.yaml
python3 tests/overview.py tally faulty "$work/faulty" $day "$work"/faulty/00*.yaml
ok "a case that is left out is named" grep -q '^<li>.*/faulty/&lt;trasig&gt;.yaml</li>$' "$work/faulty/index.html"
ok "and counted" grep -q '>1 ärende är inte medräknat<' "$work/faulty/index.html"
ok "no case is left out of the five" sh -c '! grep -q medräknat "$1"' sh "$work/five/index.html"

# All or nothing.
makes missing 74 --day $day agreements/002*.yaml "$work/finns-inte.yaml"
ok "nothing is written when a case cannot be read" test ! -e "$work/missing"
mkdir -p "$work/blocked/dates.ics/in-the-way"
echo old >"$work/blocked/index.html"
"$overens" portfolio -q --out "$work/blocked" agreements/002*.yaml >"$work/told" 2>&1
[ $? -eq 74 ] && echo "ok overview: a folder in the way is told" || echo "not ok overview: a folder in the way is told"
ok "and the old page is left" grep -qx old "$work/blocked/index.html"
makes twice 1 agreements/002*.yaml "$work/faulty/002-resurspoolen.yaml"
ok "two cases of one name are told" grep -q 'fel E189' "$work/told"
for wrong in 2026-11 2026-02-30 i-dag; do
	makes wrong 2 --day $wrong agreements/002*.yaml
done
"$overens" check --day $day agreements/002*.yaml >/dev/null 2>&1
[ $? -eq 2 ] && echo "ok overview: a day is only for the portfolio" || echo "not ok overview: a day is only for the portfolio"

# A thousand cases.
mkdir "$work/many"
python3 tests/overview_cases.py 1000 "$work/many"
makes many 0 --day $day "$work"/many/*.yaml
python3 tests/overview.py tally many "$work/many" $day
# shellcheck disable=SC2016 # for the inner shell
sh -c 'out=$1; shift; "$0" portfolio -q --out "$out" --day 2026-11-26 "$@" >/dev/null 2>&1; times' "$overens" "$work/many" "$work"/many/*.yaml |
	sed -n '2s/^\([^ ]*\).*/# a thousand cases: \1 of processor time/p'
