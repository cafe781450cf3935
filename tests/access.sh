#!/bin/sh
# What cannot be read or written: one clear message, the right exit code, old output untouched.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
case=agreements/004-hoppfull-framtid.yaml
out=$work/out

# expect NAME EXIT-CODE MESSAGE COMMAND...: the message is one line that the command must write.
expect() {
	name=$1 code=$2 message=$3
	shift 3
	"$@" >"$work/said" 2>&1
	status=$?
	if [ $status -eq "$code" ] && [ "$(cat "$work/said")" = "$message" ]; then
		echo "ok access $name"
	else
		echo "not ok access $name (exit $status)"
		cat "$work/said"
	fi
}
build() {
	"$overens" build -q --out "$out" "$@"
}

expect "a missing file" 74 \
	"fel E001: Det gick inte att läsa agreements/finns-inte.yaml: den finns inte." \
	build agreements/finns-inte.yaml
expect "a folder for a file" 74 \
	"fel E001: Det gick inte att läsa agreements: det är en mapp, inte en fil." \
	build agreements
mkfifo "$work/pipe.yaml"
expect "a pipe for a file" 74 \
	"fel E001: Det gick inte att läsa $work/pipe.yaml: det är inte en vanlig fil." \
	build "$work/pipe.yaml"
expect "no command" 2 \
	"överens: Skriv vad som ska göras och med vilket ärende. Se overens --help." "$overens"
expect "an unknown option" 2 \
	"överens: Ordet ”--snabbt” går inte att förstå här, eller saknar något efter sig. Se overens --help." \
	"$overens" build --snabbt "$case"

expect "a word too many to explain" 2 \
	"överens: Ordet ”till” går inte att förstå här, eller saknar något efter sig. Se overens --help." \
	"$overens" explain "$case" sista till
expect "an unknown value to explain" 1 \
	"fel E111: Det finns inget värde som heter ”ekonomi.omfatning”. Menade du ”ekonomi.omfattning”?" \
	"$overens" explain "$case" ekonomi.omfatning

echo fil >"$work/fil"
expect "a file where the output folder should be" 74 \
	"fel E002: Det gick inte att skriva $work/fil/004-hoppfull-framtid: något på vägen dit är en fil, inte en mapp." \
	"$overens" build -q --out "$work/fil" "$case"

# A read-only folder stops an ordinary user; root needs a file system that refuses.
readonly=$work/readonly
mkdir "$readonly"
chmod a-w "$readonly"
if [ "$(id -u)" -eq 0 ]; then
	readonly=/proc/overens
	cause="den finns inte"
else
	cause="du saknar behörighet"
fi
expect "an output folder that cannot be written" 74 \
	"fel E002: Det gick inte att skriva $readonly/004-hoppfull-framtid: $cause." \
	"$overens" build -q --out "$readonly" "$case"

expect "a good case" 0 "" build "$case"
before=$(cat "$out"/*/* | cksum)
sed 's/^ärende:/ärnde:/' "$case" >"$work/004-hoppfull-framtid.yaml"
build "$work/004-hoppfull-framtid.yaml" >/dev/null 2>&1
if [ $? -eq 1 ] && [ "$(cat "$out"/*/* | cksum)" = "$before" ]; then
	echo "ok access errors leave the old output untouched"
else
	echo "not ok access errors leave the old output untouched"
fi
if [ -z "$(find "$out" -name '.*' -type f)" ]; then
	echo "ok access no temporary file is left"
else
	echo "not ok access no temporary file is left"
fi

# Output that is lost must not pass for output that was made.
"$overens" check -q --show ledger "$case" >/dev/full 2>"$work/said"
if [ $? -eq 74 ]; then
	echo "ok access a full disk on standard output"
else
	echo "not ok access a full disk on standard output"
fi
