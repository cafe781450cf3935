/* Report for machines: the same diagnostics as JSON, and as SARIF for editors and build servers. */
#ifndef SOURCE_REPORT_MACHINE_H
#define SOURCE_REPORT_MACHINE_H

#include "base/json.h"
#include "source/diagnostic.h"

/*
 * JSON: an array with an object for each diagnostic: code, severity ("error", "warning"), message,
 * and where it has a place: file, line, column, endLine, endColumn, byte, endByte, text, and
 * excerpt, the line that it stands on unless that is very long; notes, the same again; and fix: the
 * same place members and "replacement". Lines and columns count from 1, columns in characters, ends
 * are one past the last.
 *
 * SARIF 2.1.0 (OASIS standard, 27 March 2020): one run; the catalogue as its rules, the diagnostics
 * as its results, notes as related locations.
 *
 * The document is a beginning, the diagnostics, each written with json_raw, and an end.
 */
void report_json(const Diagnostic *diagnostic, Buffer *out);
void report_sarif(const Diagnostic *diagnostic, Buffer *out);
void report_machine_begin(Json *json, bool sarif);
void report_machine_end(Json *json, bool sarif);

#endif
