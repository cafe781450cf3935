/* Spoil: sound files as data, made into files with a fault or two of structure, and written as YAML.
 *
 *	seed(2018229);
 *	collect(schema);			its keys, examples and limits are what faults are made of
 *	spoilt([file, ...], 'ärende')		{source, done, hit}: a part of one of the files, with this key and faults
 *
 * A file is {text, plain}, {list: [...]} or {map: [[key, value], ...]}; fromYaml and fromSchema make one. */
'use strict';
const yaml = require('yaml');

/* Numbers by chance, the same in each run. */
let state = 0;
const seed = (number) => (state = number);
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const chance = (part) => random() < part;

/* A file as data: {text, plain}, {list: [...]} or {map: [[key, value], ...]}. */
const text = (words, plain = true) => ({ text: words, plain });
const copy = (node) => structuredClone(node);

function fromYaml(node) {
  if (yaml.isMap(node))
    return { map: node.items.map((pair) => [pair.key.source ?? String(pair.key.value), fromYaml(pair.value)]) };
  if (yaml.isSeq(node)) return { list: node.items.map(fromYaml) };
  if (node === null || node.source === '') return text('');
  const short = node.source.split('\n')[0].slice(0, 40).trim();
  return text(short, node.type === 'PLAIN');
}

/* What a schema shows as a value of its own: its examples, and what it gives editors to insert. In a list that is
 * an item. */
function shownBy({ examples = [], defaultSnippets = [], anyOf = [], ...rest }) {
  const bodies = defaultSnippets.map(({ body, type }) => (type === 'array' ? [body] : body));
  const defaults = 'default' in rest ? [rest.default] : [];
  return [...examples, ...bodies, ...defaults, ...anyOf.filter((form) => form.items).flatMap(shownBy)];
}

const hasParts = ({ properties, items, anyOf = [] }) => Boolean(properties ?? items) || anyOf.some(hasParts);

/* A file with every key of a schema, sound too: as few groups by their keys' examples as can be, or as many. */
function fromSchema(schema, byExample) {
  const forms = schema.anyOf ?? [schema];
  const form = forms.find((f) => f.properties) ?? forms.find((f) => f.items) ?? forms[0];
  const inner = form.items ?? (form.type?.includes('object') && form.additionalProperties) ?? null;
  const simple = !form.properties && !(inner && hasParts(inner));
  const [example] = shownBy(schema);
  if (example !== undefined && (byExample || simple)) return fromJson(example);
  if (form.items) return { list: [fromSchema(inner, byExample)] };
  const own = inner ? [['egen nyckel', fromSchema(inner, byExample)]] : [];
  if (form.properties)
    return {
      map: Object.entries(form.properties)
        .map(([key, value]) => [key, fromSchema(value, byExample)])
        .concat(own),
    };
  return form.type?.includes('object') ? { map: own } : text('Text');
}
function fromJson(value) {
  if (Array.isArray(value)) return { list: value.map(fromJson) };
  if (value !== null && typeof value === 'object')
    return { map: Object.entries(value).map(([key, inner]) => [key, fromJson(inner)]) };
  return text(String(value), typeof value === 'number' || plainIsText(String(value)));
}

