# A template shows a table that the case has nothing for.
printf '\n{{tabell kostnader}}\n' >>templates/information.md
"$overens" check ärende.yaml
