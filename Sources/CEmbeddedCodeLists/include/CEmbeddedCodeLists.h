#ifndef PARCHEMIN_CEMBEDDEDCODELISTS_H
#define PARCHEMIN_CEMBEDDEDCODELISTS_H

#include <stddef.h>

/// One embedded file: its path with '/' separators, its bytes and their number.
struct pembed_codelists_file {
    const char *path;
    const unsigned char *bytes;
    size_t length;
};

/// The table of embedded files and the number of its entries.
const struct pembed_codelists_file *pembed_codelists_files(void);
size_t pembed_codelists_count(void);

#endif
