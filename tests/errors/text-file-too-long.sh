# A text in a file of its own, longer than what can be read as Markdown.
yes 'Parterna samarbetar.' | head -c 131073 >bakgrund.md
sed -i 's/^  bakgrund: .*/  bakgrund: {fil: bakgrund.md}/' ärende.yaml
"$overens" check ärende.yaml
