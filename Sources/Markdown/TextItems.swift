/// The items of a CommonMark text one by one: each paragraph and each list item, sub-items after their parent.
///
/// This is how `competences` and `modalites_evaluation` of a bloc follow from the text of their cell.
public enum TextItems {
    /// The items in order, without their list markers, wrapped lines joined by a space.
    public static func items(of text: String) -> [String] {
        var items: [String] = []
        var isOpen = false
        var isInList = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = trimmed(line)
            if content.isEmpty {
                isOpen = false
                continue
            }
            if let rest = afterMarker(content, interrupting: isOpen && !isInList) {
                isInList = true
                isOpen = true
                items.append(String(rest))
            } else if isOpen, let last = items.indices.last {
                items[last] += items[last].isEmpty ? String(content) : " " + content
            } else {
                if line.utf8.first != 0x20 { isInList = false }
                isOpen = true
                items.append(String(content))
            }
        }
        return items.filter { !$0.isEmpty }
    }

    /// The list that gives back these items.
    public static func list(_ items: [String]) -> String { items.map { "- " + $0 }.joined(separator: "\n") }

    /// What follows a list marker; nil when the line begins with none. Inside a paragraph only `1.` begins a numbered list.
    private static func afterMarker(_ line: Substring, interrupting: Bool) -> Substring? {
        let bytes = line.utf8
        var index = bytes.startIndex
        guard let first = bytes.first else { return nil }
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
            index = bytes.index(after: index)
        } else {
            while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) { index = bytes.index(after: index) }
            let digits = line[line.startIndex..<index]
            guard (1...9).contains(digits.utf8.count), index < bytes.endIndex,
                bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"), !interrupting || digits == "1"
            else { return nil }
            index = bytes.index(after: index)
        }
        guard index < bytes.endIndex else { return interrupting ? nil : line[index...] }
        guard bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
        return trimmed(line[index...])
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.utf8.first, first == 0x20 || first == 0x09 || first == 0x0D { text = text.dropFirst() }
        while let last = text.utf8.last, last == 0x20 || last == 0x09 || last == 0x0D { text = text.dropLast() }
        return text
    }
}
