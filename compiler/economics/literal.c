/* Literal: figures with their units, dates, and what leans on them. */
#include "economics/literal.h"

#include "base/swedish.h"
#include "base/utf8.h"
#include "prose/numeral.h"

typedef enum Leaning {
	LEANING_NONE,
	LEANING_ABOUT,
	LEANING_ABOVE, /* "drygt" */
	LEANING_BELOW, /* "knappt" */
	LEANING_BOUND,
	LEANING_BOUND_NUMBER, /* "under 5 kr", but not "under fem år" */
} Leaning;

/* The lists. */

typedef struct ScaleWord {
	Text word;
	int64_t factor;
} ScaleWord;

typedef struct UnitWord {
	Text word;
	Unit unit;
	int64_t each;
} UnitWord;

typedef struct LeaningWord {
	Text before;
	Text word;
	Leaning leaning;
} LeaningWord;

static const ScaleWord scale_words[] = {
#define SCALE_WORD(word, factor) {TEXT_INIT(word), factor},
#include "economics/literal_words.def"
};

static const UnitWord unit_words[] = {
#define UNIT_WORD(word, unit, each) {TEXT_INIT(word), unit, each},
#include "economics/literal_words.def"
};

static const LeaningWord leaning_words[] = {
#define LEANING_WORD(before, word, leaning) {TEXT_INIT(before), TEXT_INIT(word), leaning},
#include "economics/literal_words.def"
};

/* Reading goes forward through the text. The last two words are kept for what leans on a figure. */
typedef struct Reading {
	Arena *arena;
	Text text;
	Literals *found;
	size_t at;
	size_t date_end; /* of the last date: another may follow after a hyphen */
	size_t word, word_end;
	size_t earlier_word; /* the word before it, or TEXT_NOWHERE */
} Reading;

/* Units. */

static const UnitWord *unit_word_at(Text text, size_t at)
{
	for (size_t i = 0; i < sizeof unit_words / sizeof unit_words[0]; i++)
		if (is_word(text, at, unit_words[i].word))
			return &unit_words[i];
	return NULL;
}

static const ScaleWord *scale_word_at(Text text, size_t at)
{
	for (size_t i = 0; i < sizeof scale_words / sizeof scale_words[0]; i++)
		if (is_word(text, at, scale_words[i].word))
			return &scale_words[i];
	return NULL;
}

typedef struct UnitRead {
	Unit unit;
	int64_t each;
	bool scaled; /* thousands or millions */
	size_t end;
} UnitRead;

/* "kr", "miljoner kronor", "%", "månader" at a position. */
static bool read_unit(Text text, size_t at, UnitRead *read)
{
	at = gap_at(text, at).end;
	if (utf8_at(text, at) == '%') {
		*read = (UnitRead){UNIT_SHARE, LITERAL_PER_CENT, false, at + 1};
		return true;
	}
	const ScaleWord *scale = scale_word_at(text, at);
	if (scale != NULL) {
		at += scale->word.length;
		at += utf8_at(text, at) == '.';
		at = gap_at(text, at).end;
	}
	const UnitWord *word = unit_word_at(text, at);
	bool plain = word != NULL && word->unit == UNIT_AMOUNT && word->each == 100;
	if (word == NULL || (scale != NULL && !plain))
		return false;
	bool share = word->unit == UNIT_SHARE;
	*read = (UnitRead){word->unit,
	                   (share ? LITERAL_PER_CENT : word->each) *
	                           (scale != NULL ? scale->factor : 1),
	                   scale != NULL || (word->unit == UNIT_AMOUNT && word->each > 100),
	                   at + word->word.length};
	return true;
}

/* What stands between a number and its unit. */

/* "sex (6) månader": the same number once more. Another one makes the figure mean nothing. */
static size_t skip_repeated(Text text, size_t at, Numeral *numeral, bool *contradicted)
{
	size_t open = gap_at(text, at).end;
	Numeral again;
	if (utf8_at(text, open) != '(' || !numeral_read(text, open + 1, &again) ||
	    utf8_at(text, again.end) != ')')
		return at;
	*contradicted = again.huge || again.digits != numeral->digits ||
	                again.decimals != numeral->decimals;
	return again.end + 1;
}

