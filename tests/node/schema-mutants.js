/* Mutants: our binder and an independent JSON Schema validator say the same of thousands of spoilt files.
 *
 *	node schema-mutants.js DRIVER COUNT FOLDER [SEED] [--show]
 *
 * FOLDER has case.json and register.json, the schemas, and the sound files case-*.yaml and register-*.yaml.
 * Each mutant is a part of a sound file with one or two faults of structure: keys lost, renamed, moved, added;
 * values emptied, exchanged, misspelt, of another kind, in a list or a group or out of one. It is written as
 * YAML and read twice: by our reader and binder (tests/reader/driver.c), which have a text in every value, and
 * as editors do, by the core schema of YAML 1.2 and ajv. The verdicts are to be the same, but for the
 * differences in `allowed`, each of which says why it must be. --show prints one mutant of each. */
'use strict';
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv/dist/2020');
const yaml = require('yaml');
const {
  chance,
  collect,
  copy,
  fromSchema,
  fromYaml,
  keys,
  seed,
  shownBy,
  spoilt,
  unique,
  within,
  written,
} = require('./spoil.js');

const [, , driver, countWord, folder, ...options] = process.argv;
const count = Number(countWord);
const show = options.includes('--show');
seed(Number(options.find((word) => /^[0-9]+$/.test(word)) ?? 2018229));

function readSort(name, keep) {
  const schema = JSON.parse(fs.readFileSync(path.join(folder, name + '.json'), 'utf8'));
  const files = fs.readdirSync(folder).filter((file) => file.startsWith(name + '-'));
  const sound = files.map((file) =>
    fromYaml(yaml.parseDocument(fs.readFileSync(path.join(folder, file), 'utf8'), { schema: 'failsafe' }).contents),
  );
  collect(schema);
  return { name, keep, schema, sound: [...sound, fromSchema(schema, true), fromSchema(schema, false)] };
}
const sorts = { case: readSort('case', 'ärende'), register: readSort('register', '') };

/* Each is another. The file with every key is spoilt most often. */
function makeMutants() {
  const made = new Map();
  while (made.size < count) {
    const sort = chance(0.8) ? sorts.case : sorts.register;
    const mutant = { sort, ...spoilt(chance(0.4) ? sort.sound.slice(-1) : sort.sound, sort.keep) };
    made.set(mutant.source, mutant);
  }
  return [...made.values()];
}

/* Verdicts. */
function newAjv() {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true, verbose: true });
  /* What editors know beside the standard. */
  ajv.addVocabulary(['errorMessage', 'markdownDescription', 'defaultSnippets']);
  return ajv;
}
const compile = (schema) => newAjv().compile(schema);

/* The examples and defaults of a schema and of those in it that it does not take itself. */
function unfitExamples(schema) {
  const shown = shownBy(schema);
  const validate = shown.length > 0 && compile(schema);
  const unfit = shown.filter((value) => !validate(value)).map((value) => `${schema.description}: ${value}`);
  return unfit.concat(...within(schema).map(unfitExamples));
}

