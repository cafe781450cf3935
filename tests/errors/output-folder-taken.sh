# A file stands where the folder for the documents should be.
: >out
"$overens" build -q ärende.yaml
