#if canImport(CommonCrypto)
    import CommonCrypto
#else
    import CCrypto
#endif

/// The SHA-256 hash (FIPS 180-4) of a content: two contents of one hash are the same.
public struct ContentHash: Hashable, Sendable {
    /// The 32 bytes as four words, for keeping them in a file of our own.
    public let words: SIMD4<UInt64>

    /// The hash of these words.
    public init(words: SIMD4<UInt64>) { self.words = words }

    /// The hash of these bytes.
    public init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Self(of: $0) }
    }

    /// The hash of a range of memory.
    public init(of bytes: UnsafeRawBufferPointer) {
        self.init { digest in
            #if canImport(CommonCrypto)
                _ = CC_SHA256(bytes.baseAddress, CC_LONG(bytes.count), digest)
            #else
                // A null pointer is not read when the count is 0.
                _ = CCrypto.SHA256(bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, digest)
            #endif
        }
    }

    /// The hash that `write` writes, 32 bytes.
    init(_ write: (UnsafeMutablePointer<UInt8>?) -> Void) {
        var words = SIMD4<UInt64>()
        withUnsafeMutableBytes(of: &words) { write($0.bindMemory(to: UInt8.self).baseAddress) }
        self.init(words: words)
    }

    /// The hash that 64 hexadecimal digits write; nil for anything else.
    public init?(hex digits: some Collection<UInt8>) {
        guard digits.count == 64 else { return nil }
        var words = SIMD4<UInt64>()
        var place = digits.startIndex
        let valid = withUnsafeMutableBytes(of: &words) { result in
            for index in 0..<32 {
                let next = digits.index(after: place)
                guard let high = Self.value(digits[place]), let low = Self.value(digits[next]) else { return false }
                result[index] = high << 4 | low
                place = digits.index(after: next)
            }
            return true
        }
        guard valid else { return nil }
        self.init(words: words)
    }

    /// The 64 hexadecimal digits, as `sha256sum` prints them.
    public var hex: String {
        var digits: [UInt8] = []
        appendHex(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    func appendHex(to digits: inout [UInt8]) {
        withUnsafeBytes(of: words) { bytes in
            for byte in bytes {
                digits.append(Self.alphabet[Int(byte >> 4)])
                digits.append(Self.alphabet[Int(byte & 15)])
            }
        }
    }

    private static let alphabet = Array("0123456789abcdef".utf8)

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
