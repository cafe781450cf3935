/* Base64: bytes as text, for formats that carry them so. */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "base/buffer.h"
#include "base/text.h"

/* RFC 4648, section 4: with padding, without line ends. */
void base64_put(Buffer *out, Text bytes);

#endif
