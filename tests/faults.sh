#!/bin/sh
# One figure changed at a time in the cases, none of them silent: tests/faults.sh OVERENS [FAULTS].
# What is done, faults.py says; it must also find a fault that nothing tells of.
set -u
faults=$(cd "$(dirname "$0")" && pwd)/faults.py
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

python3 "$faults" "$1" "${2:-1000}"
if python3 "$faults" "$1" 20 --blind | grep -q '^not ok faults: 20 faults'; then
	echo "ok faults: a silent one is found"
else
	echo "not ok faults: a silent one is found"
fi
