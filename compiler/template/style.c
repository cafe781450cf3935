/* Style: templates/layout.yaml read into the measures that a page is set by. */
#include "template/style.h"

#include "base/ratio.h"
#include "source/suggest.h"
#include "yaml/reader.h"

typedef enum StyleKind { STYLE_LENGTH, STYLE_COLOUR, STYLE_TEXT, STYLE_DUPLEX } StyleKind;

/* Groups that may be left out; one that is there must be whole. */
static const Text logotype_group = TEXT_INIT("logotyp");

/* One row for each value: where it stands in the YAML, and in the struct. */
typedef struct StyleField {
	Text group, key;
	StyleKind kind;
	size_t place;
	Text about; /* a Swedish sentence, shared by keys that are about the same thing */
} StyleField;

#define ROW(in_group, in_key, of_kind, member, sentence)                                           \
	{                                                                                          \
		.group = TEXT_INIT(in_group), .key = TEXT_INIT(in_key), .kind = STYLE_##of_kind,   \
		.place = offsetof(Style, member), .about = TEXT_INIT(sentence)                     \
	}
#define TEXT_STYLE(name, member, sentence)                                                         \
	ROW(name, "storlek", LENGTH, member.size, sentence),                                       \
	        ROW(name, "radavstånd", LENGTH, member.leading, sentence),                         \
	        ROW(name, "före", LENGTH, member.before, sentence),                                \
	        ROW(name, "efter", LENGTH, member.after, sentence)

static const StyleField fields[] = {
        ROW("sida", "bredd", LENGTH, page_width, "Papperets mått."),
        ROW("sida", "höjd", LENGTH, page_height, "Papperets mått."),
        ROW("sida", "marginal upptill", LENGTH, margin_top,
            "Avståndet från papperets kant till texten."),
        ROW("sida", "marginal nedtill", LENGTH, margin_bottom,
            "Avståndet från papperets kant till texten."),
        ROW("sida", "marginal vänster", LENGTH, margin_left,
            "Avståndet från papperets kant till texten."),
        ROW("sida", "marginal höger", LENGTH, margin_right,
            "Avståndet från papperets kant till texten."),
        ROW("sida", "sidhuvud", LENGTH, header_baseline,
            "Avståndet från papperets överkant till raden i sidhuvudet."),
        ROW("sida", "sidfot", LENGTH, footer_baseline,
            "Avståndet från papperets underkant till raden i sidfoten."),
        ROW("sida", "utskrift", DUPLEX, duplex,
            "På dubbelsidiga sidor byter marginalerna plats på varannan sida."),
        ROW("typsnitt", "normal", TEXT, font_files[FACE_REGULAR],
            "Typsnittet för löpande text, i var sin stil."),
        ROW("typsnitt", "fet", TEXT, font_files[FACE_BOLD],
            "Typsnittet för löpande text, i var sin stil."),
        ROW("typsnitt", "kursiv", TEXT, font_files[FACE_ITALIC],
            "Typsnittet för löpande text, i var sin stil."),
        ROW("typsnitt", "fet kursiv", TEXT, font_files[FACE_BOLD_ITALIC],
            "Typsnittet för löpande text, i var sin stil."),
        ROW("typsnitt", "fast bredd", TEXT, font_files[FACE_FIXED],
            "Typsnittet för kod, där alla tecken är lika breda."),
        ROW("typsnitt", "avstavning", TEXT, hyphenation_file,
            "Ordlistan som svenska ord avstavas med."),
        ROW("typsnitt", "färgprofil", TEXT, colour_profile_file,
            "Profilen som talar om vad färgerna betyder."),
        TEXT_STYLE("brödtext", body, "Löpande text."),
        TEXT_STYLE("liten text", small, "Sidhuvud och annan liten text."),
        TEXT_STYLE("tabell", table, "Text i tabeller, och luften kring dem."),
        TEXT_STYLE("fotnot", note, "Fotnoter."),
        TEXT_STYLE("kod", code, "Kod."),
        TEXT_STYLE("omslagsrubrik", cover_title, "Titeln på ett försättsblad."),
        TEXT_STYLE("rubrik 1", title, "Titeln på ett dokument utan försättsblad."),
        TEXT_STYLE("rubrik 2", headings[0], "Rubriker av den nivån."),
        TEXT_STYLE("rubrik 3", headings[1], "Rubriker av den nivån."),
        TEXT_STYLE("rubrik 4", headings[2], "Rubriker av den nivån."),
        TEXT_STYLE("rubrik 5", headings[3], "Rubriker av den nivån."),
        TEXT_STYLE("rubrik 6", headings[4], "Rubriker av den nivån."),
        ROW("logotyp", "fil", TEXT, logotype_file,
            "En bild i mappen templates, PNG eller SVG. Utan den står kommunens namn."),
        ROW("logotyp", "höjd", LENGTH, logotype_height, "Hur hög bilden blir på papperet."),
        ROW("logotyp", "beskrivning", TEXT, logotype_description,
            "Vad bilden föreställer, för den som inte ser den."),
        ROW("lista", "indrag", LENGTH, list_indent, "Hur långt punkterna i en lista är indragna."),
        ROW("färger", "text", COLOUR, text_colour, "Löpande text."),
        ROW("färger", "accent", COLOUR, accent_colour, "Titel, länkar och tabellernas linjer."),
        ROW("färger", "dämpad", COLOUR, quiet_colour, "Sidhuvud, sidnummer och etiketter."),
        ROW("färger", "linje", COLOUR, rule_colour, "De tunna linjerna mellan rader."),
        ROW("färger", "skugga", COLOUR, shade_colour, "Bakom summarader och kod."),
};