/* "ett halvt år", "två och ett halvt år": a half is added, or taken of the one. */
static size_t skip_half(Text text, size_t at, Numeral *numeral)
{
	if (numeral->decimals > 0 || numeral->huge || numeral->digits > INT32_MAX)
		return at;
	size_t next = gap_at(text, at).end;
	bool added = is_word(text, next, TEXT("och"));
	if (added) {
		next = gap_at(text, next + 3).end;
		bool one = is_word(text, next, TEXT("en")) || is_word(text, next, TEXT("ett"));
		next = one ? gap_at(text, letters_end(text, next)).end : at;
	}
	bool half = is_word(text, next, TEXT("halv")) || is_word(text, next, TEXT("halvt"));
	if (!half || (!added && numeral->digits != 1))
		return at;
	numeral->digits = added ? numeral->digits * 10 + 5 : 5;
	numeral->decimals = 1;
	return letters_end(text, next);
}

/* The end of a range: "50–60 %". False when no number follows a dash. */
static bool read_range_end(Text text, size_t at, Numeral *last)
{
	Gap gap = gap_at(text, at);
	uint32_t dash = utf8_at(text, gap.end);
	if (dash != 0x2013 && (dash != '-' || gap.spaced))
		return false;
	size_t after = gap_at(text, gap.end + (dash == '-' ? 1 : 3)).end;
	/* Read on its own, since a number does not begin right after a dash. */
	bool read = numeral_read(text_after(text, after), 0, last);
	last->first += after;
	last->end += after;
	return read && last->digits >= 0;
}

/* Values. */

/* digits x each / 10^decimals; false when it does not fit or is no whole number. */
static bool scaled_value(const Numeral *numeral, int64_t each, int64_t *value, int64_t *step)
{
	int64_t digits = numeral->digits;
	*step = each;
	for (unsigned i = 0; i < numeral->decimals; i++) {
		if (*step % 10 == 0)
			*step /= 10;
		else if (digits % 10 == 0)
			digits /= 10;
		else
			return false;
	}
	return !numeral->huge && integer_multiply(digits, *step, value);
}

/* Half years and the like: 1,5 of twelve months. */
static bool whole_value(const Numeral *numeral, int64_t each, int64_t *value)
{
	int64_t ten = 1;
	if (numeral->decimals > 2)
		return false;
	for (unsigned i = 0; i < numeral->decimals; i++)
		ten *= 10;
	if (numeral->huge || !integer_multiply(numeral->digits, each, value) || *value % ten != 0)
		return false;
	*value /= ten;
	return true;
}

static int64_t magnitude(int64_t value)
{
	return value < 0 ? -value : value;
}

/* Two digits count at least in what is written in thousands, and at most in what is about. */
static int64_t precision(int64_t value, int64_t step, bool scaled, bool about)
{
	int64_t size = magnitude(value);
	if (size == 0)
		return step;
	while (scaled && step >= 10 && step > size / 10)
		step /= 10;
	while (about && step <= size / 100 && size % (step * 10) == 0)
		step *= 10;
	return step;
}

static void set_range(Literal *literal, int64_t step, Leaning leaning)
{
	int64_t size = magnitude(literal->value);
	int64_t least = size - step / 2, most = size + (step > 1 ? step / 2 - 1 : 0);
	if (leaning == LEANING_ABOVE) {
		least = size;
		most = size + step - 1;
	} else if (leaning == LEANING_BELOW) {
		least = size - step + 1;
		most = size;
	}
	bool negative = literal->value < 0;
	literal->least = negative ? -most : least;
	literal->most = negative ? -least : most;
}

/* Beyond this nothing in a ledger lies; sums of two such values still fit. */
#define LITERAL_MAXIMUM (INT64_C(1) << 61)

static void set_nothing(Literal *literal, int64_t value)
{
	literal->value = value;
	literal->least = 1;
	literal->most = 0;
}

static bool is_about(Leaning leaning)
{
	return leaning == LEANING_ABOUT || leaning == LEANING_ABOVE || leaning == LEANING_BELOW;
}

