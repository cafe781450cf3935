/* Path: the data of an SVG path (SVG 1.1, 8.3) as moves, lines and curves. */
#include "picture/formats.h"

#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"

#define LARGEST (1000000 * MICRO_UNIT)

/* Further away, counted in heights of the picture, no shape has a part in it. */
enum { REACH = 500 };

typedef struct Point {
	Micro x, y;
} Point;

typedef struct PathReading {
	Arena *arena;
	Text text;
	size_t at;
	Span data;
	const Frame *frame;
	PicturePath *path;
	Point current;
	Point first;   /* of the part that is open */
	Point control; /* the last point of control of the step before */
	char latest;   /* the command before, in upper case; 0 before the first */
	Diagnostics *diagnostics;
} PathReading;

/* ---- Numbers ---- */

static void skip_space(Text text, size_t *at)
{
	while (*at < text.length && strchr(" \t\r\n", text.bytes[*at]) != NULL)
		++*at;
}

static bool digit_at(Text text, size_t at)
{
	return at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9';
}

static bool byte_at(Text text, size_t at, char byte)
{
	return at < text.length && text.bytes[at] == byte;
}

/* Digits, of which those beyond what matters are only counted. */
static void read_digits(Text text, size_t *at, int64_t *value, int *dropped, int *count)
{
	for (*count = 0; digit_at(text, *at); ++*at, ++*count) {
		if (*value < INT64_C(100000000000000))
			*value = *value * 10 + (text.bytes[*at] - '0');
		else
			++*dropped;
	}
}

/* "e-3", but not the beginning of a command. */
static int read_exponent(Text text, size_t *at)
{
	size_t digits = *at + 1;
	bool negative = byte_at(text, digits, '-');
	if (!byte_at(text, *at, 'e') && !byte_at(text, *at, 'E'))
		return 0;
	if (negative || byte_at(text, digits, '+'))
		digits++;
	if (!digit_at(text, digits))
		return 0;
	int64_t value = 0;
	int dropped = 0, count = 0;
	read_digits(text, &digits, &value, &dropped, &count);
	*at = digits;
	int exponent = value < 99 ? (int)value : 99;
	return negative ? -exponent : exponent;
}

/* value * 10^power, rounded; false when it is larger than any drawing. */
static bool scale(int64_t value, int power, Micro *number)
{
	for (; power > 0 && value != 0; power--) {
		if (value > LARGEST)
			return false;
		value *= 10;
	}
	for (; power < 0 && value != 0; power++)
		value = (value + (power == -1 ? 5 : 0)) / 10;
	*number = value;
	return value <= LARGEST;
}

bool path_number(Text text, size_t *at, Micro *number)
{
	size_t place = *at;
	int64_t value = 0;
	int dropped = 0, whole = 0, decimals = 0, more = 0;
	skip_space(text, &place);
	if (byte_at(text, place, ','))
		place++;
	skip_space(text, &place);
	*at = place;
	bool negative = byte_at(text, place, '-');
	if (negative || byte_at(text, place, '+'))
		place++;
	read_digits(text, &place, &value, &dropped, &whole);
	if (byte_at(text, place, '.')) {
		place++;
		read_digits(text, &place, &value, &more, &decimals);
	}
	if (whole + decimals == 0)
		return false;
	int power = 6 + dropped - (decimals - more) + read_exponent(text, &place);
	if (!scale(value, power, number))
		return false;
	*number = negative ? -*number : *number;
	*at = place;
	return true;
}

/* ---- Steps ---- */

bool frame_reaches(const Frame *frame, Micro coordinate)
{
	return coordinate / REACH <= frame->height && coordinate / REACH >= -frame->height;
}

static Length shown(const Frame *frame, Micro offset)
{
	int64_t product = offset * frame->shown_height;
	int64_t half = product < 0 ? -frame->height / 2 : frame->height / 2;
	return (Length)((product + half) / frame->height);
}

static PicturePoint placed(const PathReading *r, Point point)
{
	return (PicturePoint){shown(r->frame, point.x - r->frame->left),
	                      shown(r->frame, point.y - r->frame->top)};
}

static PathStep *add_step(PathReading *r, PathStepKind kind, Point to)
{
	PathStep *step = ARENA_PUSH(r->arena, r->path);
	step->kind = kind;
	step->points[0] = placed(r, to);
	r->current = to;
	r->control = to;
	return step;
}

static void add_curve(PathReading *r, Point one, Point two, Point to)
{
	PathStep *step = add_step(r, PATH_CURVE, to);
	step->points[0] = placed(r, one);
	step->points[1] = placed(r, two);
	step->points[2] = placed(r, to);
	r->control = two;
}

static Point between(Point from, Point to)
{
	return (Point){from.x + (to.x - from.x) * 2 / 3, from.y + (to.y - from.y) * 2 / 3};
}

/* A curve with one point of control is the same as one with two, each two thirds of the way. */
static void add_quadratic(PathReading *r, Point control, Point to)
{
	add_curve(r, between(r->current, control), between(to, control), to);
	r->control = control;
}

/* The last point of control, mirrored in where the step before ended, if it was of that kind. */
static Point reflected(const PathReading *r, const char *kinds)
{
	if (strchr(kinds, r->latest) == NULL)
		return r->current;
	return (Point){2 * r->current.x - r->control.x, 2 * r->current.y - r->control.y};
}

