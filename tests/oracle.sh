#!/bin/sh
# The arithmetic and the economics against an independent implementation: tests/oracle.sh DRIVER
# [PRIMITIVES] [CASES]. What the oracle is, oracle/oracle.py says; it must also notice a driver that
# errs.
set -u
driver=$1
oracle=$(cd "$(dirname "$0")" && pwd)/oracle/oracle.py
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

python3 "$oracle" "$driver" "${2:-1000000}" "${3:-20000}"
if python3 "$oracle" "$driver" 700 200 --lie | grep -q '^not ok oracle .*differ'; then
	echo "ok oracle: a krona too much is noticed"
else
	echo "not ok oracle: a krona too much is noticed"
fi