static void set_value(Literal *literal, const Numeral *numeral, const UnitRead *unit,
                      Leaning leaning)
{
	bool measured = unit->unit == UNIT_AMOUNT || unit->unit == UNIT_SHARE;
	int64_t value = 0, step = 1;
	bool fits = measured ? scaled_value(numeral, unit->each, &value, &step)
	                     : whole_value(numeral, unit->each, &value);
	literal->unit = unit->unit;
	if (!fits || magnitude(value) > LITERAL_MAXIMUM) {
		set_nothing(literal, numeral->huge ? LITERAL_MAXIMUM : 0);
		return;
	}
	literal->value = value;
	if (unit->unit == UNIT_AMOUNT)
		step = precision(value, step, unit->scaled, is_about(leaning));
	set_range(literal, measured ? step : 1, measured ? leaning : LEANING_NONE);
}

/* Leanings. */

static bool leans(const Reading *r, const LeaningWord *row)
{
	if (!is_word(r->text, r->word, row->word))
		return false;
	return row->before.length == 0 ||
	       (r->earlier_word != TEXT_NOWHERE && is_word(r->text, r->earlier_word, row->before));
}

/* Whether the last word stands directly before `at`: "ca. 5 kr" too. */
static bool word_is_before(const Reading *r, size_t at)
{
	if (r->word == TEXT_NOWHERE)
		return false;
	size_t end = r->word_end + (utf8_at(r->text, r->word_end) == '.');
	return gap_at(r->text, end).end == at;
}

static Leaning leaning_before(const Reading *r, size_t at)
{
	for (size_t i = 0; i < sizeof leaning_words / sizeof leaning_words[0]; i++)
		if (word_is_before(r, at) && leans(r, &leaning_words[i]))
			return leaning_words[i].leaning;
	return LEANING_NONE;
}

static void add_literal(Reading *r, Literal literal)
{
	*ARENA_PUSH(r->arena, r->found) = literal;
	r->at = literal.end;
	r->word = r->earlier_word = TEXT_NOWHERE;
}

/* Figures with a unit. */

/* "två år och sex månader" */
static void add_months(Text text, Literal *literal)
{
	size_t and = gap_at(text, literal->end).end;
	if (!is_word(text, and, TEXT("och")))
		return;
	Numeral numeral;
	UnitRead unit;
	size_t next = gap_at(text, and+3).end;
	if (!numeral_read(text, next, &numeral) || !read_unit(text, numeral.end, &unit) ||
	    unit.unit != UNIT_MONTHS || unit.each != 1 || numeral.huge || numeral.decimals > 0)
		return;
	int64_t sum = 0;
	if (literal->least > literal->most || !integer_add(literal->value, numeral.digits, &sum) ||
	    sum > LITERAL_MAXIMUM)
		return;
	literal->value = literal->least = literal->most = sum;
	literal->end = unit.end;
}

/* False when the range runs backwards, as in a diary number. */
static bool extend_to(Literal *literal, const Numeral *last, const UnitRead *unit)
{
	Literal other = {0};
	set_value(&other, last, unit, LEANING_NONE);
	literal->bound = true;
	if (literal->least > literal->most || other.least > other.most)
		return true;
	literal->most = other.most;
	return other.least > literal->least;
}

/* A number has been read; the literal that it begins, if it has a unit. */
static bool read_figure(Reading *r, Numeral numeral)
{
	Numeral last = {0};
	UnitRead unit;
	bool contradicted = false, range = false;
	bool year = numeral.year;
	size_t at = skip_repeated(r->text, numeral.end, &numeral, &contradicted);
	at = skip_half(r->text, at, &numeral);
	if (!read_unit(r->text, at, &unit)) {
		range = read_range_end(r->text, at, &last);
		if (!range || !read_unit(r->text, last.end, &unit))
			return false;
	}
	/* "2023 års nivå" */
	if (year && unit.unit == UNIT_MONTHS && unit.each == 12)
		return false;
	Leaning leaning = leaning_before(r, numeral.first);
	bool number = unit.unit == UNIT_AMOUNT || unit.unit == UNIT_SHARE;
	bool bound = leaning == LEANING_BOUND || (number && leaning == LEANING_BOUND_NUMBER);
	Literal literal = {.first = numeral.first, .end = unit.end, .bound = bound};
	set_value(&literal, &numeral, &unit, leaning);
	if (contradicted)
		set_nothing(&literal, literal.value);
	if (range && !extend_to(&literal, &last, &unit))
		return false;
	if (!range && unit.unit == UNIT_MONTHS && unit.each == 12)
		add_months(r->text, &literal);
	add_literal(r, literal);
	return true;
}

