/* Version: what --version, the reports for machines and the PDFs say. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define VERSION "0.1"
#define PROGRAM "overens " VERSION

#endif
