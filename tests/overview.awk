# Writes cases whose amounts are not all known into `folder`: open, until a horizon, drafts with gaps.

function head(name, status) {
	file = folder "/" name ".yaml"
	printf "ärende: {rubrik: Fall %s, datum: 2019-12-01, nämnd: äldrenämnden, status: %s}\n", name, status >file
	printf "parter:\n  n: {register: äldrenämnden}\n" >file
}
BEGIN {
	head("horisont", "beslutad")
	print "  a: {namn: Föreningen Arken}\nperiod: {från: 2020-01-01, till: 2023-12-31, uppsägningstid: 3 månader, uppföljning: 2021-12}" >file
	print "ekonomi:\n  beräknas till: 2021-06-30\n  utbetalning: {gånger per år: 2, månad: januari}\n  insatser:" >file
	print "    - {part: n, slag: kontant, belopp: \"100 000,50 kr/år\"}\n    - {part: a, slag: lokaler, belopp: 50 000 kr/år}" >file
	head("löpande", "beslutad")
	print "  a: {namn: föreningen  arken}\n  b: {namn: Bygdegården, sektor: idéburen}\nperiod: {från: 2019-07-01}" >file
	print "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, fördelning: {a: 70 000 kr/år, b: 30 000 kr/år}}" >file
	head("saknas", "utkast")
	print "  b: {namn: Bygdegården, sektor: idéburen}\nperiod: {från: 2020-01-01, till: 2021-12-31}" >file
	print "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: }\n    - {part: b, slag: lokaler, belopp: 10 000 kr/år}" >file
	head("tom", "utkast")
	print "  b: {namn: Bygdegården, sektor: idéburen}\nperiod: {från: , till: }" >file
	print "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 40 000 kr/år}\n    - {part: b, slag: lokaler, belopp: 10 000 kr/år}" >file
	head("ofördelat", "förslag")
	print "  a: {namn: Föreningen Arken, sektor: idéburen}\n  b: {namn: Bygdegården, sektor: idéburen}\nperiod: {från: 2021-01-01, till: 2021-12-31}" >file
	print "ekonomi:\n  insatser:\n    - {part: n, slag: kontant, belopp: 60 000 kr/år}\n    - {part: b, slag: lokaler, belopp: 10 000 kr/år}" >file
}
