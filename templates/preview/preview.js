// The shell of the preview: asks for the state, shows what has changed, and waits for the next.
//
// Nothing that comes from a case is ever read as HTML: every text goes in by textContent.
'use strict';

const element = (id) => document.getElementById(id);

/** A new element: make('li', {className: 'x'}, 'text', child). */
function make(name, members, ...children) {
	const made = Object.assign(document.createElement(name), members);
	made.append(...children.filter((child) => child !== null));
	return made;
}

const FORMS = [
	{ending: 'html', label: 'Webbsida'},
	{ending: 'pdf', label: 'PDF'},
	{ending: 'md', label: 'Markdown'},
];

let state = null; // what the program said last
let shown = {name: '', file: '', ending: 'html'}; // the document in the frame
let loaded = ''; // its address, and the digest that it had
let contact = true;

const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const counted = (count, one, many) => count + ' ' + (count === 1 ? one : many);

// Which document.

const address = (name, file, ending) => '/' + encodeURIComponent(name) + '/' + encodeURIComponent(file) + '.' + ending;
const label = (made) => capitalised(made.key || made.file);
const caseNamed = (name) => state.cases.find((one) => one.name === name);
const documentIn = (one, file) => one && one.documents.find((made) => made.file === file);

/** What stands after # says what is shown, so that it can be a bookmark and lasts a reload. */
function chosen() {
	const match = /^#([^/]+)\/(.+)\.(html|pdf)$/.exec(location.hash);
	let wanted = {name: '', file: '', ending: 'html'};
	try {
		if (match)
			wanted = {name: decodeURIComponent(match[1]), file: decodeURIComponent(match[2]), ending: match[3]};
	} catch { /* somebody has typed it, wrongly */ }
	const one = caseNamed(wanted.name) || state.cases.find((any) => any.documents.length > 0) || state.cases[0];
	if (!one)
		return {name: '', file: '', ending: 'html'};
	const made = documentIn(one, wanted.file) || one.documents[0];
	return {name: one.name, file: made ? made.file : '', ending: wanted.ending};
}

const hashOf = (name, file, ending) => '#' + address(name, file, ending).slice(1);

// The cases.

function caseEntry(one) {
	const badges = [];
	if (one.errors > 0)
		badges.push(make('span', {className: 'badge error'}, counted(one.errors, 'fel', 'fel')));
	else if (one.warnings > 0)
		badges.push(make('span', {className: 'badge'}, counted(one.warnings, 'varning', 'varningar')));
	const documents = one.documents.map((made) => {
		const pages = made.pages > 0 ? make('span', {className: 'pages'}, ' ' + counted(made.pages, 'sida', 'sidor')) : null;
		const link = make('a', {href: hashOf(one.name, made.file, shown.ending)}, label(made), pages);
		if (one.name === shown.name && made.file === shown.file)
			link.setAttribute('aria-current', 'page');
		return make('li', {}, link);
	});
	if (documents.length === 0)
		documents.push(make('li', {}, make('a', {href: hashOf(one.name, '-', 'html')}, one.errors > 0 ? 'Visa felen' : 'Inget dokument än')));
	return make('li', {}, make('div', {className: 'case'}, make('strong', {}, one.name), ...badges), make('ul', {}, ...documents));
}

/** Writes a list anew only when it has changed, so that focus and what is being read stay. */
function replace(parent, key, children) {
	if (parent.dataset.key === key)
		return;
	const focused = parent.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
	parent.dataset.key = key;
	parent.replaceChildren(...children());
	if (focused !== null)
		[...parent.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused)?.focus();
}

function showCases() {
	const key = JSON.stringify([shown, state.cases.map((one) => [one.name, one.errors, one.warnings, one.documents])]);
	replace(element('cases'), key, () => state.cases.map(caseEntry));
	element('index').hidden = !state.index;
}

// The problems.

const SEVERITIES = {error: 'Fel', warning: 'Varning', note: 'Se också'};
const EXCERPT_BEFORE = 60;
const EXCERPT_LENGTH = 160;

/** Characters that would turn the text around or not be seen at all. */
const visible = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu,
	(character) => '\\u' + character.codePointAt(0).toString(16).padStart(4, '0'));

