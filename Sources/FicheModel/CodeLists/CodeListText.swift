import Diagnostics

/// Reads a list of codes that a site brings: lines `code<TAB>libellé`, `#` for remarks.
enum CodeListText {
    /// The rows, and one diagnostic for each line that has no label.
    static func rows(of text: String, file: String) -> (rows: [[String]], diagnostics: [Diagnostic]) {
        var rows: [[String]] = []
        var diagnostics: [Diagnostic] = []
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var bytes = line
            if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
            if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
            guard let first = bytes.first, first != UInt8(ascii: "#") else { continue }
            let fields = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            if fields.count > 1, !fields[0].isEmpty, !fields[1].isEmpty {
                rows.append(fields)
            } else {
                diagnostics.append(
                    Diagnostic(
                        .warning, "ligne-de-codes-illisible",
                        "cette ligne n’est pas un code suivi d’une tabulation et d’un libellé", file: file,
                        position: SourcePosition(line: index + 1), excerpt: String(decoding: bytes, as: UTF8.self)))
            }
        }
        return (rows, diagnostics)
    }
}
