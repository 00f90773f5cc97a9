/// The public address of a site, with the folder in which it lies.
public struct SiteAddress: Equatable, Sendable {
    /// `https://exemple.fr`
    public let origin: String
    /// `/certifications/`: with a slash at both ends.
    public let basePath: String

    /// Nil when the text is no http(s) address.
    public init?(_ text: String) {
        let scheme: String
        if text.hasPrefix("https://") {
            scheme = "https://"
        } else if text.hasPrefix("http://") {
            scheme = "http://"
        } else {
            return nil
        }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte) else { return nil }
        var path = String(rest.dropFirst(host.count))
        guard path.utf8.allSatisfy(Self.isPathByte) else { return nil }
        if !path.hasPrefix("/") { path = "/" + path }
        if !path.hasSuffix("/") { path += "/" }
        origin = scheme + host.lowercased()
        basePath = path
    }

    /// The whole address, with a slash at its end.
    public var text: String { origin + basePath }

    /// The absolute address of a path from the root of the site.
    public func absolute(_ path: String) -> String { text + path }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "/-._~%+".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
