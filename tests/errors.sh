#!/bin/sh
# Every fixture of tests/errors gives exactly the messages in NAME.expected, and the exit code in its
# last line: tests/errors.sh [--accept] OVERENS [NAME...]
#
# NAME.yaml is a case to check. The folder NAME-templates beside it is laid over a copy of templates;
# NAME-register stands for the register.
# NAME.sh is for what takes more than a case. It runs in a folder of its own, which holds copies of
# templates and agreements/register and a sound case, ärende.yaml; $overens is the program.
set -u
accept=
if [ "$1" = --accept ]; then
	accept=yes
	shift
fi
overens=$1
export overens
shift
cd "$(dirname "$0")/errors" || exit 1
here=$(pwd)
got=$(mktemp)
work=
trap 'rm -rf "$got" "$work"' EXIT

# check_case NAME
check_case() {
	templates=../../templates
	register=../../agreements/register
	if [ -d "$1-templates" ]; then
		cp -r ../../templates "$work"
		cp -r "$1-templates/." "$work/templates"
		templates=$work/templates
	fi
	[ -d "$1-register" ] && register=$1-register
	"$overens" check --templates "$templates" --register "$register" "$1.yaml"
}

# run_script NAME
run_script() {
	mkdir "$work/agreements"
	cp -r ../../templates "$work/templates"
	cp -r ../../agreements/register "$work/agreements/register"
	cp valid-case.yaml "$work/ärende.yaml"
	(cd "$work" && sh "$here/$1.sh")
}

[ $# -gt 0 ] || set -- *.yaml *.sh
for fixture; do
	name=${fixture%.*}
	work=$(mktemp -d)
	if [ -f "$name.sh" ]; then
		run_script "$name" >"$got" 2>&1
	else
		check_case "$name" >"$got" 2>&1
	fi
	echo "exit $?" >>"$got"
	sed -i "s|$work/||" "$got"
	rm -rf "$work"
	if [ -n "$accept" ]; then
		cp "$got" "$name.expected"
	elif diff -u "$name.expected" "$got"; then
		echo "ok error $name"
	else
		echo "not ok error $name"
	fi
done
