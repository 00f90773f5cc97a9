/// Percent-encoding of addresses (RFC 3986).
enum PercentEncoding {
    /// A value of a query string.
    static func query(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            let plain =
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-._~".utf8.contains(byte)
            if plain {
                result.append(byte)
            } else {
                result.append(UInt8(ascii: "%"))
                result.append(contentsOf: hexadecimal[Int(byte >> 4)...Int(byte >> 4)])
                result.append(contentsOf: hexadecimal[Int(byte & 15)...Int(byte & 15)])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
