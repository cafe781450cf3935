#!/bin/sh
# How the code is written down: formatted, introduced, and short enough to read.
set -u

# Each check prints what it finds wrong in the files that it is given.
unformatted() {
	clang-format --dry-run --Werror "$@" 2>&1 | sed -n 's|^\([^ :]*:[0-9]*\):.*|\1|p' | sort -u
}
unintroduced() {
	for file; do
		head -n 1 "$file" | grep -q '^/\* [^ ].*' || echo "$file"
	done
}
# clang-format breaks a comment's line that is too long so that the next begins without a space.
broken_comments() {
	grep -nHE '^ \*[^ /[:punct:]	]' "$@"
}
long_files() {
	for file; do
		[ "$(wc -l <"$file")" -le 600 ] || echo "$file"
	done
}
long_functions() {
	awk '/^\{$/ { start = FNR } /^\}$/ { if (start && FNR - start > 61) print FILENAME ":" start; start = 0 }' "$@"
}

# judge NAME CHECK FILE...: nothing is found in these files.
judge() {
	name=$1 check=$2
	shift 2
	found=$($check "$@")
	if [ -z "$found" ]; then
		echo "ok style: $name"
	else
		echo "not ok style: $name"
		echo "$found" | head -n 20
	fi
}
# proves CHECK FILE: the check finds the fault that was put into the file.
proves() {
	if [ -n "$($1 "$2")" ]; then
		echo "ok style: $1 finds what is wrong"
	else
		echo "not ok style: $1 finds what is wrong"
	fi
}

compiler=$(find compiler -name '*.[ch]' | sort)
tests=$(find tests -path tests/fixtures -prune -o -name '*.[ch]' -print | sort)
lists=$(find compiler -name '*.def' | sort)
# shellcheck disable=SC2086 # lists of files
{
	judge "clang-format has nothing to change" unformatted $compiler $tests
	judge "every file says first what it is for" unintroduced $compiler $tests $lists
	judge "no comment has been broken out of its shape" broken_comments $compiler $tests $lists
	judge "no file of the compiler is longer than 600 lines" long_files $compiler
	judge "no function is longer than 60 lines" long_functions $compiler
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp .clang-format "$work"
{
	echo 'int  f( void ){ return 1; }'
	printf '/*\n * It is\n *so.\n */\n'
	seq 600 | sed 's|.*|/* line & */|'
} >"$work/bad.c"
{
	printf '/* A long function. */\nint g(void)\n{\n'
	seq 62 | sed 's|.*|\tg();|'
	printf '}\n'
} >"$work/long.c"
proves unformatted "$work/bad.c"
proves unintroduced "$work/bad.c"
proves broken_comments "$work/bad.c"
proves long_files "$work/bad.c"
proves long_functions "$work/long.c"