/* Dates. */

static bool take_digits(Text text, size_t *at, size_t count, int *value)
{
	*value = 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t digit = utf8_at(text, *at + i);
		if (!is_digit(digit))
			return false;
		*value = *value * 10 + (int)(digit - '0');
	}
	*at += count;
	return true;
}

static bool take_dash(Text text, size_t *at)
{
	uint32_t dash = utf8_at(text, *at);
	if (dash != '-' && dash != 0x2011 && dash != 0x2013)
		return false;
	*at += dash == '-' ? 1 : 3;
	return true;
}

static int within(int value, int least, int most)
{
	return value < least ? least : value > most ? most : value;
}

/* A day that the calendar does not have means nothing, but lies near one that it has. */
static void add_date(Reading *r, size_t first, size_t end, int year, int month, int day)
{
	Literal literal = {.unit = UNIT_DATE, .first = first, .end = end};
	int real_year = within(year, 1, 9999), real_month = within(month, 1, 12);
	int real_day = within(day, 1, date_days_in_month(real_year, real_month));
	Date date = {(int16_t)real_year, (int8_t)real_month, (int8_t)real_day};
	literal.value = literal.least = literal.most = date_to_days(date);
	if (year != real_year || month != real_month || day != real_day)
		set_nothing(&literal, literal.value);
	literal.bound = leaning_before(r, first) == LEANING_BOUND;
	add_literal(r, literal);
	r->date_end = end;
}

/* Whether a date may begin here: not in the midst of a number of something else. */
static bool may_begin_date(const Reading *r, size_t at)
{
	uint32_t before = utf8_before(r->text, at);
	if (utf8_is_word(before) || before == '.' || before == ',' || before == ':' ||
	    before == '/')
		return false;
	size_t width = before == '-' ? 1 : before == 0x2013 || before == 0x2011 ? 3 : 0;
	if (width == 0)
		return true;
	return r->date_end == at - width || !is_digit(utf8_before(r->text, at - width));
}

/* "2018-07-01" */
static bool read_iso_date(Reading *r)
{
	size_t at = r->at;
	int year, month, day;
	if (!take_digits(r->text, &at, 4, &year) || !take_dash(r->text, &at) ||
	    !take_digits(r->text, &at, 2, &month) || !take_dash(r->text, &at) ||
	    !take_digits(r->text, &at, 2, &day) || is_digit(utf8_at(r->text, at)) ||
	    !may_begin_date(r, r->at))
		return false;
	add_date(r, r->at, at, year, month, day);
	return true;
}

/* A year of four digits that nothing follows. */
static bool take_year(Text text, size_t *at, int *year)
{
	if (!take_digits(text, at, 4, year) || *year == 0)
		return false;
	uint32_t next = utf8_at(text, *at);
	return !utf8_is_word(next) && (next != ':' || !is_digit(utf8_at(text, *at + 1)));
}

/* The month whose name, whole or its first three letters, is the word at `*at`. */
static int take_month(Text text, size_t *at)
{
	size_t end = letters_end(text, *at);
	for (int month = 1; month <= 12; month++) {
		Text name = swedish_month(month);
		bool whole = is_word(text, *at, name);
		bool shortened = is_word(text, *at, text_cut(name, 0, 3));
		if (!whole && !shortened)
			continue;
		*at = end;
		if (!whole && utf8_at(text, end) == '.')
			*at += 1;
		return month;
	}
	return 0;
}

enum { LAST_DAY = -1 };

