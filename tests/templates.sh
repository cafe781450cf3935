#!/bin/sh
# Templates are checked before any case: tests/templates.sh OVERENS. What is done, templates.py says; it
# must also find a fault that nothing tells of.
set -u
templates=$(cd "$(dirname "$0")" && pwd)/templates.py
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

python3 "$templates" "$1"
if python3 "$templates" "$1" --blind | grep '^not ok templates: misspelt' >/dev/null; then
	echo "ok templates: a silent fault is found"
else
	echo "not ok templates: a silent fault is found"
fi
