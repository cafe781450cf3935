/* SARIF: each file holds to the schema of SARIF 2.1.0.
 *
 *	node sarif.js NAME FILE...	prints "ok NAME FILE", or "not ok" and what is wrong
 *
 * The schema is the standard's, as Microsoft's matchers for SARIF bring it along. */
'use strict';
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats');

const home = path.join(path.dirname(require.resolve('@microsoft/jest-sarif')), 'schemas');
const schema = JSON.parse(fs.readFileSync(path.join(home, 'sarif-2.1.0-rtm.5.json'), 'utf8'));
/* One of its expressions has a bracket too many. */
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

const [, , name, ...files] = process.argv;
for (const file of files) {
  let log;
  try {
    log = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    console.log(`not ok ${name} ${path.basename(file)}: ${error.message}`);
    continue;
  }
  if (validate(log)) {
    console.log(`ok ${name} ${path.basename(file)}`);
    continue;
  }
  console.log(`not ok ${name} ${path.basename(file)}`);
  for (const error of validate.errors.slice(0, 10)) console.log(`  ${error.instancePath} ${error.message}`);
}
