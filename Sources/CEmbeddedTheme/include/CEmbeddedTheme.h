#ifndef PARCHEMIN_CEMBEDDEDTHEME_H
#define PARCHEMIN_CEMBEDDEDTHEME_H

#include <stddef.h>

/// One embedded file: its path with '/' separators, its bytes and their number.
struct pembed_theme_file {
    const char *path;
    const unsigned char *bytes;
    size_t length;
};

/// The table of embedded files and the number of its entries.
const struct pembed_theme_file *pembed_theme_files(void);
size_t pembed_theme_count(void);

#endif
