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
        let name: String
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
    private let children: [[Int]]

    /// - Throws: `Refusal` when the piece is not well formed, declares a document type or is beyond `Limit`.
    init(_ bytes: some RandomAccessCollection<UInt8>) throws(Refusal) {
        guard bytes.count <= Limit.length else { throw Refusal(reason: .tooLong, line: 1, column: 1) }
        let bytes = Array(bytes)
        let outline = bytes.withUnsafeBufferPointer {
            pxml_read($0.baseAddress, $0.count, Limit.nodes, Limit.depth)
        }
        guard let outline else { throw Refusal(reason: .outOfMemory, line: 1, column: 1) }
        defer { pxml_free(outline) }
        if let reason = Self.reason(of: outline) {
            let line = max(1, Int(pxml_outline_error_line(outline)))
            throw Refusal(reason: reason, line: line, column: max(1, Int(pxml_outline_error_column(outline))))
        }
        let raw = UnsafeBufferPointer(start: pxml_outline_nodes(outline), count: pxml_outline_count(outline))
        var children = [[Int]](repeating: [], count: raw.count)
        var nodes: [Node] = []
        nodes.reserveCapacity(raw.count)
        for (index, node) in raw.enumerated() {
            if node.parent >= 0 { children[Int(node.parent)].append(index) }
            nodes.append(Node(node, in: bytes))
        }
        self.nodes = nodes
        self.children = children
    }

    /// The elements that stand directly in an element.
    func elements(in parent: Int) -> [Int] { children[parent].filter { nodes[$0].kind == .element } }

    /// The text of the element has elements among it.
    func hasElements(_ index: Int) -> Bool { children[index].contains { nodes[$0].kind == .element } }

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
    init(_ node: pxml_node, in bytes: [UInt8]) {
        kind =
            node.kind == PXML_ELEMENT.rawValue ? .element : node.kind == PXML_COMMENT.rawValue ? .comment : .instruction
        parent = node.parent < 0 ? nil : Int(node.parent)
        nameRange = Int(node.name_start)..<Int(node.name_start + node.name_length)
        name = String(decoding: bytes[nameRange], as: UTF8.self)
        range = Int(node.start)..<Int(node.end)
        content = Int(node.content_start)..<Int(node.content_end)
        hasAttributes = node.attribute_count > 0
    }
}
