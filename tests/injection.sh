#!/bin/sh
# Nothing that a person types becomes markup: tests/injection.sh OVERENS. What is tried, and how it is compared,
# injection/injection.py says.
PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 "$(dirname "$0")/injection/injection.py" "$1"
