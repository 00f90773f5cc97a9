/// The address of a link in hostile HTML.
enum HTMLLink {
    private static let schemes = ["http://", "https://", "mailto:"]

    /// The `href` among the attributes of a tag, fit for CommonMark; nil when its scheme is not allowed.
    static func address(in bytes: [UInt8], _ attributes: Range<Int>) -> String? {
        guard let value = attribute("href", in: bytes, attributes) else { return nil }
        let decoded = HTMLFragment.decodingReferences(value)
        var scalars = decoded.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        let address = String(String.UnicodeScalarView(scalars))
        let lower = address.lowercased()
        guard let scheme = schemes.first(where: lower.hasPrefix), address.utf8.count > scheme.utf8.count,
            address.utf8.count <= 2048
        else { return nil }
        return encoded(address)
    }

    /// What would end a CommonMark link or break out of an attribute is percent-encoded.
    private static func encoded(_ address: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in address.utf8 {
            let allowed =
                byte > 0x20 && byte < 0x7F && !Array(#"<>()[]{}"'\^`|*_"#.utf8).contains(byte)
                || byte == UInt8(ascii: "_")
            if allowed {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The value of an attribute, quoted or not.
    private static func attribute(_ name: String, in bytes: [UInt8], _ range: Range<Int>) -> String? {
        var index = range.lowerBound
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }
        while index < range.upperBound {
            while index < range.upperBound, isBlank(bytes[index]) { index += 1 }
            let nameStart = index
            while index < range.upperBound, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
            let found = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
            while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
            guard index < range.upperBound, bytes[index] == UInt8(ascii: "=") else {
                if index == nameStart { index += 1 }
                continue
            }
            index += 1
            while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
            guard index < range.upperBound else { return nil }
            let quote = bytes[index]
            let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            if isQuoted { index += 1 }
            let valueStart = index
            while index < range.upperBound, isQuoted ? bytes[index] != quote : bytes[index] > 0x20 { index += 1 }
            if found == name { return String(decoding: bytes[valueStart..<index], as: UTF8.self) }
            if isQuoted { index += 1 }
        }
        return nil
    }
}
