/* YAML indent: levels are told by what stands around a line. */
#include "yaml/indent.h"

#include "base/buffer.h"

static bool is_whole(const SeenLine *line, size_t step)
{
	return line->spaces % step == 0;
}

/* The nearest line above that is less indented. */
static SeenLine line_outside(const Source *source, const SeenLine *line)
{
	SeenLine above = line_above(source, line->number);
	while (above.number != 0 && above.spaces >= line->spaces)
		above = line_above(source, above.number);
	return above;
}

SeenLine indent_culprit(const Source *source, size_t number)
{
	size_t step = line_step(source);
	SeenLine line = line_seen(source, number), outside = line_outside(source, &line);
	/* The line before, the group's head, and the group's first member. */
	SeenLine others[] = {line_structure_above(source, number), outside,
	                     line_below(source, outside.number)};
	for (size_t i = 0; is_whole(&line, step) && i < sizeof others / sizeof others[0]; i++)
		if (others[i].number != 0 && others[i].number < number &&
		    !is_whole(&others[i], step))
			return others[i];
	SeenLine first = line_below(source, 0);
	bool first_is_off = first.spaces > 0 && line.spaces == 0;
	return first_is_off ? first : line;
}

/* Whether the line has a level at this column: where it begins itself, or one of its dashes. */
static bool has_level(const SeenLine *line, size_t column)
{
	return column == line->spaces ||
	       (line_is_item(line) && column > line->spaces && column <= line->indent &&
	        (column - line->spaces) % 2 == 0);
}

/* Whether a line at this place can begin at the column: some line above, which nothing less
 * indented stands after, has a level there. */
static bool is_open_level(const Source *source, size_t number, size_t column)
{
	SeenLine above = line_structure_above(source, number);
	while (above.number != 0 && !has_level(&above, column)) {
		if (above.spaces < column)
			return false;
		above = line_outside(source, &above);
	}
	return above.number != 0;
}

/* Of two levels that a line can belong to, the one that the lines next to it tell. */
static size_t level_beside_others(const Source *source, const SeenLine *line, size_t less,
                                  size_t more)
{
	SeenLine above = line_structure_above(source, line->number);
	SeenLine below = line_below(source, line->number);
	size_t step = line_step(source);
	bool opens = line_opens_group(line) || line_opens_prose(line);
	/* What belongs to the line stands one step further in. */
	if (opens && below.spaces >= step &&
	    (below.spaces - step == less || below.spaces - step == more))
		return below.spaces - step;
	if (line_is_item(line) && line_is_item(&below) &&
	    (below.spaces == less || below.spaces == more))
		return below.spaces;
	return above.spaces == less || above.spaces == more ? above.spaces : line->spaces;
}

/* The level beside the line that it belongs to; false when that is not certain. */
static bool level_beside(const Source *source, const SeenLine *line, size_t *spaces)
{
	SeenLine above = line_structure_above(source, line->number);
	SeenLine below = line_below(source, line->number);
	size_t less = line->spaces - 1, more = line->spaces + 1;
	if (above.number == 0) {
		*spaces = 0;
		return line->spaces == 1;
	}
	if (line_opens_group(&above)) {
		/* Its members follow, one step further in. */
		*spaces = (line_is_item(&above) ? above.indent : above.spaces) + line_step(source);
		return *spaces == less || *spaces == more;
	}
	/* What belongs to the line stands further in than it does. */
	bool opens = line_opens_group(line) || line_opens_prose(line);
	bool can_less = line->spaces > 0 && is_open_level(source, line->number, less);
	bool can_more =
	        is_open_level(source, line->number, more) && (!opens || below.spaces > more);
	*spaces = can_less ? less : more;
	if (can_less && can_more)
		*spaces = level_beside_others(source, line, less, more);
	return (can_less || can_more) && *spaces != line->spaces;
}

void indent_fix(const Source *source, const SeenLine *line, size_t spaces, Diagnostics *diagnostics)
{
	Buffer out = buffer_new(diagnostics->arena, BUFFER_MAXIMUM);
	buffer_put_repeated(&out, ' ', spaces);
	buffer_put(&out, text_after(span_text(line_whole(source, line)), line->spaces));
	diagnostic_fix(diagnostics, line_whole(source, line), buffer_text(&out));
}

void indent_report(const Source *source, const SeenLine *line, DiagnosticCode code,
                   Diagnostics *diagnostics)
{
	size_t spaces = 0;
	Span whole = line_whole(source, line);
	diagnose(diagnostics, code, span_of(source, whole.first + line->spaces, whole.end));
	if (level_beside(source, line, &spaces))
		indent_fix(source, line, spaces, diagnostics);
}
