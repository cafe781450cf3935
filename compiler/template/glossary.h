/* Glossary: the abbreviations that a case's documents may have, and the words that they stand for.
 */
#ifndef TEMPLATE_GLOSSARY_H
#define TEMPLATE_GLOSSARY_H

#include "document/glossary.h"
#include "model/agreement.h"

/*
 * Gathered from where each is known already: the case's own list, that of the register, the indices
 * (OPI, omsorgsprisindex), the statutes that are called by letters (MBL) and the organisations
 * (IKF). The first that knows the letters decides; what has no words, or says the letters in them,
 * explains nothing and is left out.
 */
Glossary glossary_of(Arena *arena, const Agreement *agreement);

#endif
