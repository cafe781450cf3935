#!/bin/sh
# Diagnostics for eyes, ears and machines: tests/reports.sh OVERENS. What is compared, reports.py says.
set -u
overens=$1
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top/tests/errors" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
set -- --templates "$top/templates" --register "$top/agreements/register"
cat >"$work/overens" <<END
#!/bin/sh
exec "$overens" "\$@" $*
END
chmod +x "$work/overens"

python3 "$top/tests/reports.py" "$work/overens" many-errors.yaml period-backwards.yaml figures-in-prose.yaml \
	index-value-missing.yaml duplicate-key.yaml unknown-party.yaml
# A clean run is a document too, and says that nothing is wrong.
[ "$("$work/overens" check --format=json "$top/agreements/004-hoppfull-framtid.yaml" | tr -d '\n')" = "[]" ] &&
	echo "ok reports: nothing wrong is an empty list" || echo "not ok reports: nothing wrong is an empty list"
"$work/overens" check --format=xml many-errors.yaml 2>/dev/null
[ $? -eq 2 ] && echo "ok reports: an unknown form is refused" || echo "not ok reports: an unknown form is refused"
