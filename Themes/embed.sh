#!/bin/sh
# Writes Sources/CEmbeddedTheme/table.c: the table of the files of Themes/parchemin that the compiler embeds (C23 #embed).
# Run it after adding, renaming or removing a file of the theme; a test fails when the table is not what this prints.
set -eu
cd "$(dirname "$0")/.."
out=Sources/CEmbeddedTheme/table.c
[ "${1:-}" = --print ] && out=/dev/stdout
list=$(cd Themes/parchemin && find . -type f ! -name '.*' | sed 's,^\./,,' | LC_ALL=C sort)
{
    echo '// Written by Themes/embed.sh: run it again after adding or removing a file of Themes/parchemin.'
    echo '#include "include/CEmbeddedTheme.h"'
    echo
    echo '#pragma clang diagnostic ignored "-Wc23-extensions"'
    echo
    number=0
    for path in $list; do
        printf 'static const unsigned char file%s[] = {\n#embed "../../Themes/parchemin/%s" suffix(,)\n0};\n' "$number" "$path"
        number=$((number + 1))
    done
    echo
    echo 'static const struct pembed_theme_file files[] = {'
    number=0
    for path in $list; do
        printf '    {"%s", file%s, sizeof file%s - 1},\n' "$path" "$number" "$number"
        number=$((number + 1))
    done
    echo '    {NULL, NULL, 0},'
    echo '};'
    echo
    echo 'const struct pembed_theme_file *pembed_theme_files(void) { return files; }'
    echo 'size_t pembed_theme_count(void) { return sizeof files / sizeof files[0] - 1; }'
} > "$out"
