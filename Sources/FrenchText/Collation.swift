/// The order of French titles in a list.
public enum Collation {
    /// A key whose byte order is the French order of the text: letters first, whatever accent, case and sign; numbers by
    /// their value; then accents, then capitals, so that no two different texts are equal.
    public static func key(_ text: String) -> [UInt8] {
        var key = primary(text)
        key.append(0)
        key.append(contentsOf: text.utf8)
        return key
    }

    /// True when `left` comes before `right`.
    public static func precedes(_ left: String, _ right: String) -> Bool {
        key(left).lexicographicallyPrecedes(key(right))
    }

    /// The folded text as bytes, its signs beyond ASCII (« » – — …) as spaces.
    static func letters(of text: String) -> [UInt8] {
        let folded = Array(Folding.folded(text).utf8)
        guard folded.contains(where: { $0 >= 0x80 }) else { return folded }
        var bytes: [UInt8] = []
        for scalar in String(decoding: folded, as: UTF8.self).unicodeScalars {
            let isSign = !scalar.isASCII && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
            if isSign, scalar.properties.generalCategory != .nonspacingMark {
                bytes.append(0x20)
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            }
        }
        return bytes
    }

    /// Words with one space between them; a number has its length before its digits, so that 9 comes before 10.
    private static func primary(_ text: String) -> [UInt8] {
        var key: [UInt8] = []
        var number: [UInt8] = []
        var pendingSpace = false
        func close() {
            guard !number.isEmpty else { return }
            let digits = number.drop { $0 == 0x30 }
            key.append(0x30)
            key.append(UInt8(min(digits.count, 200)) + 1)
            key.append(contentsOf: digits)
            number = []
        }
        for byte in letters(of: text) {
            let isDigit = (0x30...0x39).contains(byte)
            let isLetter = (0x61...0x7A).contains(byte) || byte >= 0x80
            if isDigit || isLetter {
                if pendingSpace {
                    close()
                    if !key.isEmpty { key.append(0x20) }
                    pendingSpace = false
                }
                if isDigit {
                    number.append(byte)
                } else {
                    close()
                    key.append(byte)
                }
            } else {
                pendingSpace = true
            }
        }
        close()
        return key
    }
}
