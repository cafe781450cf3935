#!/bin/sh
# Cases in an editor that understands YAML, with our schema as they name it: tests/editor.sh OVERENS. What is
# looked at, node/editor.js says.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The cases say ../out/schema.json.
mkdir "$work/agreements" "$work/out"
cp "$top"/agreements/*.yaml "$work/agreements"
"$overens" schema >"$work/out/schema.json"
NODE_PATH=$top/out/node/node_modules node "$top/tests/node/editor.js" "$work/out/schema.json" "$work"/agreements/*.yaml
