"""Schema: an independent validator reads the cases by our schema.

    schema.py SCHEMA good FILE... bad FILE...     YAML with every scalar as text, as our reader has it"""
import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """Nothing but an empty value is anything else than text."""


Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] == 'tag:yaml.org,2002:null']
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def main():
    schema = json.load(open(sys.argv[1], encoding='utf-8'))
    try:
        jsonschema.Draft202012Validator.check_schema(schema)
        print('ok schema: valid by the 2020-12 meta-schema')
    except jsonschema.SchemaError as error:
        print('not ok schema: %s' % error.message)
    validator = jsonschema.Draft202012Validator(schema)
    wanted = None
    for word in sys.argv[2:]:
        if word in ('good', 'bad'):
            wanted = word == 'good'
            continue
        case = yaml.load(open(word, encoding='utf-8'), Loader)
        error = next(validator.iter_errors(case), None)
        name = word.split('/')[-1]
        if (error is None) == wanted:
            print('ok schema %s: %s' % (name, 'taken' if wanted else 'refused'))
        else:
            print('not ok schema %s: %s' % (name, error.message[:200] if error else 'is taken'))


main()
