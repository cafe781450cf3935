# Three years of 700 000 kr are more than 200 000 euro.
sed -i 's/933 000 kr/700 000 kr/' ärende.yaml
"$overens" portfolio -q ärende.yaml