enum { FIELDS = sizeof fields / sizeof fields[0] };

static Text example_of(const StyleField *field);

size_t style_key_count(void)
{
	return FIELDS;
}

StyleKey style_key(size_t index)
{
	static const Text kinds[] = {[STYLE_LENGTH] = TEXT_INIT("en längd"),
	                             [STYLE_COLOUR] = TEXT_INIT("en färg"),
	                             [STYLE_TEXT] = TEXT_INIT("en fil"),
	                             [STYLE_DUPLEX] = TEXT_INIT("enkelsidig eller dubbelsidig")};
	const StyleField *field = &fields[index];
	bool words = field->place == offsetof(Style, logotype_description);
	return (StyleKey){field->group, field->key, words ? TEXT("en text") : kinds[field->kind],
	                  example_of(field), field->about};
}

/* Milli-points: 72 000 to the inch of 25.4 mm. */
static bool parse_length(Text text, Length *length)
{
	size_t space = text_find(text, TEXT(" "), 0);
	Text unit = space == TEXT_NOWHERE ? (Text){0} : text_trim(text_after(text, space));
	Ratio number = {0}, per_unit = {1000, 1};
	int64_t value = 0;
	if (text_equal(unit, TEXT("mm")))
		per_unit = (Ratio){360000, 127};
	else if (!text_equal(unit, TEXT("pt")))
		return false;
	if (!ratio_parse(text_cut(text, 0, space), &number) ||
	    !ratio_multiply(number, per_unit, &number) ||
	    !ratio_scale(1, number, 1, ROUND_HALF_UP, &value) || value < 0 || value > 10000000)
		return false;
	*length = (Length)value;
	return true;
}

