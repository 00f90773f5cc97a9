import CCmark

/// Makes a parsed CommonMark tree safe to render without losing a word.
enum SafeTree {
    /// Mends the tree under `root` in place.
    static func mend(_ root: OpaquePointer, headings: Int) {
        cmark_consolidate_text_nodes(root)
        // Nodes are collected first: a tree must not change under its iterator.
        var found: [(node: OpaquePointer, type: cmark_node_type)] = []
        var insideLink = Set<OpaquePointer>()
        var linkDepth = 0
        let iterator = cmark_iter_new(root)
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_LINK { linkDepth += event == CMARK_EVENT_ENTER ? 1 : -1 }
            // Containers are noted when they are left, so that what they hold comes before them.
            let leaves = type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE
            guard leaves == (event == CMARK_EVENT_EXIT) else { continue }
            switch type {
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE, CMARK_NODE_LINK, CMARK_NODE_HEADING:
                found.append((node, type))
            case CMARK_NODE_IMAGE, CMARK_NODE_TEXT:
                if linkDepth > 0 { insideLink.insert(node) }
                found.append((node, type))
            default: break
            }
        }
        cmark_iter_free(iterator)

        var previousLevel: Int?
        for (node, type) in found {
            switch type {
            case CMARK_NODE_HTML_BLOCK: showBlock(node)
            case CMARK_NODE_HTML_INLINE: showInline(node)
            case CMARK_NODE_LINK: mendLink(node)
            case CMARK_NODE_IMAGE: unwrap(node, linking: !insideLink.contains(node))
            case CMARK_NODE_HEADING:
                let wanted = Int(cmark_node_get_heading_level(node)) + headings - 1
                let level = min(6, max(headings, min(wanted, previousLevel.map { $0 + 1 } ?? headings)))
                cmark_node_set_heading_level(node, Int32(level))
                previousLevel = level
            case CMARK_NODE_TEXT:
                if !insideLink.contains(node) { BareAddresses.link(node) }
            default: break
            }
        }
    }

    private static func literal(_ node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    /// Raw HTML in a line becomes text.
    private static func showInline(_ node: OpaquePointer) {
        replace(node, by: textNode(literal(node)))
    }

    /// A block of raw HTML becomes a paragraph of text, line by line.
    private static func showBlock(_ node: OpaquePointer) {
        guard let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return }
        for (index, line) in literal(node).split(separator: "\n").enumerated() {
            if index > 0, let pause = cmark_node_new(CMARK_NODE_SOFTBREAK) { cmark_node_append_child(paragraph, pause) }
            if let text = textNode(String(line)) { cmark_node_append_child(paragraph, text) }
        }
        replace(node, by: paragraph)
    }

    private static func mendLink(_ node: OpaquePointer) {
        let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        if LinkScheme.isAllowed(address) {
            // cmark writes an empty text for `[](address)`: a link without words cannot be followed by ear.
            if cmark_node_first_child(node) == nil, let text = textNode(address) { cmark_node_append_child(node, text) }
        } else {
            unwrap(node, linking: false)
        }
    }

    /// Puts the words of a link or image in its place, then its address: as a link where it may be one.
    private static func unwrap(_ node: OpaquePointer, linking: Bool) {
        let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        let title = cmark_node_get_title(node).map { String(cString: $0) } ?? ""
        while let child = cmark_node_first_child(node) {
            cmark_node_unlink(child)
            cmark_node_insert_before(node, child)
        }
        if !title.isEmpty { insert(textNode(" " + title), before: node) }
        if !address.isEmpty, address.utf8.count <= longestShownAddress {
            insert(textNode(" ("), before: node)
            if linking, LinkScheme.isAllowed(address), let link = linkNode(address, text: address) {
                insert(link, before: node)
            } else {
                insert(textNode(address), before: node)
            }
            insert(textNode(")"), before: node)
        }
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    /// A `data:` image of many kilobytes has no words to show.
    private static let longestShownAddress = 300

    static func textNode(_ text: String) -> OpaquePointer? {
        let node = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(node, text)
        return node
    }

    static func linkNode(_ address: String, text: String) -> OpaquePointer? {
        guard let node = cmark_node_new(CMARK_NODE_LINK) else { return nil }
        cmark_node_set_url(node, address)
        if let words = textNode(text) { cmark_node_append_child(node, words) }
        return node
    }

    static func insert(_ new: OpaquePointer?, before node: OpaquePointer) {
        if let new { cmark_node_insert_before(node, new) }
    }

    private static func replace(_ node: OpaquePointer, by new: OpaquePointer?) {
        insert(new, before: node)
        cmark_node_unlink(node)
        cmark_node_free(node)
    }
}
