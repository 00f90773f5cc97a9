/// What a request asks for, decided from its `Host` and its path alone, before anything is looked up.
///
/// The server answers from memory, so no path can reach a file; the guard nevertheless refuses whatever a careless
/// server would follow, and a page of another site that resolves its own name to this machine (DNS rebinding).
enum RequestTarget: Equatable {
    /// An output of the site, by its path from the root.
    case output(String)
    /// A folder asked for without its final slash: the address to go to.
    case redirect(String)
    /// A resource of the preview itself (`/_parchemin/…`), by its name.
    case preview(String)
    case refused(reason: String)

    /// - Parameters:
    ///   - path: the path as sent, percent-encoded, without the query.
    ///   - outputs: tells whether the site has an output of this path.
    static func decide(
        host: String?, path: String, port: UInt16, basePath: String, outputs: (String) -> Bool
    ) -> RequestTarget {
        guard let host, allowedHosts(port: port).contains(host.lowercased()) else {
            return .refused(reason: "L’aperçu ne répond que sur 127.0.0.1 et localhost")
        }
        guard let decoded = percentDecoded(path), decoded.hasPrefix("/") else {
            return .refused(reason: "Adresse illisible")
        }
        let segments = decoded.split(separator: "/", omittingEmptySubsequences: false)
        guard !segments.contains(".."), !segments.contains("."), !decoded.contains("\\"), !decoded.contains("\0") else {
            return .refused(reason: "Adresse refusée")
        }
        if decoded.hasPrefix("/_parchemin/") { return .preview(String(decoded.dropFirst("/_parchemin/".count))) }
        var relative = String(decoded.dropFirst())
        let base = String(basePath.drop(while: { $0 == "/" }))
        if !base.isEmpty, relative.hasPrefix(base) { relative.removeFirst(base.count) }
        if relative.isEmpty || relative.hasSuffix("/") { return .output(relative + "index.html") }
        if !outputs(relative), outputs(relative + "/index.html") { return .redirect(path + "/") }
        return .output(relative)
    }

    private static func allowedHosts(port: UInt16) -> [String] {
        ["127.0.0.1", "localhost", "[::1]"].flatMap { [$0, "\($0):\(port)"] }
    }

    /// The text of a percent-encoded path; nil when an escape or the UTF-8 is broken.
    static func percentDecoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            rest = rest.dropFirst(2)
            bytes.append(value)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
