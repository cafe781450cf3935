/* Agreement: a case as it was described, typed; structures only. */
#ifndef MODEL_AGREEMENT_H
#define MODEL_AGREEMENT_H

#include "model/values.h"

/*
 * One Agreement is one YAML file. fields.c tells which key fills which member, bind.c fills them,
 * resolve.c connects them with each other and with the register. Nothing here is computed: sums,
 * shares and terms live in the ledger (economics/ledger.h).
 */

/* The register: what all cases share. */

typedef struct Municipality {
	Span span;
	TextValue name; /* "Linköpings kommun" */
	TextValue place;
	OrganisationNumber number;
	IntegerValue inhabitants;
	ListValue diary_forms; /* TextItem: "{prefix} {år}-{nummer}", model/diary_number.h */
} Municipality;

typedef struct Department { /* förvaltning */
	Key key;
	Span span;
	TextValue name;
	ListValue unwanted; /* TextItem: what it must not be called */
} Department;

typedef struct Board { /* nämnd */
	Key key;       /* also how it is called in running text: "omsorgsnämnden" */
	Span span;
	TextValue name;
	TextValue department;
	TextValue diary_prefix;
	ListValue unwanted; /* TextItem */
} Board;

typedef enum Sector { SECTOR_PUBLIC, SECTOR_CIVIL } Sector;

typedef struct Organisation {
	Key key;
	Span span;
	TextValue name;
	TextValue short_name;
	OrganisationNumber number;
	ChoiceValue sector;
	ListValue unwanted; /* TextItem */
} Organisation;

/*
 * One year of an index: how much prices rose, in per cent, or the index number itself, of which two
 * years give the rise. What was first published as preliminary is kept beside what became
 * definitive, because money may have been paid by it.
 */
typedef struct IndexYear {
	Key key; /* the year; resolve.c reads it into `year` */
	Span span;
	ShareValue definitive;
	ShareValue preliminary;
	NumberValue number;
	DateValue published; /* of the definitive value */
	TextValue source;
	int year;
} IndexYear;

typedef struct IndexSeries {
	Key key; /* "OPI" */
	Span span;
	TextValue name; /* "omsorgsprisindex" */
	TextValue source;
	ListValue years; /* IndexYear, by year */
} IndexSeries;

/* A ceiling for state aid of minor importance to one recipient over some years. */
typedef struct AidCeiling {
	Key key; /* what it is called: "stöd av mindre betydelse" */
	Span span;
	IntegerValue euro;
	IntegerValue years;
	DateValue from;
	DateValue to;
	TextValue source;
} AidCeiling;

/* Kronor for one euro. */
typedef struct EuroRate {
	Span span;
	NumberValue kronor;
	DateValue date;
	TextValue source;
} EuroRate;

/* What the municipality holds itself to, beyond law. */
typedef struct RuleOfThumb {
	Span span;
	ShareValue most_public; /* of an agreement's scope */
	TextValue source;
} RuleOfThumb;

/* An act or an ordinance. */
typedef struct Statute {
	Key key; /* its number: "2017:725" */
	Span span;
	TextValue name;        /* "kommunallagen" */
	ListValue other_names; /* TextItem: "KL" */
	DateValue from;
	DateValue repealed;     /* the first day that it is no longer in force */
	TextValue successor_id; /* a number in the register */
	TextValue source;
	const struct Statute *successor; /* set by resolve.c; NULL where none is known */
} Statute;

/* What some letters stand for: "IOP". */
typedef struct Abbreviation {
	Key key;
	TextValue words; /* "idéburet offentligt partnerskap" */
} Abbreviation;

/* The rules of writing (writing_rules.def), what each weighs, and the choices that they follow. */

typedef enum WritingRule {
#define WRITING_RULE(symbol, name, weight, texts, trigger, function, about) RULE_##symbol,
#include "model/writing_rules.def"
	WRITING_RULES
} WritingRule;

typedef enum RuleWeight { WEIGHT_ERROR, WEIGHT_WARNING, WEIGHT_OFF } RuleWeight;

typedef struct RuleWeights {
	Span span;
	ChoiceValue of[WRITING_RULES]; /* RuleWeight */
} RuleWeights;

/* A case's exceptions to rules, each with its reason. */
typedef struct RuleExceptions {
	Span span;
	TextValue of[WRITING_RULES];
} RuleExceptions;

typedef enum DecisionForm { DECISION_SENTENCES, DECISION_CLAUSES } DecisionForm;
typedef enum DateInText { DATE_IN_WORDS, DATE_IN_DIGITS } DateInText;

