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
says "the cases' sums" "Summa 4 625 638 13 852 975 33,4 %" "$overens" portfolio $cases
says "grants of two cases reach a ceiling" \
	"Linköpings stadsmission får tillsammans 7 800 000 kr under tiden 2018-07-01 till 2021-06-30, enligt 000-utsatt-situation och 004-hoppfull-framtid. Det når taket 500 000 euro (5 200 000 kr)" \
	"$overens" portfolio -q $cases
# One of them alone stays below: 4 500 000 kr.
says "one alone reaches only the lower ceiling" "4 500 000 kr under tiden 2018-07-01 till 2021-06-30, enligt 000-utsatt-situation. Det når taket 200 000 euro" \
	"$overens" portfolio -q agreements/000*.yaml agreements/003*.yaml

a_case en 802506-5742 "100 000"
a_case två 822000-3811 "100 000"
says "different numbers of one organisation" "fel E187: Föreningen har organisationsnummer 802506-5742" \
	"$overens" portfolio -q "$work/två.yaml" "$work/en.yaml"
[ "$status" -eq 1 ] && echo "ok portfolio: an error's exit code" || echo "not ok portfolio: exit $status"
a_case två 802506-5742 "100 000"
"$overens" portfolio -q "$work/en.yaml" "$work/två.yaml" >"$work/said" 2>&1
[ -s "$work/said" ] && echo "not ok portfolio: silent when all is well" || echo "ok portfolio: silent when all is well"
# 200 000 euro are 2 080 000 kr: reached by 693 334 kr in three years, and not by 693 333 kr.
a_case två 802506-5742 "593 333" "1 000 000"
"$overens" portfolio -q "$work/en.yaml" "$work/två.yaml" >"$work/said" 2>&1
[ -s "$work/said" ] && echo "not ok portfolio: one krona below a ceiling" || echo "ok portfolio: one krona below a ceiling"
a_case två 802506-5742 "593 334" "1 000 000"
says "a ceiling is reached" "får tillsammans 2 080 002 kr" "$overens" portfolio -q "$work/en.yaml" "$work/två.yaml"
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
