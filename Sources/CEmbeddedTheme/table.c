#include "include/CEmbeddedTheme.h"

static const struct pembed_theme_file files[] = {{NULL, NULL, 0}};

const struct pembed_theme_file *pembed_theme_files(void) { return files; }
size_t pembed_theme_count(void) { return sizeof files / sizeof files[0] - 1; }