/* "juli 2018" after the day. "den" before it belongs to the date. */
static bool read_month_and_year(Reading *r, size_t first, size_t at, int day)
{
	Gap gap = gap_at(r->text, at);
	at = gap.end;
	int month = gap.spaced ? take_month(r->text, &at) : 0, year;
	if (month == 0)
		return false;
	at = gap_at(r->text, at).end;
	if (!take_year(r->text, &at, &year))
		return false;
	if (word_is_before(r, first) && is_word(r->text, r->word, TEXT("den"))) {
		first = r->word;
		r->word = r->earlier_word;
		r->word_end = r->word != TEXT_NOWHERE ? letters_end(r->text, r->word) : 0;
		r->earlier_word = TEXT_NOWHERE;
	}
	bool is_last = day == LAST_DAY;
	add_date(r, first, at, year, month, is_last ? date_days_in_month(year, month) : day);
	return true;
}

/* "1 juli 2018", "24:e oktober 2017", "1/7 2018" */
static bool read_day_first(Reading *r)
{
	size_t at = r->at;
	int day, month, year;
	if (!take_digits(r->text, &at, is_digit(utf8_at(r->text, at + 1)) ? 2 : 1, &day) ||
	    !may_begin_date(r, r->at))
		return false;
	if (utf8_at(r->text, at) == '/') {
		at++;
		bool two = is_digit(utf8_at(r->text, at + 1));
		if (!take_digits(r->text, &at, two ? 2 : 1, &month))
			return false;
		Gap gap = gap_at(r->text, at);
		uint32_t sign = utf8_at(r->text, at);
		if (!gap.spaced && sign != '/' && sign != '-')
			return false;
		at = gap.spaced ? gap.end : at + 1;
		if (!take_year(r->text, &at, &year) || month < 1 || month > 12)
			return false;
		add_date(r, r->at, at, year, month, day);
		return true;
	}
	if (utf8_at(r->text, at) == ':')
		at = letters_end(r->text, at + 1);
	return read_month_and_year(r, r->at, at, day);
}

/* "den första juli 2018", "sista juni 2021" */
static bool read_day_word(Reading *r, size_t end)
{
	Text word = text_cut(r->text, r->at, end);
	if (is_word(word, 0, TEXT("första")) || is_word(word, 0, TEXT("förste")))
		return read_month_and_year(r, r->at, end, 1);
	if (is_word(word, 0, TEXT("sista")) || is_word(word, 0, TEXT("siste")))
		return read_month_and_year(r, r->at, end, LAST_DAY);
	return false;
}

/* Going forward. */

static void read_at_digit(Reading *r)
{
	if (read_iso_date(r) || read_day_first(r))
		return;
	Numeral numeral;
	if (numeral_read(r->text, r->at, &numeral) && read_figure(r, numeral))
		return;
	r->at = numeral.end;
	r->word = r->earlier_word = TEXT_NOWHERE;
}

static void read_at_letter(Reading *r)
{
	size_t end = letters_end(r->text, r->at);
	Numeral numeral;
	if (read_day_word(r, end) ||
	    (numeral_read(r->text, r->at, &numeral) && read_figure(r, numeral)))
		return;
	r->earlier_word = word_is_before(r, r->at) ? r->word : TEXT_NOWHERE;
	r->word = r->at;
	r->word_end = r->at = end;
}

void literals_find(Arena *arena, Text text, Literals *found)
{
	Reading r = {.arena = arena,
	             .text = text,
	             .found = found,
	             .date_end = TEXT_NOWHERE,
	             .word = TEXT_NOWHERE,
	             .earlier_word = TEXT_NOWHERE};
	while (r.at < text.length) {
		size_t next = r.at;
		uint32_t codepoint = utf8_next(text, &next);
		Numeral numeral;
		if (is_digit(codepoint))
			read_at_digit(&r);
		else if (utf8_is_letter(codepoint))
			read_at_letter(&r);
		else if ((codepoint != '-' && codepoint != 0x2212) ||
		         !numeral_read(text, r.at, &numeral) || !read_figure(&r, numeral))
			r.at = next;
	}
}
