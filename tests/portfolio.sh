#!/bin/sh
# What holds between cases: tests/portfolio.sh OVERENS.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

plain() {
	sed 's/\xc2\xa0/ /g' | tr -s ' \n' ' '
}

# says NAME WANTED COMMAND...: the command's output, on either stream, holds the words.
says() {
	name=$1 wanted=$2
	shift 2
	"$@" >"$work/said" 2>&1
	status=$?
	case $(plain <"$work/said") in
	*"$wanted"*) echo "ok portfolio: $name" ;;
	*) echo "not ok portfolio: $name" && cat "$work/said" ;;
	esac
}

# case FILE NUMBER GRANT [MORE]: a case of one organisation.
a_case() {
	cat >"$work/$1.yaml" <<END
ärende: {rubrik: Partnerskap, datum: 2020-01-07}
parter:
  nämnden: {register: äldrenämnden}
  f: {namn: Föreningen, organisationsnummer: $2, sektor: idéburen}
period: {från: 2020-01-01, till: 2022-12-31}
ekonomi:
  insatser:
    - {part: nämnden, slag: kontant, belopp: $3 kr/år}
    - {part: f, slag: lokaler, belopp: ${4:-$3} kr/år}
END
}

cases=agreements/*.yaml
says "the cases' sums" "Summa 4 625 638 13 852 975 33,4 %" "$overens" portfolio --out "$work/overview" $cases
says "grants of two cases reach a ceiling" \
	"Linköpings stadsmission får tillsammans 7 800 000 kr under tiden 2018-07-01 till 2021-06-30, enligt 000-utsatt-situation och 004-hoppfull-framtid. Det når taket 500 000 euro (5 200 000 kr)" \
	"$overens" portfolio --out "$work/overview" -q $cases
# One of them alone stays below: 4 500 000 kr.
says "one alone reaches only the lower ceiling" "4 500 000 kr under tiden 2018-07-01 till 2021-06-30, enligt 000-utsatt-situation. Det når taket 200 000 euro" \
	"$overens" portfolio --out "$work/overview" -q agreements/000*.yaml agreements/003*.yaml

a_case en 802506-5742 "100 000"
a_case två 822000-3811 "100 000"
says "different numbers of one organisation" "fel E187: Föreningen har organisationsnummer 802506-5742" \
	"$overens" portfolio --out "$work/overview" -q "$work/två.yaml" "$work/en.yaml"
[ "$status" -eq 1 ] && echo "ok portfolio: an error's exit code" || echo "not ok portfolio: exit $status"
a_case två 802506-5742 "100 000"
"$overens" portfolio --out "$work/overview" -q "$work/en.yaml" "$work/två.yaml" >"$work/said" 2>&1
[ -s "$work/said" ] && echo "not ok portfolio: silent when all is well" || echo "ok portfolio: silent when all is well"
# 200 000 euro are 2 080 000 kr: reached by 693 334 kr in three years, and not by 693 333 kr.
a_case två 802506-5742 "593 333" "1 000 000"
"$overens" portfolio --out "$work/overview" -q "$work/en.yaml" "$work/två.yaml" >"$work/said" 2>&1
[ -s "$work/said" ] && echo "not ok portfolio: one krona below a ceiling" || echo "ok portfolio: one krona below a ceiling"
a_case två 802506-5742 "593 334" "1 000 000"
says "a ceiling is reached" "får tillsammans 2 080 002 kr" "$overens" portfolio --out "$work/overview" -q "$work/en.yaml" "$work/två.yaml"
a_case två 802506-5742 "300 000" "100 000"
says "the rule of thumb" "varning W186: Offentliga parter står för 75,0 % av omfattningen. Tumregeln är högst 60 %" \
	"$overens" check "$work/två.yaml"

# A table of the cases that stand in the same folder, the case itself among them.
mkdir "$work/cases"
cp agreements/003*.yaml "$work/cases"
sed 's/^  ekonomiska konsekvenser: |$/&\n    {{tabell portfölj}}\n/' agreements/004*.yaml >"$work/cases/004.yaml"
"$overens" build -q --out "$work/made" "$work/cases/004.yaml"
says "the table adds the folder's cases up" "| **Summa kronor per år** | | | **1 892 638** | **4 835 500** | **39,1 %** |" \
	cat "$work/made/004/tjansteskrivelse.md"

mkdir "$work/a" && cp "$work/en.yaml" "$work/a/en.yaml"
says "two cases of one name" "fel E189" "$overens" build --out "$work/out" "$work/en.yaml" "$work/a/en.yaml"
[ ! -e "$work/out" ] && echo "ok portfolio: nothing is written then" || echo "not ok portfolio: nothing is written then"
cp -r templates "$work/templates" && cp templates/information.md "$work/templates/kopia.md"
says "two templates of one key" "fel E190" "$overens" check --templates "$work/templates" agreements/004*.yaml

# silent NAME COMMAND...: nothing is said, and all is well.
silent() {
	name=$1
	shift
	if "$@" >"$work/said" 2>&1 && [ ! -s "$work/said" ]; then
		echo "ok portfolio: $name"
	else
		echo "not ok portfolio: $name"
		cat "$work/said"
	fi
}
# ends NAME CODE: the exit code of the command before.
ends() {
	[ "$status" -eq "$2" ] && echo "ok portfolio: $1" || echo "not ok portfolio: $1 (exit $status)"
}
# grant FILE DECIDED NAME FIRST-DAY LAST-DAY GRANT [NUMBER]
grant() {
	cat >"$work/$1.yaml" <<END
ärende: {rubrik: Partnerskap $1, datum: $2}
parter:
  nämnden: {register: äldrenämnden}
  f: {namn: $3, sektor: idéburen${7:+, organisationsnummer: $7}}
period: {från: $4, till: $5}
ekonomi:
  insatser:
    - {part: nämnden, slag: kontant, belopp: $6 kr/år}
    - {part: f, slag: lokaler, belopp: 9 000 000 kr/år}
END
}

# A case that cannot be counted is never left out in silence.
a_case en 802506-5742 "100 000"
sed 's/^ekonomi:/ekonmi:/' "$work/en.yaml" >"$work/trasig.yaml"
says "a case with errors is told" "fel E191: Ärendet $work/trasig.yaml har fel och är inte medräknat." \
	"$overens" portfolio --out "$work/overview" "$work/en.yaml" "$work/trasig.yaml"
ends "a case with errors fails the portfolio" 1
says "a case that is not there is told" "fel E001: Det gick inte att läsa $work/saknas.yaml: den finns inte." \
	"$overens" portfolio --out "$work/overview" "$work/en.yaml" "$work/saknas.yaml"
ends "a case that is not there fails the portfolio" 74
"$overens" check -q agreements/004*.yaml "$work/trasig.yaml" >"$work/said" 2>&1
grep -q E191 "$work/said" && echo "not ok portfolio: check tells a fault once" || echo "ok portfolio: check tells a fault once"
sed 's/452 948/452 94a/' agreements/003*.yaml >"$work/cases/003-iogt-nto-pingst.yaml"
rm -rf "$work/made"
says "a faulty neighbour is told where the table stands" "004.yaml:86:5: fel E191: Ärendet $work/cases/003-iogt-nto-pingst.yaml har fel" \
	"$overens" build -q --out "$work/made" "$work/cases/004.yaml"
[ ! -e "$work/made" ] && echo "ok portfolio: no table is written without its cases" || echo "not ok portfolio: no table is written without its cases"
cp agreements/003*.yaml "$work/cases"
sed 's/1 100 000 kr/1 100 00x kr/' "$work/cases/004.yaml" >"$work/cases/005.yaml"
"$overens" check "$work/cases/005.yaml" >"$work/said" 2>&1
grep -q 'E191' "$work/said" && echo "not ok portfolio: a case does not tell of itself" || echo "ok portfolio: a case does not tell of itself"
rm "$work/cases/005.yaml"
silent "a case that is named without its folder" \
	sh -c 'cd "$1/cases" && "$2" check -q --templates "$3/templates" --register "$3/agreements/register" 004.yaml' \
	sh "$work" "$overens" "$top"

# Who is the same: capitals and spaces do not tell organisations apart.
grant a 2020-01-07 "Byns Förening" 2020-01-01 2022-12-31 "400 000" 802506-5742
grant b 2020-01-07 "Byns  förening" 2020-01-01 2022-12-31 "400 000" 822000-3811
says "one name in two spellings" "fel E187: Byns förening har organisationsnummer 822000-3811 här, men 802506-5742 i ärendet a." \
	"$overens" portfolio --out "$work/overview" -q "$work/a.yaml" "$work/b.yaml"
grant b 2020-01-07 "Byns  förening" 2020-01-01 2022-12-31 "400 000" 802506-5742
says "its grants are added" "får tillsammans 2 400 000 kr" "$overens" portfolio --out "$work/overview" -q "$work/a.yaml" "$work/b.yaml"
grep -q W188 "$work/said" && echo "not ok portfolio: its number is its own" || echo "ok portfolio: its number is its own"
grant b 2020-01-07 "Grannbyns förening" 2020-01-01 2022-12-31 "400 000" 802506-5742
says "one number for two names" "varning W188: Organisationsnummer 802506-5742 står både för Byns Förening och för Grannbyns förening." \
	"$overens" portfolio --out "$work/overview" -q "$work/a.yaml" "$work/b.yaml"

# Every agreement's time is looked at, so nothing that comes later hides what came before.
grant c 2018-01-07 Byn 2018-01-01 2020-12-31 "1 000 000"
grant d 2021-01-07 Byn 2021-01-01 2023-12-31 "10 000"
says "a later small grant hides no earlier one" "får tillsammans 3 000 000 kr under tiden 2018-01-01 till 2020-12-31, enligt c." \
	"$overens" portfolio --out "$work/overview" -q "$work/c.yaml" "$work/d.yaml"
sed 's/, datum: 2021-01-07//' "$work/d.yaml" >"$work/e.yaml"
says "nor does one without a decision day" "får tillsammans 3 000 000 kr" "$overens" portfolio --out "$work/overview" -q "$work/c.yaml" "$work/e.yaml"
# 10 000 kr the first year, then 2 000 000 kr for two.
sed 's/^    - {part: nämnden.*/    - {part: nämnden, slag: kontant, belopp: 10 000 kr\/år, till: 2020-12-31}\n    - {part: nämnden, slag: kontant, belopp: 2 000 000 kr\/år, från: 2021-01-01}/' \
	"$work/a.yaml" >"$work/stiger.yaml"
