import CLibXML2

/// Where the elements of a well-formed piece of XML stand in its bytes.
///
/// libxml2 reads the piece behind the C shim, which frees what it allocates; only this value leaves. Texts stay in the
/// source: an element says which bytes are its content.
struct XMLOutline: Sendable {
    /// One element, comment or instruction; places are offsets in `bytes`.
    struct Node: Sendable {
        enum Kind: Sendable { case element, comment, instruction }

        let kind: Kind
        /// The element that holds this one; nil for the outermost.
        let parent: Int?
        /// A hash of the name.
        let key: UInt64
        /// From the `<` of the opening tag to the `>` of the closing one.
        let range: Range<Int>
        /// Between the two tags.
        let content: Range<Int>
        let nameRange: Range<Int>
        let hasAttributes: Bool
    }

    /// Why a piece was refused, at a line of the piece from 1.
    struct Refusal: Error, Equatable {
        enum Reason: Equatable {
            case malformed(code: Int)
            case doctype, tooManyNodes, tooDeep, tooLong, outOfMemory
        }

        let reason: Reason
        let line: Int
        let column: Int
    }

    /// Bounds that no fiche comes near; beyond them the piece is refused.
    enum Limit {
        /// The largest real fiche has about 3,500 elements.
        static let nodes: UInt32 = 100_000
        static let depth: UInt32 = 64
        /// Bytes; the largest real fiche has 200 kB.
        static let length = 32 << 20
    }

    /// In document order: a parent stands before its children.
    let nodes: [Node]
    private let bytes: [UInt8]
    /// The first child of each node and its next sibling; 0 for none, for the outermost is neither.
    private let links: [(child: Int32, sibling: Int32)]

    /// - Throws: `Refusal` when the piece is not well formed, declares a document type or is beyond `Limit`.
    /// - Parameter carefully: read by libxml2 even where the piece is plain enough for the quick way.
    init(_ bytes: some RandomAccessCollection<UInt8>, carefully: Bool = false) throws(Refusal) {
        guard bytes.count <= Limit.length else { throw Refusal(reason: .tooLong, line: 1, column: 1) }
        let bytes = Array(bytes)
        let outline = bytes.withUnsafeBufferPointer {
            carefully
                ? pxml_read_carefully($0.baseAddress, $0.count, Limit.nodes, Limit.depth)
                : pxml_read($0.baseAddress, $0.count, Limit.nodes, Limit.depth)
        }
        guard let outline else { throw Refusal(reason: .outOfMemory, line: 1, column: 1) }
        defer { pxml_free(outline) }
        if let reason = Self.reason(of: outline) {
            let line = max(1, Int(pxml_outline_error_line(outline)))
            throw Refusal(reason: reason, line: line, column: max(1, Int(pxml_outline_error_column(outline))))
        }
        let raw = UnsafeBufferPointer(start: pxml_outline_nodes(outline), count: pxml_outline_count(outline))
        var links = [(child: Int32, sibling: Int32)](repeating: (0, 0), count: raw.count)
        var last = [Int32](repeating: 0, count: raw.count)
        var nodes: [Node] = []
        nodes.reserveCapacity(raw.count)
        bytes.withUnsafeBufferPointer { buffer in
            for (index, node) in raw.enumerated() {
                if node.parent >= 0 {
                    let parent = Int(node.parent)
                    if last[parent] == 0 {
                        links[parent].child = Int32(index)
                    } else {
                        links[Int(last[parent])].sibling = Int32(index)
                    }
                    last[parent] = Int32(index)
                }
                nodes.append(Node(node, in: buffer))
            }
        }
        self.nodes = nodes
        self.links = links
        self.bytes = bytes
    }

    func firstChild(of index: Int) -> Int? { links[index].child == 0 ? nil : Int(links[index].child) }

    func sibling(after index: Int) -> Int? { links[index].sibling == 0 ? nil : Int(links[index].sibling) }

    func name(of index: Int) -> String { String(decoding: bytes[nodes[index].nameRange], as: UTF8.self) }

    /// What `isElement` asks for, computed once for many elements.
    static func key(of name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { key(of: $0) }
    }

    /// FNV-1a.
    fileprivate static func key(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { key = (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return key
    }

    func isElement(_ index: Int, named name: String, _ key: UInt64) -> Bool {
        let node = nodes[index]
        guard node.key == key, node.kind == .element, node.nameRange.count == name.utf8.count else { return false }
        var name = name
        return name.withUTF8 { name in
            bytes.withUnsafeBufferPointer { bytes in
                guard let left = bytes.baseAddress, let right = name.baseAddress else { return false }
                return pxml_same(left + node.nameRange.lowerBound, right, name.count) != 0
            }
        }
    }

    /// The elements that stand directly in an element.
    func elements(in parent: Int) -> [Int] {
        var found: [Int] = []
        var child = firstChild(of: parent)
        while let index = child {
            if nodes[index].kind == .element { found.append(index) }
            child = sibling(after: index)
        }
        return found
    }

    /// The text of the element has elements among it.
    func hasElements(_ index: Int) -> Bool {
        var child = firstChild(of: index)
        while let found = child {
            if nodes[found].kind == .element { return true }
            child = sibling(after: found)
        }
        return false
    }

    private static func reason(of outline: OpaquePointer) -> Refusal.Reason? {
        switch pxml_outline_status(outline) {
        case PXML_OK: nil
        case PXML_DOCTYPE: .doctype
        case PXML_TOO_MANY_NODES: .tooManyNodes
        case PXML_TOO_DEEP: .tooDeep
        case PXML_TOO_LONG: .tooLong
        case PXML_OUT_OF_MEMORY: .outOfMemory
        default: .malformed(code: Int(pxml_outline_error_code(outline)))
        }
    }
}

extension XMLOutline.Node {
    init(_ node: pxml_node, in bytes: UnsafeBufferPointer<UInt8>) {
        kind =
            node.kind == PXML_ELEMENT.rawValue ? .element : node.kind == PXML_COMMENT.rawValue ? .comment : .instruction
        parent = node.parent < 0 ? nil : Int(node.parent)
        nameRange = Int(node.name_start)..<Int(node.name_start + node.name_length)
        key = XMLOutline.key(of: UnsafeBufferPointer(rebasing: bytes[nameRange]))
        range = Int(node.start)..<Int(node.end)
        content = Int(node.content_start)..<Int(node.content_end)
        hasAttributes = node.attribute_count > 0
    }
}
