// Looks for comments that libxml2 would take the square of their length to refuse: it copies what it has read of a comment
// for each "--" in it, which is an error that it goes on after.
#include "outline.h"
#include <libxml/xmlerror.h>
#include <stdlib.h>

// A comment written by hand may hold a few.
static const int most = 16;

static const uint8_t *find(const uint8_t *from, const uint8_t *end, const char *mark) {
    return from < end ? memmem(from, (size_t)(end - from), mark, strlen(mark)) : NULL;
}

static int place(pxml_outline *outline, const uint8_t *at) {
    outline->status = PXML_MALFORMED;
    outline->error_code = XML_ERR_HYPHEN_IN_COMMENT;
    outline->error_line = 1;
    const uint8_t *line = outline->text;
    for (const uint8_t *next; (next = memchr(line, '\n', (size_t)(at - line))); line = next + 1) outline->error_line++;
    outline->error_column = (int)(at - line) + 1;
    return 1;
}

int pxml_refuse_comments(pxml_outline *outline) {
    const uint8_t *end = outline->text + outline->length;
    const uint8_t *at = outline->text;
    while ((at = find(at, end, "<"))) {
        size_t left = (size_t)(end - at);
        if (left >= 4 && memcmp(at, "<!--", 4) == 0) {
            const uint8_t *first = NULL;
            int count = 0;
            const uint8_t *mark = at + 4;
            while ((mark = find(mark, end, "--")) && !(mark + 2 < end && mark[2] == '>')) {
                if (!first) first = mark;
                if (++count > most) return place(outline, first);
                mark += 1;
            }
            if (!mark) return 0;
            at = mark + 3;
        } else if (left >= 9 && memcmp(at, "<![CDATA[", 9) == 0) {
            if (!(at = find(at + 9, end, "]]>"))) return 0;
        } else if (left >= 2 && at[1] == '?') {
            if (!(at = find(at + 2, end, "?>"))) return 0;
        } else {
            at++;
        }
    }
    return 0;
}
