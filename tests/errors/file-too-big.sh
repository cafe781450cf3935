# A picture, say, in place of a case.
head -c 1048577 /dev/zero >bild.yaml
"$overens" check bild.yaml
