/* Layout: a whole layout.yaml for tests, and ways to change one line of it. */
#ifndef TESTS_UNIT_LAYOUT_YAML_H
#define TESTS_UNIT_LAYOUT_YAML_H

#include "support.h"

/* Every value differs from its neighbours, so that one read into the wrong place is seen. */
static const char layout_yaml[] =
        "sida:\n"
        "  bredd: 210 mm\n"
        "  höjd: 297 mm\n"
        "  marginal upptill: 90 pt\n"
        "  marginal nedtill: 62 pt\n"
        "  marginal vänster: 71 pt\n"
        "  marginal höger: 72 pt\n"
        "  sidhuvud: 48 pt\n"
        "  sidfot: 32 pt\n"
        "typsnitt:\n"
        "  normal: /usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf\n"
        "  fet: /usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf\n"
        "  kursiv: /usr/share/fonts/truetype/open-sans/OpenSans-Italic.ttf\n"
        "  fet kursiv: /usr/share/fonts/truetype/open-sans/OpenSans-BoldItalic.ttf\n"
        "  fast bredd: /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf\n"
        "  avstavning: /usr/share/hyphen/hyph_sv_SE.dic\n"
        "  färgprofil: /usr/share/color/icc/sRGB.icc\n"
        "brödtext: {storlek: '11 pt', radavstånd: '16 pt', före: '0 pt', efter: '8 pt'}\n"
        "liten text: {storlek: '8,5 pt', radavstånd: '11,5 pt', före: '1 pt', efter: '2 pt'}\n"
        "tabell: {storlek: '9,5 pt', radavstånd: '13 pt', före: '10 pt', efter: '14 pt'}\n"
        "fotnot: {storlek: '8 pt', radavstånd: '12 pt', före: '0 pt', efter: '2,5 pt'}\n"
        "kod: {storlek: '9 pt', radavstånd: '13,5 pt', före: '3 pt', efter: '12 pt'}\n"
        "omslagsrubrik: {storlek: '30 pt', radavstånd: '37 pt', före: '0 pt', efter: '14 pt'}\n"
        "rubrik 1: {storlek: '20 pt', radavstånd: '26 pt', före: '0 pt', efter: '12 pt'}\n"
        "rubrik 2: {storlek: '14 pt', radavstånd: '19 pt', före: '16 pt', efter: '5 pt'}\n"
        "rubrik 3: {storlek: '12 pt', radavstånd: '17 pt', före: '13 pt', efter: '4 pt'}\n"
        "rubrik 4: {storlek: '11,5 pt', radavstånd: '16 pt', före: '11 pt', efter: '3 pt'}\n"
        "rubrik 5: {storlek: '11 pt', radavstånd: '15,5 pt', före: '9 pt', efter: '2 pt'}\n"
        "rubrik 6: {storlek: '10,5 pt', radavstånd: '15 pt', före: '8 pt', efter: '1 pt'}\n"
        "lista:\n"
        "  indrag: 17 pt\n"
        "färger:\n"
        "  text: '#1b1f23'\n"
        "  accent: '#0B4F6C'\n"
        "  dämpad: '#5a6570'\n"
        "  linje: '#cdd4da'\n"
        "  skugga: '#eaf1f4'\n";

/* The layout with the first `old` in it changed. */
static inline Text layout_with(Arena *arena, const char *old, const char *new)
{
	Text all = text_of(layout_yaml), part = text_of(old);
	size_t at = text_find(all, part, 0);
	if (at == TEXT_NOWHERE)
		fail_msg("the layout has no \"%s\"", old);
	Text parts[] = {text_cut(all, 0, at), text_of(new), text_after(all, at + part.length)};
	return text_join(arena, parts, 3);
}

#endif
