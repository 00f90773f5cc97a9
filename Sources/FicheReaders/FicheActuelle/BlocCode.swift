import FicheModel

/// The code of a bloc, "RNCP37488BC01"; malformed ones ("RNCP1BCRNCP1BC01") are kept as they are printed.
enum BlocCode {
    /// The code that opens a heading; nil when none does.
    static func opening(_ text: String) -> String? {
        let code = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let upper = code.uppercased()
        guard upper.hasPrefix("RNCP") || upper.hasPrefix("RS"), upper.utf8.last.map(isDigit) == true else { return nil }
        return numeroFiche(upper) == nil ? nil : String(code)
    }

    /// "RNCP37488" of "RNCP37488BC01".
    static func numeroFiche(_ code: String) -> String? {
        let upper = code.uppercased()
        guard let bc = upper.firstRange(of: "BC") else { return nil }
        return Repertoire.parse(String(upper[..<bc.lowerBound]))?.numero
    }

    /// A text cut before each code of a bloc or number of a fiche, so that cells that were run together come apart.
    static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        for stretch in text.split(separator: " ") {
            let word = String(stretch.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
            if pieces.isEmpty || opening(word) != nil || Repertoire.parse(word) != nil {
                pieces.append(String(stretch))
            } else {
                pieces[pieces.count - 1] += " " + stretch
            }
        }
        return pieces
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
