/// The fiches of an index without their words. Those of an index of before are read where something needs them only.
struct KeptDocuments: Sendable {
    private let form: Form

    private enum Form: Sendable {
        case made([SearchDocument])
        case kept(@Sendable () -> [UInt8]?)
    }

    init(_ documents: [SearchDocument]) { form = .made(documents) }

    /// - Parameter bytes: those of `bytes`, read when they are asked for; nil where they are damaged.
    init(reading bytes: @escaping @Sendable () -> [UInt8]?) { form = .kept(bytes) }

    /// All of them; nil where they are damaged.
    func all(_ workers: IndexWorkers) -> [SearchDocument]? {
        switch form {
        case .made(let documents): return documents
        case .kept(let read):
            guard let parts = read().flatMap(Self.parts) else { return nil }
            let length = 512
            let pieces = stride(from: 0, to: parts.count, by: length).map {
                parts[$0..<min($0 + length, parts.count)]
            }
            let documents = workers.map(pieces) { $0.compactMap { SearchDocument(bytes: $0) } }.flatMap(\.self)
            return documents.count == parts.count ? documents : nil
        }
    }

    /// Nil for those that were kept before.
    var bytes: [UInt8]? {
        guard case .made(let documents) = form else { return nil }
        var writer = ByteWriter()
        writer.write(documents.count)
        for document in documents { writer.write(document.bytes) }
        return writer.bytes
    }

    private static func parts(_ bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
        var reader = ByteReader(bytes)
        guard let count = reader.number(), count >= 0, count <= bytes.count else { return nil }
        var parts: [ArraySlice<UInt8>] = []
        parts.reserveCapacity(count)
        for _ in 0..<count {
            guard let part = reader.chunk() else { return nil }
            parts.append(part)
        }
        return reader.isAtEnd ? parts : nil
    }
}
