#!/bin/sh
# The same input gives the same bytes, whatever the clock, time zone, locale, folder and environment.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# sum NAME: the check sum of all that was written.
sum() {
	(cd "$work/$1" && find . -type f | sort | xargs cksum) | cksum
}
cd "$top" || exit 1
"$overens" build -q --out "$work/plain" agreements/*.yaml
wanted=$(sum plain)

# same NAME COMMAND...: builds into $work/NAME and compares.
same() {
	name=$1
	shift
	"$@" build -q --out "$work/$name" agreements/*.yaml
	if [ "$(sum "$name")" = "$wanted" ]; then
		echo "ok same bytes: $name"
	else
		echo "not ok same bytes: $name"
	fi
}
same again "$overens"
same time-zone env TZ=Asia/Tokyo "$overens"
same locale env LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 "$overens"
same empty-environment env -i "$overens"
same dirty-memory env MALLOC_PERTURB_=165 "$overens"

# One at a time in any order, and from a copy of the project in another folder.
for case in $(printf '%s\n' agreements/*.yaml | sort -r); do
	"$overens" build -q --out "$work/one-by-one" "$case"
done
if [ "$(sum one-by-one)" = "$wanted" ]; then
	echo "ok same bytes: one by one"
else
	echo "not ok same bytes: one by one"
fi
mkdir "$work/copy" && cp -r agreements templates "$work/copy" && cd "$work/copy" || exit 1
same another-folder "$overens"
