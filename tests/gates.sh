#!/bin/sh
# The gates that the build itself is: each must let right code through and stop wrong code.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# gate NAME COMPILER-FLAGS...: tests/fixtures/gates/NAME-right.c compiles, NAME-wrong.c does not.
gate() {
	name=$1
	shift
	if gcc -std=c17 "$@" -c -o "$work/x.o" "tests/fixtures/gates/$name-right.c" 2>"$work/log"; then
		echo "ok gate $name: right code passes"
	else
		echo "not ok gate $name: right code passes"
		cat "$work/log"
	fi
	if gcc -std=c17 "$@" -c -o "$work/x.o" "tests/fixtures/gates/$name-wrong.c" 2>/dev/null; then
		echo "not ok gate $name: wrong code is stopped"
	else
		echo "ok gate $name: wrong code is stopped"
	fi
}
gate no-floating-point -O2 -mgeneral-regs-only
gate banned-functions -D_POSIX_C_SOURCE=200809L -include compiler/base/banned.h
gate warnings-are-errors -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla -Werror

# clang must accept everything that gcc does.
sources=$(find compiler -name '*.c' | sort)
flags="-std=c17 -D_POSIX_C_SOURCE=200809L -include compiler/base/banned.h -Icompiler
-isystem /usr/include/harfbuzz -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wvla -Werror"
# shellcheck disable=SC2086 # both are lists of words
if clang $flags -fsyntax-only $sources 2>"$work/log"; then
	echo "ok gate clang: no warning"
else
	echo "not ok gate clang: no warning"
	cat "$work/log"
fi

# tests/run counts what fails, what dies and what says nothing.
mkdir "$work/logs"
judged() {
	tests/run --one "$work/logs" "$1 sh -c '$2'" >/dev/null
	if grep -q "^$3" "$work/logs/$1"; then
		echo "ok gate run: $1"
	else
		echo "not ok gate run: $1"
	fi
}
judged fails "echo not ok something; exit 1" "not ok something"
judged dies "echo ok something; exit 3" "not ok dies (exit 3)"
judged silent ":" "not ok silent (says nothing)"
judged passes "echo ok something" "ok something"