/** The line, with the place marked; of a long one the part around it. */
function excerpt(found) {
	const characters = [...found.excerpt];
	const first = found.column - 1;
	const end = found.endLine > found.line ? characters.length : Math.max(found.endColumn - 1, first);
	const from = characters.length > EXCERPT_LENGTH ? Math.max(0, first - EXCERPT_BEFORE) : 0;
	const to = Math.min(characters.length, from + EXCERPT_LENGTH);
	const part = (a, b) => visible(characters.slice(Math.min(a, to), Math.min(b, to)).join(''));
	return make('pre', {tabIndex: 0},
		make('span', {className: 'number'}, found.line + ' '),
		(from > 0 ? '…' : '') + part(from, first),
		make('mark', {}, part(first, end) || ' '),
		part(end, to) + (to < characters.length ? '…' : ''));
}

function fixOf(fix) {
	if (fix.replacement === '')
		return make('p', {className: 'fix'}, 'Stryk ', make('code', {}, visible(fix.text)));
	const lines = fix.replacement.includes('\n');
	const words = make(lines ? 'pre' : 'code', {}, visible(fix.replacement));
	if (fix.text === '')
		return make(lines ? 'div' : 'p', {className: 'fix'}, 'Skriv dit ', words);
	return make(lines ? 'div' : 'p', {className: 'fix'}, 'Skriv ', words, lines ? null : ' i stället för ',
		lines ? null : make('code', {className: 'old'}, visible(fix.text)));
}

/** What "overens explain" says, asked for when somebody opens it. */
function explanation(code) {
	const details = make('details', {}, make('summary', {}, 'Förklara ' + code));
	details.addEventListener('toggle', async () => {
		const answer = await fetch('/-/code?code=' + encodeURIComponent(code));
		details.append(make('pre', {className: 'explanation', tabIndex: 0}, answer.ok ? await answer.text() : 'Det gick inte att hämta.'));
	}, {once: true});
	return details;
}

/** What is found, or a note that belongs to it; a note at the same place does not show it again. */
function problem(found, owner) {
	const inside = owner !== null;
	const again = inside && owner.file === found.file && owner.byte === found.byte;
	const place = found.file === undefined || again ? null
		: make('span', {className: 'place'}, visible(found.file) + ', rad ' + found.line + ', kolumn ' + found.column);
	return make(inside ? 'div' : 'li', {className: found.severity},
		make('p', {className: 'head'}, make('span', {className: 'severity'}, SEVERITIES[found.severity] + ' ' + found.code), place),
		make('p', {className: 'message'}, visible(found.message)),
		found.excerpt && !again ? excerpt(found) : null,
		found.fix ? fixOf(found.fix) : null,
		...(found.notes || []).map((note) => problem(note, found)),
		inside ? null : explanation(found.code));
}

/** What concerns the case that is shown: its own, what all cases share, and what holds between it and others. */
function problems() {
	const one = caseNamed(shown.name);
	const concerns = (found) => found.file === undefined || found.file === one?.file || (found.notes || []).some(concerns);
	const all = [...state.shared, ...(one ? one.diagnostics : []), ...state.between.filter(concerns)];
	const keys = all.map((found) => JSON.stringify(found));
	return all.filter((found, index) => keys.indexOf(keys[index]) === index);
}

function showList(id, found, title) {
	const part = element(id);
	part.hidden = found.length === 0;
	part.querySelector('h3, summary').textContent = title;
	replace(part.querySelector('ol'), JSON.stringify(found), () => found.map((each) => problem(each, null)));
}

function showProblems() {
	const one = caseNamed(shown.name);
	const errors = problems().filter((found) => found.severity === 'error');
	const warnings = problems().filter((found) => found.severity !== 'error');
	element('stale').hidden = !one || one.documents.length === 0;
	showList('errors', errors, counted(errors.length, 'fel', 'fel') + ' att rätta');
	showList('warnings', warnings, counted(warnings.length, 'varning', 'varningar'));
	return errors.length;
}

// The page.

