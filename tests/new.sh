#!/bin/sh
# New cases: tests/new.sh OVERENS. For each document, and for two together, a case is begun, compiles as it
# is to a draft that shows what it lacks, and is complete when each gap has its own example (new.py).
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

verdict() {
	if [ "$1" = "$2" ]; then
		echo "ok new $3"
	else
		echo "not ok new $3 (exit $1)"
		cat "$work/told"
	fi
}

# refused NAME EXIT CODE WORDS...: the command fails with this code in its message, and writes nothing.
refused() {
	name=$1 exit=$2 code=$3
	shift 3
	find "$work/refused" -type f -exec cat {} + >"$work/before"
	"$overens" new --out "$work/refused" "$@" >"$work/told" 2>&1
	verdict $? "$exit" "$name"
	find "$work/refused" -type f -exec cat {} + >"$work/after"
	if grep -q "$code" "$work/told" && cmp -s "$work/before" "$work/after"; then
		echo "ok new $name: says $code and changes nothing"
	else
		echo "not ok new $name: says $code and changes nothing"
		cat "$work/told"
	fi
}

mkdir "$work/refused"
echo kvar >"$work/refused/finns.yaml"
refused 'a file that is there' 74 E270 information finns
refused 'a path as name' 2 E271 information mapp/fall
refused 'a name of nothing' 2 E271 information ...
refused 'an unknown document' 2 E272 avtal fall
refused 'a misspelt document' 2 E273 tjänsteskrivlse fall
refused 'a document without name' 2 'overens new' information

"$overens" new -q --out "$work/named" tjansteskrivelse 'Träffpunkt på Ön' >"$work/told" 2>&1
verdict $? 0 'a document by its file, a name with spaces and å'
[ -f "$work/named/traffpunkt-pa-on.yaml" ]
verdict $? 0 'the name becomes one for any system'

for documents in tjänsteskrivelse information överenskommelse 'tjänsteskrivelse överenskommelse'; do
	/usr/bin/python3 tests/new.py "$overens" "$work" $documents
done
"$overens" schema >"$work/case.json"
for begun in "$work"/*.begun; do
	cp "$begun" "${begun%.yaml.begun}-begun.yaml"
done
/usr/bin/python3 tests/schema.py "$work/case.json" good "$work"/*.yaml
