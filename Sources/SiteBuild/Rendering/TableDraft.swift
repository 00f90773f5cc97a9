import FileStore

/// One table of the open data in the making: what comes of the last site's file is only noted, so that a table in which
/// nothing changed is kept as it is, and one that changed is copied while something else is done.
struct TableDraft<Sink: OutputSink>: Sendable {
    /// What comes next in the table.
    private enum Part: Sendable {
        case bytes([UInt8])
        /// Of the former file.
        case former(Range<Int>)
    }

    private let path: String
    private let former: FormerTables.File?
    private let sink: Sink
    private var parts: [Part] = []
    /// The bytes that are held.
    private var held = 0

    /// How many bytes may be held before what is there is written.
    private static var room: Int { 4 << 20 }

    /// - Parameter former: the file of the last site; nil when it cannot be used.
    init(_ path: String, former: FormerTables.File?, sink: Sink) {
        (self.path, self.former, self.sink) = (path, former, sink)
    }

    /// Whether the former file has these very bytes in a range.
    func holds(_ bytes: [UInt8], at range: Range<Int>) throws(FileProblem) -> Bool {
        guard let former, range.count == bytes.count else { return false }
        if range.isEmpty { return true }
        return try former.file.whole(at: range.lowerBound, length: range.count) == bytes
    }

    /// Adds bytes.
    mutating func add(_ bytes: [UInt8]) throws(FileProblem) {
        parts.append(.bytes(bytes))
        held += bytes.count
        if former == nil || held > Self.room { try write() }
    }

    /// Adds what the former file has in a range.
    mutating func add(_ range: Range<Int>) {
        if case .former(let last) = parts.last, last.upperBound == range.lowerBound {
            parts[parts.count - 1] = .former(last.lowerBound..<range.upperBound)
        } else {
            parts.append(.former(range))
        }
    }

    /// Ends the table.
    mutating func finish() throws(FileProblem) -> (hash: ContentHash, size: Int) {
        if let former, parts.count == 1, case .former(let range) = parts[0], range == 0..<former.size,
            sink.keep(path, hash: former.hash, size: former.size)
        {
            return (former.hash, former.size)
        }
        try write()
        return try sink.close(path)
    }

    private mutating func write() throws(FileProblem) {
        for part in parts {
            switch part {
            case .bytes(let bytes): try sink.append(bytes, to: path)
            case .former(let range): try copy(range)
            }
        }
        parts = []
        held = 0
    }

    private func copy(_ range: Range<Int>) throws(FileProblem) {
        guard let former else { return }
        var rest = range
        while !rest.isEmpty {
            let length = min(rest.count, 1 << 20)
            try sink.append(try former.file.whole(at: rest.lowerBound, length: length), to: path)
            rest = rest.lowerBound + length..<rest.upperBound
        }
    }
}
