#include "include/CEmbeddedCodeLists.h"

static const struct pembed_codelists_file files[] = {{NULL, NULL, 0}};

const struct pembed_codelists_file *pembed_codelists_files(void) { return files; }
size_t pembed_codelists_count(void) { return sizeof files / sizeof files[0] - 1; }
