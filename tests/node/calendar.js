// A calendar as ical.js reads it: the events on standard output as JSON, by name.
const ICAL = require('ical.js').default || require('ical.js')
const text = require('fs').readFileSync(0, 'utf8')

for (const line of text.split('\r\n'))
  if (Buffer.byteLength(line) > 75 || /[\r\n\0]/.test(line)) throw new Error('A line is too long, or ends twice: ' + line)
const calendar = new ICAL.Component(ICAL.parse(text))
const events = calendar.getAllSubcomponents('vevent').map(component => {
  const event = new ICAL.Event(component)
  if (!event.startDate.isDate) throw new Error('Not a whole day: ' + event.uid)
  for (const name of ['uid', 'dtstamp', 'dtstart', 'summary'])
    if (component.getAllProperties(name).length !== 1) throw new Error(name + ' is not there once: ' + event.uid)
  return {
    uid: event.uid,
    day: event.startDate.toString(),
    end: event.endDate.toString(),
    summary: event.summary,
    description: event.description,
    kind: component.getFirstPropertyValue('categories'),
    stamp: component.getFirstPropertyValue('dtstamp').toString(),
    properties: component.getAllProperties().map(property => property.name),
  }
})
if (new Set(events.map(event => event.uid)).size !== events.length) throw new Error('Two events have one name.')
console.log(JSON.stringify({ properties: calendar.getAllProperties().map(p => p.name), events }))
