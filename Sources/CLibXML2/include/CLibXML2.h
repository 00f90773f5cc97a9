// The only door to libxml2: allocation, error callbacks and options stay on this side.
#ifndef PARCHEMIN_CLIBXML2_H
#define PARCHEMIN_CLIBXML2_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Starts libxml2 once for the process; safe to call from several threads.
void pxml_initialise(void);

/// What a node of an outline is.
enum pxml_kind { PXML_ELEMENT = 0, PXML_COMMENT = 1, PXML_INSTRUCTION = 2 };

/// One node of a well-formed piece of XML. All places are byte offsets in the text that was given.
typedef struct {
    uint32_t kind;
    /// Index of the element that holds this node, -1 for the outermost.
    int32_t parent;
    uint32_t name_start;
    uint32_t name_length;
    /// The `<` of the opening tag.
    uint32_t start;
    /// After the `>` of the opening tag.
    uint32_t content_start;
    /// The `<` of the closing tag; equals `content_start` for `<x/>`.
    uint32_t content_end;
    /// After the `>` of the closing tag.
    uint32_t end;
    uint32_t attribute_count;
} pxml_node;

/// Why a piece was refused.
enum pxml_status {
    PXML_OK = 0,
    PXML_MALFORMED = 1,
    PXML_DOCTYPE = 2,
    PXML_TOO_MANY_NODES = 3,
    PXML_TOO_DEEP = 4,
    PXML_TOO_LONG = 5,
    PXML_OUT_OF_MEMORY = 6
};

typedef struct pxml_outline pxml_outline;

/// Reads a piece of XML in UTF-8 and gives its outline; NULL only when memory is short. Free it with `pxml_free`.
/// Nothing is fetched, no entity is replaced, a document type is refused.
pxml_outline *pxml_read(const uint8_t *text, size_t length, uint32_t node_limit, uint32_t depth_limit);
/// The same, read by libxml2 alone: what the quick way of plain pieces is held against.
pxml_outline *pxml_read_carefully(const uint8_t *text, size_t length, uint32_t node_limit, uint32_t depth_limit);
void pxml_free(pxml_outline *outline);

enum pxml_status pxml_outline_status(const pxml_outline *outline);
size_t pxml_outline_count(const pxml_outline *outline);
const pxml_node *pxml_outline_nodes(const pxml_outline *outline);
/// The line, from 1 in the text that was given, of the first fatal error.
int pxml_outline_error_line(const pxml_outline *outline);
int pxml_outline_error_column(const pxml_outline *outline);
/// The code of `xmlParserErrors` of the first fatal error.
int pxml_outline_error_code(const pxml_outline *outline);

/// The offset of the first `byte` in the text, or -1.
static inline ptrdiff_t pxml_find(const uint8_t *text, size_t length, uint8_t byte) {
    const uint8_t *found = length ? (const uint8_t *)memchr(text, byte, length) : NULL;
    return found ? found - text : -1;
}

/// True when both hold the same `length` bytes.
static inline int pxml_same(const uint8_t *left, const uint8_t *right, size_t length) {
    return memcmp(left, right, length) == 0;
}

#endif
