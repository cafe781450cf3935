/* Preview: the shell in Chromium, over a copy of the cases, while files are saved.
 *
 *	node preview.js OVERENS FOLDER */
'use strict';
const { execFileSync, spawn } = require('child_process');
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const [, , overens, folder] = process.argv;
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const VNU = require.resolve('vnu-jar/build/dist/vnu.jar');
const WIDTHS = [320, 768, 1280];
const MODES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
};
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/* The document in the frame is judged by itself, with all others. */
const UNDECIDED = ['frame-tested'];
const SOON = 2000; /* milliseconds from a save to the page */
const PATIENCE = 10000;

const file = path.join(folder, 'agreements/002-resurspoolen.yaml');
const good = fs.readFileSync(file, 'utf8');
const where = '#002-resurspoolen/overenskommelse.html';
const payload = '</script><img src=x onerror=alert(1)>';

function judge(good, name, ...more) {
  console.log(`${good ? 'ok' : 'not ok'} preview: ${name}`);
  if (!good) more.forEach((line) => console.log('  ' + JSON.stringify(line)));
}

/* The program, until it says where it is. */
function start(port) {
  return new Promise((resolve) => {
    const program = spawn(overens, ['serve', '--port', String(port)], { cwd: folder });
    let said = '';
    program.stderr.on('data', (bytes) => {
      said += bytes;
      const match = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(said);
      if (match) resolve({ program, port: Number(match[1]) });
    });
  });
}

function end({ program }) {
  return new Promise((resolve) => {
    program.on('exit', resolve);
    program.kill('SIGTERM');
  });
}

/* axe runs in a world of its own beside the page's, which lets in no script but its own. */
async function accessible(page) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = { frameId: frameTree.frame.id, worldName: 'axe' };
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', world);
  const told = '(found) => found.map((one) => [one.id, ...one.nodes.map((node) => String(node.target))])';
  const options = JSON.stringify({ runOnly: RULES, iframes: false });
  const expression = `${AXE}; axe.run(document, ${options}).then((r) => [${told}].flatMap((tell) =>
    [tell(r.violations), tell(r.incomplete)]))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression, contextId, awaitPromise: true, returnByValue: true,
  });
  await session.detach();
  return [...result.value[0], ...result.value[1].filter((one) => !UNDECIDED.includes(one[0]))];
}

async function judgePage(page, name) {
  const faults = [];
  for (const [mode, media] of Object.entries(MODES)) {
    await page.emulateMedia(media);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 860 });
      const found = await accessible(page);
      if (found.length > 0) faults.push([mode, width, found]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) faults.push([mode, width, `${wide} points wide`]);
    }
  }
  await page.emulateMedia(MODES.light);
  judge(faults.length === 0, `${name} is for all: axe at every width, in every mode`, ...faults);
}

/* What the checker of the HTML Standard, and of CSS, says of the shell's own files. */
function validated(names) {
  const options = ['--exit-zero-always', '--format', 'gnu', '--stdout', '--also-check-css', '--also-check-svg'];
  const paths = names.map((name) => path.join(folder, 'templates/preview', name));
  return execFileSync('java', ['-jar', VNU, ...options, ...paths], { encoding: 'utf8' });
}

const inFrame = (page, what) =>
  page.evaluate(`(() => { const frame = document.querySelector('iframe:not(.coming)');
    return frame && frame.contentDocument && (${what})(frame.contentWindow); })()`);
const until = (page, what, ...given) => page.waitForFunction(what, given, { timeout: PATIENCE, polling: 20 });
const titled = (page, words) =>
  until(page, ([wanted]) => {
    const frames = document.querySelectorAll('iframe');
    return frames.length === 1 && !frames[0].className && frames[0].contentDocument?.title.includes(wanted);
  }, words);

async function shows(page) {
  await titled(page, 'Resurspoolen');
  const names = await page.$$eval('#cases strong', (all) => all.map((one) => one.textContent));
  judge(names.length === 5 && names[2] === '002-resurspoolen', 'every case is listed', names);
  const current = await page.$$eval('nav [aria-current]', (all) => all.map((one) => one.textContent));
  judge(/^Överenskommelse \d+ sidor$/.test(current.join()), 'the one that is shown is marked', current);
  await until(page, () => document.getElementById('status').textContent === 'Aktuell');
  await judgePage(page, 'the page');
}

async function follows(page) {
  await page.evaluate(() => document.querySelector('iframe').contentWindow.scrollTo(0, 900));
  const started = Date.now();
  fs.writeFileSync(file, good.replace('rubrik: ', 'rubrik: Nytt namn, '));
  await titled(page, 'Nytt namn');
  const took = Date.now() - started;
  judge(took < SOON, 'what is saved is shown', took);
  console.log(`# preview: from save to page ${took} ms`);
  judge((await inFrame(page, '(view) => view.scrollY')) === 900, 'at the same height of the page');
}

