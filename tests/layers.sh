#!/bin/sh
# Checks every #include of a tree against compiler/LAYERS: tests/layers.sh TREE
set -u
tree=$1
top=$(dirname "$0")/..

# Prints "file: include" for each include that LAYERS does not allow.
violations() {
	find "$1" -name '*.[ch]' | sort | while read -r file; do
		sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*\(["<][^">]*[">]\).*/\1/p' "$file" |
			sed "s|^|${file#"$1"/} |"
	done | awk -v layers="$top/compiler/LAYERS" '
	function glob(pattern) { gsub(/\./, "\\.", pattern); gsub(/\*/, ".*", pattern); return "^" pattern "$" }
	BEGIN {
		while ((getline line < layers) > 0) {
			sub(/#.*/, "", line)
			colon = index(line, ":")
			if (colon == 0) continue
			name = substr(line, 1, colon - 1)
			rest = substr(line, colon + 1)
			if (name ~ /^</) { gsub(/[<>]/, "", name); split(rest, owner, " "); only[glob(name)] = owner[1] }
			else allowed[name] = " " rest " " name " "
		}
	}
	{
		file = $1; include = $2
		inner = substr(include, 2, length(include) - 2)
		if (include ~ /^</) {
			for (pattern in only)
				if (inner ~ pattern && file != only[pattern]) print file ": " include
			next
		}
		if (inner ~ /\.def$/ && inner !~ /\//) { print file ": " include; next }
		home = file; if (home ~ /\//) sub(/\/.*/, "", home)
		target = inner; if (target ~ /\//) sub(/\/.*/, "", target)
		if (!(home in allowed)) print file ": no row in LAYERS"
		else if (index(allowed[home], " " target " ") == 0) print file ": " include
	}'
}

found=$(violations "$tree")
if [ -z "$found" ]; then
	echo "ok layers: every include is allowed"
else
	echo "not ok layers: every include is allowed"
	echo "$found"
fi

# The check itself: a tree with one fault of each sort must give exactly these.
expected='base/upwards.c: "document/document.h"
html/library.c: <yaml.h>
html/model.c: "model/agreement.h"
model/document.h: "document/document.h"
stray.c: no row in LAYERS'
if [ "$(violations "$top/tests/fixtures/layers")" = "$expected" ]; then
	echo "ok layers: the check finds what is wrong"
else
	echo "not ok layers: the check finds what is wrong"
	violations "$top/tests/fixtures/layers"
fi
