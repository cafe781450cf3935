#!/bin/sh
# Every NAME.yaml of tests/errors gives exactly the messages in NAME.expected, and the exit code in
# its last line: tests/errors.sh [--accept] OVERENS
set -u
accept=
if [ "$1" = --accept ]; then
	accept=yes
	shift
fi
overens=$1
cd "$(dirname "$0")/errors" || exit 1
got=$(mktemp)
trap 'rm -f "$got"' EXIT

for case in *.yaml; do
	name=${case%.yaml}
	templates=../../templates
	register=../../agreements/register
	[ -d "$name-templates" ] && templates=$name-templates
	[ -d "$name-register" ] && register=$name-register
	"$overens" check --templates "$templates" --register "$register" "$case" \
		>"$got" 2>&1
	echo "exit $?" >>"$got"
	if [ -n "$accept" ]; then
		cp "$got" "$name.expected"
	elif diff -u "$name.expected" "$got"; then
		echo "ok error $name"
	else
		echo "not ok error $name"
	fi
done
