/// Spellings of a code that mean the same.
enum Codes {
    /// Without blanks around it, in ASCII upper case.
    static func upper(_ code: String) -> String { String(decoding: trimmed(code).map(upper), as: UTF8.self) }

    /// Without blanks around it, in ASCII lower case.
    static func lower(_ code: String) -> String { String(decoding: trimmed(code).map(lower), as: UTF8.self) }

    /// Without blanks around it and without zeros before its first other digit.
    static func withoutLeadingZeros(_ code: String) -> String {
        let digits = trimmed(code)
        let rest = digits.drop { $0 == UInt8(ascii: "0") }
        return String(decoding: rest.isEmpty ? digits.suffix(1) : rest, as: UTF8.self)
    }

    private static func trimmed(_ code: String) -> ArraySlice<UInt8> {
        var bytes = Array(code.utf8)[...]
        while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        return bytes
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func upper(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte - 0x20 : byte }
    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
