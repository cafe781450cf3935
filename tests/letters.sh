#!/bin/sh
# Letters that are written in two parts, an a and a ring, as some programs for the Mac do, give the same documents as
# those in one: tests/letters.sh OVERENS. The PDF carries the case as it is written.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/agreements"
cp -r "$top/agreements/register" "$work/agreements/register"
ln -s "$top/templates" "$work/templates"
cd "$work" || exit 1

say() {
	if [ "$1" -eq 0 ]; then
		echo "ok letters: $2"
	else
		echo "not ok letters: $2"
	fi
}

in_parts() {
	/usr/bin/python3 -c 'import sys, unicodedata
sys.stdout.buffer.write(unicodedata.normalize("NFD", sys.stdin.buffer.read().decode()).encode())'
}

for case in "$top"/agreements/*.yaml; do
	cp "$case" agreements/
done
"$overens" build -q --out whole agreements/*.yaml 2>/dev/null
say $? "the cases as they are"
for case in "$top"/agreements/*.yaml; do
	in_parts <"$case" >"agreements/$(basename "$case")"
done
cmp -s "$top/agreements/002-resurspoolen.yaml" agreements/002-resurspoolen.yaml
[ $? -eq 1 ]
say $? "the cases are written otherwise"
"$overens" build -q --out parts agreements/*.yaml 2>/dev/null
say $? "and can be made"
diff -r --exclude='*.pdf' whole parts
say $? "into the same documents"
"$overens" verify parts/002-resurspoolen/overenskommelse.pdf >said 2>&1
say $? "whose PDF gives the same again"

# A case that shows the others carries their digests, which are those of the files.
rm agreements/*.yaml
in_parts <"$top/agreements/002-resurspoolen.yaml" >agreements/annat.yaml
sed 's/^  bakgrund: |$/  bakgrund: |\n    {{tabell portfölj}}\n/' "$top/agreements/001-information-iop.yaml" >agreements/visar.yaml
grep -q 'tabell portfölj' agreements/visar.yaml && "$overens" build -q --out side agreements/visar.yaml 2>/dev/null
say $? "a case that shows the others can be made"
pdfdetach -saveall -o side side/visar/information.pdf
/usr/bin/python3 - <<'END'
import hashlib
import json
with open('side/underlag.json', encoding='utf-8') as file:
    files = json.load(file)['filer']
digest = next(one['sha256'] for one in files if one['fil'] == 'agreements/annat.yaml')
assert digest == hashlib.sha256(open('agreements/annat.yaml', 'rb').read()).hexdigest(), digest
END
say $? "with the digest of a file as it is written"

# What is wrong is told where it stands, and a near name is found.
sed 's/{register: socialnämnden}/{register: socialnämden}/' "$top/tests/golden/tre-namnder.yaml" |
	in_parts >agreements/nara.yaml
"$overens" check --format json agreements/nara.yaml >said 2>&1
/usr/bin/python3 - <<'END'
import json
with open('said', encoding='utf-8') as file:
    found = [one for one in json.load(file) if one['code'].startswith('E')]
with open('agreements/nara.yaml', 'rb') as file:
    data = file.read()
assert len(found) == 1, found
for one in found:
    fix = one['fix']
    data = data[:fix['byte']] + fix['replacement'].encode() + data[fix['endByte']:]
with open('agreements/nara.yaml', 'wb') as file:
    file.write(data)
END
say $? "a fix has a place in what is written"
"$overens" check -q agreements/nara.yaml 2>/dev/null
say $? "and mends it"
