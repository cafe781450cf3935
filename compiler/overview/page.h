/* Page: what the parts of the page share; page.c puts them together. */
#ifndef OVERVIEW_PAGE_H
#define OVERVIEW_PAGE_H

#include "base/buffer.h"
#include "overview/columns.h"
#include "overview/events.h"
#include "overview/selection.h"

/*
 * Literals are markup. Whatever a person has typed goes through put_data or html_put_attribute
 * (html/escape.h), and there is no third way.
 */
typedef struct Page {
	Buffer out;
	Arena *arena;
	const Overview *overview;
	Selection selection;
	Events events;
} Page;

void put(Page *page, Text markup);
void put_data(Page *page, Text text);
void put_number(Page *page, int64_t value);
/* A day for people and for machines, as a time element. */
void put_day(Page *page, Date date);
/* "1 belopp saknas", and a sum with that beside it. */
void put_missing(Page *page, size_t count);
void put_total(Page *page, const Total *total);
/* "1 ärende", "5 ärenden" */
Text cases_counted(Arena *arena, size_t count);
/* The title, or the file's name where a draft has none. */
Text case_title(const PortfolioCase *c);
/* ` id="a12"`, and `#a12` to lead there. */
void put_case_id(Page *page, const PortfolioCase *c);
void put_case_link(Page *page, const PortfolioCase *c, Text text);
/* ` class="r b2 s1 t2 p12"`: the rows that a selection chooses among. */
void put_selectable(Page *page, const PortfolioCase *c);

/* A box that scrolls by itself where a table is too wide; `name` is its heading's id. */
void put_table_open(Page *page, Text heading_id);
void put_table_close(Page *page);

/* The parts, in the order of the page. */
void page_put_selection(Page *page); /* rows.c */
void page_put_rows(Page *page);
void page_put_timeline(Page *page);
int timeline_years(const Overview *overview);
void page_put_years(Page *page);
void page_put_recipients(Page *page);

/* timeline.c and years.c: a place along a line, in per cent of it with three decimals. */
void put_percent(Page *page, int64_t part, int64_t whole);

#endif
