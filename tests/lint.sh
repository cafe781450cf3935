#!/bin/sh
# What five real documents of a municipality had wrong is found, each in its place, and nothing else;
# the cases that tell them in our own words have none of it: tests/lint.sh OVERENS
set -u
overens=$1
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One case with all the faults. Each is followed by a comment with the code and the marked words.
cat >"$work/fel.yaml" <<'END'
ärende:
  rubrik: Partnerskap mellan Pingstkyrkan och kommunen #W232 Pingstkyrkan
  diarienummer: SON:2019–1251 #W234 SON:2019–1251
  datum: 2025-10-15
parter:
  nämnden:
    register: äldrenämnden
    undertecknare:
      - {namn: Anna Berg, ort och datum: Linköping 2019-xx-xx} #W200 2019-xx-xx
  resurspoolen: {register: resurspoolen}
period: {från: 2020-01-01, till: 2022-12-31, uppsägningstid: 6 månader}
ekonomi:
  insatser:
    - {part: nämnden, slag: kontant, belopp: 1 100 000 kr/år}
    - {part: resurspoolen, slag: in natura, belopp: 980 500 kr/år}
tjänsteskrivelse:
  underlag:
    - Bilaga 1, partnerskapet.docx #W228 Bilaga 1, partnerskapet.docx #W230 partnerskapet.docx
    - Tjänsteskrivelse 2025-10-15 #W229 Tjänsteskrivelse 2025-10-15
  beslutet skickas till: [Klicka här för att ange text.] #W200 Klicka här för att ange text.
  förslag till beslut:
    - Överenskommelsen med Resurspoolen godkänns enligt omsorgs- och äldreförvaltningens förslag. #W227 enligt omsorgs- och äldreförvaltningens förslag
    - direktören tecknar avtal gällande Hoppfull framtid - ett partnerskap #W220 direktören #W211 - #W221 partnerskap
    - att godkänna budgeten samt ge kontoret i uppdrag att följa upp den. #W225 att #W224 samt ge
  ärende: |
    Överenskommelsen avser perioden 2018-07-01- 2021-06-30. #W209 2018-07-01- 2021-06-30
    Mellan äldreomsorgsnämnden och Linköpings Stadsmission finns ett avtal t.o.m. 191231. #W232 äldreomsorgsnämnden #W232 Linköpings Stadsmission #W210 191231
    Uppsägningstiden är sex (6) månader, och möte hålls en (1) gång per år. #W214 sex (6) #W214 en (1)
  bakgrund: |
    Av socialtjänstlagen (2001:453) 3 kap 1 § och 5 kap. 4§ framgår det, t ex för äldre, ensamma mm. #W235 2001:453 #W204 kap #W203 4§ #W204 t ex #W204 mm.
    Vid mötet, kl 13:00, kallades det "utslussverksamhet". #W205 kl 13:00 #W217 "utslussverksamhet"
  ekonomiska konsekvenser: |
    Verksamheten kostar 2 080 500 kr per år, varav 1 100 tkr, 53%, är kommunala medel. #W231 1 100 tkr #W202 53%
  kommunala mål: Mål för mandatperioden 2015-2018 anges. #W213 2015-2018
  jämställdhet: Alla  får delta. #W201   
  samråd: Samråd har skett med Resurspolen. #W233 Resurspolen
  uppföljning och utvärdering: Information har lämnats den 24:e oktober. #W210 24:e
END

# The faults that are promised, as "LINE CODE TEXT"; and the file without its comments.
awk '{
	n = split($0, parts, / #/)
	for (i = 2; i <= n; i++)
		print NR, parts[i]
}' "$work/fel.yaml" | sort >"$work/promised"
sed -i 's/ #[WE][0-9].*//' "$work/fel.yaml"

"$overens" check --format=json "$work/fel.yaml" >"$work/report.json"
python3 - "$work/report.json" <<'END' | sort >"$work/found"
import json, sys
for one in json.load(open(sys.argv[1], encoding='utf-8')):
    if 'W200' <= one['code'][0].replace('E', 'W') + one['code'][1:] <= 'W249':
        print(one['line'], one['code'], one['text'])
END
while read -r line code text; do
	if grep -qxF "$line $code $text" "$work/found" ||
		{ [ -z "$text" ] && grep -q "^$line $code  *$" "$work/found"; }; then
		echo "ok lint: $code finds ”$text”"
	else
		echo "not ok lint: $code finds ”$text” on line $line"
		grep "^$line " "$work/found"
	fi
done <"$work/promised"
if [ "$(wc -l <"$work/promised")" = "$(wc -l <"$work/found")" ] && [ -s "$work/promised" ]; then
	echo "ok lint: nothing else is found"
else
	echo "not ok lint: nothing else is found"
	diff "$work/promised" "$work/found"
fi

for case in agreements/*.yaml tests/golden/*.yaml; do
	if "$overens" check --format=plain "$case" 2>&1 | grep 'W2[0-4][0-9]:\|E2[0-4][0-9]:' >"$work/some"; then
		echo "not ok lint: $case is clean"
		cat "$work/some"
	else
		echo "ok lint: $case is clean"
	fi
done

# Written in one after another, the fixes leave only what needs a person.
python3 - "$work" "$overens" <<'END'
import json, subprocess, sys
work, overens = sys.argv[1:]
path = work + '/fel.yaml'
def reports():
    out = subprocess.run([overens, 'check', '--format=json', path], capture_output=True).stdout
    return [one for one in json.loads(out) if one['code'][1] == '2']
before, steps = len(reports()), 0
while steps < 100:
    fix = next((one['fix'] for one in reports() if 'fix' in one), None)
    if fix is None:
        break
    raw = open(path, 'rb').read()
    open(path, 'wb').write(raw[:fix['byte']] + fix['replacement'].encode() + raw[fix['endByte']:])
    steps += 1
left = sorted({one['code'] for one in reports()})
wanted = ['W200', 'W209', 'W210', 'W224', 'W225', 'W227', 'W228', 'W229', 'W230', 'W231', 'W233', 'W235']
good = left == wanted and steps == before - len(reports())
print('%s lint: %d fixes leave %s' % ('ok' if good else 'not ok', steps, ' '.join(left)))
END
