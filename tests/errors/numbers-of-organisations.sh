# One organisation with two numbers, and one number with two organisations.
# a_case FILE NAME NUMBER
a_case() {
	cat >"$1" <<END
ärende: {rubrik: Partnerskap}
parter:
  nämnden: {register: äldrenämnden}
  f: {namn: $2, organisationsnummer: $3}
ekonomi:
  insatser:
    - {part: nämnden, slag: kontant, belopp: 100 000 kr/år}
    - {part: f, slag: lokaler, belopp: 100 000 kr/år}
END
}
a_case odling.yaml Odlarföreningen 802506-5742
a_case kafé.yaml Odlarföreningen 822000-3811
a_case bio.yaml Bioföreningen 822000-3811
"$overens" portfolio -q odling.yaml kafé.yaml
"$overens" portfolio -q kafé.yaml bio.yaml
