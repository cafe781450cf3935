/* Pictures in HTML: inside the page itself, so that it stays one file. */
#ifndef HTML_PICTURE_H
#define HTML_PICTURE_H

#include "base/buffer.h"
#include "document/picture.h"

/* An svg element that says what it shows to those who do not see it. */
void html_put_picture(Buffer *out, const Picture *picture);

#endif
