/* Words: what a page says of itself, in Swedish. All else in it comes from the document. */
#ifndef HTML_WORDS_H
#define HTML_WORDS_H

#define WORDS_SKIP     "Hoppa till innehållet"
#define WORDS_UNTITLED "Dokument"
#define WORDS_CONTENTS "Innehåll"
#define WORDS_NOTES    "Noter"
#define WORDS_BACK     "tillbaka till texten"
#define WORDS_BACK_TO                                                                              \
	"tillbaka till ställe " /* and its number, when a note is called more than once */
#define WORDS_TABLE         "Tabell"
#define WORDS_CODE          "Exempel"
#define WORDS_OTHER_FORMATS "Handlingen finns också som"
#define WORDS_PDF           "PDF"
#define WORDS_AND           "och"
#define WORDS_MARKDOWN      "Markdown"

#endif
