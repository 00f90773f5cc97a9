// What both readers of XML build.
#ifndef PARCHEMIN_OUTLINE_H
#define PARCHEMIN_OUTLINE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "include/CLibXML2.h"
#include <libxml/parser.h>

struct pxml_outline {
    const uint8_t *text;
    size_t length;
    pxml_node *nodes;
    size_t count;
    size_t capacity;
    int32_t open;
    uint32_t depth;
    uint32_t node_limit;
    uint32_t depth_limit;
    enum pxml_status status;
    int error_line;
    int error_column;
    int error_code;
    xmlParserCtxtPtr context;
};

/// The outline of a piece of the plain kind; NULL for any other, which libxml2 then reads or refuses.
pxml_outline *pxml_read_quickly(const uint8_t *text, size_t length, uint32_t node_limit, uint32_t depth_limit);

/// True, and the outline refused, where a comment holds "--" again and again.
int pxml_refuse_comments(pxml_outline *outline);

#endif
