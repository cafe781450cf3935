#!/bin/sh
# Drafts that lack a value: tests/gaps.sh OVERENS. Every value of the cases that differ most is taken away, one
# at a time (gaps.py).
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

cp tests/golden/features.md "$work"
/usr/bin/python3 tests/gaps.py "$overens" "$work" agreements/*.yaml tests/golden/berakningsbilaga.yaml \
	tests/golden/features.yaml tests/golden/tre-namnder.yaml tests/golden/tva-delar.yaml