typedef struct WritingStyle {
	Span span;
	ChoiceValue decisions;       /* DecisionForm */
	ChoiceValue dates;           /* DateInText */
	BooleanValue numbers_twice;  /* "sex (6) månader" */
	TextValue decision_sections; /* the key of the section that decisions stand in */
} WritingStyle;

typedef struct Register {
	Span span;
	Municipality municipality;
	ListValue departments;   /* Department, by id */
	ListValue boards;        /* Board, by id */
	ListValue organisations; /* Organisation, by id */
	ListValue indices;       /* IndexSeries, by name */
	ListValue ceilings;      /* AidCeiling */
	EuroRate euro;
	RuleOfThumb rule;
	ListValue statutes;      /* Statute, by number */
	ListValue abbreviations; /* Abbreviation, by its letters */
	RuleWeights weights;
	WritingStyle style;
} Register;

/* The case. */

typedef struct TextItem {
	TextValue text;
} TextItem;

typedef struct DayItem {
	DateValue day;
} DayItem;

typedef struct ProseItem {
	ProseValue text;
} ProseItem;

typedef struct Person {
	Span span;
	TextValue name;
	TextValue role;
	TextValue place; /* "ort och datum", filled in beforehand as far as it is known */
} Person;

typedef struct Party {
	Key key;
	Span span;
	TextValue register_id;
	TextValue name;
	TextValue short_name; /* in running text */
	OrganisationNumber number;
	ChoiceValue sector;    /* Sector */
	ListValue signatories; /* Person */
	/* Set by resolve.c when the party is a board of the municipality. */
	const Board *board;
} Party;

typedef enum Status { STATUS_DRAFT, STATUS_PROPOSED, STATUS_DECIDED } Status;

typedef struct Matter { /* ärende */
	Span span;
	TextValue title;
	TextValue diary_number;
	DateValue date;
	TextValue board_id;
	TextValue department_id;
	ListValue officers; /* TextItem */
	ChoiceValue status; /* Status */
	/* Set by resolve.c. */
	const Board *board;
	const Department *department;
} Matter;

typedef struct Period {
	Span span;
	DateValue from;
	DateValue to;
	DurationValue notice;
	DurationValue extension;
	DurationValue renewal;   /* automatic, when nobody gives notice */
	DurationValue lead_time; /* before the last day, for a decision on extension */
	ListValue follow_ups;    /* DayItem: when the parties follow it up, by when */
} Period;

typedef enum ContributionKind {
	CONTRIBUTION_CASH,
	CONTRIBUTION_IN_KIND,
	CONTRIBUTION_VOLUNTEER_TIME,
	CONTRIBUTION_PREMISES,
	CONTRIBUTION_MATERIAL,
} ContributionKind;

/* What a named party gets or pays: an entry of a split or of own financing. */
typedef struct PartyAmount {
	Key key;
	AmountValue amount;
	const Party *party; /* set by resolve.c; NULL when there is none of that name */
} PartyAmount;

typedef struct Contribution { /* insats */
	Span span;
	TextValue party_id;
	ChoiceValue kind; /* ContributionKind */
	AmountValue amount;
	IntegerValue hours;
	AmountValue hour_value;
	AmountValue per_inhabitant;
	ListValue split; /* PartyAmount: recipients of a grant */
	/* A part of the period; from its first day or to its last where one is not given. */
	DateValue from;
	DateValue to;
	BooleanValue indexed; /* not given: cash of public parties is, nothing else */
	const Party *party;   /* set by resolve.c */
} Contribution;

typedef enum CostKind {
	COST_STAFF,
	COST_VOLUNTEERS,
	COST_PREMISES,
	COST_MATERIAL,
	COST_OTHER,
	COST_KINDS
} CostKind;

typedef struct Cost {
	Span span;
	TextValue party_id;
	TextValue item;   /* "Anställda" */
	ChoiceValue kind; /* CostKind */
	AmountValue amount;
	const Party *party; /* set by resolve.c */
} Cost;

/* A value of a missing year that the case assumes. */
typedef struct IndexAssumption {
	Key key; /* the year; resolve.c reads it into `year` */
	ShareValue rise;
	int year;
} IndexAssumption;

typedef enum IndexBasis {
	INDEX_ON_PREVIOUS_YEAR, /* compounded */
	INDEX_ON_BASE,          /* simple: the rises are added up */
} IndexBasis;

