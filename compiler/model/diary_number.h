/* Diary number: whether one has a form that the municipality has given. */
#ifndef MODEL_DIARY_NUMBER_H
#define MODEL_DIARY_NUMBER_H

#include "model/agreement.h"

/*
 * Diary numbers have no national form, so the register may say how the municipality writes its own:
 *
 *	{prefix} {år}-{nummer}		ON 2018-229
 *	{prefix} {åå}/{nummer}		SN 18/0098
 *	{år}/{prefix} {nummer}		2021/KS 0280
 *
 * {prefix} is one of the boards' "diarieprefix", or any capital letters where no board has one;
 * {år} is a year of four digits, {åå} of two, {nummer} any number of digits. All else in a form
 * stands for itself.
 */

#define DIARY_PREFIX     TEXT("{prefix}")
#define DIARY_YEAR       TEXT("{år}")
#define DIARY_SHORT_YEAR TEXT("{åå}")
#define DIARY_NUMBER     TEXT("{nummer}")

/* Whether a form has only these words in braces, and {nummer} among them. */
bool diary_form_is_sound(Text form);

bool diary_number_fits(Text number, Text form, const Register *shared);

#endif
