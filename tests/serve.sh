#!/bin/sh
# The preview: what it shows, what it refuses, what it makes anew: tests/serve.sh OVERENS. What is looked at,
# serve.py says.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/agreements"
cp "$top"/agreements/*.yaml "$work/agreements"
cp -r "$top/agreements/register" "$work/agreements/register"
cp -r "$top/templates" "$work/templates"
cd "$work" && PYTHONDONTWRITEBYTECODE=1 python3 "$top/tests/serve.py" "$overens"

# overens itself is linked to nothing that listens or calls, and begins no process.
reaches() {
	nm -D --undefined-only "$1" | sed 's/@.*//' |
		grep -wE 'socket|bind|listen|accept4?|connect|send(to|msg)?|recv(from|msg)?|MHD_[a-z_]*|v?fork|posix_spawnp?|system|popen|dlopen'
}
if found=$(reaches "$overens"); then
	echo "not ok serve: overens reaches no network and begins no process"
	echo "$found"
else
	echo "ok serve: overens reaches no network and begins no process"
fi
if [ -n "$(reaches "$overens-serve")" ]; then
	echo "ok serve: what reaches a network is found"
else
	echo "not ok serve: what reaches a network is found"
fi
