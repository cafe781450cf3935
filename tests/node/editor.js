/* Editor: what a person sees who writes a case in an editor that understands YAML. The language server is the
 * one of VS Code's YAML extension.
 *
 *	node editor.js SCHEMA CASE...
 *
 * In the texts below the cursor stands at "§". */
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const path = require('path');

const [, , schemaPath, ...cases] = process.argv;
const schema = JSON.parse(fs.readFileSync(schemaPath, 'utf8'));

/* A language server, by its protocol: messages with their length before them. */
class Server {
  constructor() {
    const home = path.dirname(require.resolve('yaml-language-server/package.json'));
    this.process = spawn('node', [path.join(home, 'bin/yaml-language-server'), '--stdio']);
    this.bytes = Buffer.alloc(0);
    this.answers = [];
    this.judged = {};
    this.process.stdout.on('data', (bytes) => this.take(bytes));
  }

  take(bytes) {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    for (;;) {
      const body = this.bytes.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: ([0-9]+)/.exec(this.bytes.subarray(0, body))?.[1]);
      if (body < 4 || this.bytes.length < body + length) return;
      const message = JSON.parse(this.bytes.subarray(body, body + length));
      this.bytes = this.bytes.subarray(body + length);
      if (message.method === 'textDocument/publishDiagnostics')
        this.judged[message.params.uri]?.(message.params.diagnostics);
      else if (message.method && message.id !== undefined) this.send({ id: message.id, result: null });
      else if (message.id !== undefined) this.answers[message.id](message.result);
    }
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  ask(method, params) {
    return new Promise((resolve) => this.send({ id: this.answers.push(resolve) - 1, method, params }));
  }

  async start() {
    await this.ask('initialize', { processId: null, rootUri: null, capabilities: {} });
    this.send({ method: 'initialized', params: {} });
    const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
    this.send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml } } });
  }

  /* What is complained of in a file, once it has been read. */
  open(uri, text) {
    const judged = new Promise((resolve) => (this.judged[uri] = resolve));
    this.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return judged;
  }
}

const server = new Server();
let opened = 0;
/* A new file with our schema, and the cursor in it. */
async function file(text, schemaFile = schemaPath) {
  const whole = `# yaml-language-server: $schema=${schemaFile}\n${text}`;
  const before = whole.split('§')[0];
  const uri = `file://${path.dirname(schemaFile)}/${++opened}.yaml`;
  const position = { line: before.split('\n').length - 1, character: before.split('\n').pop().length };
  return { faults: await server.open(uri, whole.replace('§', '')), cursor: { textDocument: { uri }, position } };
}
async function complete(text, schemaFile) {
  const { cursor } = await file(text, schemaFile);
  const list = (await server.ask('textDocument/completion', cursor)).items;
  return Object.fromEntries(list.map((item) => [item.label, item]));
}
async function hover(text) {
  const { cursor } = await file(text);
  return (await server.ask('textDocument/hover', cursor))?.contents.value ?? '';
}
const faultsOf = async (text) =>
  (await file(text)).faults.map((fault) => `${fault.range.start.line}: ${fault.message}`);
const words = (item) => item?.documentation?.value ?? item?.documentation ?? '';

function say(good, name, ...more) {
  console.log(`${good ? 'ok' : 'not ok'} editor: ${name}`);
  if (!good) for (const line of more) console.log('  ' + JSON.stringify(line));
}

const matter = 'ärende:\n  rubrik: Text\n';

async function main() {
  await server.start();
  for (const name of cases) {
    const faults = await server.open(`file://${path.resolve(name)}`, fs.readFileSync(name, 'utf8'));
    say(faults.length === 0, `nothing is wrong in ${path.basename(name)}`, faults);
  }

  const spoilt = fs.readFileSync(cases[0], 'utf8').replace('rubrik:', 'rubrk:');
  const faults = await server.open(`file://${path.resolve(path.dirname(cases[0]))}/spoilt.yaml`, spoilt);
  say(faults.length > 0, 'a case finds its schema by its first line');

  const keys = schema.properties.ärende.properties;
  const given = await complete(`${matter}  §\n`);
  const wanted = Object.keys(keys).filter((key) => key !== 'rubrik');
  say(
    wanted.every((key) => words(given[key]).includes(keys[key].description)) &&
      Object.keys(given).length === wanted.length,
    'in ärende it proposes our keys, but that which is given, with a sentence about each',
    given,
  );
  const choices = Object.keys(await complete(`${matter}  status: §\n`));
  say(String(choices.sort()) === 'beslutad,förslag,utkast', 'it proposes the words that can be chosen', choices);
  const items = await complete(`${matter}ekonomi:\n  insatser:\n    - §\n`);
  say(/^part: resurspoolen\n/.test(items.exempel?.insertText), 'it inserts an example of a contribution', items);
  const groups = await complete(`${matter}§\n`);
  say(/^period:\n +från:/.test(groups.period?.insertText), 'it begins a group with what must be given', groups);

  const shown = await hover(`${matter}period:\n  från: 2020-01-01\n  uppsägn§ingstid: 6 månader\n`);
  say(
    ['En tid', 'säga upp', '6 månader'].every((word) => shown.includes(word)),
    'it explains a key',
    shown,
  );
  const example = await hover(`${matter}ekonomi:\n  avrund§ning: {}\n`);
  say(example.includes('{sätt: närmaste, till: 1 kr'), 'it shows how a group is written', example);

  const date = await faultsOf(`${matter}  datum: 23 maj\n`);
  say(
    String(date) === '3: Här ska stå ett datum, till exempel 2018-05-23.',
    'it says what is wrong in Swedish',
    date,
  );
  const key = await faultsOf(`${matter}period: {frn: 2020-01-01}\n`);
  say(
    key.length > 0 && key.every((line) => line.startsWith('3: Nycklar som kan stå här: från, till')),
    'it says which keys there are',
    key,
  );
  say(String(await faultsOf(`${matter}  datum:\nperiod:\n`)) === '', 'it lets a value be left for later');

  /* With another schema it says something else. */
  const other = path.join(path.dirname(schemaPath), 'other.json');
  const poorer = structuredClone(schema);
  delete poorer.properties.ärende.properties.datum;
  fs.writeFileSync(other, JSON.stringify(poorer));
  say(!('datum' in (await complete(`${matter}  §\n`, other))), 'it knows no more than the schema');
}

/* A server that says nothing more is a fault too. */
const silence = setTimeout(() => {
  say(false, 'the language server answers');
  server.process.kill();
}, 60000);
main().finally(() => {
  clearTimeout(silence);
  server.process.kill();
});
