#!/bin/sh
# Fetches veraPDF, the reference validator of PDF/A and PDF/UA, from Maven's central repository:
#
#	tests/conformance/verapdf.sh FILE.jar
#
# What comes must be what was here when somebody last looked at it. For another version, change the
# version and the sum together.
set -eu
version=1.28.2
sum=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if ! mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
	-Dartifact=org.verapdf.apps:greenfield-apps:$version -DoutputDirectory="$work" >"$work/log" 2>&1; then
	cat "$work/log" >&2
	exit 1
fi
jar=$work/greenfield-apps-$version.jar
if ! echo "$sum  $jar" | sha256sum --check --status; then
	echo "$0: greenfield-apps $version is not the file that was expected" >&2
	exit 1
fi
mkdir -p "$(dirname "$1")"
mv "$jar" "$1"
