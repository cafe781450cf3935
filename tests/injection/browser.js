// Browser: pages in which every payload stands do nothing when a browser opens them: browser.js FOLDER
//
// Each page is opened twice, with its content-security policy and without it, since what is text needs no policy.
// Nothing may run, be asked for, be complained of or open a window, also when every element has been pointed at,
// focused and told that it failed to load; no element and no attribute may be there that the writer has not. Then
// the watch is watched: pages in which one payload was left unescaped must be found out, both ways.
'use strict';
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

// Every element that the golden pages have, where no text has a "<"; and those of a logotype, which they lack.
const GOLDEN = path.join(__dirname, '../golden');
const ELEMENTS = new Set(['svg', 'path', 'script']);
for (const name of fs.readdirSync(GOLDEN, { recursive: true }).filter(file => file.endsWith('.html')))
  for (const [, element] of fs.readFileSync(path.join(GOLDEN, name), 'utf8').matchAll(/<([a-z][a-z0-9]*)/g)) ELEMENTS.add(element);
const ADDRESS = /^(https?:|mailto:|tel:|#|data:image\/(png|svg\+xml)[;,]|[a-z-]+\.(pdf|md)$)/i;
const ACTING = ['<img src=x onerror=window.hit=1>', '<script>window.hit=1</script>', '<svg onload=window.hit=1>'];

let failed = 0;

function report(name, faults) {
  failed += faults.length > 0 ? 1 : 0;
  console.log(`${faults.length > 0 ? 'not ok' : 'ok'} injection in a browser: ${name}`);
  faults.slice(0, 8).forEach(fault => console.log(`  ${fault}`));
}

// What stands in the page, and whether anything of it ran, when everything in it has been stirred.
function stir() {
  const found = { elements: [], handlers: [], addresses: [], data: [] };
  const all = [...document.querySelectorAll('*')];
  for (const element of all) {
    found.elements.push(element.localName);
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) found.handlers.push(`${element.localName} ${name}`);
      if (['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href'].includes(name)) found.addresses.push(value);
    }
    for (const kind of ['mouseover', 'focus', 'load', 'error', 'animationstart', 'toggle', 'pointerdown'])
      element.dispatchEvent(new Event(kind));
  }
  found.elements = [...new Set(found.elements)];
  found.data = [...document.querySelectorAll('script')].map(script => {
    try {
      return script.type === 'application/ld+json' && typeof JSON.parse(script.textContent).name === 'string' ? '' : script.type;
    } catch (fault) {
      return String(fault);
    }
  }).filter(fault => fault !== '');
  found.hit = window.hit !== undefined;
  return found;
}

// Everything that is wrong with a page, a sentence each.
async function watch(browser, file, bypassCSP) {
  const faults = [];
  const context = await browser.newContext({ bypassCSP });
  const page = await context.newPage();
  const address = 'file://' + file;
  page.on('dialog', dialog => { faults.push('a dialog: ' + dialog.message()); dialog.dismiss().catch(() => {}); });
  page.on('console', message => faults.push('the console: ' + message.text()));
  page.on('pageerror', error => faults.push('an error: ' + error.message));
  page.on('popup', () => faults.push('a window'));
  page.on('request', request => { if (request.url() !== address) faults.push('it asks for ' + request.url()); });
  await page.goto(address, { waitUntil: 'load' });
  const found = await page.evaluate(stir);
  await page.waitForTimeout(100);
  if (found.hit || await page.evaluate(() => window.hit !== undefined)) faults.push('a script ran');
  found.elements.filter(name => !ELEMENTS.has(name)).forEach(name => faults.push('the element ' + name));
  found.handlers.forEach(name => faults.push('the attribute ' + name));
  found.addresses.filter(value => !ADDRESS.test(value))
    .forEach(value => faults.push('the address ' + value));
  found.data.forEach(fault => faults.push('a script that is no data: ' + fault));
  if (page.url().split('#')[0] !== address) faults.push('it went to ' + page.url());
  await context.close();
  return faults;
}

// The page with one payload as it was typed.
function spoilt(file, payload) {
  const page = fs.readFileSync(file, 'utf8');
  const escaped = payload.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const at = page.indexOf(escaped, page.indexOf('<main'));
  if (at < 0) throw new Error(payload + ' is not in ' + file);
  const copy = file.replace(/\.html$/, `-${ACTING.indexOf(payload)}.spoilt`);
  fs.writeFileSync(copy + '.html', page.slice(0, at) + payload + page.slice(at + escaped.length));
  return copy + '.html';
}

async function run(folder) {
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.html')).map(name => path.resolve(folder, name));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  for (const file of files) {
    const name = path.basename(file);
    report(`${name} does nothing`, await watch(browser, file, false));
    report(`${name} does nothing without its policy either`, await watch(browser, file, true));
  }
  for (const payload of ACTING) {
    const file = spoilt(files[0], payload);
    const [stopped, ran] = [await watch(browser, file, false), await watch(browser, file, true)];
    report(`${payload} unescaped is found`, [
      ...(stopped.length > 0 ? [] : ['not with the policy']),
      ...(stopped.includes('a script ran') ? ['the policy let it run'] : []),
      ...(ran.includes('a script ran') ? [] : ['not without the policy'])]);
  }
  await browser.close();
  if (files.length === 0) report('there are pages', ['there are none']);
}

run(process.argv[2]).then(() => process.exit(failed > 0 ? 1 : 0), fault => {
  console.log('not ok injection in a browser: ' + fault.stack);
  process.exit(1);
});
