// Reads the XML that flows are made of without libxml2: elements without attributes, text, CDATA and the five entities that
// XML defines. It accepts nothing that libxml2 would refuse; whatever it does not know is left to libxml2, which also words
// what is wrong.
#include "outline.h"
#include <stdlib.h>

// UTF-8 without forbidden characters (XML 1.0, production 2).
static int is_plain_text(const uint8_t *text, size_t length) {
    size_t index = 0;
    while (index < length) {
        // Eight bytes of ASCII without control characters at once: no byte below 0x20, none with its high bit.
        uint64_t eight;
        if (index + 8 <= length) {
            memcpy(&eight, text + index, 8);
            uint64_t others = (eight | (eight - 0x2020202020202020u)) & 0x8080808080808080u;
            if (others == 0) {
                index += 8;
                continue;
            }
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
            // The lowest is exact: a borrow only reaches bytes behind it.
            index += (size_t)__builtin_ctzll(others) / 8;
#endif
        }
        uint8_t byte = text[index];
        if (byte < 0x80) {
            if (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) return 0;
            index++;
            continue;
        }
        size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        if (byte < 0xC2 || byte > 0xF4 || index + size > length) return 0;
        uint32_t value = byte & (0xFF >> (size + 1));
        for (size_t next = 1; next < size; next++) {
            if ((text[index + next] & 0xC0) != 0x80) return 0;
            value = value << 6 | (text[index + next] & 0x3F);
        }
        if ((size == 3 && value < 0x800) || (size == 4 && (value < 0x10000 || value > 0x10FFFF))) return 0;
        if ((value >= 0xD800 && value <= 0xDFFF) || value == 0xFFFE || value == 0xFFFF) return 0;
        index += size;
    }
    return 1;
}

static size_t name_length(const uint8_t *text, size_t length) {
    size_t count = 0;
    while (count < length) {
        uint8_t byte = text[count];
        uint8_t lower = byte | 0x20;
        int is_letter = (lower >= 'a' && lower <= 'z') || byte == '_';
        if (!is_letter && !(count > 0 && byte >= '0' && byte <= '9')) break;
        count++;
    }
    return count;
}

static int begins(const uint8_t *text, size_t length, const char *mark) {
    size_t size = strlen(mark);
    return length >= size && memcmp(text, mark, size) == 0;
}

// True when character data holds only references that XML defines, and no "]]>".
static int is_character_data(const uint8_t *text, size_t length) {
    size_t index = 0;
    while (index < length) {
        const uint8_t *found = memchr(text + index, '&', length - index);
        if (!found) break;
        index = (size_t)(found - text) + 1;
        const uint8_t *rest = text + index;
        size_t left = length - index;
        if (!begins(rest, left, "amp;") && !begins(rest, left, "lt;") && !begins(rest, left, "gt;")
            && !begins(rest, left, "quot;") && !begins(rest, left, "apos;"))
            return 0;
    }
    return memchr(text, ']', length) == NULL || memmem(text, length, "]]>", 3) == NULL;
}

static pxml_node *add(pxml_outline *outline, uint32_t node_limit) {
    if (outline->count >= node_limit) return NULL;
    if (outline->count == outline->capacity) {
        size_t capacity = outline->capacity ? outline->capacity * 2 : 512;
        pxml_node *grown = realloc(outline->nodes, capacity * sizeof(pxml_node));
        if (!grown) return NULL;
        outline->nodes = grown;
        outline->capacity = capacity;
    }
    pxml_node *node = &outline->nodes[outline->count++];
    memset(node, 0, sizeof *node);
    node->kind = PXML_ELEMENT;
    node->parent = outline->open;
    return node;
}

static int read_all(pxml_outline *outline, uint32_t node_limit, uint32_t depth_limit) {
    const uint8_t *text = outline->text;
    size_t length = outline->length;
    size_t index = 0;
    uint32_t depth = 0;
    if (length == 0 || text[0] != '<' || !is_plain_text(text, length)) return 0;
    // Most pieces hold neither "&" nor "]": their texts need no look of their own.
    int is_simple = memchr(text, '&', length) == NULL && memchr(text, ']', length) == NULL;
    while (index + 1 < length) {
        if (text[index] != '<') {
            const uint8_t *next = memchr(text + index, '<', length - index);
            if (!next) return 0;
            if (!is_simple && !is_character_data(text + index, (size_t)(next - text) - index)) return 0;
            index = (size_t)(next - text);
            continue;
        }
        const uint8_t *rest = text + index + 1;
        size_t left = length - index - 1;
        if (rest[0] == '/') {
            if (depth == 0) return 0;
            pxml_node *node = &outline->nodes[outline->open];
            size_t size = node->name_length;
            if (left < size + 2 || memcmp(rest + 1, text + node->name_start, size) != 0 || rest[size + 1] != '>') return 0;
            node->content_end = (uint32_t)index;
            index += size + 3;
            node->end = (uint32_t)index;
            outline->open = node->parent;
            if (--depth == 0) return index == length;
        } else if (rest[0] == '!') {
            if (!begins(rest, left, "![CDATA[")) return 0;
            const uint8_t *close = memmem(rest, left, "]]>", 3);
            if (!close) return 0;
            index = (size_t)(close - text) + 3;
        } else {
            size_t size = name_length(rest, left);
            if (size == 0 || size + 1 >= left) return 0;
            int empty = rest[size] == '/';
            // An empty root is nothing to read.
            if (rest[size + (size_t)empty] != '>' || (empty && depth == 0) || depth >= depth_limit) return 0;
            if (depth == 0 && outline->count > 0) return 0;
            pxml_node *node = add(outline, node_limit);
            if (!node) return 0;
            node->start = (uint32_t)index;
            node->name_start = (uint32_t)(index + 1);
            node->name_length = (uint32_t)size;
            index += size + 2 + (size_t)empty;
            node->content_start = node->content_end = node->end = (uint32_t)index;
            if (!empty) {
                outline->open = (int32_t)(outline->count - 1);
                depth++;
            }
        }
        if (depth == 0) return 0;
    }
    return 0;
}

pxml_outline *pxml_read_quickly(const uint8_t *text, size_t length, uint32_t node_limit, uint32_t depth_limit) {
    // Beyond this the limits of libxml2 itself begin to count.
    if (length > (4u << 20)) return NULL;
    pxml_outline *outline = calloc(1, sizeof *outline);
    if (!outline) return NULL;
    outline->text = text;
    outline->length = length;
    outline->open = -1;
    if (read_all(outline, node_limit, depth_limit)) return outline;
    pxml_free(outline);
    return NULL;
}
