import FicheModel
import FileStore

/// Half of a SHA-256 hash: two inputs of one fingerprint are the same.
struct Fingerprint: Hashable, Sendable {
    private var first: UInt64
    private var second: UInt64

    init(_ hash: ContentHash) { (first, second) = (hash.words[0], hash.words[1]) }

    init(of bytes: [UInt8]) { self.init(ContentHash(of: bytes)) }

    /// That of values one after the other.
    init(_ describe: (inout Packing) -> Void) { self.init(of: Packing.bytes(describe)) }

    /// For a description of fields to fill.
    static let blank = Fingerprint(words: (0, 0))

    private init(words: (UInt64, UInt64)) { (first, second) = words }

    mutating func carry(_ packing: inout Packing) {
        packing.word(&first)
        packing.word(&second)
    }
}

extension Packing {
    /// Adds a value that is only written, to be part of a fingerprint.
    mutating func put(_ text: String) {
        var text = text
        self.text(&text)
    }

    mutating func put(_ number: Int) {
        var number = number
        self.number(&number)
    }

    mutating func put(_ fingerprint: Fingerprint) {
        var fingerprint = fingerprint
        fingerprint.carry(&self)
    }

    mutating func put(_ hash: ContentHash) { for word in 0..<4 { put(Int(bitPattern: UInt(hash.words[word]))) } }
}

extension ContentHash {
    /// For a description of fields to fill.
    static let blank = ContentHash(words: SIMD4())

    mutating func carry(_ packing: inout Packing) {
        var words = self.words
        for place in 0..<4 {
            var word = words[place]
            packing.word(&word)
            words[place] = word
        }
        self = ContentHash(words: words)
    }
}
