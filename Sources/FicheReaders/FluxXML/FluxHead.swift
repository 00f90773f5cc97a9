/// What a flow says before its first fiche: its root element and its version.
public struct FluxHead: Equatable, Sendable {
    /// The name of the root element; nil when there is none.
    public private(set) var racine: String?
    /// Where the root element stands, as an index of the bytes.
    public private(set) var racineOffset = 0
    /// `VERSION_FLUX` as given.
    public private(set) var version: String?
    /// Where the text of `VERSION_FLUX` begins.
    public private(set) var versionOffset: Int?
    /// Where a document type is declared.
    public private(set) var doctype: Int?

    /// The name of the root element of the flow.
    public static let racineAttendue = "FICHES"
    /// The version whose elements this reader knows.
    public static let versionConnue = "4.1"
    /// Earlier versions, whose names and nestings it reads too.
    static let versionsAnterieures: Set<String> = ["2.0", "2.1", "3.0", "3.1", "3.2", "4.0"]

    /// Reads the bytes up to the first fiche.
    public init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while let tag = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[tag...]
            index = tag + 1
            if rest.starts(with: "<!--".utf8) {
                index = Self.end(of: "-->", in: rest) ?? bytes.endIndex
            } else if rest.starts(with: "<?".utf8) {
                index = Self.end(of: "?>", in: rest) ?? bytes.endIndex
            } else if rest.starts(with: "<!DOCTYPE".utf8) || rest.starts(with: "<!doctype".utf8) {
                doctype = tag
                return
            } else if !rest.starts(with: "<!".utf8), !rest.starts(with: "</".utf8) {
                let name = Self.name(in: bytes[(tag + 1)...])
                if racine == nil {
                    (racine, racineOffset) = (name, tag)
                } else if name == "VERSION_FLUX", version == nil, let close = rest.firstIndex(of: UInt8(ascii: ">")) {
                    let inside = bytes[(close + 1)...]
                    let length = (Self.end(of: "</", in: inside) ?? inside.endIndex) - 2 - inside.startIndex
                    let text = XMLContent(Array(inside.prefix(max(0, length)))).text.split(
                        whereSeparator: \.isWhitespace
                    ).joined(separator: " ")
                    if !text.isEmpty { (version, versionOffset) = (text, close + 1) }
                }
            }
        }
    }

    private static func name(in bytes: ArraySlice<UInt8>) -> String {
        String(
            decoding: bytes.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }, as: UTF8.self)
    }

    private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let mark = Array(mark.utf8)
        var index = bytes.startIndex
        while index + mark.count <= bytes.endIndex {
            if bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
            index += 1
        }
        return nil
    }
}

extension XMLContent {
    init(_ bytes: [UInt8]) { self.init(bytes, in: 0..<bytes.count) }
}
