/* YAML slip: what libyaml reads without complaint, but not as the person meant it. */
#ifndef YAML_SLIP_H
#define YAML_SLIP_H

#include "source/diagnostic.h"

/* Reports a key that has swallowed what was meant to stand after it: "part:iogt", "index {serie",
 * "-{namn". The fix sets it apart, so that the file can be read again with it. False when the key
 * is as keys are. */
bool slip_in_key(Span key, Diagnostics *diagnostics);

/* Warns when what follows an unquoted value on its line is lost as a comment, but looks like a part
 * of the value: "Föreningen #1". */
void slip_after_value(Span value, Diagnostics *diagnostics);

#endif
