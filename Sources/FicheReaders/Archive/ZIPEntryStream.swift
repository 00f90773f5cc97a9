import CZlib
import Diagnostics

/// The bytes of one entry of an archive, inflated block by block.
///
/// Stops with an error as soon as the entry gives more bytes than its directory states, and when its checksum is wrong.
public struct ZIPEntryStream: ByteStream {
    private let entry: ZIPArchive.Entry
    private let source: any ByteSource
    private let inflater: Inflater?
    private var offset: Int
    private let end: Int
    private var given = 0
    private var checksum: UInt = crc32(0, nil, 0)
    private var isDone = false

    private static let packedBlock = 1 << 18

    public init(_ entry: ZIPArchive.Entry, of archive: ZIPArchive) throws(ByteFailure) {
        self.entry = entry
        source = archive.source
        var header = LittleEndian(try source.bytes(at: entry.headerOffset, length: 30))
        guard header.number(4) == 0x0403_4B50, header.take(22) != nil, let nameLength = header.number(2),
            let extraLength = header.number(2)
        else { throw Self.damaged(entry) }
        offset = entry.headerOffset + 30 + nameLength + extraLength
        end = offset + entry.packedSize
        guard end <= source.count else { throw Self.damaged(entry) }
        if entry.isDeflated {
            guard let inflater = Inflater() else {
                throw ByteFailure(.lectureImpossible, "La mémoire manque pour décompresser « \(entry.name) »")
            }
            self.inflater = inflater
        } else {
            inflater = nil
        }
    }

    private static func damaged(_ entry: ZIPArchive.Entry) -> ByteFailure {
        ByteFailure(
            .archiveIllisible, "« \(entry.name) » est abîmé dans cette archive : sa lecture s’arrête là",
            hint: ZIPArchive.again)
    }

    /// The next bytes of the entry.
    public mutating func next() throws(ByteFailure) -> [UInt8]? {
        while !isDone {
            let block = try step()
            guard !block.isEmpty else { continue }
            given += block.count
            guard given <= entry.size else {
                isDone = true
                throw ByteFailure(
                    .archiveTropGrande, "« \(entry.name) » donne plus d’octets que l’archive n’en annonce",
                    hint: ZIPArchive.again)
            }
            checksum = block.withUnsafeBufferPointer { crc32(checksum, $0.baseAddress, UInt32($0.count)) }
            return block
        }
        guard given == entry.size, UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
            throw Self.damaged(entry)
        }
        return nil
    }

    private mutating func step() throws(ByteFailure) -> [UInt8] {
        guard let inflater else {
            let block = try source.bytes(at: offset, length: min(SourceStream.blockLength, end - offset))
            offset += block.count
            if offset >= end || block.isEmpty { isDone = true }
            return block
        }
        if inflater.needsInput {
            let block = try source.bytes(at: offset, length: min(Self.packedBlock, end - offset))
            offset += block.count
            inflater.give(block)
        }
        let hadInput = !inflater.needsInput
        switch inflater.next(SourceStream.blockLength) {
        case .bytes(let block):
            if block.isEmpty, !hadInput || (offset >= end && inflater.needsInput) { isDone = true }
            return block
        case .last(let block):
            isDone = true
            return block
        case .damaged:
            isDone = true
            throw Self.damaged(entry)
        }
    }
}

/// zlib's inflate without a header, owned for the life of one stream.
private final class Inflater {
    enum Output { case bytes([UInt8]), last([UInt8]), damaged }

    /// zlib keeps the address.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var input: [UInt8] = []
    private var used = 0

    /// Nil when memory is short.
    init?() {
        // A negative window says that no zlib header comes first.
        stream.initialize(to: z_stream())
        guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    var needsInput: Bool { used >= input.count }

    func give(_ block: [UInt8]) { (input, used) = (block, 0) }

    func next(_ length: Int) -> Output {
        var status: Int32 = Z_OK
        let block = [UInt8](unsafeUninitializedCapacity: length) { output, count in
            input.withUnsafeMutableBufferPointer { packed in
                stream.pointee.next_in = packed.baseAddress.map { $0 + used }
                stream.pointee.avail_in = UInt32(packed.count - used)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(length)
                status = inflate(stream, Z_NO_FLUSH)
                used = packed.count - Int(stream.pointee.avail_in)
            }
            count = length - Int(stream.pointee.avail_out)
        }
        // What zlib keeps must not point into arrays that may move.
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        switch status {
        case Z_STREAM_END: return .last(block)
        case Z_OK, Z_BUF_ERROR: return .bytes(block)
        default: return .damaged
        }
    }
}
