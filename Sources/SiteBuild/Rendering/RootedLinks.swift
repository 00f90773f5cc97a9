/// Links that an author wrote from the root of the site (`/fiches/rncp1/`), made relative to the page: a site may lie in
/// any folder.
enum RootedLinks {
    /// The page with every `href="/…"` and `src="/…"` leading from `racine` (`../../`); `//host` stays as it is.
    static func relative(_ page: [UInt8], racine: String) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while let quote = page[index...].firstIndex(of: UInt8(ascii: "\"")) {
            index = quote + 1
            guard index + 1 < page.count, page[index] == UInt8(ascii: "/"), page[index + 1] != UInt8(ascii: "/"),
                names.contains(where: { page[..<quote].suffix($0.count).elementsEqual($0) })
            else { continue }
            if result.isEmpty { result.reserveCapacity(page.count + 256) }
            result.append(contentsOf: page[copied..<index])
            result.append(contentsOf: racine.utf8)
            copied = index + 1
        }
        if copied == 0 { return page }
        result.append(contentsOf: page[copied...])
        return result
    }

    private static let names = [Array(" href=".utf8), Array(" src=".utf8)]
}
