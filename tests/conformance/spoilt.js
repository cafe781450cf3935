/* Spoilt: a good page, broken on purpose in one way at a time, each with the judge that must find it. */
'use strict';
const fs = require('fs');
const path = require('path');

/* What another piece of the page becomes; a page without it would prove nothing. */
function replacing(pattern, text) {
  return (html) => {
    if (html.search(pattern) < 0) throw new Error(`the page has no ${pattern}`);
    return html.replace(pattern, text);
  };
}

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const open = replacing(POLICY, ''); /* so that what is put in comes into force */

/* Rules at the end of the page's own style. */
const styled = (css) => (html) => open(replacing(/<\/style>/, `\n${css}</style>`)(html));
const in_body = (markup) => replacing(/<\/main>/, `${markup}</main>`);
const in_open_body = (markup) => (html) => open(in_body(markup)(html));

const FAINT = 'main p { color: #c8c8c8; background: #fff }';
const ELSEWHERE = {
  light: [['dark', 1280]],
  dark: [['light', 1280], ['forced', 1280], ['print', 1280]],
  forced: [['light', 1280], ['dark', 1280], ['print', 1280]],
  print: [['light', 1280], ['dark', 1280], ['forced', 1280]],
  320: [['light', 768], ['light', 1280]],
  768: [['light', 320], ['light', 1280]],
  1280: [['light', 320], ['light', 768]],
};

/* A text too faint to read in one mode or at one width alone. */
function faint(place, condition) {
  const seen = Number(place) ? ['light', Number(place)] : [place, 1280];
  return {
    name: `faint ${place}`,
    spoil: styled(`@media ${condition} { ${FAINT} }`),
    found: 'color-contrast',
    seen: [seen],
    unseen: ELSEWHERE[place],
  };
}

/* What the page becomes, or a file with another ending;
 * found: how the fault begins that must be reported, or 'vnu' and something that it says;
 * seen:  in which modes and at which widths, light at 1280 unless told; unseen: where it is not to be seen.
 */
const SPOILT = [
  { name: 'a picture without words, says vnu', spoil: in_body('<img src="data:,">'), found: 'vnu', says: 'alt' },
  { name: 'an id twice', spoil: in_body('<p id="del-1">Två</p>'), found: 'vnu', says: 'Duplicate ID' },
  { name: 'an element where it may not be', spoil: in_body('<ul><p>Hej</p></ul>'), found: 'vnu', says: 'not allowed' },
  { name: 'an end that is not there', spoil: replacing(/<\/section>/, ''), found: 'vnu', says: 'Unclosed' },
  { name: 'a warning', spoil: in_body('<section><p>Hej</p></section>'), found: 'vnu', says: 'lacks heading' },
  { name: 'style that does not exist', spoil: styled('p { colour: red }'), found: 'vnu', says: 'colour' },
  { name: 'a style sheet by itself', ending: '.css', spoil: () => 'p { colour: red }', found: 'vnu', says: 'colour' },
  { name: 'another style than the policy knows', spoil: replacing(/<\/style>/, ' p{top:0}</style>'), found: 'vnu', says: 'Content Security Policy' },

  faint('light', '(prefers-color-scheme: light) and (forced-colors: none)'),
  faint('dark', '(prefers-color-scheme: dark)'),
  { ...faint('forced', '(forced-colors: active)'),
    spoil: styled('@media (forced-colors: active) { main p { forced-color-adjust: none; color: #c8c8c8; background: #fff } }') },
  faint('print', 'print'),
  faint('320', '(max-width: 400px)'),
  faint('768', '(min-width: 700px) and (max-width: 800px)'),
  faint('1280', '(min-width: 1000px)'),

  { name: 'a picture without words', spoil: in_open_body('<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==">'), found: 'image-alt' },
  { name: 'a table without heads', spoil: (html) => html.replace(/<(\/?)th\b/g, '<$1td').replace(/ scope="[a-z]+"/g, ''), found: 'td-has-header' },
  { name: 'a head of nothing', spoil: replacing(/scope="col"/, 'scope="column"'), found: 'scope-attr-valid' },
  { name: 'an id twice that a name is taken from', spoil: in_body('<p id="tabell-1">Två</p>'), found: 'undecided duplicate-id-aria' },
  { name: 'a box that scrolls but cannot be reached', spoil: (html) => html.replace(/ tabindex="0"/g, ''), found: 'scrollable-region-focusable', seen: [['light', 320]] },
  { name: 'a box that scrolls without a name', spoil: (html) => html.replace(/ role="group" aria-label(ledby)?="[^"]*"/g, ''), found: 'own sideways', seen: [['light', 320]] },
  { name: 'a heading that leaps', spoil: replacing(/<h3([^>]*)>([^<]*)<\/h3>/, '<h5$1>$2</h5>'), found: 'heading-order' },
  { name: 'two titles', spoil: in_body('<h1>Två</h1>'), found: 'own parts' },
  { name: 'two main parts', spoil: replacing(/<\/main>/, '</main><main><p>Två</p></main>'), found: 'landmark-no-duplicate-main' },
  { name: 'words outside every part', spoil: replacing(/<main/, '<p>Ute</p><main'), found: 'region' },
  { name: 'a way past the header that leads nowhere', spoil: replacing(/href="#del-1"/, 'href="#del-0"'), found: 'skip-link' },
  { name: 'a page in no language', spoil: replacing(/ lang="sv"/, ''), found: 'html-has-lang' },
  { name: 'links too small to hit', spoil: styled('.contents a { padding: 0; line-height: 1; font-size: .5rem; display: block } .contents li { line-height: .8 }'), found: 'target-size' },
  { name: 'contrast that nobody can tell', spoil: styled('main p { background: linear-gradient(#fff, #eee) }'), found: 'undecided color-contrast' },
  { name: 'something too wide', spoil: in_open_body('<div style="width: 700px">Bred</div>'), found: 'own sideways', seen: [['light', 320], ['dark', 320], ['forced', 320]], unseen: [['light', 1280]] },
  { name: 'a word that sticks out', spoil: styled('main p { overflow-wrap: normal; white-space: nowrap }'), found: 'own sideways: something', seen: [['light', 768]] },
  { name: 'long lines', spoil: styled('main :is(p, li, dd) { max-width: none; font-size: .8rem }'), found: 'own lines' },
  { name: 'a picture from elsewhere', spoil: in_open_body('<img alt="" src="https://example.invalid/a.png">'), found: 'heard request' },
  { name: 'a picture from elsewhere, under the policy', spoil: in_body('<img alt="" src="https://example.invalid/a.png">'), found: 'heard error' },
  { name: 'a script, under the policy', spoil: in_body('<script>document.title = 1</script>'), found: 'heard error' },
  { name: 'a style of an element, under the policy', spoil: in_body('<p style="color: red">Röd</p>'), found: 'heard error' },
  { name: 'a script that fails', spoil: in_open_body('<script>throw Error("fel")</script>'), found: 'heard error' },
];

/* The files, each with what it is. */
function write_spoilt(good, folder) {
  const html = fs.readFileSync(good, 'utf8');
  fs.mkdirSync(folder);
  return SPOILT.map((spoilt, i) => {
    const file = path.join(folder, i + (spoilt.ending || '.html'));
    fs.writeFileSync(file, spoilt.spoil(html));
    return { spoilt, file };
  });
}

module.exports = { SPOILT, write_spoilt };
