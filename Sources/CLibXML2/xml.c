// Reads a piece of XML through libxml2's SAX interface and keeps only where each element stands.
#include "outline.h"
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>
#include <stdlib.h>

static void refuse(pxml_outline *outline, enum pxml_status status) {
    if (outline->status == PXML_OK) {
        outline->status = status;
        if (outline->context->input) {
            outline->error_line = outline->context->input->line;
            outline->error_column = outline->context->input->col;
        }
    }
    xmlStopParser(outline->context);
}

static size_t position(const pxml_outline *outline) {
    long offset = xmlByteConsumed(outline->context);
    return offset < 0 ? 0 : (size_t)offset > outline->length ? outline->length : (size_t)offset;
}

static size_t last_before(const pxml_outline *outline, size_t offset, const char *mark) {
    size_t size = strlen(mark);
    while (offset > 0) {
        offset--;
        if (outline->text[offset] == (uint8_t)mark[0] && outline->length - offset >= size
            && memcmp(outline->text + offset, mark, size) == 0)
            return offset;
    }
    return 0;
}

static pxml_node *append(pxml_outline *outline) {
    if (outline->status != PXML_OK) return NULL;
    if (outline->count >= outline->node_limit) {
        refuse(outline, PXML_TOO_MANY_NODES);
        return NULL;
    }
    if (outline->count == outline->capacity) {
        size_t capacity = outline->capacity ? outline->capacity * 2 : 256;
        pxml_node *grown = realloc(outline->nodes, capacity * sizeof(pxml_node));
        if (!grown) {
            refuse(outline, PXML_OUT_OF_MEMORY);
            return NULL;
        }
        outline->nodes = grown;
        outline->capacity = capacity;
    }
    pxml_node *node = &outline->nodes[outline->count++];
    memset(node, 0, sizeof *node);
    node->parent = outline->open;
    return node;
}

static void start_element(
    void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes) {
    (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted, (void)attributes;
    pxml_outline *outline = data;
    if (++outline->depth > outline->depth_limit) {
        refuse(outline, PXML_TOO_DEEP);
        return;
    }
    pxml_node *node = append(outline);
    if (!node) return;
    // libxml2 calls when the name and the attributes are read: the tag opened at the last `<` (no attribute value may
    // hold one) and closes at the next `>`.
    size_t here = position(outline);
    size_t start = last_before(outline, here, "<");
    size_t close = here;
    while (close < outline->length && outline->text[close] != '>') close++;
    size_t after = close < outline->length ? close + 1 : close;
    node->kind = PXML_ELEMENT;
    node->start = (uint32_t)start;
    node->name_start = (uint32_t)(start + 1);
    node->name_length = (uint32_t)(strlen((const char *)local) + (prefix ? strlen((const char *)prefix) + 1 : 0));
    node->content_start = node->content_end = node->end = (uint32_t)after;
    node->attribute_count = (uint32_t)attribute_count;
    outline->open = (int32_t)(outline->count - 1);
}

static void end_element(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)local, (void)prefix, (void)uri;
    pxml_outline *outline = data;
    if (outline->depth > 0) outline->depth--;
    if (outline->status != PXML_OK || outline->open < 0) return;
    pxml_node *node = &outline->nodes[outline->open];
    int empty = node->content_start >= 2 && outline->text[node->content_start - 2] == '/';
    if (!empty) {
        size_t end = position(outline);
        node->end = (uint32_t)end;
        node->content_end = (uint32_t)last_before(outline, end, "<");
    }
    outline->open = node->parent;
}

static void comment(void *data, const xmlChar *value) {
    (void)value;
    pxml_outline *outline = data;
    pxml_node *node = append(outline);
    if (!node) return;
    size_t end = position(outline);
    node->kind = PXML_COMMENT;
    node->start = (uint32_t)last_before(outline, end, "<!--");
    node->content_start = node->content_end = node->end = (uint32_t)end;
}

static void instruction(void *data, const xmlChar *target, const xmlChar *value) {
    (void)target, (void)value;
    pxml_outline *outline = data;
    pxml_node *node = append(outline);
    if (!node) return;
    size_t end = position(outline);
    node->kind = PXML_INSTRUCTION;
    node->start = (uint32_t)last_before(outline, end, "<?");
    node->content_start = node->content_end = node->end = (uint32_t)end;
}

static void internal_subset(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    refuse(data, PXML_DOCTYPE);
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *pxml_error;
#else
typedef xmlErrorPtr pxml_error;
#endif

static void problem(void *data, pxml_error error) {
    pxml_outline *outline = data;
    if (error->level != XML_ERR_FATAL || outline->error_code != 0 || outline->status != PXML_OK) return;
    outline->error_code = error->code;
    outline->error_line = error->line;
    outline->error_column = error->int2;
}

pxml_outline *pxml_read(const uint8_t *text, size_t length, uint32_t node_limit, uint32_t depth_limit) {
    pxml_outline *quick = pxml_read_quickly(text, length, node_limit, depth_limit);
    return quick ? quick : pxml_read_carefully(text, length, node_limit, depth_limit);
}

pxml_outline *pxml_read_carefully(const uint8_t *text, size_t length, uint32_t node_limit, uint32_t depth_limit) {
    pxml_initialise();
    pxml_outline *outline = calloc(1, sizeof *outline);
    if (!outline) return NULL;
    outline->text = text;
    outline->length = length;
    outline->open = -1;
    outline->node_limit = node_limit;
    outline->depth_limit = depth_limit;
    if (length > INT32_MAX) {
        outline->status = PXML_TOO_LONG;
        return outline;
    }
    if (pxml_refuse_comments(outline)) return outline;
    xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt((const char *)text, (int)length);
    if (!context) {
        outline->status = length == 0 ? PXML_MALFORMED : PXML_OUT_OF_MEMORY;
        return outline;
    }
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start_element;
    handler.endElementNs = end_element;
    handler.comment = comment;
    handler.processingInstruction = instruction;
    handler.internalSubset = internal_subset;
    handler.serror = problem;
    *context->sax = handler;
    context->userData = outline;
    outline->context = context;
    xmlCtxtUseOptions(context, XML_PARSE_NONET);
    // With no handler for entities, a reference to one that XML does not define by itself is a fatal error.
    int result = xmlParseDocument(context);
    if ((result != 0 || !context->wellFormed) && outline->status == PXML_OK) outline->status = PXML_MALFORMED;
    outline->context = NULL;
    xmlFreeParserCtxt(context);
    return outline;
}

void pxml_free(pxml_outline *outline) {
    if (!outline) return;
    free(outline->nodes);
    free(outline);
}

enum pxml_status pxml_outline_status(const pxml_outline *outline) { return outline->status; }
size_t pxml_outline_count(const pxml_outline *outline) { return outline->count; }
const pxml_node *pxml_outline_nodes(const pxml_outline *outline) { return outline->nodes; }
int pxml_outline_error_line(const pxml_outline *outline) { return outline->error_line; }
int pxml_outline_error_column(const pxml_outline *outline) { return outline->error_column; }
int pxml_outline_error_code(const pxml_outline *outline) { return outline->error_code; }
