#!/bin/sh
# The figures of the five cases: each computed amount can be read in the right PDF, and is nowhere
# typed in the YAML.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$overens" build -q --out "$work" agreements/*.yaml

# Plain spaces for no-break spaces, one space for several, lines joined.
plain() {
	sed 's/\xc2\xa0/ /g' | tr -s ' \n\f' ' '
}

# figures CASE DOCUMENT FIGURE...
figures() {
	case=$1 document=$2
	shift 2
	text=$(pdftotext -raw "$work/$case/$document.pdf" - | plain)
	for figure; do
		case $text in
		*"$figure"*) echo "ok figure $case: $figure" ;;
		*) echo "not ok figure $case: $figure is not in $document.pdf" ;;
		esac
	done
}

# computed CASE FIGURE...: not in the YAML, with or without spaces.
computed() {
	case=$1
	shift
	yaml=$(plain <"agreements/$case.yaml")
	tight=$(printf %s "$yaml" | tr -d ' ')
	for figure; do
		case $yaml$tight in
		*"$figure"* | *"$(printf %s "$figure" | tr -d ' ')"*)
			echo "not ok figure $case: $figure is typed in the YAML" ;;
		*) echo "ok figure $case: $figure is not typed" ;;
		esac
	done
}

figures 000-utsatt-situation tjansteskrivelse "4 232 475 kr" "1 800 000 kr" "809 000 kr" \
	"1 023 800 kr" "599 675 kr" "1 500 000 kr" "300 000 kr"
figures 000-utsatt-situation overenskommelse "4 232 475" "1 800 000" "5 400 000" "12 697 425" \
	"2 432 475" "57,47 %" "tre år" "900 000" "1 848 600" "1 904 058" "966 309" "5 618 967"
computed 000-utsatt-situation "4 232 475" "1 800 000" "5 400 000" "12 697 425" "2 432 475" \
	"1 848 600" "966 309" "5 618 967"

figures 001-information-iop information "6 300 926" "3 670 000" "58,2 %" "3 620 875" "4 690 100" \
	"2 080 500" "52,9 %" "65,7 %" "64,2 %" "50,7 %" "55,7 %"
computed 001-information-iop "6 300 926" "3 670 000" "3 620 875" "4 690 100" "58,2"

figures 002-resurspoolen overenskommelse "4 785 000 kr" "933 000 kr" "3 852 000 kr" "18 000" \
	"2 799 000" "14 355 000" "19,5" "80,5" "tre år" "sex månader" "946 995" "964 988" "2 844 983"
computed 002-resurspoolen "946 995" "2 844 983" "4 785 000" "3 852 000" "2 799 000" "14 355 000" "tre år från"

figures 003-iogt-nto-pingst overenskommelse "452 948" "339 690" "792 638" "535 000" "2 220 000" \
	"2 755 000" "1 962 362" "Differens 0" "195 310" "1 767 052" "28,77 %" "63,49 %" "20,40 %" \
	"1 395 000" "860 000" "500 000" "2 377 914" "tre år" "sex månader"
computed 003-iogt-nto-pingst "792 638" "535 000" "2 220 000" "2 755 000" "1 962 362" "195 310" \
	"1 767 052" "28,77" "1 395 000" "860 000" "2 377 914"

figures 004-hoppfull-framtid tjansteskrivelse "2 080 500 kr" "1 100 000 kr" "980 500 kr" "53 %" "47 %"
computed 004-hoppfull-framtid "980 500" "53 %" "47 %"
