/// What a sign from U+0080 to U+017F or from U+2000 to U+203F is folded to: at most three bytes, so that none is written anew.
struct UsualSign {
    /// How many bytes; 0xFF for a sign that is not known.
    private let length: UInt8
    private let bytes: (UInt8, UInt8, UInt8)

    static let unknown = UsualSign()

    private init() { (length, bytes) = (0xFF, (0, 0, 0)) }

    /// - Parameters:
    ///   - folded: what the sign becomes; not known where that is longer than the sign itself.
    init(_ folded: [UInt8], of scalar: Unicode.Scalar) {
        guard folded.count <= min(3, String(scalar).utf8.count) else {
            self = .unknown
            return
        }
        func byte(_ place: Int) -> UInt8 { place < folded.count ? folded[place] : 0 }
        length = UInt8(folded.count)
        bytes = (byte(0), byte(1), byte(2))
    }

    var isKnown: Bool { length != 0xFF }
    var count: Int { Int(length) }

    subscript(place: Int) -> UInt8 { place == 0 ? bytes.0 : place == 1 ? bytes.1 : bytes.2 }

    /// The signs in the order of `place`.
    static let scalars = Array(UInt32(0x80)...0x17F) + Array(0x2000...0x203F)

    /// The place of the sign that begins at a byte among `scalars`; nil for any other.
    @inline(__always)
    static func place(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        let lead = source[index]
        if lead >= 0xC2, lead <= 0xC5, index + 1 < source.count {
            return Int(lead - 0xC2) << 6 | Int(source[index + 1] & 0x3F)
        }
        if lead == 0xE2, index + 2 < source.count, source[index + 1] == 0x80 {
            return 4 << 6 | Int(source[index + 2] & 0x3F)
        }
        return nil
    }
}
