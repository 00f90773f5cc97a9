/// Eight bytes of a text looked at in one step, to pass over what needs no closer look.
public struct EightBytes: Sendable {
    private let bytes: UInt64

    /// - Parameter place: eight bytes that can be read.
    @inline(__always)
    public init(at place: UnsafeRawPointer) { bytes = place.loadUnaligned(as: UInt64.self) }

    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// True when two spaces follow each other among them, or when one of them is a control, or leads a sign that may be a
    /// blank: 0xC2, or 0xE0 and above.
    @inline(__always)
    public var holdRunOrSign: Bool {
        let spaces = equal(0x2020_2020_2020_2020)
        let controls = ~(bytes | bytes << 1 | bytes << 2) & Self.high
        let leads = bytes & bytes << 1 & bytes << 2 & Self.high
        return spaces & spaces >> 8 | controls | leads | equal(0xC2C2_C2C2_C2C2_C2C2) != 0
    }

    /// The high bit of each byte that equals that of the pattern.
    @inline(__always)
    private func equal(_ pattern: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let difference = bytes ^ pattern
        return ~((difference & low &+ low) | difference | low)
    }
}
