/// The part of a file's name that changes with what it holds.
enum ContentName {
    /// Eight characters of FNV-1a (64 bits) over the bytes.
    static func of(_ bytes: some Sequence<UInt8>) -> String {
        var hash = hash(bytes)
        var name: [UInt8] = []
        for _ in 0..<8 {
            name.append(CompactNumbers.alphabet[Int(hash & 63)])
            hash >>= 6
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// FNV-1a (64 bits), with its high bits folded into the low ones.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash >> 29
    }
}
