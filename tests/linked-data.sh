#!/bin/sh
# What a page tells machines is what its case says: tests/linked-data.sh OVERENS. What is compared, and how the
# comparison is judged, linked_data.py says.
PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 "$(dirname "$0")/linked_data.py" "$1"
