# Without a case, the manual's template is checked with the others.
printf '\n{{referns meddelanden}}\n' >>templates/manual/manual.md
"$overens" check
