/// The lines between two `---` at the head of a text.
enum FrontMatter {
    /// The front matter and the rest. `isOpen` is true when it begins but does not end.
    static func split(_ text: String) -> (matter: String?, body: String, isOpen: Bool) {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let first = lines.first, isFence(first) else { return (nil, text, false) }
        lines.removeFirst()
        guard let end = lines.firstIndex(where: isFence) else { return (nil, text, true) }
        return (lines[..<end].joined(separator: "\n"), lines[(end + 1)...].joined(separator: "\n"), false)
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
}
