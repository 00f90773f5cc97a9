/// A number of 128 bits that names some bytes: the same for the same bytes and seed, on every machine.
///
/// It tells a changed text from an unchanged one and is no signature. Whoever knows the seed could make two texts of one
/// digest, so a cache draws its seed at random and keeps it to itself.
public struct ContentDigest: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(_ bytes: [UInt8], seed: UInt64) {
        var (first, second) = (seed ^ Self.keys.0, seed ^ Self.keys.1)
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset + 16 <= buffer.count {
                let left = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                let right = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
                first = Self.mixed(first ^ left, right ^ Self.keys.2)
                second = Self.mixed(second ^ right, left ^ Self.keys.3)
                offset += 16
            }
            // The rest, with its length, so that zeros at the end count.
            var tail: (UInt64, UInt64) = (0, UInt64(buffer.count))
            for index in offset..<buffer.count {
                let byte = UInt64(buffer[index])
                if index - offset < 8 {
                    tail.0 |= byte << UInt64(8 * (index - offset))
                } else {
                    tail.1 ^= byte << UInt64(8 * (index - offset - 7))
                }
            }
            first = Self.mixed(first ^ tail.0, tail.1 ^ Self.keys.2)
            second = Self.mixed(second ^ tail.1, tail.0 ^ Self.keys.3)
        }
        high = Self.mixed(first, second ^ Self.keys.0)
        low = Self.mixed(second, first ^ Self.keys.1)
    }

    /// Fractional digits of the square roots of 2, 3, 5 and 7.
    private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
        0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1
    )

    @inline(__always)
    private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        // Neither factor is wiped out where the other is zero.
        return (product.high ^ product.low ^ left) &+ right
    }
}