/* ---- Commands ---- */

static Span place_of(const PathReading *r, size_t at)
{
	size_t first = r->data.first + at, end = at;
	if (at < r->text.length)
		(void)utf8_next(r->text, &end);
	return span_of(r->data.source, first, r->data.first + end);
}

/* What was expected at a place, and what stands there. */
static bool report(PathReading *r, size_t at, Text expected)
{
	Span place = place_of(r, at);
	Text parts[] = {TEXT("det står ”"), span_text(place), TEXT("”")};
	diagnose(r->diagnostics, SVG_DATA, place, expected,
	         parts[1].length > 0 ? text_join(r->arena, parts, 3) : TEXT("den slutar"));
	return false;
}

static bool read_number(PathReading *r, Micro *number)
{
	if (path_number(r->text, &r->at, number))
		return true;
	size_t digit = r->at + (byte_at(r->text, r->at, '-') ? 1 : 0);
	return report(r, r->at,
	              digit_at(r->text, digit) ? TEXT("ett tal under en miljon") : TEXT("ett tal"));
}

/* Whether a step may go there: relative ones may add up to what no picture has. */
static bool check_reach(PathReading *r, size_t at, Point point)
{
	if (frame_reaches(r->frame, point.x) && frame_reaches(r->frame, point.y))
		return true;
	return report(r, at, TEXT("en punkt i bilden"));
}

static bool read_point(PathReading *r, bool relative, Point *point)
{
	size_t at = r->at;
	Micro x, y;
	if (!read_number(r, &x) || !read_number(r, &y))
		return false;
	*point = relative ? (Point){r->current.x + x, r->current.y + y} : (Point){x, y};
	return check_reach(r, at, *point);
}

/* H and V: one coordinate, the other stays. */
static bool read_straight(PathReading *r, char command, bool relative)
{
	size_t at = r->at;
	Micro value;
	Point to = r->current;
	if (!read_number(r, &value))
		return false;
	Micro *changed = command == 'H' ? &to.x : &to.y;
	*changed = relative ? *changed + value : value;
	if (!check_reach(r, at, to))
		return false;
	add_step(r, PATH_LINE, to);
	return true;
}

/* One step of a command that takes points. */
static bool read_points(PathReading *r, char command, bool relative)
{
	static const char commands[] = "MLTCSQ";
	static const size_t counts[] = {1, 1, 1, 3, 2, 2};
	Point points[3] = {{0}};
	const char *known = strchr(commands, command);
	for (size_t i = 0; i < counts[known - commands]; i++)
		if (!read_point(r, relative, &points[i]))
			return false;
	switch (command) {
	case 'M':
		add_step(r, PATH_MOVE, points[0]);
		r->first = points[0];
		break;
	case 'L': add_step(r, PATH_LINE, points[0]); break;
	case 'C': add_curve(r, points[0], points[1], points[2]); break;
	case 'S': add_curve(r, reflected(r, "CS"), points[0], points[1]); break;
	case 'Q': add_quadratic(r, points[0], points[1]); break;
	default: add_quadratic(r, reflected(r, "QT"), points[0]); break;
	}
	return true;
}

static bool more_numbers(const PathReading *r)
{
	size_t at = r->at;
	Micro number;
	if (path_number(r->text, &at, &number))
		return true;
	return at < r->text.length && strchr("0123456789.,-+", r->text.bytes[at]) != NULL;
}

static void close_part(PathReading *r)
{
	add_step(r, PATH_CLOSE, r->first);
	r->latest = 'Z';
}

/* A command with all the steps that its numbers make: after a move they are lines. */
static bool read_command(PathReading *r)
{
	char letter = r->text.bytes[r->at];
	bool relative = letter >= 'a' && letter <= 'z';
	char command = relative ? (char)(letter - 'a' + 'A') : letter;
	if (command == 'A') {
		diagnose(r->diagnostics, SVG_ARC, place_of(r, r->at),
		         span_text(place_of(r, r->at)));
		return false;
	}
	if (strchr("MLTCSQHVZ", command) == NULL)
		return report(r, r->at, TEXT("ett steg, M L H V C S Q T eller Z"));
	if (r->latest == 0 && command != 'M')
		return report(r, r->at, TEXT("M"));
	r->at++;
	if (command == 'Z') {
		close_part(r);
		return true;
	}
	/* What goes on after a closed part begins where that did. */
	if (r->latest == 'Z' && command != 'M')
		add_step(r, PATH_MOVE, r->first);
	do {
		bool straight = command == 'H' || command == 'V';
		if (straight ? !read_straight(r, command, relative)
		             : !read_points(r, command, relative))
			return false;
		r->latest = command;
		if (command == 'M')
			command = 'L';
	} while (more_numbers(r) && r->path->count <= LIMIT_PICTURE_STEPS);
	return true;
}

bool path_read(Arena *arena, Span data, const Frame *frame, PicturePath *path,
               Diagnostics *diagnostics)
{
	PathReading r = {.arena = arena,
	                 .text = span_text(data),
	                 .data = data,
	                 .frame = frame,
	                 .path = path,
	                 .diagnostics = diagnostics};
	for (skip_space(r.text, &r.at); r.at < r.text.length; skip_space(r.text, &r.at)) {
		if (path->count > LIMIT_PICTURE_STEPS)
			return true;
		if (!read_command(&r))
			return false;
	}
	return true;
}
