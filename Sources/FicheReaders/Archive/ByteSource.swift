import Diagnostics

/// A document whose bytes are read in parts, so that a national export is never held whole.
public protocol ByteSource: Sendable {
    /// The size in bytes.
    var count: Int { get }

    /// The bytes from `offset`; fewer than `length` only where the source ends.
    func bytes(at offset: Int, length: Int) throws(ByteFailure) -> [UInt8]
}

/// Why bytes could not be had: one thing to say about the document.
public struct ByteFailure: Error, Equatable, Sendable {
    public let identifier: Diagnostic.Identifier
    /// One sentence in French.
    public let message: String
    public let hint: String?

    public init(_ identifier: Diagnostic.Identifier, _ message: String, hint: String? = nil) {
        self.identifier = identifier
        self.message = message
        self.hint = hint
    }

    /// The failure as an error about a file.
    public func diagnostic(file: String) -> Diagnostic {
        Diagnostic(.error, identifier, message, file: file, hint: hint)
    }
}

/// A document that is held in memory.
public struct MemoryBytes: ByteSource {
    private let held: [UInt8]

    public init(_ bytes: [UInt8]) { held = bytes }

    public var count: Int { held.count }

    public func bytes(at offset: Int, length: Int) -> [UInt8] {
        guard offset >= 0, offset < held.count, length > 0 else { return [] }
        return Array(held[offset..<offset + min(length, held.count - offset)])
    }
}

/// Bytes that come one block after the other.
public protocol ByteStream {
    /// The next block, which is never empty; nil at the end.
    mutating func next() throws(ByteFailure) -> [UInt8]?
}

/// A source from its beginning to its end.
public struct SourceStream: ByteStream {
    /// How many bytes are read at a time.
    public static let blockLength = 1 << 20

    private let source: any ByteSource
    private let blockLength: Int
    private var offset = 0

    public init(_ source: any ByteSource, blockLength: Int = SourceStream.blockLength) {
        self.source = source
        self.blockLength = max(1, blockLength)
    }

    /// The next bytes of the source.
    public mutating func next() throws(ByteFailure) -> [UInt8]? {
        let block = try source.bytes(at: offset, length: blockLength)
        offset += block.count
        return block.isEmpty ? nil : block
    }
}
