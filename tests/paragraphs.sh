#!/bin/sh
# No amount, date or reference to a law is broken across lines: tests/paragraphs.sh OVERENS. What is done,
# paragraphs.py says.
PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 "$(dirname "$0")/paragraphs.py" "$1"
