#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The brotli format (RFC 7932), by the system's own library where it has one: nothing is linked, so that the program runs
/// where it is missing.
public struct Brotli: Sendable {
    private typealias Encode =
        @convention(c) (
            _ quality: Int32, _ window: Int32, _ mode: Int32, _ size: Int, _ input: UnsafePointer<UInt8>?,
            _ encodedSize: UnsafeMutablePointer<Int>, _ encoded: UnsafeMutablePointer<UInt8>?
        ) -> Int32

    private let encode: Encode

    /// The encoder of this system; nil when it has none.
    public init?() {
        #if canImport(Glibc)
            let name = "libbrotlienc.so.1"
        #else
            let name = "libbrotlienc.1.dylib"
        #endif
        guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL),
            let symbol = dlsym(library, "BrotliEncoderCompress")
        else { return nil }
        encode = unsafeBitCast(symbol, to: Encode.self)
    }

    /// `bytes` compressed; nil when the library refuses.
    public func compress(_ bytes: [UInt8]) -> [UInt8]? {
        // A text that does not shrink grows by a few bytes for each 16 MB, and by the frame.
        let bound = bytes.count + (bytes.count >> 14) * 4 + 1024
        var isDone = false
        let result = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            var size = buffer.count
            isDone =
                bytes.withUnsafeBufferPointer { input in
                    encode(
                        Self.quality, Self.window, Self.text, input.count, input.baseAddress, &size, buffer.baseAddress)
                } == 1
            count = isDone ? size : 0
        }
        return isDone ? result : nil
    }

    /// Of 0 to 11: from 8 on it takes several times as long for a percent.
    private static let quality: Int32 = 7
    /// The default of the library: 4 MB.
    private static let window: Int32 = 22
    /// The mode for text in UTF-8.
    private static let text: Int32 = 1
}
