// Trees: what readers that are not ours make of a page and of a Markdown file. File names come in, a line each;
// for each, a line of JSON goes out:
//
//	page.html	[["<", name, {attribute: value}], "text", [">", name], ["!", "comment"], ...]
//	file.md		[["<", "strong", {}], "text", [">", "strong"], ["<", "a", {href}], ["html", "<b>"], ...]
//
// Texts that follow one another are one. The style sheet's text is left out, since it is long and ours. In
// Markdown that we wrote, <em>, <strong> and <br> are what they mark up; any other HTML is told as it stands, and
// so is all of it in NAME.payload.md. A file.txt is one text.
const fs = require('fs');
const parse5 = require('parse5');
const commonmark = require('commonmark');

class Events {
  constructor() {
    this.items = [];
  }

  open(name, attributes) {
    this.items.push(['<', name, attributes]);
  }

  close(name) {
    this.items.push(['>', name]);
  }

  text(text) {
    const last = this.items.length - 1;
    if (typeof this.items[last] === 'string') this.items[last] += text;
    else if (text !== '') this.items.push(text);
  }
}

function page(html) {
  const events = new Events();
  const visit = node => {
    if (node.nodeName === '#text') {
      events.text(node.parentNode.nodeName === 'style' ? '' : node.value);
    } else if (node.nodeName === '#comment') {
      events.items.push(['!', node.data]);
    } else if (node.tagName !== undefined) {
      const prefix = node.namespaceURI.endsWith('xhtml') ? '' : 'svg:';
      events.open(prefix + node.tagName, Object.fromEntries(node.attrs.map(a => [a.name, a.value])));
      (node.content || node).childNodes.forEach(visit);
      events.close(prefix + node.tagName);
    } else {
      (node.childNodes || []).forEach(visit);
    }
  };
  const faults = [];
  visit(parse5.parse(html, { onParseError: fault => faults.push(fault.code) }));
  faults.forEach(code => events.items.push(['fault', code]));
  return events.items;
}

function markdown(source, ours) {
  const events = new Events();
  const kept = { '<em>': ['<', 'em'], '</em>': ['>', 'em'], '<strong>': ['<', 'strong'], '</strong>': ['>', 'strong'] };
  const walker = new commonmark.Parser().parse(source).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    if (node.type === 'text' || node.type === 'code' || node.type === 'code_block') {
      events.text(node.literal);
    } else if (node.type === 'softbreak') {
      events.text('\n');
    } else if (node.type === 'linebreak' || (ours && node.type === 'html_inline' && node.literal === '<br>')) {
      events.text('\n');
    } else if (ours && node.type === 'html_inline' && node.literal in kept) {
      const [sign, name] = kept[node.literal];
      if (sign === '<') events.open(name, {});
      else events.close(name);
    } else if (node.type.startsWith('html')) {
      events.items.push(['html', node.literal]);
    } else {
      const name = { emph: 'em', link: 'a' }[node.type] || node.type;
      if (!node.isContainer) events.open(name, {});
      else if (entering) events.open(name, node.type === 'link' || node.type === 'image' ? { href: node.destination } : {});
      else events.close(name);
    }
  }
  return events.items;
}

for (const name of fs.readFileSync(0, 'utf8').split('\n').filter(line => line !== '')) {
  const source = fs.readFileSync(name, 'utf8');
  const read = { html: page, txt: text => [text] }[name.split('.').pop()];
  console.log(JSON.stringify(read ? read(source) : markdown(source, !name.endsWith('.payload.md'))));
}
