#!/bin/sh
# Our binder and an independent JSON Schema validator, with our schema, say the same of 10 000 spoilt files:
# tests/schema-mutants.sh OVERENS DRIVER [COUNT [SEED] [--show]]. What is compared, node/schema-mutants.js says.
set -u
overens=$1 driver=$2
shift 2
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$overens" schema >"$work/case.json" && "$overens" schema register >"$work/register.json"
for file in agreements/*.yaml tests/golden/*.yaml; do
	cp "$file" "$work/case-${file##*/}"
done
for file in agreements/register/*.yaml; do
	cp "$file" "$work/register-${file##*/}"
done
count=${1-10000}
[ $# -gt 0 ] && shift
NODE_PATH=$top/out/node/node_modules node tests/node/schema-mutants.js "$driver" "$count" "$work" "$@"
