# What page headers say can lack a glyph too, and is told where the register has it.
sed -i 's/^  namn: Linköpings kommun/  namn: Linköpings 漢 kommun/' agreements/register/kommun.yaml
sed -i 's/namn: Social- och omsorgsförvaltningen/namn: Social- och 語 omsorgsförvaltningen/' \
	agreements/register/kommun.yaml
sed -i '1a\  förvaltning: social- och omsorgsförvaltningen' ärende.yaml
"$overens" check ärende.yaml
