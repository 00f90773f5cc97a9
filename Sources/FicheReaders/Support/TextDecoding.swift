import Diagnostics

/// Turns the bytes of a file into UTF-8 text, or says why they are no text.
public enum TextDecoding {
    /// The text, with what is to be said about its encoding; nil when nothing readable was found.
    public static func decode(_ bytes: [UInt8], path: String) -> (SourceText?, [Diagnostic]) {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let text = utf16(bytes) { bytes = text }
        guard bytes.contains(where: { $0 > 0x20 }) else {
            return (
                nil, [problem(.error, .fichierVide, "Le fichier est vide", path, "Supprimez-le, ou écrivez-y la fiche")]
            )
        }
        if bytes.starts(with: Array("%PDF".utf8)) {
            return (
                nil,
                [
                    problem(
                        .error, .fichierPDF, "Les PDF ne sont pas lus directement", path,
                        "Enregistrez son texte avec « pdftotext -layout fichier.pdf » puis donnez le .txt")
                ]
            )
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return (
                nil,
                [
                    problem(
                        .error, .fichierBinaire,
                        "Ce fichier est une archive ou un document bureautique (zip, docx, odt)", path,
                        "Enregistrez le document en PDF ou en texte, ou extrayez le fichier de l’archive")
                ]
            )
        }
        if bytes.contains(0) {
            return (
                nil,
                [
                    problem(
                        .error, .fichierBinaire, "Ce fichier n’est pas un texte (il contient des octets nuls)", path,
                        "Donnez un fichier .txt, .md ou .xml enregistré en UTF-8")
                ]
            )
        }
        if let line = firstInvalidLine(bytes) {
            let text = SourceText(Windows1252.utf8(bytes))
            let warning = Diagnostic(
                .warning, .encodageSuppose, "Ce fichier n’est pas en UTF-8 : il est lu comme du Windows-1252",
                file: path,
                position: SourcePosition(line: line),
                hint: "Vérifiez les accents, puis enregistrez le fichier en UTF-8")
            return (text, [warning])
        }
        return (SourceText(CanonicalComposition.composed(bytes)), [])
    }

    /// UTF-8 of what a byte order mark says to be UTF-16 ("Unicode" in the programs of Windows); nil for anything else.
    private static func utf16(_ bytes: [UInt8]) -> [UInt8]? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count % 2 == 0 else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            let (low, high) = isLittle ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt16(high) << 8 | UInt16(low)
        }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }

    private static func problem(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, _ path: String,
        _ hint: String
    ) -> Diagnostic {
        Diagnostic(severity, identifier, message, file: path, position: SourcePosition(line: 1), hint: hint)
    }

    /// The line of the first byte that is not UTF-8, or nil when all is well.
    private static func firstInvalidLine(_ bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var line = 1
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
            if String(validating: bytes[start..<end], as: UTF8.self) == nil { return line }
            line += 1
            start = end + 1
        }
        return line
    }
}

/// The Windows-1252 code page, a superset of the printable part of ISO 8859-1.
enum Windows1252 {
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            if byte >= 0x80 && byte < 0xA0, let scalar = Unicode.Scalar(high[Int(byte) - 0x80]) {
                text.append(scalar)
            } else {
                text.append(Unicode.Scalar(byte))
            }
        }
        return Array(String(text).utf8)
    }

    private static let high: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}
