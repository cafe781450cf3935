#!/bin/sh
# How the code is written down: formatted, introduced, and short enough to read.
set -u
judge() {
	if [ -z "$2" ]; then
		echo "ok style: $1"
	else
		echo "not ok style: $1"
		echo "$2"
	fi
}
code=$(find compiler tests -path tests/fixtures -prune -o -name '*.[ch]' -print | sort)
# shellcheck disable=SC2086 # a list of files
judge "clang-format has nothing to change" \
	"$(clang-format --dry-run --Werror $code 2>&1 | sed -n 's|^\([^ :]*:[0-9]*\):.*|\1|p' | sort -u | head -20)"
judge "every file says first what it is for" \
	"$(for f in $code $(find compiler -name '*.def'); do head -n 1 "$f" | grep -q '^/\* [^ ].*' || echo "$f"; done)"
judge "no file of the compiler is longer than 600 lines" \
	"$(find compiler -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 600')"
