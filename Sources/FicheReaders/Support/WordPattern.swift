import FrenchText

/// A printed wording as folded words: `a|b` are variants, `a?` may be missing, `#` is a number of four digits.
///
/// Wordings are matched word by word, so that capitals, accents, apostrophes, colons and line breaks do not matter.
struct WordPattern: Sendable {
    private struct Element: Sendable {
        let words: [String]
        let isOptional: Bool

        func matches(_ word: String) -> Bool {
            words.contains(word) || (words == ["#"] && word.utf8.count == 4 && Int(word) != nil)
        }
    }

    private let elements: [Element]

    init(_ pattern: String) {
        elements = pattern.split(separator: " ").map { element in
            let isOptional = element.last == "?"
            let words = (isOptional ? element.dropLast() : element).split(separator: "|").map(String.init)
            return Element(words: words, isOptional: isOptional)
        }
    }

    /// How many of `words` the wording takes from their start; nil when it is not there as a whole.
    func length(in words: some Collection<String>) -> Int? {
        var taken = 0
        var index = words.startIndex
        for element in elements {
            if index < words.endIndex, element.matches(words[index]) {
                index = words.index(after: index)
                taken += 1
            } else if !element.isOptional {
                return nil
            }
        }
        return taken
    }

    /// True when the words are this wording and nothing else.
    func isWhole(_ words: [String]) -> Bool { length(in: words) == words.count }
}

/// The words of some lines, each with its place.
struct LineTokens {
    struct Token {
        let word: String
        /// The index of the line among those given.
        let line: Int
        /// The bytes in the line's part.
        let range: Range<Int>
    }

    let tokens: [Token]
    private let starts: [Int]

    init(_ lines: [PrintedLine]) {
        var tokens: [Token] = []
        var starts: [Int] = []
        for (index, line) in lines.enumerated() {
            starts.append(tokens.count)
            let bytes = Array(line.part.text.utf8)
            for range in WordScanner.ranges(in: bytes) {
                tokens.append(
                    Token(
                        word: Folding.folded(String(decoding: bytes[range], as: UTF8.self)), line: index, range: range))
            }
        }
        starts.append(tokens.count)
        self.tokens = tokens
        self.starts = starts
    }

    /// The first token of a line, or of what follows the last one.
    func start(of line: Int) -> Int { starts[line] }

    /// The end of the run of lines that stand together with `line`, at most four.
    func reach(of line: Int, in lines: [PrintedLine]) -> Int {
        var last = line
        while last + 1 < lines.count, last < line + 3, lines[last + 1].follows { last += 1 }
        return starts[last + 1]
    }

    func words(_ range: Range<Int>) -> [String] { tokens[range].map(\.word) }
}
