/* Banned functions: naming one of these does not compile. The build includes this file first in
 * every translation unit, after which the identifiers are poisoned. */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

/* The system's own headers declare them, and zlib has a member called so, which must have been read
 * before the poison. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>

/* No bounds, or a hidden state, or the locale's idea of a number, or an unstable order. */
#pragma GCC poison strcpy strcat sprintf vsprintf strtok gets
#pragma GCC poison strtod strtof strtold atof atoi atol atoll setlocale
#pragma GCC poison time gmtime localtime ctime asctime
#pragma GCC poison getenv system popen rand qsort

#endif
