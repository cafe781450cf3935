# Thirty-three brackets in each other.
printf 'ärende: %33s\n' '' | tr ' ' '[' | sed 's/:\[/: [/' >djup.yaml
"$overens" check djup.yaml
