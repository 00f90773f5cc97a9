import CZlib
import Testing

@testable import Compression

struct CompressionTests {
    private static let texts: [[UInt8]] = [
        [], Array("a".utf8), Array(String(repeating: "Bloc de compétences. ", count: 4000).utf8),
        (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) },
    ]

    @Test(arguments: texts.indices) func gzipGivesTheBytesBack(_ index: Int) throws {
        let text = Self.texts[index]
        let packed = try #require(Gzip.compress(text))
        #expect(try Self.unpacked(packed, limit: text.count + 1) == text)
        #expect(Gzip.compress(text) == packed)
    }

    /// RFC 1952: no flags, no time, an unknown system.
    @Test func theHeaderSaysNothingOfTheMachine() throws {
        let packed = try #require(Gzip.compress(Self.texts[1]))
        #expect(Array(packed[0..<4]) == [0x1F, 0x8B, 8, 0])
        #expect(Array(packed[4..<8]) == [0, 0, 0, 0])
        #expect(packed[9] == 255)
    }

    @Test(.enabled("the brotli library is not on this machine") { Brotli() != nil }, arguments: texts.indices)
    func brotliIsTheSameEachTimeAndSmallerThanItsText(_ index: Int) throws {
        let brotli = try #require(Brotli())
        let text = Self.texts[index]
        let packed = try #require(brotli.compress(text))
        #expect(brotli.compress(text) == packed)
        if index == 2 { #expect(packed.count * 20 < text.count) }
    }

    private static func unpacked(_ packed: [UInt8], limit: Int) throws -> [UInt8] {
        var stream = z_stream()
        let opened = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        try #require(opened == Z_OK)
        defer { inflateEnd(&stream) }
        var input = packed
        var output = [UInt8](repeating: 0, count: limit)
        let status = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        try #require(status == Z_STREAM_END)
        return Array(output[0..<Int(stream.total_out)])
    }
}