function askDriver(mutants) {
  const input = Buffer.concat(
    mutants.map((m) =>
      Buffer.concat([Buffer.from(`${m.sort.name} ${Buffer.byteLength(m.source)}\n`), Buffer.from(m.source)]),
    ),
  );
  const result = spawnSync(driver, { input, maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(`the driver ended with ${result.signal ?? result.status}`);
  const lines = result.stdout.toString().trimEnd().split('\n');
  if (lines.length !== mutants.length) throw new Error(`${lines.length} answers to ${mutants.length} mutants`);
  lines.forEach((line, i) => {
    mutants[i].codes = line
      .split(' ')
      .slice(1)
      .filter((word) => word[0] === 'E')
      .map((word) => word.split(':'));
  });
}

function parse(m) {
  try {
    m.data = yaml.parse(m.source, { version: '1.2', schema: 'core' });
  } catch (error) {
    m.unreadable = error.message;
  }
}
const faultsBy = (validate, m) =>
  m.unreadable ? [{ message: m.unreadable }] : validate(m.data) ? [] : validate.errors;

/* What stands where one of our diagnostics points. */
function pointedAt(m, [, line, column]) {
  return m.source.split('\n')[line - 1].slice(column - 1);
}

/* The differences that must be, each with its reason and a value that differs so. `wider` says of one of our
 * diagnostics that the schema cannot have it; `narrower` of one of ajv's that we do not, as we read the value
 * otherwise than YAML's core schema does. */
const oneOf =
  (...codes) =>
  (m, [code]) =>
    codes.includes(code);
const bare = (words) => new RegExp(`^(${words})(?![^\\n,}\\]])`, 'i');
const allowed = [
  {
    name: 'calendar',
    why: 'an expression knows the form of a day, not how long February is',
    example: 'period: {från: 2019-02-29}',
    wider: oneOf('E045'),
  },
  {
    name: 'check digit',
    why: 'an expression cannot add',
    example: 'parter: {x: {organisationsnummer: 822003-0914}}',
    wider: oneOf('E058'),
  },
  {
    name: 'size',
    why: 'an expression cannot compare a number that stands in a text, such as 150 % or 18 000',
    example: 'ekonomi: {index: {serie: OPI, omfattar: 150 %}}',
    wider: oneOf('E050', 'E053', 'E154', 'E155'),
  },
  {
    name: 'draft',
    why: 'a draft may leave a key that must be given empty for a while, and an expression does not know the status',
    example: 'period: {från: , till: 2019-12-31}',
    wider: (m, at) => oneOf('E042')(m, at) && /^[^:\n]+: *(["'] *["'])? *([,}\n]|$)/.test(pointedAt(m, at)),
  },
  {
    name: 'near name',
    why: 'where names of one’s own may stand, we take one close to a key of ours for a misspelling',
    example: 'ekonmi: {}',
    wider: oneOf('E040'),
  },
  {
    name: 'bare digits',
    why: 'a number in YAML’s own form has no third digit and no length',
    example: 'parter: {x: {organisationsnummer: 82200309131}}',
    wider: (m, at) => oneOf('E057', 'E059')(m, at) && bare('[0-9]+').test(pointedAt(m, at)),
  },
  {
    name: 'number words',
    why: '1e3, 0x1F, 161.000 and any number of zeros first are whole numbers to YAML',
    example: 'ekonomi: {deltagare: 161.000}',
    wider: (m, at) =>
      oneOf('E052', 'E057', 'E151', 'E152')(m, at) &&
      bare('[-+]?[0-9]+\\.?[0-9]*e[-+]?[0-9]+|0x[0-9a-f]+|0o[0-7]+|0[0-9]{15,}|\\+[0-9]+|[0-9]+\\.0*').test(
        pointedAt(m, at),
      ),
  },
  {
    name: 'null words',
    why: 'null and ~ are nothing to YAML, and words to us',
    example: 'period: {från: 2019-01-01, till: null}',
    wider: (m, at) => bare('~|null').test(pointedAt(m, at)),
    narrower: (m, error) => error.data === null && /[ [](~|null|Null|NULL)(?![^\n,}\]])/.test(m.source),
  },
  {
    name: 'blank',
    why: 'an empty text in quotation marks is nothing to us, as an empty value is',
    example: 'parter: ""',
    narrower: (m, error) => typeof error.data === 'string' && error.data.trim() === '',
  },
  {
    name: 'margins',
    why: 'we leave out spaces around a value in quotation marks',
    example: 'period: {från: " 2019-01-01"}',
    narrower: (m, error) => typeof error.data === 'string' && error.data !== error.data.trim(),
  },
];

/* Of the ways to write a value none fits; what is wrong is deepest in the one that was meant. */
const deepest = (faults) =>
  faults.filter(
    (a) => a.keyword !== 'anyOf' && !faults.some((b) => b.instancePath.startsWith(a.instancePath + '/')),
  );

/* The name of the difference, or false when none explains it. */
function explanation(m, faults) {
  const ours = m.codes.length > 0;
  const reasons = ours ? m.codes : m.unreadable ? [] : deepest(faults);
  const names = reasons.map((reason) => allowed.find((d) => (ours ? d.wider : d.narrower)?.(m, reason))?.name);
  /* What stands under a misspelt name is read as what was meant, and may have faults of its own. */
  if (names.includes('near name')) return 'near name';
  return names.every(Boolean) && (names[0] ?? false);
}

function compare(mutants, validators) {
  const tally = { refused: 0, taken: 0, differences: {}, wrong: [] };
  for (const m of mutants) {
    const faults = faultsBy(validators[m.sort.name], m);
    if (m.codes.length > 0 === faults.length > 0) {
      tally[faults.length > 0 ? 'refused' : 'taken']++;
      continue;
    }
    const name = explanation(m, faults);
    if (name) (tally.differences[name] ??= []).push(m);
    else tally.wrong.push([m, faults]);
  }
  return tally;
}

function say(good, name, ...more) {
  console.log(`${good ? 'ok' : 'not ok'} schema-mutants: ${name}`);
  if (!good) for (const line of more) console.log('  ' + String(line).replaceAll('\n', '\n  '));
}

function describe([m, faults]) {
  return `${m.sort.name}, ${m.done}: we say ${m.codes.map((c) => c.join(':')).join(' ') || 'nothing'}, ajv ${faults.map((f) => `${f.instancePath} ${f.message}`).join('; ') || 'nothing'}\n${m.source}`;
}

/* The schema of a key, and the form of it that has keys, items or an expression. */
function at(schema, ...keys) {
  const inner = keys.reduce((s, key) => at(s).properties[key], schema);
  return inner.anyOf
    ? inner.anyOf.find((form) => form.properties ?? form.items ?? form.enum ?? form.pattern)
    : inner;
}

/* A schema with one fact changed must not agree with the binder any more. */
const sabotage = {
  'a key that must be given need not': (s) => (at(s, 'period').required = []),
  'a key that need not be given must': (s) => at(at(s, 'ekonomi', 'insatser').items).required.push('belopp'),
  'a choice is lost': (s) => at(s, 'ärende', 'status').enum.shift(),
  'a key is lost': (s) => delete at(s, 'ekonomi').properties.kostnader,
  'other keys are let in': (s) => (at(s, 'ärende').additionalProperties = true),
  'a limit is moved': (s) => (at(s, 'ekonomi', 'utbetalning', 'gånger per år').maximum -= 1),
  'a form is widened': (s) => delete at(s, 'period', 'till').pattern,
  'nothing may be left empty': (s) => at(s, 'period').properties.till.anyOf.pop(),
};

const sound = Object.values(sorts).flatMap((sort) =>
  sort.sound.map((root) => ({ sort, done: ['nothing'], hit: [], source: written(unique(copy(root))) })),
);
const mutants = makeMutants();
const examples = allowed.map(({ name, example }) => ({
  sort: sorts.case,
  done: [name],
  hit: [],
  source: `ärende: {rubrik: Text}\n${example}\n`,
}));
const all = [...sound, ...mutants, ...examples];
askDriver(all);
all.forEach(parse);

const ajv = newAjv();
for (const { name, schema } of Object.values(sorts))
  say(ajv.validateSchema(schema), `the schema of a ${name} is one by the 2020-12 meta-schema`, ajv.errorsText());
say(!ajv.validateSchema({ ...sorts.case.schema, type: 'objekt' }), 'the meta-schema refuses what is no schema');
const unfit = Object.values(sorts).flatMap((sort) => unfitExamples(sort.schema));
say(unfit.length === 0, 'every example and every default is taken by its own schema', ...unfit);
const validators = { case: compile(sorts.case.schema), register: compile(sorts.register.schema) };

const unsound = sound
  .map((m) => [m, faultsBy(validators[m.sort.name], m)])
  .filter(([m, faults]) => m.codes.length + faults.length > 0);
say(
  unsound.length === 0,
  `what they are made of is taken by both, and so is the example of every key`,
  ...unsound.map(describe),
);

const tally = compare(mutants, validators);
say(
  tally.wrong.length === 0,
  `${count} mutants, the same verdict`,
  `${tally.wrong.length} differ`,
  ...tally.wrong.slice(0, 8).map(describe),
);
say(
  tally.refused > count / 3 && tally.taken > count / 6,
  'many are refused and many are taken',
  `${tally.refused} refused, ${tally.taken} taken`,
);
const unhit = [...new Set(keys)].filter(
  (key) =>
    !mutants.some((m) => m.hit.includes(key) && m.codes.length > 0) ||
    !mutants.some((m) => m.hit.includes(key) && m.codes.length === 0),
);
say(unhit.length === 0 || count < 5000, 'every key is hit, now by a fault and now by what is none', ...unhit);
const seen = compare(examples, validators).differences;
const unseen = examples.filter((m) => !seen[m.done[0]]?.includes(m));
say(
  unseen.length === 0,
  'each allowed difference is one',
  ...unseen.map((m) => describe([m, faultsBy(validators.case, m)])),
);
for (const [name, change] of Object.entries(sabotage)) {
  const broken = structuredClone(sorts.case.schema);
  change(broken);
  say(compare(mutants, { ...validators, case: compile(broken) }).wrong.length > 0, `it is noticed when ${name}`);
}
console.log(
  `# schema-mutants: ${count}, of them ${tally.refused} refused by both and ${tally.taken} taken by both`,
);
for (const { name, why } of allowed) {
  const found = tally.differences[name] ?? [];
  console.log(`# schema-mutants: ${found.length} differ by ${name}: ${why}`);
  if (show && found.length > 0)
    console.log(describe([found[0], faultsBy(validators[found[0].sort.name], found[0])]));
}
