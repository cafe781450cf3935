# A case with a fault beside a sound one.
sed -i 's/933 000 kr/100 000 kr/' ärende.yaml
sed 's/^period: .*/period: {från: 2020-01-01, till: 2019-12-31}/' ärende.yaml >trasig.yaml
"$overens" portfolio -q ärende.yaml trasig.yaml
