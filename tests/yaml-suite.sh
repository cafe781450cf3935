#!/bin/sh
# The YAML test suite through our reader: tests/yaml-suite.sh DRIVER [--accept]
#
# The suite is not part of the project. It lies beside the checkout, or where YAML_TEST_SUITE says. Where it is
# absent, nothing is judged, and that is said.
set -u
driver=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/.." || exit 1
suite=${YAML_TEST_SUITE:-../shared/yaml-test-suite/src}
list=tests/yaml-suite.verdicts
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

if [ ! -d "$suite" ]; then
	echo "# skipped yaml-suite: the folder $suite is absent (YAML_TEST_SUITE may name another)"
	exit 0
fi
/usr/bin/python3 tests/yaml_suite.py "$driver" "$suite" "$list" ${2+"$2"}

# A list that says something else, and one that gives no reason, are noticed.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed 's/^2CMS .*/2CMS     invalid accepted    # a lie/' "$list" >"$work/lie"
sed 's/^\(YJV2 [^#]*\)#.*/\1/' "$list" >"$work/silent"
for broken in lie silent; do
	if /usr/bin/python3 tests/yaml_suite.py "$driver" "$suite" "$work/$broken" | grep -q '^not ok'; then
		echo "ok yaml-suite: a $broken list is noticed"
	else
		echo "not ok yaml-suite: a $broken list is noticed"
	fi
done
