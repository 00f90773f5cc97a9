import FrenchText

/// Tells the rows of a table drawn with bars from text in which a bar stands.
enum BarRow {
    /// For each line, whether its bars divide it into cells: it has one at its edge, or blanks around its bars and either
    /// two of them or a neighbour that has some too.
    static func marks(_ texts: [String]) -> [Bool] {
        let counts = texts.map { $0.utf8.contains(bar) ? Self.dividing($0) : 0 }
        var neighbours: [Int?] = Array(repeating: nil, count: texts.count)
        var last: Int?
        for index in texts.indices where texts[index].utf8.contains(where: { $0 > 0x20 }) {
            neighbours[index] = last
            last = index
        }
        var marks = texts.indices.map { counts[$0] > 1 || (counts[$0] == 1 && hasBorder(texts[$0])) }
        for index in texts.indices {
            guard counts[index] > 0, let before = neighbours[index], counts[before] > 0 else { continue }
            marks[index] = true
            marks[before] = true
        }
        return marks
    }

    private static let bar = UInt8(ascii: "|")

    /// How many bars stand between blanks, or at an end of the text.
    private static func dividing(_ text: String) -> Int {
        let bytes = Array(text.utf8)
        return bytes.indices.count { index in
            bytes[index] == bar && (index == 0 || isBlank(bytes[index - 1]))
                && (index + 1 == bytes.count || isBlank(bytes[index + 1]))
        }
    }

    private static func hasBorder(_ text: String) -> Bool {
        let content = text.utf8.filter { !isBlank($0) }
        return content.first == bar || content.last == bar
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0xA0 }
}
