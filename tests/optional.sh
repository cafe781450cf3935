#!/bin/sh
# What a case leaves out leaves no trace in its documents: tests/optional.sh OVERENS. What is done,
# optional.py says; a bad template must break every one of its rules.
set -u
tests=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

/usr/bin/python3 "$tests/optional.py" "$1" "$work"
/usr/bin/python3 "$tests/optional.py" "$1" "$work" --bad "$tests/fixtures/optional/bad.md"
