/// The words of a folded text, as the search indexes and asks for them.
///
/// Procedure: `Documentation/recherche-format.md`, 1.2.
public struct SearchWords {
    /// One word: `forme` in folded letters, where it stands, and the place that it shares with the other word of an
    /// inclusive form.
    public struct Word: Equatable, Sendable {
        public var forme: [UInt8]
        /// In bytes of the folded text.
        public var range: Range<Int>
        public var place: Int
    }

    /// Longer words are cut.
    static let longest = 40

    /// All words of a text, stop words left out unless `stopWords` is true.
    public static func words(in folding: SearchFolding, stopWords: Bool = false) -> [Word] {
        var words: [Word] = []
        folding.bytes.withUnsafeBufferPointer { bytes in
            forEach(in: bytes, stopWords: stopWords) { forme, range, place in
                words.append(Word(forme: Array(forme), range: range, place: place))
            }
        }
        return words
    }

    /// Visits the words of folded bytes in order.
    @inline(__always)
    public static func forEach(
        in bytes: UnsafeBufferPointer<UInt8>, stopWords: Bool = false,
        _ visit: (UnsafeBufferPointer<UInt8>, Range<Int>, Int) -> Void
    ) {
        var index = 0
        var place = 0
        let count = bytes.count
        let stops = WordSets.stopWords
        func emit(_ forme: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            if !stopWords, forme.count <= 8, stops.contains(WordSets.packed(forme)) { return }
            var forme = forme
            if forme.count > longest, forme.allSatisfy({ $0 < 0x80 }) {
                forme = UnsafeBufferPointer(rebasing: forme[..<longest])
            }
            visit(forme, range, place)
        }
        while index < count {
            while index < count, !isWord(bytes[index]) { index += 1 }
            let start = index
            while index < count, isWord(bytes[index]) { index += 1 }
            guard start < index else { break }
            place += 1
            let follows = index < count ? bytes[index] : 0x20
            guard follows != 0x20, follows != 0x2C else {
                emit(UnsafeBufferPointer(rebasing: bytes[start..<index]), start..<index)
                continue
            }
            if let (letters, end) = initials(bytes, start, index) {
                letters.withUnsafeBufferPointer { emit($0, start..<end) }
                index = end
                continue
            }
            if follows == 0x27, index + 1 < count, isWord(bytes[index + 1]) {
                if let end = WordSets.joinedEnd(bytes, start) {
                    let joined = bytes[start..<end].filter(isWord)
                    joined.withUnsafeBufferPointer { emit($0, start..<end) }
                    index = end
                    continue
                }
                let head = UnsafeBufferPointer(rebasing: bytes[start..<index])
                if head.count <= 8, WordSets.elisions.contains(WordSets.packed(head)) {
                    place -= 1
                    continue
                }
            }
            if let form = InclusiveForm(bytes, start, index) {
                emit(UnsafeBufferPointer(rebasing: bytes[start..<index]), start..<form.end)
                form.feminine?.withUnsafeBufferPointer { emit($0, start..<form.end) }
                index = form.end
                continue
            }
            emit(UnsafeBufferPointer(rebasing: bytes[start..<index]), start..<index)
        }
    }

    /// A letter or a digit.
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
    }

    /// The same, for words that are put together elsewhere.
    public static func isWordByte(_ byte: UInt8) -> Bool { isWord(byte) }

    /// "c.a.p." as one word, with its end.
    private static func initials(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> ([UInt8], Int)? {
        guard end == start + 1, FrenchStemming.isLetter(bytes[start]), bytes[end] == 0x2E else { return nil }
        var letters = [bytes[start]]
        var index = end
        while index + 1 < bytes.count, bytes[index] == 0x2E, FrenchStemming.isLetter(bytes[index + 1]),
            index + 2 >= bytes.count || !isWord(bytes[index + 2])
        {
            letters.append(bytes[index + 1])
            index += 2
        }
        guard letters.count > 1 else { return nil }
        return (letters, index < bytes.count && bytes[index] == 0x2E ? index + 1 : index)
    }
}

/// Short words as numbers, for quick answers.
enum WordSets {
    static let stopWords = ShortWords(FrenchTables.stopWords.map { packed(Array($0.utf8)) })
    static let elisions = ShortWords(FrenchTables.elisions.map { packed(Array($0.utf8)) })
    private static let joined = FrenchTables.joined.map { Array($0.utf8) }

    /// At most eight bytes as one number.
    @inline(__always)
    static func packed(_ word: some Collection<UInt8>) -> UInt64 { word.reduce(0) { $0 << 8 | UInt64($1) } }

    /// The end of the word that begins here and that an apostrophe does not divide.
    static func joinedEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        for beginning in joined where start + beginning.count <= bytes.count {
            guard zip(beginning, bytes[start...]).allSatisfy({ $0 == $1 }) else { continue }
            var end = start + beginning.count
            while end < bytes.count, SearchWords.isWord(bytes[end]) { end += 1 }
            return end
        }
        return nil
    }
}
