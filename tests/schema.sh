#!/bin/sh
# The JSON Schemas of cases and of the register: tests/schema.sh OVERENS. What is structurally wrong is
# refused by an independent validator as by our own reader, and what is right is taken.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

"$overens" schema >"$work/case.json" && "$overens" schema register >"$work/register.json"
wrong=
for name in amount-with-points amount-without-unit amount-without-year decimal-point empty many-errors \
	missing-key not-a-date not-a-share share-without-sign unknown-key unknown-key-near wrong-choice \
	wrong-type-amount wrong-type-group wrong-type-list year-unlikely; do
	wrong="$wrong tests/errors/$name.yaml"
done
/usr/bin/python3 tests/schema.py "$work/case.json" good agreements/*.yaml tests/golden/*.yaml \
	tests/errors/valid-case.yaml bad $wrong
/usr/bin/python3 tests/schema.py "$work/register.json" good agreements/register/*.yaml \
	bad agreements/000*.yaml
