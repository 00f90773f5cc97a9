/// Documents made to be slow: a document of a layout with something that repeats at one of its places.
struct Hostile {
    let name: String
    /// What stands before, what repeats, what stands behind.
    let head: [UInt8]
    let unit: [UInt8]
    let tail: [UInt8]

    /// The document with as many repetitions as make about `length` bytes.
    func document(_ length: Int) -> [UInt8] {
        let room = max(0, length - head.count - tail.count)
        var bytes = head
        bytes.reserveCapacity(length + unit.count)
        for _ in 0...(room / max(1, unit.count)) { bytes += unit }
        return bytes + tail
    }

    /// Signs and phrases that every reader could stumble over: each repeats on one line and on lines of its own.
    static let phrases = [
        " ", "\t", "|", "| ", "a|", "a\t", "\u{A0}", "\u{301}", "é", "²", "a", "a ", "1 ", "(", ")", "[", "]", "{", "}",
        "*", "**a", "* ", "_", "_a_ ", "`", "`a", "``` ", "~", "![[]()", "[a](b", "[a](b) ", "<", ">", "< ", "<a", "</",
        "<!--", "<!-- -->", "-->", "<p>", "</p>", "<ul><li>", "<b>", "<td>", "<tr><td>", "<a href=\"", "<a b=", "&",
        "&a", "&amp;", "&#", "&#1;", "\"", "'", "\\", "- ", "-", "---", "---|", "• ", "– ", "> ", "# ", "## ", "### ",
        "#### ", "1. ", "1) ", "a) ", "1.1 ", ". ", ": ", "; ", ", ", ":", "::", "OUI NON ", "X ", "Oui ", "NSF 312 ",
        "RNCP12345BC01 ", "RNCP12345 ", "BC01 ", "Bloc n° 1 ", "Bloc de compétences n°1 de la fiche n° 12345 - a ",
        "Modalités d’évaluation : ", "Compétences : ", "Page 1 / 3 ", "1/3 ", "Arrêté du 12 janvier 2016 ",
        "du 12 janvier 2016 publié au Journal Officiel du ", "Décret n° 2016-1 ", "12/01/2016 ", "2016 ", "(1) ", "¹ ",
        "[1] ", "https://a.fr/ ", "https://", "www.a.fr ", "a@b.fr ", "a@", "{document: a} ", "{#a} ", "{RNCP1BC01} ",
        "<FICHE>", "</FICHE>", "<FICHE><B>", "<![CDATA[", "]]>", "<?", "<A>a</A>", "{{", "- a: ", "a: ", "&a [*a, ",
        "\u{0C}", "\r", "x\"y;\"a", "\"a;", "\"\"", ";", ",", "H1234 ", "H1234 : a ", "312t ", "Jury ", "président ",
        "Le président du jury est nommé par a. ", "Années 1 ", "lorem ipsum dolor sit amet ", "Fiche ", "Code(s) ",
    ]

    /// The documents of one layout: phrases at several of its places, and each of its own lines again and again.
    static func all(from original: [UInt8], name: String, places: Int) -> [Hostile] {
        let lines = original.split(separator: 0x0A, omittingEmptySubsequences: false)
        var found: [Hostile] = []
        func add(_ label: String, after line: Int, _ unit: [UInt8]) {
            let offset = line < lines.count ? lines[line].startIndex : original.count
            found.append(
                Hostile(
                    name: "\(name):\(line + 1): \(label)", head: Array(original[..<offset]), unit: unit,
                    tail: Array(original[offset...])))
        }
        let step = max(1, lines.count / max(1, places))
        for place in stride(from: step / 2, to: lines.count, by: step) {
            for phrase in phrases {
                let bytes = Array(phrase.utf8)
                add("« \(phrase) » on a line", after: place, bytes)
                add("« \(phrase) » on lines", after: place, bytes + [0x0A])
            }
        }
        for (index, line) in lines.enumerated() where !line.isEmpty {
            add("line again", after: index, line + [0x0A])
            add("line again without an end", after: index, line + [0x20])
            add("line again with blank lines", after: index, line + [0x0A, 0x0A])
            for count in [2, 5, 12] where index + count < lines.count {
                add(
                    "\(count) lines again", after: index,
                    Array(lines[index..<index + count].joined(separator: [0x0A])) + [0x0A])
            }
        }
        return found
    }
}