says "a grant that rises" "stiger ger 10 000 kr per år i 12 månader och 2 000 000 kr per år i 24 månader, tillsammans 4 010 000 kr." \
	"$overens" portfolio --out "$work/overview" -q "$work/stiger.yaml"
# Half of a year and three and a half months: 1 200 000 kr a year, 17,5 months of it.
grant f 2024-02-07 Byn 2024-01-01 2025-06-15 "2 400 000"
says "months and parts of months" "f ger 2 400 000 kr per år i 17,5 månader, tillsammans 3 500 000 kr." \
	"$overens" portfolio --out "$work/overview" -q "$work/f.yaml"

# The cases' totals, from the ledgers and by another program's arithmetic.
for case in $cases; do
	"$overens" check -q --show ledger "$case" 2>/dev/null
done | awk '
	$1 == "ekonomi.bidrag" { grant += $3 }
	$1 == "ekonomi.omfattning" { scope += $3 }
	function group(n, t) { for (; n >= 1000; n = int(n / 1000)) t = sprintf(" %03d", n % 1000) t; return n t }
	END { print "Summa " group(grant / 100) " " group(scope / 100) }' >"$work/wanted"
says "the sums are those of the ledgers" "$(cat "$work/wanted")" "$overens" portfolio --out "$work/overview" $cases

