/// Which addresses a page may link to.
public enum LinkScheme {
    /// True for `http`, `https` and `mailto` addresses and for relative ones; false for every other scheme, for addresses
    /// that begin with `//` or hold a backslash, a blank or a control character.
    public static func isAllowed(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        guard !bytes.isEmpty, !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == 0x5C }) else { return false }
        if bytes.starts(with: "//".utf8) { return false }
        guard let end = bytes.firstIndex(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }),
            bytes[end] == 0x3A
        else { return true }
        let scheme = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        return scheme == "http" || scheme == "https" || scheme == "mailto"
    }

    /// True for an absolute `http` or `https` address with a host.
    public static func isWeb(_ address: String) -> Bool {
        guard isAllowed(address) else { return false }
        let lower = address.lowercased()
        return (lower.hasPrefix("https://") && lower.utf8.count > 8)
            || (lower.hasPrefix("http://") && lower.utf8.count > 7)
    }
}
