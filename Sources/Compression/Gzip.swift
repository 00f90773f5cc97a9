import CZlib

/// The gzip format (RFC 1952), without a name or a time in its header: the same bytes give the same file.
public enum Gzip {
    /// `bytes` compressed as well as zlib can; nil when it fails, for want of memory.
    public static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 for the header of gzip rather than that of zlib.
        let opened = deflateInit2_(
            &stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var header = gz_header()
        // "Unknown": else zlib writes the system that it was built for.
        header.os = 255
        return withUnsafeMutablePointer(to: &header) { header in
            guard deflateSetHeader(&stream, header) == Z_OK else { return nil }
            return run(&stream, bytes)
        }
    }

    private static func run(_ stream: inout z_stream, _ bytes: [UInt8]) -> [UInt8]? {
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var status = Z_OK
        let result = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            bytes.withUnsafeBufferPointer { input in
                // zlib does not write to its input; its type does not say so.
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                status = deflate(&stream, Z_FINISH)
                count = Int(stream.total_out)
            }
        }
        return status == Z_STREAM_END ? result : nil
    }
}