/** A new frame takes the old one's place when it is there, at the same height of the page. */
function loadPage(source, title, isPage, keep) {
	const pages = element('pages');
	const old = pages.querySelector('iframe:not(.coming)');
	pages.querySelectorAll('iframe.coming').forEach((frame) => frame.remove());
	const frame = make('iframe', {title: title, className: 'coming'});
	if (isPage)
		frame.sandbox = 'allow-same-origin allow-popups allow-modals';
	frame.addEventListener('load', () => {
		try {
			if (keep && old)
				frame.contentWindow.scrollTo({left: old.contentWindow.scrollX, top: old.contentWindow.scrollY, behavior: 'instant'});
		} catch { /* what shows a PDF lets nobody in */ }
		const focused = document.activeElement === old;
		frame.classList.remove('coming');
		old?.remove();
		if (focused)
			frame.focus();
	}, {once: true});
	frame.src = source;
	pages.append(frame);
}

function showPage(stale) {
	const one = caseNamed(shown.name);
	const made = documentIn(one, shown.file);
	const pages = element('pages');
	pages.classList.toggle('stale', stale);
	element('bar').hidden = !one;
	if (!made) {
		loaded = '';
		const words = !one ? 'Det finns inget ärende ännu. Börja ett: make new TYPE=tjänsteskrivelse NAME=namnet'
			: state.making ? 'Dokumenten görs …' : 'Här visas dokumentet när felen är rättade.';
		replace(pages, words, () => [make('p', {className: 'nothing'}, words)]);
		element('title').textContent = one ? one.name : '';
		element('forms').replaceChildren();
		return;
	}
	if (pages.dataset.key !== undefined) {
		delete pages.dataset.key;
		pages.replaceChildren();
	}
	element('title').textContent = label(made);
	replace(element('forms'), JSON.stringify(shown), () => FORMS.map((form) => {
		const link = form.ending === 'md'
			? make('a', {href: address(one.name, made.file, 'md'), target: '_blank'}, form.label)
			: make('a', {href: hashOf(one.name, made.file, form.ending)}, form.label);
		if (form.ending === shown.ending)
			link.setAttribute('aria-current', 'true');
		return make('li', {}, link);
	}));
	const source = address(one.name, made.file, shown.ending);
	const wanted = source + ' ' + made[shown.ending];
	if (wanted === loaded)
		return;
	const keep = loaded.split(' ')[0] === source;
	loaded = wanted;
	loadPage(source, label(made) + ', ' + one.name, shown.ending === 'html', keep);
}

// All together.

function showStatus(errors) {
	const one = state && caseNamed(shown.name);
	const others = state ? state.cases.filter((other) => other !== one && other.errors > 0).map((other) => other.name) : [];
	let words = 'Aktuell';
	let look = 'good';
	if (!contact)
		[words, look] = ['Ingen kontakt med programmet. Är det avslutat?', 'bad'];
	else if (errors > 0)
		[words, look] = [counted(errors, 'fel', 'fel') + ' att rätta', 'bad'];
	else if (state.making)
		[words, look] = ['Görs om …', 'busy'];
	else if (others.length > 0)
		[words, look] = ['Fel i ' + others.join(', '), 'bad'];
	const status = element('status');
	if (status.textContent !== words)
		status.textContent = words;
	status.className = look;
	document.title = (errors > 0 ? '(' + errors + ') ' : '') + (shown.name || 'Förhandsvisning');
}

function show() {
	shown = chosen();
	showCases();
	const errors = showProblems();
	const one = caseNamed(shown.name);
	showPage(errors > 0 && Boolean(one) && !one.current);
	showStatus(errors);
}

/** Asks again and again; the program answers when there is something new. */
async function listen() {
	for (;;) {
		try {
			const answer = await fetch('/-/state?after=' + (state ? encodeURIComponent(state.version) : ''));
			if (!answer.ok)
				throw new Error(answer.statusText);
			state = await answer.json();
			contact = true;
			show();
		} catch (problem) {
			if (!(problem instanceof TypeError))
				console.error(problem);
			contact = false;
			showStatus(0);
			await new Promise((done) => setTimeout(done, 1000));
		}
	}
}

addEventListener('hashchange', () => state && show());
listen();
