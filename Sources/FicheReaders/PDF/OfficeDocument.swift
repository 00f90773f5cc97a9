import Diagnostics

/// Recognises the documents of word processors and spreadsheets, which are not read: their PDF is.
enum OfficeDocument {
    /// What to say of such a document; nil when the bytes are none.
    static func problem(_ bytes: [UInt8], path: String) -> Diagnostic? {
        guard let kind = kind(of: bytes, name: path.lowercased()) else { return nil }
        return Diagnostic(
            .error, .documentBureautique, "Ce document est au format \(kind), qui n’est pas lu", file: path,
            hint: "Ouvrez-le et enregistrez-le en PDF (« Exporter » ou « Enregistrer sous »), puis donnez ce PDF")
    }

    private static func kind(of bytes: [UInt8], name: String) -> String? {
        // The first bytes are those of the containers: zip (docx, odt), OLE 2 (doc), RTF.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "Word ou Excel (.doc, .xls)" }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return "RTF" }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        let head = bytes.prefix(400)
        func holds(_ text: String) -> Bool { head.firstRange(of: Array(text.utf8)) != nil }
        if holds("opendocument.spreadsheet") { return "OpenDocument (.ods)" }
        if holds("application/vnd.oasis.opendocument") { return "OpenDocument (.odt)" }
        let isOffice = ["[Content_Types].xml", "_rels/", "docProps/", "word/"].contains(where: holds)
        guard isOffice else { return suffixes.first(where: { name.hasSuffix($0.suffix) })?.kind }
        // The names of the parts stand again at the end of a zip.
        let foot = bytes.suffix(8000)
        if foot.firstRange(of: Array("xl/".utf8)) != nil { return "Excel (.xlsx)" }
        return "Word (.docx)"
    }

    /// For a container that begins with none of its usual parts.
    private static let suffixes: [(suffix: String, kind: String)] = [
        (".docx", "Word (.docx)"), (".odt", "OpenDocument (.odt)"), (".xlsx", "Excel (.xlsx)"),
        (".ods", "OpenDocument (.ods)"),
    ]
}
