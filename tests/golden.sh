#!/bin/sh
# The cases of agreements/ and of tests/golden/ give what they gave when somebody last looked at it:
#
#	tests/golden.sh OVERENS            compare
#	tests/golden.sh --accept OVERENS   rewrite what is expected; the diff is the review
#
# For each document: the Markdown and the HTML as they are, the PDF as a reader sees it
# (.txt, pdftotext -layout) and as a screen reader hears it (.tags, pdfinfo -struct-text); for each
# case the ledger, and its explanation. tests/golden/NAME.yaml is a case of the tests' own.
set -u
accept=
if [ "$1" = --accept ]; then
	accept=yes
	shift
fi
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The text of each page without its foot: the fingerprint there changes with every word of a template,
# and how wide it is moves what pdftotext puts above it.
text_of() {
	pdfinfo -l -1 "$1" 2>/dev/null | awk '
		$1 != "Page" || $3 != "size:" { next }
		size != $4 " " $6 { if (size != "") print first, last, size; first = $2; size = $4 " " $6 }
		{ last = $2 }
		END { print first, last, size }' |
		while read -r first last width height; do
			pdftotext -layout -f "$first" -l "$last" -x 0 -y 0 \
				-W "$((${width%.*} + 1))" -H "$((${height%.*} - 46))" "$1" - || return 1
		done
}

# One case into $work/NAME, with everything that is compared.
render() {
	name=$(basename "$1" .yaml)
	"$overens" build -q --show ledger --out "$work" "$1" >"$work/ledger" || return 1
	mv "$work/ledger" "$work/$name/ledger"
	"$overens" explain "$1" >"$work/$name/explain" 2>/dev/null || return 1
	for pdf in "$work/$name"/*.pdf; do
		text_of "$pdf" >"${pdf%.pdf}.txt" || return 1
		[ -s "${pdf%.pdf}.txt" ] || return 1
		pdfinfo -struct-text "$pdf" >"${pdf%.pdf}.tags" 2>"$work/complaints" || return 1
		[ ! -s "$work/complaints" ] || return 1
		rm "$pdf"
	done
}

for case in agreements/*.yaml tests/golden/*.yaml; do
	[ -e "$case" ] || continue
	name=$(basename "$case" .yaml)
	if ! render "$case"; then
		echo "not ok golden $name: compiles"
		cat "$work/complaints" 2>/dev/null
		continue
	fi
	echo "ok golden $name: compiles"
	expected=tests/golden/$name
	if [ -n "$accept" ]; then
		rm -rf "$expected"
		cp -r "$work/$name" "$expected"
		continue
	fi
	for file in "$work/$name"/* "$expected"/*; do
		basename "$file"
	done | sort -u | while read -r file; do
		if diff -u "$expected/$file" "$work/$name/$file" >"$work/diff" 2>&1; then
			echo "ok golden $name: $file"
		else
			echo "not ok golden $name: $file"
			head -n 40 "$work/diff"
		fi
	done
done
