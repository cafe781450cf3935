#!/bin/sh
# The cases with one fault each, and what is said about it: tests/mutants.sh OVERENS [MUTANTS [SEED]] [--verbose].
# What is done, mutants.py says; it must also find a report that is about something else.
set -u
mutants=$(cd "$(dirname "$0")" && pwd)/mutants.py
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

/usr/bin/python3 "$mutants" "$@"
if [ "$(/usr/bin/python3 "$mutants" "$1" 250 --blind | grep -c '^not ok mutants: .* in .* of ')" -eq 4 ]; then
	echo "ok mutants: a report that is about something else is found"
else
	echo "not ok mutants: a report that is about something else is found"
fi
