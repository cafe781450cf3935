/* Pages: every web page that the run has built, before judges that are not ours.
 *
 *	node pages.js FOLDER [PAGE...]
 *
 * vnu (the checker of the HTML Standard, and of CSS) has nothing to say of any page. axe-core finds no fault of
 * accessibility, in Chromium at every width and in every mode; what it cannot decide by itself, the table
 * UNDECIDED explains. And there: nothing scrolls sideways but a box of its own, nothing is fetched, nothing
 * complains, and what people copy is what they would have typed. Then the judges are judged: a good page is
 * spoilt in every way of spoilt.js, and each must be found. */
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');
const { SPOILT, write_spoilt } = require('./spoilt.js');

const TOP = path.join(__dirname, '../..');
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [320, 768, 1280];
const MODES = {
  light: { media: 'screen', colorScheme: 'light', forcedColors: 'none' },
  dark: { media: 'screen', colorScheme: 'dark', forcedColors: 'none' },
  forced: { media: 'screen', colorScheme: 'light', forcedColors: 'active' },
  print: { media: 'print', colorScheme: 'light', forcedColors: 'none' },
};
/* All of WCAG 2.2 A and AA, what axe calls best practice, and what it tries out. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice', 'experimental'];
/* Tried out, and not right for us: a box that scrolls would have to be a landmark, and a page with many tables
 * would have too many of them to find one's way by. */
const UNRULY = ['focus-order-semantics'];
const SHOWN = 5; /* faults of one judgement */
const WORKERS = 2;

/* What axe leaves to people: the rule, what it says about the element, where alone that may be (a selector, and
 * a mode and a width when it is one alone), and why it is no fault there. */
const UNDECIDED = [
  {
    rule: 'color-contrast',
    says: 'elmPartiallyObscured',
    within: '.table, pre',
    why: 'The text is cut by the box that it scrolls in; its colours are those of the rest of the table.',
  },
  {
    rule: 'color-contrast',
    says: 'elmPartiallyObscuring',
    within: '.table, pre',
    mode: 'print',
    why: 'Nothing scrolls on paper, and what is wider than this window has room there.',
  },
  {
    rule: 'color-contrast',
    says: 'elmPartiallyObscured',
    within: 'main',
    mode: 'print',
    width: 320,
    why: 'No paper is as narrow as this window; what lies beside wide code is cut in it.',
  },
  {
    rule: 'hidden-content',
    says: '',
    within: '.skip, footer.page, [role="doc-backlink"]',
    mode: 'print',
    why: 'What only leads somewhere is not printed.',
  },
  {
    rule: 'color-contrast',
    says: 'imgNode',
    within: '.overview svg',
    why: 'Years and figures of a drawing stand on the paper, never on a bar, in the colours of all text.',
  },
  {
    rule: 'color-contrast',
    says: 'shortTextContent',
    within: '.overview :is(svg, td)',
    why: 'A nought or a dash has the colours of the figures beside it.',
  },
  {
    rule: 'hidden-content',
    says: '',
    within: '.overview :is(.sums .r, .selection)',
    why: 'The sums of other selections are there for whoever chooses them; there is nothing to choose on paper.',
  },
  {
    rule: 'hidden-content',
    says: '',
    within: '.overview .cases :is(th, td)',
    why: 'A card has no place for what the case does not have, and paper none for links.',
  },
];

/* ---- The log ---- */

const log = { explained: new Map(), seconds: {} };

function judge(name, faults) {
  console.log(faults.length ? `not ok pages ${name}` : `ok pages ${name}`);
  for (const fault of faults.slice(0, SHOWN)) console.log(fault);
  if (faults.length > SHOWN) console.log(`and ${faults.length - SHOWN} more`);
}

/* Whether there is an explanation, which is counted. */
function explained(row) {
  if (row) log.explained.set(row, (log.explained.get(row) || 0) + 1);
  return !!row;
}

async function timed(what, promise) {
  const began = Date.now();
  const result = await promise;
  log.seconds[what] = Math.round((Date.now() - began) / 100) / 10;
  return result;
}

/* ---- vnu ---- */

