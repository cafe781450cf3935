/* The shell of the preview: asks for the state, shows what has changed, and waits for the next.
 *
 * Nothing that comes from a case is ever read as HTML: every text goes in as text. */
'use strict';

const FORMS = [
  { ending: 'html', label: 'Webbsida' },
  { ending: 'pdf', label: 'PDF' },
  { ending: 'md', label: 'Markdown' },
];
const SEVERITIES = { error: 'Fel', warning: 'Varning', note: 'Se också' };
/* Characters of a line that are shown, and of these before the place, when it is long. */
const EXCERPT_LENGTH = 160;
const EXCERPT_BEFORE = 60;
/* What would turn a text around, or not be seen at all. */
const INVISIBLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

let state = null; /* what the program said last (compiler/preview/pages.h) */
let shown = { name: '', file: '', ending: 'html' }; /* the document in the frame */
let loaded = ''; /* its address, and the digest that it had */
let contact = true;

const element = (id) => document.getElementById(id);
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const visible = (text) =>
  text.replace(INVISIBLE, (c) => '\\u' + c.codePointAt(0).toString(16).padStart(4, '0'));

/* A new element: make('li', { className: 'x' }, 'text', child). */
function make(name, members, ...children) {
  const made = Object.assign(document.createElement(name), members);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/* Writes what stands in an element anew only when it has changed, so that focus, and what is being read out,
 * stay where they are. */
function replace(parent, key, children) {
  if (parent.dataset.key === key) return;
  const focused = parent.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  parent.dataset.key = key;
  parent.replaceChildren(...children());
  if (focused !== null)
    [...parent.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused)?.focus();
}

function setText(parent, text) {
  if (parent.textContent !== text) parent.textContent = text;
}

/* ---- Which document ---- */

const address = (name, file, ending) => `/${encodeURIComponent(name)}/${encodeURIComponent(file)}.${ending}`;
const hashOf = (name, file, ending) => '#' + address(name, file, ending).slice(1);
const label = (made) => capitalised(made.key || made.file);
const caseNamed = (name) => state.cases.find((one) => one.name === name);
const documentIn = (one, file) => one?.documents.find((made) => made.file === file);

/* What stands after # in the address, so that it lasts a reload and can be a bookmark. */
function wanted() {
  const match = /^#([^/]+)\/(.+)\.(html|pdf)$/.exec(location.hash);
  try {
    if (match) return { name: decodeURIComponent(match[1]), file: decodeURIComponent(match[2]), ending: match[3] };
  } catch {
    /* Somebody has typed it, wrongly. */
  }
  return { name: '', file: '', ending: 'html' };
}

/* That, or the nearest to it that there is. */
function chosen() {
  const { name, file, ending } = wanted();
  const one = caseNamed(name) || state.cases.find((any) => any.documents.length > 0) || state.cases[0];
  const made = documentIn(one, file) || one?.documents[0];
  return { name: one ? one.name : '', file: made ? made.file : '', ending };
}

/* ---- The cases ---- */

function badge(one) {
  if (one.errors > 0) return make('span', { className: 'badge error' }, counted(one.errors, 'fel', 'fel'));
  if (one.warnings > 0)
    return make('span', { className: 'badge' }, counted(one.warnings, 'varning', 'varningar'));
  return null;
}

function documentEntry(one, made) {
  const pages =
    made.pages > 0 ? make('span', { className: 'pages' }, ' ' + counted(made.pages, 'sida', 'sidor')) : null;
  const link = make('a', { href: hashOf(one.name, made.file, shown.ending) }, label(made), pages);
  if (one.name === shown.name && made.file === shown.file) link.setAttribute('aria-current', 'page');
  return make('li', {}, link);
}

/* A case without documents leads to what is wrong with it. */
function emptyEntry(one) {
  const link = make('a', { href: hashOf(one.name, '-', 'html') }, one.errors > 0 ? 'Visa felen' : 'Inget än');
  if (one.name === shown.name) link.setAttribute('aria-current', 'page');
  return make('li', {}, link);
}

function caseEntry(one) {
  const entries = one.documents.map((made) => documentEntry(one, made));
  return make(
    'li',
    {},
    make('div', { className: 'case' }, make('strong', {}, one.name), badge(one)),
    make('ul', {}, ...(entries.length > 0 ? entries : [emptyEntry(one)])),
  );
}

function showCases() {
  const seen = state.cases.map((one) => [one.name, one.errors, one.warnings, one.documents]);
  replace(element('cases'), JSON.stringify([shown, seen]), () => state.cases.map(caseEntry));
  element('index').hidden = !state.index;
}

/* ---- What is to be mended ---- */

/* The line, with the place marked; of a long one the part around it. */
function excerpt(found) {
  const line = [...found.excerpt];
  const first = found.column - 1;
  const end = found.endLine > found.line ? line.length : Math.max(found.endColumn - 1, first);
  const from = line.length > EXCERPT_LENGTH ? Math.max(0, first - EXCERPT_BEFORE) : 0;
  const to = Math.min(line.length, from + EXCERPT_LENGTH);
  const part = (a, b) => visible(line.slice(Math.min(a, to), Math.min(b, to)).join(''));
  return make(
    'pre',
    { tabIndex: 0 },
    make('span', { className: 'number' }, found.line + ' '),
    (from > 0 ? '…' : '') + part(from, first),
    make('mark', {}, part(first, end) || ' '),
    part(end, to) + (to < line.length ? '…' : ''),
  );
}

function remedy(fix) {
  const was = make('code', { className: 'old' }, visible(fix.text));
  const words = visible(fix.replacement);
  if (words === '') return make('p', { className: 'fix' }, 'Stryk ', was);
  if (words.includes('\n')) return make('div', { className: 'fix' }, 'Skriv ', make('pre', { tabIndex: 0 }, words));
  const instead = fix.text !== '' ? [' i stället för ', was] : [];
  return make('p', { className: 'fix' }, 'Skriv ', make('code', {}, words), ...instead);
}

/* What "overens explain" says, asked for when somebody opens it. */
function explanation(code) {
  const details = make('details', {}, make('summary', {}, 'Förklara ' + code));
  const fetchWords = async () => {
    const answer = await fetch('/-/code?code=' + encodeURIComponent(code));
    details.append(make('pre', { className: 'explanation', tabIndex: 0 }, await answer.text()));
  };
  details.addEventListener('toggle', () => fetchWords().catch(() => lose()), { once: true });
  return details;
}

/* What is found, or a note that belongs to it; a note at the same place does not show that again. */
function problem(found, owner) {
  const again = owner !== null && owner.file === found.file && owner.byte === found.byte;
  const placed = found.file !== undefined && !again;
  const place = placed ? `${visible(found.file)}, rad ${found.line}, kolumn ${found.column}` : '';
  return make(
    owner === null ? 'li' : 'div',
    { className: found.severity },
    make(
      'p',
      { className: 'head' },
      make('span', { className: 'severity' }, `${SEVERITIES[found.severity]} ${found.code}`),
      placed ? make('span', { className: 'place' }, place) : null,
    ),
    make('p', { className: 'message' }, visible(found.message)),
    placed && found.excerpt ? excerpt(found) : null,
    found.fix ? remedy(found.fix) : null,
    ...(found.notes || []).map((note) => problem(note, found)),
    owner === null ? explanation(found.code) : null,
  );
}

/* What concerns the case that is shown, each once: its own, what all cases share, and what holds between it
 * and others. */
function problems() {
  const one = caseNamed(shown.name);
  const concerns = (found) =>
    found.file === undefined || found.file === one?.file || (found.notes || []).some(concerns);
  const all = [...state.shared, ...(one ? one.diagnostics : []), ...state.between.filter(concerns)];
  return [...new Map(all.map((found) => [JSON.stringify(found), found])).values()];
}

function showList(id, found, title) {
  const part = element(id);
  part.hidden = found.length === 0;
  setText(part.querySelector('h3, summary'), title);
  replace(part.querySelector('ol'), JSON.stringify(found), () => found.map((each) => problem(each, null)));
}

/* Returns how many errors there are. */
function showProblems() {
  const one = caseNamed(shown.name);
  const errors = problems().filter((found) => found.severity === 'error');
  const warnings = problems().filter((found) => found.severity !== 'error');
  element('stale').hidden = !one || one.documents.length === 0;
  showList('errors', errors, counted(errors.length, 'fel', 'fel') + ' att rätta');
  showList('warnings', warnings, counted(warnings.length, 'varning', 'varningar'));
  return errors.length;
}

/* ---- The page ---- */

/* A new frame takes the old one's place when it has come, at the same height of the page. */
function loadPage(source, title, isPage, keep) {
  const pages = element('pages');
  const old = pages.querySelector('iframe:not(.coming)');
  pages.querySelectorAll('iframe.coming').forEach((frame) => frame.remove());
  const frame = make('iframe', { title, className: 'coming', src: source });
  /* A page is only read. What shows a PDF is the browser's own, and works in no box. */
  if (isPage) frame.sandbox = 'allow-same-origin allow-popups allow-modals';
  const take = () => {
    if (keep && old && isPage) {
      try {
        const { scrollX, scrollY } = old.contentWindow;
        frame.contentWindow.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
      } catch {
        /* What has come is the browser's own words, that the program does not answer. Next time it does. */
        loaded = '';
        frame.remove();
        return;
      }
    }
    const focused = document.activeElement === old;
    frame.classList.remove('coming');
    old?.remove();
    if (focused) frame.focus();
  };
  frame.addEventListener('load', take, { once: true });
  pages.append(frame);
}

/* Words in place of a page. */
function showNothing(one) {
  let words = 'Här visas dokumentet när felen är rättade.';
  if (!one) words = 'Det finns inget ärende ännu. Börja ett: make new TYPE=tjänsteskrivelse NAME=namnet';
  else if (state.making) words = 'Dokumenten görs …';
  loaded = '';
  setText(element('title'), one ? one.name : '');
  replace(element('forms'), '', () => []);
  replace(element('pages'), words, () => [make('p', { className: 'nothing' }, words)]);
}

function formEntry(one, made, form) {
  const link = make('a', { href: hashOf(one.name, made.file, form.ending) }, form.label);
  /* Browsers show Markdown each in its way, some not at all. */
  if (form.ending === 'md') Object.assign(link, { href: address(one.name, made.file, 'md'), target: '_blank' });
  if (form.ending === shown.ending) link.setAttribute('aria-current', 'true');
  return make('li', {}, link);
}

function showPage(stale) {
  const one = caseNamed(shown.name);
  const made = documentIn(one, shown.file);
  const pages = element('pages');
  pages.classList.toggle('stale', stale);
  element('bar').hidden = !one;
  if (!made) return showNothing(one);
  replace(pages, 'frame', () => []);
  setText(element('title'), label(made));
  replace(element('forms'), JSON.stringify(shown), () => FORMS.map((form) => formEntry(one, made, form)));
  const source = address(one.name, made.file, shown.ending);
  const keep = loaded.startsWith(source + ' ');
  const next = `${source} ${made[shown.ending]}`;
  if (next === loaded) return;
  loaded = next;
  loadPage(source, `${label(made)}, ${one.name}`, shown.ending === 'html', keep);
}

/* ---- All together ---- */

/* How it stands, and how that looks. */
function standing(errors) {
  if (!contact) return ['Ingen kontakt med programmet. Är det avslutat?', 'bad'];
  if (errors > 0) return [counted(errors, 'fel', 'fel') + ' att rätta', 'bad'];
  if (state.making) return ['Görs om …', 'busy'];
  const others = state.cases.filter((one) => one.errors > 0).map((one) => one.name);
  return others.length > 0 ? ['Fel i ' + others.join(', '), 'bad'] : ['Aktuell', 'good'];
}

function showStatus(errors) {
  const [words, look] = standing(errors);
  setText(element('status'), words);
  element('status').className = look;
  document.title = (errors > 0 ? `(${errors}) ` : '') + (shown.name || 'Förhandsvisning');
}

function show() {
  shown = chosen();
  showCases();
  const errors = showProblems();
  const one = caseNamed(shown.name);
  showPage(errors > 0 && Boolean(one) && !one.current);
  showStatus(errors);
}

function lose() {
  contact = false;
  showStatus(0);
}

/* Asks again and again; the program answers when there is something new. */
async function listen() {
  for (;;) {
    try {
      const after = state ? encodeURIComponent(state.version) : '';
      state = await (await fetch('/-/state?after=' + after)).json();
      contact = true;
    } catch {
      lose();
      await new Promise((done) => setTimeout(done, 1000));
      continue;
    }
    /* Whatever cannot be shown, the next news may. */
    try {
      show();
    } catch (fault) {
      console.error(fault);
    }
  }
}

addEventListener('hashchange', () => state && show());
listen();