# A thousand cases, all with one recipient and none with the same first day.
mkdir "$work/many"
awk -v folder="$work/many" 'BEGIN {
	for (i = 0; i < 1000; i++) {
		file = sprintf("%s/c%04d.yaml", folder, i)
		month = i % 12 + 1; day = int(i / 12) % 28 + 1; year = 2018 + int(i / 336)
		printf "ärende: {rubrik: Fall %d, datum: %d-01-01}\nparter:\n  n: {register: äldrenämnden}\n  f: {namn: Byn}\nperiod: {från: %d-%02d-%02d, till: %d-12-31}\nekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: %d kr/år}\n    - {part: f, slag: lokaler, belopp: 100000 kr/år}\n", i, year, year, month, day, year + 2, i + 1 >file
		close(file)
	}
}'
says "a thousand cases" "Summa 500 500 100 500 500 0,5 %" "$overens" portfolio --out "$work/overview" "$work"/many/*.yaml
# shellcheck disable=SC2016 # for the inner shell
sh -c 'out=$1; shift; "$0" portfolio -q --out "$out" "$@" >/dev/null 2>&1; times' "$overens" "$work/overview" "$work"/many/*.yaml |
	sed -n '2s/^\([^ ]*\).*/# a thousand cases: \1 of processor time/p'