/* {file: what vnu says of it}. Its answer is one JSON text, however many files there are. */
function vnu(files) {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  const java = ['-Xss4m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar];
  const options = ['--stdout', '--exit-zero-always', '--format', 'json', '--also-check-css'];
  return new Promise((resolve, reject) => {
    const child = spawn('java', [...java, ...options, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
    let answer = '';
    child.stdout.on('data', (bytes) => { answer += bytes; });
    child.on('error', reject);
    child.on('close', () => {
      const said = Object.fromEntries(files.map((file) => [file, []]));
      for (const message of JSON.parse(answer).messages) {
        const file = decodeURIComponent((message.url || '').replace(/^file:(\/\/)?/, ''));
        (said[file] || said[files[0]]).push(
          `${message.subType || message.type} ${file}:${message.lastLine}: ${message.message}`);
      }
      resolve(said);
    });
  });
}

/* ---- Chromium ---- */

function says_of(node) {
  return [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey || '')[0] || '';
}

async function run_axe(page, mode, width) {
  const results = await page.evaluate(async ({ rules, unruly, places }) => {
    /* eslint-env browser */
    const { violations, incomplete } = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: rules },
      rules: Object.fromEntries(unruly.map((id) => [id, { enabled: false }])),
      resultTypes: ['violations', 'incomplete'],
    });
    const place = (target) => Object.fromEntries(
      places.map((within) => [within, !!document.querySelector(target[0])?.closest(within)]));
    const short = (found) => found.map(({ id, help, nodes }) => ({ id, help,
      nodes: nodes.map(({ target, any, all, none }) => ({ target, any, all, none, place: place(target) })) }));
    return { violations: short(violations), incomplete: short(incomplete) };
  }, { rules: RULES, unruly: UNRULY, places: UNDECIDED.map((row) => row.within) });
  const faults = [];
  for (const { id, help, nodes } of results.violations) {
    faults.push(...nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`));
  }
  for (const { id, nodes } of results.incomplete) {
    for (const node of nodes) {
      const verdict = UNDECIDED.find((row) => row.rule === id && row.says === says_of(node) &&
        (row.mode || mode) === mode && (row.width || width) === width && node.place[row.within]);
      if (!explained(verdict)) faults.push(`undecided ${id} ${says_of(node)}: ${node.target.join(' ')}`);
    }
  }
  return faults;
}

/* What no rule of axe asks: the parts that a page has once, and that it is never wider than its window. */
function own_faults({ print }) {
  const faults = [];
  const once = { h1: 1, main: 1, 'body > header': 1, 'body > footer': 1, nav: 0 };
  for (const [selector, least] of Object.entries(once)) {
    const count = document.querySelectorAll(selector).length;
    if (count < least || count > 1) faults.push(`own parts: ${count} of ${selector}`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (!print && scrollWidth > clientWidth) faults.push(`own sideways: ${scrollWidth} pixels in ${clientWidth}`);
  const edge = document.body.getBoundingClientRect().right + 1;
  for (const element of print ? [] : document.querySelectorAll('body *')) {
    if (element.getBoundingClientRect().right > edge && !element.closest('.table, pre, svg')) {
      faults.push(`own sideways: something sticks out of the paper: ${element.outerHTML.slice(0, 80)}`);
    }
  }
  for (const box of document.querySelectorAll('*')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX);
    const named = box.getAttribute('aria-label') || document.getElementById(box.getAttribute('aria-labelledby'));
    if (scrolls && box !== document.documentElement && !(box.tabIndex === 0 && named && box.getAttribute('role'))) {
      faults.push(`own sideways: a box that scrolls has no name or cannot be reached: ${box.outerHTML.slice(0, 80)}`);
    }
  }
  return faults;
}

/* The longest lines of running text, in characters. */
function long_lines(most) {
  const lines = [];
  for (const element of [...document.querySelectorAll('main p, main li, main dd')].slice(0, 80)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let top = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0) continue;
        if (top === null || Math.abs(box.top - top) > 8) lines.push('');
        if (top === null || Math.abs(box.top - top) > 8) top = box.top;
        lines[lines.length - 1] += node.data[i];
      }
    }
  }
  const long = lines.filter((line) => line.length > most);
  return long.length * 50 > lines.length ? long.map((line) => `own lines: ${line.length} characters: ${line}`) : [];
}

/* Opens files one after the other, and remembers what the browser does and says meanwhile. */
class Reader {
  static async open(browser) {
    const reader = new Reader();
    reader.page = await (await browser.newContext({ bypassCSP: false })).newPage();
    reader.page.on('request', (request) => {
      const url = request.url();
      if (url !== reader.url && !url.startsWith('data:')) reader.heard.push(`heard request: ${url}`);
    });
    reader.page.on('console', (message) => reader.heard.push(`heard ${message.type()}: ${message.text()}`));
    reader.page.on('pageerror', (error) => reader.heard.push(`heard error: ${error.message}`));
    return reader;
  }

  async read(file) {
    this.heard = [];
    this.url = `file://${file}`;
    await this.page.emulateMedia(MODES.light);
    await this.page.goto(this.url);
    await this.page.evaluate(AXE);
  }

  /* What is wrong in one mode at one width. */
  async look(mode, width) {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.emulateMedia(MODES[mode]);
    const own = await this.page.evaluate(own_faults, { print: mode === 'print' });
    const lines = mode === 'light' && width === 1280 ? await this.page.evaluate(long_lines, 70) : [];
    const said = this.heard.splice(0);
    return [...await run_axe(this.page, mode, width), ...own, ...lines, ...said];
  }
}

/* The queue is worked off by several readers at once. */
async function read_all(browser, jobs, work) {
  const queue = [...jobs];
  await Promise.all(Array.from({ length: WORKERS }, async () => {
    const reader = await Reader.open(browser);
    for (let job = queue.shift(); job; job = queue.shift()) await work(reader, job);
    await reader.page.context().close();
  }));
}

async function judge_page(reader, { name, file }) {
  await reader.read(file);
  for (const mode of Object.keys(MODES)) {
    const faults = [];
    for (const width of WIDTHS) {
      faults.push(...(await reader.look(mode, width)).map((fault) => `at ${width}: ${fault}`));
    }
    judge(`${name}: ${mode}`, faults);
  }
}

/* ---- What is copied ---- */

async function copied(page, selector) {
  await page.evaluate((what) => getSelection().selectAllChildren(document.querySelector(what)), selector);
  await page.keyboard.press('Control+C');
  const sheet = await page.context().newPage();
  await sheet.setContent('<textarea></textarea>');
  await sheet.focus('textarea');
  await sheet.keyboard.press('Control+V');
  const text = await sheet.inputValue('textarea');
  await sheet.close();
  return text;
}

/* A table goes into a spreadsheet cell by cell, and amounts with spaces that anyone can type. */
async function judge_copies(browser, { name, file }) {
  const reader = await Reader.open(browser);
  await reader.read(file);
  const rows = await reader.page.evaluate(() => [...document.querySelectorAll('.table')[0].querySelectorAll('tr')]
    .map((row) => [...row.cells].map((cell) => cell.textContent.replaceAll('\u00a0', ' ')).join('\t')));
  const text = await copied(reader.page, '.table table');
  const lines = text.replace(/^\n|\n$/g, '').split('\n').slice(1);
  judge(`${name}: a copied table is rows of cells`,
    JSON.stringify(lines) === JSON.stringify(rows) ? [] : [JSON.stringify(lines), JSON.stringify(rows)]);
  judge(`${name}: a copied amount has plain spaces`,
    /\d \d{3}/.test(text) && !/[\u00a0\u202f]/.test(text) ? [] : [JSON.stringify(text)]);
  await reader.page.context().close();
}

/* ---- The judges judged ---- */

async function judge_spoilt(reader, { spoilt, file }) {
  await reader.read(file);
  for (const [mode, width] of spoilt.seen || [['light', 1280]]) {
    const found = (await reader.look(mode, width)).filter((fault) => fault.startsWith(spoilt.found));
    judge(`spoilt ${spoilt.name}: found by ${spoilt.found} in ${mode} at ${width}`,
      found.length > 0 ? [] : ['it was not']);
  }
  for (const [mode, width] of spoilt.unseen || []) {
    judge(`spoilt ${spoilt.name}: cannot be seen in ${mode} at ${width}`,
      (await reader.look(mode, width)).filter((fault) => fault.startsWith(spoilt.found)));
  }
}

/* Every mode and every width has something that is found there and not elsewhere. */
function judge_proofs() {
  const proven = new Set(SPOILT.filter((spoilt) => spoilt.unseen).flatMap((spoilt) => spoilt.seen.flat()));
  judge('spoilt: every mode and every width finds a fault of its own',
    [...Object.keys(MODES), ...WIDTHS].filter((place) => !proven.has(place)));
}

/* ---- All of it ---- */

function pages_in(folder) {
  return fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).sort()
    .map((name) => ({ name: name.replace(/\.html$/, ''), file: path.join(folder, name) }));
}