typedef struct IndexTerms {
	Span span;
	TextValue series;
	DateValue from;     /* the first step; then every year on the same day */
	ChoiceValue basis;  /* IndexBasis */
	ShareValue covers;  /* the share of the amount that is indexed */
	ShareValue factor;  /* the share of the index's rise that counts */
	ShareValue ceiling; /* of a year's rise */
	ShareValue floor;
	IntegerValue lag;            /* years that the series lies behind */
	ChoiceValue rise_rounding;   /* Rounding of the yearly rise in kronor */
	AmountValue rise_unit;       /* "100 kr" */
	ListValue assumptions;       /* IndexAssumption, by year */
	const IndexSeries *in_force; /* set by resolve.c */
} IndexTerms;

typedef enum OddKrona { ODD_KRONA_LAST, ODD_KRONA_FIRST } OddKrona;

typedef struct PaymentTerms {
	Span span;
	IntegerValue per_year;
	ChoiceValue month; /* 0 is January */
	IntegerValue day;
	BooleanValue in_arrears;
	BooleanValue lump_sum; /* the whole period at once */
	ChoiceValue odd_krona; /* OddKrona */
} PaymentTerms;

typedef enum RoundingTime {
	ROUND_LAST,      /* once, when a calendar year's amount has been calculated */
	ROUND_EACH_YEAR, /* the indexed yearly amount first, and then its part of the year */
} RoundingTime;

typedef struct RoundingTerms {
	Span span;
	ChoiceValue way; /* Rounding */
	AmountValue unit;
	ChoiceValue when; /* RoundingTime */
} RoundingTerms;

typedef enum Proration { PRORATE_BY_MONTH, PRORATE_BY_DAY } Proration;

typedef struct Economy {
	Span span;
	IntegerValue price_year;
	IntegerValue decimals; /* of percentages */
	RoundingTerms rounding;
	ChoiceValue proration; /* Proration */
	DateValue horizon;     /* the last day that amounts are known for */
	IntegerValue participants;
	BooleanValue per_participant;
	IntegerValue inhabitants;
	IndexTerms index;
	PaymentTerms payment;
	ListValue contributions; /* Contribution */
	ListValue costs;         /* Cost */
	ListValue own_financing; /* PartyAmount */
} Economy;

/* A table that belongs to the case alone. */

typedef enum ColumnKind {
	COLUMN_TEXT,
	COLUMN_AMOUNT,
	COLUMN_COUNT,
	COLUMN_SHARE, /* computed: numerator column / denominator column */
	COLUMN_DATE,
	COLUMN_UNIT_PRICE, /* computed: numerator column / denominator column, in kronor */
} ColumnKind;

typedef struct Column {
	Span span;
	TextValue heading;
	ChoiceValue kind; /* ColumnKind */
	TextValue numerator;
	TextValue denominator;
	BooleanValue sum;
} Column;

typedef struct TableRow {
	ListValue cells; /* TextItem */
} TableRow;

typedef struct FreeTable {
	Key key;
	Span span;
	TextValue caption;
	ListValue columns; /* Column */
	TextValue sum_label;
	ListValue rows; /* TableRow */
} FreeTable;

typedef struct Footnote {
	Key key;
	ProseValue text;
} Footnote;

typedef struct Section {
	Key key;
	Span span;
	TextValue heading;
	ProseValue text;
	ListValue points; /* ProseItem */
	TextValue file;   /* a Markdown file beside the case */
	TextValue after;  /* key of the section it follows */
} Section;

/* One document of the case; its key names the template. */
typedef struct DocumentPlan {
	Key key;
	Span span;
	TextValue title;
	DateValue date;
	BooleanValue contents;
	BooleanValue calculations; /* an appendix that shows them */
	ListValue attachments;     /* ProseItem: beslutsunderlag */
	ListValue recipients;      /* ProseItem: beslutet skickas till */
	ListValue signatories;     /* Person */
	ListValue order;           /* TextItem: section keys */
	ListValue left_out;        /* TextItem: section keys */
	ListValue sections;        /* Section, by key */
} DocumentPlan;

typedef struct Agreement {
	Span span;
	Matter matter;
	ListValue parties; /* Party, by id */
	Period period;
	Economy economy;
	ListValue tables;        /* FreeTable, by id */
	ListValue footnotes;     /* Footnote, by id */
	ListValue abbreviations; /* Abbreviation, beside those of the register */
	RuleExceptions exceptions;
	ListValue documents;    /* DocumentPlan, by template */
	const Register *shared; /* set by resolve.c */
	struct Gaps *gaps; /* gaps.h: what a draft lacks; NULL for a case that must be complete */
} Agreement;

#endif
