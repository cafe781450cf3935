#!/bin/sh
# A PDF is held against the source inside it: tests/verify.sh OVERENS. A byte changed anywhere is found,
# and a changed template is named.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# say NAME: how the last command went.
say() {
	if [ $? -eq 0 ]; then echo "ok verify: $1"; else echo "not ok verify: $1"; fi
}

"$overens" build -q --out "$work/out" agreements/*.yaml tests/golden/features.yaml 2>/dev/null
"$overens" manual -q --out "$work/out"
cp tests/golden/*.md "$work" # what a case fetches is in the PDF, not beside it
"$overens" verify "$work"/out/*/*.pdf >"$work/said"
say "every PDF is what its source gives"
[ "$(grep -c ': stämmer, byte för byte' "$work/said")" -eq "$(ls "$work"/out/*/*.pdf | wc -l)" ]
say "and each is told of"

# A draft gives no figure that rests on what it lacks, neither on a page nor in what it carries.
sed 's/status: förslag/status: utkast/; s/belopp: 933 000 kr.år/belopp: /; s/  datum: 2019-10/  datum:/' \
	agreements/002-resurspoolen.yaml >"$work/draft.yaml"
"$overens" build -q --out "$work/out" "$work/draft.yaml" 2>/dev/null &&
	"$overens" verify "$work"/out/draft/*.pdf | grep -q ': stämmer, byte för byte' &&
	pdfdetach -save 2 -o "$work/underlag.json" "$work"/out/draft/overenskommelse.pdf
python3 - "$work/underlag.json" <<'END'
import json, sys
values = {value['namn']: value for value in json.load(open(sys.argv[1], encoding='utf-8'))['värden']}
lacking = values['ekonomi.bidrag']
sys.exit((lacking['värde'], lacking['text']) != (None, 'saknas') or values['period.uppsägningstid']['värde'] != 6)
END
say "a draft carries what it lacks as lacking"

# A portfolio rests on every case of the folder; the one that asks for it is there once, as what it is.
mkdir "$work/folder" && cp agreements/*.yaml "$work/folder"
cat >>"$work/folder/004-hoppfull-framtid.yaml" <<'END'
  alla överenskommelser:
    rubrik: Alla överenskommelser
    efter: bakgrund
    text: "{{tabell portfölj}}"
END
"$overens" build -q --out "$work/portfolio" "$work/folder/004-hoppfull-framtid.yaml" &&
	pdfdetach -save 2 -o "$work/underlag.json" "$work/portfolio/004-hoppfull-framtid/tjansteskrivelse.pdf"
python3 - "$work/underlag.json" <<'END'
import json, sys
files = [file['fil'].split('/')[-1] for file in json.load(open(sys.argv[1], encoding='utf-8'))['filer']
         if not file['fil'].startswith(('templates/', 'register/'))]
sys.exit(len(files) != 5 or len(set(files)) != 5)
END
say "a case with the portfolio names each case once"

# One byte flipped: everywhere in the part that is read, and at places all over the file.
mkdir "$work/flipped"
python3 - "$work/out/004-hoppfull-framtid/tjansteskrivelse.pdf" "$work/flipped" <<'END'
import random, re, sys
data = open(sys.argv[1], 'rb').read()
rng = random.Random(7)
places = set(rng.sample(range(len(data)), 150)) | {0, len(data) - 1}
for found in re.finditer(rb'/Type/(EmbeddedFile|Filespec)', data):
    places |= set(range(found.start() - 30, min(found.end() + 400, len(data)), 13))
for place in places:
    flipped = bytearray(data)
    flipped[place] ^= 1 << rng.randrange(8)
    open('%s/%06d.pdf' % (sys.argv[2], place), 'wb').write(flipped)
open(sys.argv[2] + '/longer.pdf', 'wb').write(data + b'\n')
open(sys.argv[2] + '/shorter.pdf', 'wb').write(data[:-1])
END
flipped=$(ls "$work/flipped" | wc -l)
"$overens" verify "$work"/flipped/*.pdf >"$work/said" 2>&1
[ $? -eq 1 ] && [ "$(grep -c ': stämmer inte' "$work/said")" -eq "$flipped" ] && [ "$flipped" -gt 200 ]
say "a changed byte is found in each of $flipped files"
! grep -q ': stämmer,' "$work/said"
say "none of them passes"

cp -r templates agreements/register "$work"
sed -i 's/^## Samråd/## Samråd med andra/' "$work/templates/tjansteskrivelse.md"
sed -i 's/Linköpings stadsmission/Linköpings Stadsmission/' "$work/register/organisationer.yaml"
"$overens" verify --templates "$work/templates" --register "$work/register" \
	"$work"/out/004*/*.pdf >"$work/said"
[ $? -eq 1 ] && [ "$(grep ' har ändrats ' "$work/said" | sort)" = "  register/organisationer.yaml har ändrats sedan dess.
  templates/tjansteskrivelse.md har ändrats sedan dess." ]
say "the files that have changed are named, and no others"

rm "$work/templates/tjansteskrivelse.md"
"$overens" verify --templates "$work/templates" "$work"/out/004*/*.pdf >"$work/said"
[ $? -eq 1 ] && grep -q 'ger ingen sådan handling i dag' "$work/said"
say "a template that is gone is told of"
"$overens" verify README.md "$work/missing.pdf" >"$work/said"
[ $? -eq 74 ] && grep -q 'README.md: stämmer inte' "$work/said" && grep -q 'missing.pdf: den finns inte' "$work/said"
say "what is no PDF of ours is told of"
