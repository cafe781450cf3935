# Two cases in different folders, whose documents would have the same place.
mkdir i-fjol
cp ärende.yaml i-fjol
"$overens" build -q ärende.yaml i-fjol/ärende.yaml
