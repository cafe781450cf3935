/* Rules: what must hold between several fields, one function each. */
#include "model/rules.h"

#include "base/buffer.h"
#include "model/fields.h"
#include "model/resolve.h"

typedef void (*Rule)(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics);

static void period_runs_forwards(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	(void)arena;
	const Period *period = &agreement->period;
	if (!period_is_known(period) || date_order(period->from.date, period->to.date) <= 0)
		return;
	diagnose(diagnostics, PERIOD_BACKWARDS, period->to.span, span_text(period->to.span),
	         span_text(period->from.span));
	diagnostic_note(diagnostics, PERIOD_STARTS_HERE, period->from.span);
}

static bool has_list(const ListValue *list)
{
	return list->span.source != NULL;
}

/* An amount, a split, or hours with their value: one of them. */
static void contributions_have_values(Arena *arena, const Agreement *agreement,
                                      Diagnostics *diagnostics)
{
	(void)arena;
	const Contribution *contributions = agreement->economy.contributions.items;
	for (size_t i = 0; i < agreement->economy.contributions.count; i++) {
		const Contribution *c = &contributions[i];
		Span place = VALUE_GIVEN(c->kind) ? c->kind.span : c->party_id.span;
		if (place.source == NULL || VALUE_GIVEN(c->amount) || has_list(&c->split))
			continue;
		bool hours = VALUE_GIVEN(c->hours), value = VALUE_GIVEN(c->hour_value);
		if (hours && !value)
			diagnose(diagnostics, CONTRIBUTION_VALUE, c->hours.span,
			         TEXT("”timvärde”, vad en timme är värd"));
		else if (value && !hours)
			diagnose(diagnostics, CONTRIBUTION_VALUE, c->hour_value.span,
			         TEXT("”timmar”, antalet timmar per år"));
		else if (!hours)
			diagnose(diagnostics, CONTRIBUTION_VALUE, place,
			         TEXT("värde. Skriv ”belopp”, ”fördelning” eller ”timmar” och "
			              "”timvärde”"));
	}
}

static Text count_text(Arena *arena, size_t count)
{
	Buffer digits = buffer_new(arena, 32);
	buffer_put_integer(&digits, (int64_t)count);
	return buffer_text(&digits);
}

static void rows_fill_their_tables(Arena *arena, const Agreement *agreement,
                                   Diagnostics *diagnostics)
{
	const FreeTable *tables = agreement->tables.items;
	for (size_t t = 0; t < agreement->tables.count; t++) {
		const Column *columns = tables[t].columns.items;
		size_t typed = 0;
		for (size_t c = 0; c < tables[t].columns.count; c++)
			typed += !column_is_computed(&columns[c]);
		const TableRow *rows = tables[t].rows.items;
		for (size_t r = 0; r < tables[t].rows.count; r++)
			if (has_list(&rows[r].cells) && rows[r].cells.count != typed)
				diagnose(diagnostics, CELL_COUNT, rows[r].cells.span,
				         count_text(arena, rows[r].cells.count),
				         count_text(arena, typed));
	}
}

static void check_column_name(Arena *arena, const FreeTable *table, const TextValue *name,
                              Diagnostics *diagnostics)
{
	if (!VALUE_GIVEN(*name))
		return;
	const Column *columns = table->columns.items;
	Buffer all = buffer_new(arena, BUFFER_MAXIMUM);
	for (size_t c = 0; c < table->columns.count; c++) {
		if (columns[c].kind.choice != COLUMN_AMOUNT &&
		    columns[c].kind.choice != COLUMN_COUNT)
			continue;
		if (text_equal(columns[c].heading.text, name->text))
			return;
		buffer_put(&all, all.length > 0 ? TEXT(", ") : TEXT(""));
		buffer_put(&all, columns[c].heading.text);
	}
	diagnose(diagnostics, UNKNOWN_COLUMN, name->span, name->text,
	         all.length > 0 ? buffer_text(&all) : TEXT("ingen"));
}

static void shares_name_columns(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	const FreeTable *tables = agreement->tables.items;
	for (size_t t = 0; t < agreement->tables.count; t++) {
		const Column *columns = tables[t].columns.items;
		for (size_t c = 0; c < tables[t].columns.count; c++) {
			const Column *column = &columns[c];
			if (!column_is_computed(column))
				continue;
			if (!VALUE_GIVEN(column->numerator) || !VALUE_GIVEN(column->denominator))
				diagnose(diagnostics, MISSING_KEY, column->kind.span,
				         VALUE_GIVEN(column->numerator) ? TEXT("nämnare")
				                                        : TEXT("täljare"),
				         TEXT("kolumnen"), TEXT("Värde per år"));
			check_column_name(arena, &tables[t], &column->numerator, diagnostics);
			check_column_name(arena, &tables[t], &column->denominator, diagnostics);
		}
	}
}

static const Rule rules[] = {
        period_runs_forwards,
        contributions_have_values,
        rows_fill_their_tables,
        shares_name_columns,
};

void rules_check(Arena *arena, const Agreement *agreement, Diagnostics *diagnostics)
{
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		rules[i](arena, agreement, diagnostics);
}
