import CZlib

/// Archives made for the tests, byte by byte, so that each may be wrong in one place.
struct ZIPFixture {
    struct Entry {
        var name: String
        var bytes: [UInt8]
        var isDeflated = true
        var flags = 0x800
        var method: Int?
        /// What the directory states, where that is to be something else than the truth.
        var size: Int?
        var packedSize: Int?
        var checksum: UInt32?
        var offset: Int?
        var attributes = 0
    }

    static func archive(_ entries: [Entry], comment: String = "", entryCount: Int? = nil) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let packed = entry.isDeflated ? deflated(entry.bytes) : entry.bytes
            let sum = entry.checksum ?? UInt32(truncatingIfNeeded: crc32(0, entry.bytes, UInt32(entry.bytes.count)))
            let name = Array(entry.name.utf8)
            let common =
                number(entry.flags, 2) + number(entry.method ?? (entry.isDeflated ? 8 : 0), 2) + number(0, 4)
                + number(Int(sum), 4) + number(entry.packedSize ?? packed.count, 4)
                + number(entry.size ?? entry.bytes.count, 4) + number(name.count, 2) + number(0, 2)
            directory +=
                number(0x0201_4B50, 4) + number(3 << 8 | 20, 2) + number(20, 2) + common + number(0, 2) + number(0, 2)
                + number(0, 2) + number(entry.attributes, 4) + number(entry.offset ?? bytes.count, 4) + name
            bytes += number(0x0403_4B50, 4) + number(20, 2) + common + name + packed
        }
        let count = entryCount ?? entries.count
        return bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
            + number(directory.count, 4) + number(bytes.count, 4) + number(comment.utf8.count, 2)
            + Array(comment.utf8)
    }

    private static func number(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return [] }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let count = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target -> Int in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                deflate(&stream, Z_FINISH)
                return target.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<count])
    }
}