static bool parse_colour(Text text, Colour *colour)
{
	if (text.length != 7 || text.bytes[0] != '#')
		return false;
	*colour = 0;
	for (size_t i = 1; i < text.length; i++) {
		char c = text.bytes[i];
		uint32_t digit = 0;
		if (c >= '0' && c <= '9')
			digit = (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			digit = (uint32_t)(c - 'a') + 10;
		else if (c >= 'A' && c <= 'F')
			digit = (uint32_t)(c - 'A') + 10;
		else
			return false;
		*colour = *colour << 4 | digit;
	}
	return true;
}

static void read_value(const StyleField *field, const YamlNode *node, Style *style,
                       Diagnostics *diagnostics)
{
	void *member = (char *)style + field->place;
	Text text = text_trim(node->text);
	switch (field->kind) {
	case STYLE_TEXT: *(Text *)member = text; break;
	case STYLE_LENGTH:
		if (!parse_length(text, member))
			diagnose(diagnostics, LAYOUT_LENGTH, node->span, text);
		break;
	case STYLE_COLOUR:
		if (!parse_colour(text, member))
			diagnose(diagnostics, LAYOUT_COLOUR, node->span, text);
		break;
	case STYLE_DUPLEX:
		if (text_equal(text, TEXT("dubbelsidig")))
			*(bool *)member = true;
		else if (!text_equal(text, TEXT("enkelsidig")))
			diagnose(diagnostics, LAYOUT_PRINTING, node->span, text);
		break;
	}
}

/* What a missing value could look like. */
static Text example_of(const StyleField *field)
{
	static const Text examples[] = {[STYLE_LENGTH] = TEXT_INIT("11 pt"),
	                                [STYLE_COLOUR] = TEXT_INIT("#0b4f6c"),
	                                [STYLE_TEXT] = TEXT_INIT("fil.ttf"),
	                                [STYLE_DUPLEX] = TEXT_INIT("enkelsidig")};
	if (field->place == offsetof(Style, logotype_file))
		return TEXT("logotyp.svg");
	if (field->place == offsetof(Style, logotype_description))
		return TEXT("Linköpings kommuns logotyp");
	return examples[field->kind];
}

static void report_unknown(Text key, Span span, Text where, const Text *names, size_t count,
                           Diagnostics *diagnostics)
{
	suggest_report(diagnostics, &(UnknownName){.name = key,
	                                           .span = span,
	                                           .where = where,
	                                           .names = names,
	                                           .count = count,
	                                           .near = UNKNOWN_KEY_NEAR,
	                                           .far = UNKNOWN_KEY,
	                                           .last = TEXT(" och ")});
}

/* The keys of a group, or all groups when `group` is empty. */
static size_t collect_names(Text group, Text names[FIELDS])
{
	size_t count = 0;
	for (size_t i = 0; i < FIELDS; i++) {
		if (group.length > 0 && text_equal(fields[i].group, group))
			names[count++] = fields[i].key;
		else if (group.length == 0 &&
		         (i == 0 || !text_equal(fields[i].group, fields[i - 1].group)))
			names[count++] = fields[i].group;
	}
	return count;
}

static bool is_among(Text key, const Text *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text_equal(names[i], key))
			return true;
	return false;
}

static void check_keys(const YamlNode *mapping, Text group, Diagnostics *diagnostics)
{
	Text names[FIELDS];
	size_t count = collect_names(group, names);
	for (size_t i = 0; i < mapping->count; i++) {
		const YamlEntry *entry = &mapping->entries[i];
		if (!is_among(entry->key, names, count))
			report_unknown(entry->key, entry->key_span,
			               group.length > 0 ? group : TEXT("layouten"), names, count,
			               diagnostics);
		else if (group.length == 0 && entry->value->kind == YAML_MAPPING)
			check_keys(entry->value, entry->key, diagnostics);
	}
}

/* The key of a group; the first key of the file when it is not there. */
static Span group_place(const YamlNode *root, Text group)
{
	for (size_t i = 0; root->kind == YAML_MAPPING && i < root->count; i++)
		if (text_equal(root->entries[i].key, group))
			return root->entries[i].key_span;
	return root->kind == YAML_MAPPING && root->count > 0 ? root->entries[0].key_span
	                                                     : root->span;
}

static bool may_be_left_out(const StyleField *field, const YamlNode *group)
{
	return field->kind == STYLE_DUPLEX ||
	       (group == NULL && text_equal(field->group, logotype_group));
}

bool style_read(Arena *arena, const Source *source, Style *style, StylePlaces *places,
                Diagnostics *diagnostics)
{
	size_t errors = diagnostics->errors;
	const YamlNode *root = yaml_read(arena, source, diagnostics);
	if (root == NULL)
		return false;
	check_keys(root, (Text){0}, diagnostics);
	for (size_t i = 0; i < FIELDS; i++) {
		const StyleField *field = &fields[i];
		const YamlNode *group = yaml_find(root, field->group);
		const YamlNode *node = group != NULL ? yaml_find(group, field->key) : NULL;
		if (node != NULL && node->kind == YAML_SCALAR) {
			read_value(field, node, style, diagnostics);
			*ARENA_PUSH(arena, places) =
			        (StylePlace){field->place, field->group, field->key,
			                     text_trim(node->text), node->span};
		} else if (node != NULL || !may_be_left_out(field, group)) {
			diagnose(diagnostics, LAYOUT_KEY, group_place(root, field->group),
			         field->key, field->group, example_of(field));
		}
	}
	return diagnostics->errors == errors;
}

const StylePlace *style_place(const StylePlaces *places, size_t member)
{
	for (size_t i = 0; i < places->count; i++)
		if (places->items[i].member == member)
			return &places->items[i];
	return NULL;
}