async function main() {
  const [folder, ...further] = process.argv.slice(2);
  const pages = [...pages_in(folder), ...further.map((file) => ({ name: file, file: path.resolve(file) }))];
  pages.sort((a, b) => fs.statSync(b.file).size - fs.statSync(a.file).size);
  const good = pages.find((page) => page.name === 'golden/features/overenskommelse');
  const spoilt = write_spoilt(good.file, path.join(path.dirname(folder), 'spoilt'));
  console.log(`# ${pages.length} pages, ${spoilt.length} spoilt`);

  const sheet = path.join(TOP, 'templates/style.css');
  const judged = timed('vnu', vnu([...pages.map(({ file }) => file), sheet, ...spoilt.map(({ file }) => file)]));
  /* Chromium refuses to run as root within its box, and continuous integration runs as root. */
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium',
    args: ['--disable-dev-shm-usage', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])] });
  await timed('axe', read_all(browser, pages, judge_page));
  await timed('copies', judge_copies(browser, good));
  await timed('spoilt pages', read_all(browser, spoilt.filter((job) => job.spoilt.found !== 'vnu'), judge_spoilt));
  await browser.close();
  judge_proofs();

  const said = await judged;
  for (const { name, file } of [...pages, { name: 'style.css', file: sheet }]) {
    judge(`${name}: vnu`, said[file]);
  }
  for (const { spoilt: { name, found, says }, file } of spoilt.filter((job) => job.spoilt.found === 'vnu')) {
    const right = said[file].some((message) => message.includes(says));
    judge(`spoilt ${name}: found by ${found}`, right ? [] : ['it was not', ...said[file]]);
  }
  for (const [row, count] of log.explained) console.log(`# ${row.rule} ${row.says}, ${count} times: ${row.why}`);
  console.log(`# ${Object.entries(log.seconds).map(([what, time]) => `${what} ${time} s`).join(', ')}`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
