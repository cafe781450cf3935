#!/bin/sh
# What we say to machines as SARIF holds to the schema of SARIF: tests/sarif.sh OVERENS DRIVER. The schema and
# the validator are node/sarif.js.
set -u
overens=$1 driver=$2
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
NODE_PATH=$top/out/node/node_modules
export NODE_PATH

# said NAME FILE...: what is said of these files, as NAME.
said() {
	name=$1
	shift
	"$overens" check --format=sarif --templates "$top/templates" --register "$top/agreements/register" "$@" \
		>"$work/$name.sarif"
}
cd "$top/tests/errors" || exit 1
said nothing-wrong "$top/agreements/004-hoppfull-framtid.yaml"
said many-errors many-errors.yaml
said with-notes duplicate-key.yaml period-backwards.yaml index-value-missing.yaml
said every-fixture ./*.yaml
said without-place no-such-file.yaml
cd "$work" || exit 1
odd='  år 1, ”100 %” #1 & [åäö]?.yaml'
cp "$top/tests/errors/many-errors.yaml" "$odd"
said odd-name "$odd"
# Everything that a diagnostic can have, also what the compiler does not yet give.
file=$top/tests/errors/many-errors.yaml
{
	echo "sarif $(wc -c <"$file")"
	cat "$file"
} | "$driver" >with-fixes.sarif
grep -q '"fixes"' with-fixes.sarif || echo "not ok sarif with-fixes.sarif has no fixes"
node "$top/tests/node/sarif.js" sarif ./*.sarif

# The name of a file can be read back from its address.
python3 - "$odd" odd-name.sarif <<'END'
import json, sys, urllib.parse
results = json.load(open(sys.argv[2]))['runs'][0]['results']
names = {urllib.parse.unquote(place['physicalLocation']['artifactLocation']['uri'], errors='strict')
         for result in results for place in result.get('locations', [])}
print('%s sarif: an address leads to its file' % ('ok' if names == {sys.argv[1]} else 'not ok'), '' if names else names)
END

# What is not SARIF is refused.
mkdir bad
sed 's/"level":"error"/"level":"fel"/' many-errors.sarif >bad/level.sarif
sed 's/"startLine":[0-9]*/"startLine":0/' many-errors.sarif >bad/line.sarif
sed 's/"uri":"/"uri":"ett mellanslag /' many-errors.sarif >bad/address.sarif
sed 's/"ruleId"/"code"/' many-errors.sarif >bad/key.sarif
sed 's/"version":"2.1.0"/"version":"2"/' many-errors.sarif >bad/version.sarif
sed 's/"deletedRegion"/"region"/' with-fixes.sarif >bad/fix.sarif
refused=$(node "$top/tests/node/sarif.js" sarif bad/*.sarif | grep -c '^not ok')
if [ "$refused" -eq 6 ]; then
	echo "ok sarif: what is no SARIF is refused"
else
	echo "not ok sarif: what is no SARIF is refused ($refused of 6)"
fi
