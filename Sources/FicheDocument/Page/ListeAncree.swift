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
        // The words of each place, once an item was looked for there.
        var known: [[FoldedHash]?] = Array(repeating: nil, count: places.count)
        var ids: [(offset: Int, number: Int)] = []
        var next = 0
        for (number, item) in items.enumerated() {
            let wanted = firstWords(of: item)
            guard !wanted.isEmpty else { continue }
            let found = places.indices.dropFirst(next).first { place in
                let words = known[place] ?? ownWords(bytes, from: places[place])
                known[place] = words
                return words.prefix(wanted.count).elementsEqual(wanted)
            }
            guard let found else { continue }
            ids.append((places[found], number + 1))
            next = found + 1
        }
        guard !ids.isEmpty else { return html }
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

    /// The first words of an item, as far as they stand in its first 120 characters.
    private static func firstWords(of item: String) -> [FoldedHash] {
        var item = item
        let (found, end) = item.withUTF8 { words($0) }
        // Where that many bytes hold them, so do that many characters.
        if end <= comparedCharacters || item.utf8.count <= comparedCharacters { return found }
        var start = String(item.prefix(comparedCharacters))
        return start.withUTF8 { words($0).hashes }
    }

    /// The folded forms of the first words of a text, as numbers, and where the last of them ends.
    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> (hashes: [FoldedHash], end: Int) {
        var hashes: [FoldedHash] = []
        var offset = 0
        var end = 0
        while hashes.count < comparedWords, let word = WordScanner.next(in: bytes, from: &offset) {
            hashes.append(FoldedHash(UnsafeBufferPointer(rebasing: bytes[word])))
            end = word.upperBound
        }
        return (hashes, end)
    }

    private static let comparedCharacters = 120
    private static let comparedWords = 8

    /// Where an attribute may be put in each `<li>` and in each `<p>` that is not the first thing of an item.
    private static func blocks(in bytes: [UInt8]) -> [Int] {
        var found: [Int] = []
        var index = 0
        var afterItem = false
        while index + 3 < bytes.count {
            if bytes[index] == 0x3C {
                if has("<li>", bytes, at: index) {
                    found.append(index + 3)
                    afterItem = true
                    index += 4
                    continue
                }
                if has("<p>", bytes, at: index), !afterItem { found.append(index + 2) }
                afterItem = false
            } else if bytes[index] != 0x0A {
                afterItem = false
            }
            index += 1
        }
        return found
    }

    /// The first words of the text after a place, without tags and entities.
    private static func ownWords(_ bytes: [UInt8], from offset: Int) -> [FoldedHash] {
        var text: [UInt8] = []
        text.reserveCapacity(400)
        var index = offset
        var inTag = true
        while index < bytes.count, text.count < 400 {
            let byte = bytes[index]
            if byte == 0x3C {
                inTag = true
                // The next item or paragraph is not of this one.
                if !text.isEmpty, has("<li", bytes, at: index) || has("</p", bytes, at: index) { break }
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
        return text.withUnsafeBufferPointer { words($0).hashes }
    }

    private static func has(_ name: StaticString, _ bytes: [UInt8], at index: Int) -> Bool {
        guard bytes.count - index >= name.utf8CodeUnitCount else { return false }
        for offset in 0..<name.utf8CodeUnitCount where bytes[index + offset] != name.utf8Start[offset] { return false }
        return true
    }
}
