/* Calendar: the days of all cases by RFC 5545, for any calendar program. */
#include "base/buffer.h"
#include "base/digest.h"
#include "base/swedish.h"
#include "base/version.h"
#include "overview/events.h"

/* Lines. */

/* A line is at most so many bytes; what is left goes on the next, after a space (3.1). */
enum { LINE_BYTES = 75 };

/* Ends no line within a character. */
static void put_line(Buffer *out, Text line)
{
	size_t room = LINE_BYTES;
	while (line.length > room) {
		size_t end = room;
		while (end > 0 && ((unsigned char)line.bytes[end] & 0xC0) == 0x80)
			end--;
		buffer_put(out, text_cut(line, 0, end));
		buffer_put(out, TEXT("\r\n "));
		line = text_after(line, end);
		room = LINE_BYTES - 1;
	}
	buffer_put(out, line);
	buffer_put(out, TEXT("\r\n"));
}

/* 3.3.11 */
static void put_escaped(Buffer *out, Text text)
{
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.bytes[i];
		if (byte == '\n') {
			buffer_put(out, TEXT("\\n"));
			continue;
		}
		if (byte == '\\' || byte == ';' || byte == ',')
			buffer_put_byte(out, '\\');
		if ((unsigned char)byte >= 0x20 && byte != 0x7F)
			buffer_put_byte(out, byte);
	}
}

static void put_property(Buffer *out, Text name, Text value)
{
	Buffer line = buffer_new(out->arena, BUFFER_MAXIMUM);
	buffer_put(&line, name);
	buffer_put_byte(&line, ':');
	put_escaped(&line, value);
	put_line(out, buffer_text(&line));
}

static void put_date(Buffer *out, Text name, Date date, Text end)
{
	buffer_put(out, name);
	buffer_put_padded(out, (uint64_t)date.year, 4);
	buffer_put_padded(out, (uint64_t)date.month, 2);
	buffer_put_padded(out, date.day > 0 ? (uint64_t)date.day : 1, 2);
	buffer_put(out, end);
	buffer_put(out, TEXT("\r\n"));
}

/* Events. */

/* The same event has the same name in every calendar that is made, and no other has it. */
static Text identity(Arena *arena, const Event *event)
{
	enum { ENOUGH = 32 };
	Buffer number = buffer_new(arena, 32);
	buffer_put_integer(&number, (int64_t)event->number);
	Text parts[] = {event->c->name, TEXT("\n"),
	                event->payment != NULL ? event->payment->name : event_name(event->kind),
	                TEXT("\n"), buffer_text(&number)};
	Text name[] = {text_cut(digest_of(arena, text_join(arena, parts, 5)), 0, ENOUGH),
	               TEXT("@overens")};
	return text_join(arena, name, 2);
}

static Text summary(Arena *arena, const Event *event)
{
	const PortfolioCase *c = event->c;
	bool numbered = c->diary_number.length > 0;
	Text parts[] = {event_name(event->kind),
	                TEXT(": "),
	                c->title.length > 0 ? c->title : c->name,
	                numbered ? TEXT(" (") : TEXT(""),
	                c->diary_number,
	                numbered ? TEXT(")") : TEXT("")};
	return text_join(arena, parts, 6);
}

static void put_sentence(Buffer *out, Text beginning, Text value)
{
	if (value.length == 0)
		return;
	buffer_put(out, beginning);
	buffer_put(out, value);
	buffer_put(out, TEXT(".\n"));
}

static Text description(Arena *arena, const Event *event)
{
	const PortfolioCase *c = event->c;
	Buffer out = buffer_new(arena, BUFFER_MAXIMUM);
	put_sentence(&out, TEXT("Belopp: "), event_amount(arena, event));
	put_sentence(&out, TEXT("Period: "), portfolio_period(arena, c));
	if (event->kind == EVENT_END || event->kind == EVENT_DECISION)
		put_sentence(&out, TEXT("Kan förlängas till och med "),
		             swedish_date_short(arena, c->extended_to));
	if (event->kind == EVENT_NOTICE || event->kind == EVENT_END)
		put_sentence(&out, TEXT("Om ingen säger upp förnyas den till och med "),
		             swedish_date_short(arena, c->renewed_to));
	if (c->grant != NULL)
		put_sentence(&out, TEXT("Bidrag per år: "), swedish_amount(arena, c->grant->value));
	put_sentence(&out, TEXT("Nämnd: "), c->board);
	put_sentence(&out, TEXT("Status: "), c->status_word);
	put_sentence(&out, TEXT("Ärende: "), c->name);
	return text_trim(buffer_text(&out));
}

/* When the event was last made. Of a day that is not given, the case's own tells. */
static Date stamp_of(const Overview *overview, const PortfolioCase *c)
{
	const Date days[] = {overview->day, c->decided, c->from, c->to};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		if (date_is_given(days[i]))
			return days[i];
	return (Date){1970, 1, 1};
}

static void put_event(Buffer *out, const Overview *overview, const Event *event)
{
	Arena *arena = overview->portfolio->arena;
	buffer_put(out, TEXT("BEGIN:VEVENT\r\n"));
	put_property(out, TEXT("UID"), identity(arena, event));
	put_date(out, TEXT("DTSTAMP:"), stamp_of(overview, event->c), TEXT("T000000Z"));
	put_date(out, TEXT("DTSTART;VALUE=DATE:"), event->day, TEXT(""));
	put_property(out, TEXT("SUMMARY"), summary(arena, event));
	put_property(out, TEXT("DESCRIPTION"), description(arena, event));
	put_property(out, TEXT("CATEGORIES"), event_name(event->kind));
	/* What is not decided may change; and nobody is busy all day because of a last day. */
	buffer_put(out, event->c->status == STATUS_DECIDED ? TEXT("STATUS:CONFIRMED\r\n")
	                                                   : TEXT("STATUS:TENTATIVE\r\n"));
	buffer_put(out, TEXT("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"));
}

/* A calendar must hold something (3.6). */
static void put_nothing(Buffer *out)
{
	buffer_put(out, TEXT("BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\n"
	                     "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"
	                     "TZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"));
}

Text overview_calendar(const Overview *overview)
{
	Buffer out = buffer_new(overview->portfolio->arena, BUFFER_MAXIMUM);
	Events events = events_of(overview);
	buffer_put(&out, TEXT("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
	put_property(&out, TEXT("PRODID"), TEXT("-//" PROGRAM "//SV"));
	buffer_put(&out, TEXT("CALSCALE:GREGORIAN\r\n"));
	put_property(&out, TEXT("X-WR-CALNAME"), TEXT("Överenskommelser"));
	for (size_t i = 0; i < events.count; i++)
		put_event(&out, overview, &events.items[i]);
	if (events.count == 0)
		put_nothing(&out);
	buffer_put(&out, TEXT("END:VCALENDAR\r\n"));
	return out.full ? (Text){0} : buffer_text(&out);
}