async function tellsFaults(page) {
  fs.writeFileSync(file, good.replace('parter:', 'partr:').replace('ekonomi:', `"${payload}":`));
  await until(page, () => document.querySelectorAll('#errors li').length > 0);
  const first = await page.$eval('#errors li.error', (one) => ({
    head: one.querySelector('.head').textContent,
    line: one.querySelector('pre').textContent,
    mark: one.querySelector('mark').textContent,
    fix: one.querySelector('.fix').textContent,
  }));
  const line = good.split('\n').findIndex((one) => one.startsWith('parter:')) + 1;
  judge(first.head === `Fel E040agreements/002-resurspoolen.yaml, rad ${line}, kolumn 1` &&
    first.line === `${line} partr:` && first.mark === 'partr' && first.fix === 'Skriv parter i stället för partr',
    'a fault is told with its place, its line and what to write', first);
  const told = await page.$eval('#errors', (one) => one.textContent);
  const images = await page.$$eval('img', (all) => all.length);
  judge(told.includes(payload) && images === 0, 'what somebody has typed is text and nothing else', images);
  const stale = await page.$eval('#pages', (one) => one.className);
  judge(stale === 'stale' && (await page.isVisible('#stale')) && (await inFrame(page, '(view) => view.document.title')),
    'the last good page stays, and is marked', stale);
  judge(/^\(\d+\) 002-resurspoolen$/.test(await page.title()), 'the tab tells of it too', await page.title());
  await page.click('#errors details summary');
  await until(page, () => document.querySelector('.explanation')?.textContent.includes('En nyckel är ordet före'));
  judge(true, 'a code is explained');
  await judgePage(page, 'the page with faults');
  fs.writeFileSync(file, good);
  await until(page, () => document.getElementById('errors').hidden && !document.getElementById('pages').className);
  judge(true, 'what is mended is gone');
}

/* Another case's errors are that case's; here they are only named. */
async function tellsOthers(page) {
  const other = path.join(folder, 'agreements/003-iogt-nto-pingst.yaml');
  const its = fs.readFileSync(other, 'utf8');
  fs.writeFileSync(other, its.replace('parter:', 'partr:'));
  await until(page, () => document.getElementById('status').textContent === 'Fel i 003-iogt-nto-pingst');
  judge((await page.isHidden('#errors')) && (await page.getAttribute('#pages', 'class')) === '',
    'a fault in another case is named, and nothing more');
  fs.writeFileSync(other, its);
  await until(page, () => document.getElementById('status').textContent === 'Aktuell');
}

async function opens(page) {
  await page.click('nav a:has-text("Tjänsteskrivelse")');
  await until(page, () => document.querySelector('iframe')?.title.startsWith('Tjänsteskrivelse'));
  await page.click('#forms a:has-text("PDF")');
  await until(page, () => document.querySelector('iframe:not(.coming)')?.src.endsWith('.pdf'));
  judge(true, 'a PDF is shown');
  await page.click('#forms a:has-text("Webbsida")');
  await until(page, () => document.querySelector('iframe:not(.coming)')?.src.endsWith('.html'));
  await page.click('#warnings > summary');
  await judgePage(page, 'the page with warnings');
}

/* A page that is spoilt must not pass. */
async function judgesSee(page) {
  await page.evaluate(() => document.querySelector('nav').append(document.createElement('button')));
  const found = (await accessible(page)).map((one) => one[0]);
  judge(found.includes('button-name'), 'a button without a name is found', found);
  await page.reload();
}

async function comesBack(page, preview) {
  judge((await end(preview)) === 0, 'the program ends while a page waits');
  await until(page, () => document.getElementById('status').textContent.startsWith('Ingen kontakt'));
  judge(true, 'the page says that the program is gone');
  const again = await start(preview.port);
  await until(page, () => document.getElementById('status').textContent === 'Aktuell');
  judge(true, 'and finds it when it is back');
  await end(again);
}

async function main() {
  const said = validated(['preview.html', 'preview.css', 'icon.svg']);
  judge(said === '', 'vnu has nothing to say', said);
  const preview = await start(0);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  /* What shows a PDF is a part of the browser, with files of its own. */
  const own = new RegExp(`^(http://127\\.0\\.0\\.1:${preview.port}|chrome(-extension)?:/)/`);
  page.on('request', (request) => own.test(request.url()) || complaints.push(request.url()));
  await page.goto(`http://127.0.0.1:${preview.port}/${where}`);
  await shows(page);
  await follows(page);
  await tellsFaults(page);
  await tellsOthers(page);
  await opens(page);
  judge(complaints.length === 0, 'nothing complains, and nobody else is asked', ...complaints);
  await judgesSee(page);
  await comesBack(page, preview);
  await browser.close();
}

main();