/* Writing. */
const plainForm = /^(~|[-−+.]?[\p{L}\p{N}][^:#,[\]{}\n"'&*!|>%@`]*)$/u;
const plainIsText = (words) => plainForm.test(words) && words === words.trim();
const scalar = (node) =>
  node.plain && (node.text === '' || plainIsText(node.text)) ? node.text : JSON.stringify(node.text);
const keyText = (key) => (plainIsText(key) ? key : JSON.stringify(key));

function flow(node) {
  if (node.map) return '{' + node.map.map(([key, value]) => `${keyText(key)}: ${flow(value)}`).join(', ') + '}';
  if (node.list) return '[' + node.list.map(flow).join(', ') + ']';
  return scalar(node);
}
/* Between brackets an item cannot be left empty. */
const mayFlow = (node) =>
  (node.list ?? []).every((item) => item.text !== '' || !item.plain) &&
  (node.map ? node.map.map(([, value]) => value) : (node.list ?? [])).every(mayFlow);

function block(node, indent) {
  if (node.text !== undefined) return ` ${scalar(node)}\n`;
  const members = node.map ?? node.list;
  if (members.length === 0 || (indent > 0 && node.flow && mayFlow(node))) return ` ${flow(node)}\n`;
  const margin = ' '.repeat(indent);
  const lines = members.map((member) =>
    node.map
      ? `${margin}${keyText(member[0])}:${block(member[1], indent + 2)}`
      : `${margin}-${block(member, indent + 2)}`,
  );
  return (indent > 0 ? '\n' : '') + lines.join('');
}
const written = (root) => block(root, 0).replace(/^ /, '');

/* Faults. A place is a member of a list or a map, with the nearest key. */
function places(node, found = [], above = '') {
  const members = node.map ?? node.list ?? [];
  members.forEach((member, index) => {
    const key = node.map ? member[0] : above;
    found.push({ holder: node, index, key });
    places(node.map ? member[1] : member, found, key);
  });
  return found;
}
const valueAt = ({ holder, index }) => (holder.map ? holder.map[index][1] : holder.list[index]);
function setValue({ holder, index }, value) {
  if (holder.map) holder.map[index][1] = value;
  else holder.list[index] = value;
}

function misspelt(word) {
  const at = below(word.length);
  return pick([
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word[at] + word.slice(at),
    () => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
    () => word + pick(['r', 'n', 's', '0', ' ', ' 1']),
    () => word.slice(0, at) + pick([...'aeioåäö0123456789 .,-/%']) + word.slice(at + 1),
    () => word.toUpperCase(),
  ])();
}

/* Values that are nearly right, by the kind that they are nearly of. */
const strange = {
  date: (
    '2019-02-30|2019-04-31|2019-13-01|2019-00|19-05-01|191231|2019-xx-xx|2019-05|2019-05-23|0000-01-01|' +
    '2019-5-2|2019'
  ).split('|'),
  amount: (
    '933 000 kr/år|933 000 kr|933 000|933000|1.100.000 kr/år|1 100 tkr per år|0,5 mnkr/år|' +
    '0,1234567 tkr/år|12,345 kr/år|-5 kr/år|−5 kr/år|1 10 kr/år|99999999999999 kr/år|2 kr/timme|' +
    '214 kr/h|300 kr/månad|1 kronor per år|5 kr /år|0 kr/år|1,50 kr/år|7 €/år'
  ).split('|'),
  share: '5 %|-5 %|–5 %|150 %|2,75%|2.5 %|5|1 000,5 %|12345678901234567 %|0,05|%|5 % |2,5 procent'.split('|'),
  term: (
    '6 månader|1 år|30 dagar|2 veckor|6 mån|20000 dagar|sex månader|0006 månader|6  månader|6månader|' + '1,5 år'
  ).split('|'),
  number: (
    '0|1|1|2|3|5|6|12|13|28|29|100|-1|1.5|12.0|1e3|0x1F|007|+5|1_000|.5|18 000|18 0000|1 8 000|' +
    '100000000000|12345678901234567890|1234567890123456|0000000000000012|131,2|131.2|0,0|12 st'
  ).split('|'),
  identity: (
    '822003-0913|8220030913|8220030914|16822003-0913|822003–0913|822003-0914|19640823-3234|640823-3234|' +
    '6408233234|82200-0913|82200309131'
  ).split('|'),
  word: '~|null|true|ja|nej|Ja|yes|no| | ja|Klicka här för att ange text.'.split('|'),
};
const looks = [
  ['date', /^[0-9]{4}-[0-9]{2}/],
  ['amount', /kr/],
  ['share', /%/],
  ['term', /^[0-9]+ [^0-9]/],
  ['identity', /^[0-9]{6}-/],
  ['number', /^[0-9 ,]+$/],
  ['word', /^/],
];
const kindOf = (words) => looks.find(([, look]) => look.test(words))[0];

const operations = {
  lose: (place) => (place.holder.map ?? place.holder.list).splice(place.index, 1),
  rename: (place) => {
    if (place.holder.map)
      place.holder.map[place.index][0] = chance(0.6) ? misspelt(place.holder.map[place.index][0]) : pick(keys);
  },
  move: (place, root) => {
    const other = pick(places(root));
    if (!place.holder.map || !other.holder.map || other.holder === place.holder) return;
    const [entry] = place.holder.map.splice(place.index, 1);
    other.holder.map.push(entry);
  },
  add: (place) => {
    const [key, value] = pick(entries);
    if (place.holder.map) place.holder.map.push([chance(0.2) ? misspelt(key) : key, copy(value)]);
    else place.holder.list.push(copy(value));
  },
  empty: (place) => setValue(place, text('', chance(0.7))),
  exchange: (place) => setValue(place, copy(pick(entries)[1])),
  other: (place) => {
    if (limits[place.key] && chance(0.4)) return setValue(place, text(pick(limits[place.key])));
    const words = valueAt(place).text;
    const kind = words !== undefined && chance(0.7) ? kindOf(words) : pick(Object.keys(strange));
    return setValue(place, text(pick(strange[kind]), chance(0.7)));
  },
  choose: (place) => setValue(place, text(pick(words))),
  misspell: (place) => {
    const value = valueAt(place);
    if (value.text) value.text = misspelt(value.text);
  },
  wrap: (place) =>
    setValue(place, pick([(v) => ({ list: [v] }), (v) => ({ map: [[pick(keys), v]] })])(valueAt(place))),
  unwrap: (place) => {
    const value = valueAt(place);
    if (value.list) setValue(place, value.list[0] ?? text(''));
    else if (value.map)
      setValue(
        place,
        chance(0.5) ? { list: value.map.map(([, inner]) => inner) } : (value.map[0] ?? ['', text('')])[1],
      );
  },
  clear: (place) => {
    const value = valueAt(place);
    if (value.list) value.list = [];
    if (value.map) value.map = [];
  },
  repeat: (place) => {
    if (place.holder.list) place.holder.list.push(copy(valueAt(place)));
    else place.holder.map.push([misspelt(place.holder.map[place.index][0]), copy(valueAt(place))]);
  },
};
/* Values are many more than keys, and what is in them is judged more finely. */
const operationNames = [...Object.keys(operations), ...'other|other|other|other|misspell|choose'.split('|')];

/* A smaller file is as sound, read faster, and its places are hit more often. */
function pruned(root, keep) {
  const kept = root.map.filter(([key]) => key === keep || chance(0.4));
  const shorten = (node) => {
    if (node.list && node.list.length > 2) node.list = node.list.slice(below(node.list.length - 1)).slice(0, 2);
    if (node.map || node.list) node.flow = chance(0.3);
    for (const member of node.map ?? node.list ?? []) shorten(node.map ? member[1] : member);
    return node;
  };
  return shorten({ map: kept.map(copy) });
}

/* The keys that have had the fewest faults have the next. */
const hits = {};
function placeForFault(root) {
  const all = places(root);
  if (all.length === 0) return undefined;
  const key = [pick(all), pick(all), pick(all)].reduce((a, b) =>
    (hits[b.key] ?? 0) < (hits[a.key] ?? 0) ? b : a,
  ).key;
  hits[key] = (hits[key] ?? 0) + 1;
  return pick(all.filter((place) => place.key === key));
}

function unique(node) {
  if (node.map)
    node.map = node.map.filter(([key], i) => key !== '' && node.map.findIndex(([other]) => other === key) === i);
  for (const member of node.map ?? node.list ?? []) unique(node.map ? member[1] : member);
  return node;
}

function spoilt(files, keep) {
  const root = pruned(pick(files), keep);
  const before = written(root);
  const done = [];
  const hit = [];
  for (let faults = chance(0.7) ? 1 : 2; faults > 0; faults--) {
    const name = pick(operationNames);
    const place = placeForFault(root);
    if (!place) continue;
    hit.push(place.key);
    done.push(`${name} ${place.key}`);
    operations[name](place, root);
  }
  const source = written(unique(root));
  return source === before ? spoilt(files, keep) : { done, hit, source };
}

/* The schemas in a schema. */
const within = ({ properties = {}, anyOf = [], items, additionalProperties }) =>
  [...Object.values(properties), ...anyOf, items, additionalProperties].filter(Boolean);

/* What faults are made of. */
const entries = [];
const keys = [];
const words = [];
const limits = {};
function collect(schema) {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    keys.push(key);
    entries.push([key, fromSchema(property, chance(0.5))]);
    for (const form of property.anyOf ?? [property]) {
      words.push(...(form.enum ?? []));
      const { minimum: least, maximum: most } = form;
      if (most !== undefined) limits[key] = [least - 1, least, most, most + 1].map(String);
    }
  }
  within(schema).forEach(collect);
}

module.exports = {
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
};
