import FicheModel
import FrenchText

/// The competences of a bloc as HTML in which each has an address.
enum ListeAncree {
    /// The whole cell where there is one, else the items; `id="<prefix>1"` and so on on the place of each item.
    ///
    /// An item is found in the cell by its words; where one cannot be found, the cell is shown whole without its address.
    static func html(cell: String?, items: [String], prefix: String, titres: Int) -> String {
        guard let cell else { return list(items, prefix: prefix) }
        let html = TexteHTML.html(cell, titres: titres)
        guard !items.isEmpty else { return html }
        return anchored(html, items: items, prefix: prefix)
    }

    /// A list of items.
    static func list(_ items: [String], prefix: String? = nil) -> String {
        guard !items.isEmpty else { return "" }
        let rows = items.enumerated().map { index, item -> String in
            let id = prefix.map { " id=\"\($0)\(index + 1)\"" } ?? ""
            return "<li\(id)>\(TexteHTML.enLigne(item))</li>\n"
        }
        return "<ul>\n\(rows.joined())</ul>\n"
    }

    private static func anchored(_ html: String, items: [String], prefix: String) -> String {
        let bytes = Array(html.utf8)
        let places = blocks(in: bytes)
        var ids: [(offset: Int, number: Int)] = []
        var next = 0
        for (number, item) in items.enumerated() {
            let wanted = WordScanner.words(in: String(item.prefix(120))).prefix(comparedWords).map(Folding.key)
            guard !wanted.isEmpty else { continue }
            let found = places[next...].firstIndex { place in
                ownWords(bytes, from: place, count: wanted.count) == wanted
            }
            guard let found else { continue }
            ids.append((places[found], number + 1))
            next = found + 1
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + ids.count * 24)
        var position = 0
        for id in ids {
            result.append(contentsOf: bytes[position..<id.offset])
            result.append(contentsOf: " id=\"\(prefix)\(id.number)\"".utf8)
            position = id.offset
        }
        result.append(contentsOf: bytes[position...])
        return String(decoding: result, as: UTF8.self)
    }

    private static let comparedWords = 8

    /// Where an attribute may be put in each `<li>` and in each `<p>` that is not the first thing of an item.
    private static func blocks(in bytes: [UInt8]) -> [Int] {
        var found: [Int] = []
        var index = 0
        var afterItem = false
        while index + 3 < bytes.count {
            if bytes[index] == 0x3C {
                if bytes[index...].starts(with: "<li>".utf8) {
                    found.append(index + 3)
                    afterItem = true
                    index += 4
                    continue
                }
                if bytes[index...].starts(with: "<p>".utf8), !afterItem { found.append(index + 2) }
                afterItem = false
            } else if bytes[index] != 0x0A {
                afterItem = false
            }
            index += 1
        }
        return found
    }

    /// The first words of the text after a place, without tags and entities.
    private static func ownWords(_ bytes: [UInt8], from offset: Int, count: Int) -> [String] {
        var text: [UInt8] = []
        var index = offset
        var inTag = true
        while index < bytes.count, text.count < 400 {
            let byte = bytes[index]
            if byte == 0x3C {
                inTag = true
                // The next item or paragraph is not of this one.
                if !text.isEmpty, bytes[index...].starts(with: "<li".utf8) || bytes[index...].starts(with: "</p".utf8) {
                    break
                }
            } else if byte == 0x3E {
                inTag = false
            } else if byte == 0x26, !inTag {
                while index < bytes.count, bytes[index] != 0x3B { index += 1 }
                text.append(0x20)
            } else if !inTag {
                text.append(byte == 0x0A && text.isEmpty ? 0x20 : byte)
            }
            index += 1
        }
        return WordScanner.words(in: String(decoding: text, as: UTF8.self)).prefix(count).map(Folding.key)
    }
}
