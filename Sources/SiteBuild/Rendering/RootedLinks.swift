/// Links that an author wrote from the root of the site (`/fiches/rncp1/`), made relative to the page: a site may lie in
/// any folder.
enum RootedLinks {
    /// The page with every `href="/…"` and `src="/…"` leading from `racine` (`../../`); `//host` stays as it is.
    static func relative(_ page: [UInt8], racine: String) -> [UInt8] {
        let places = page.withUnsafeBufferPointer { Self.places(in: $0) }
        guard !places.isEmpty else { return page }
        var result: [UInt8] = []
        result.reserveCapacity(page.count + places.count * racine.utf8.count)
        var copied = 0
        for place in places {
            result.append(contentsOf: page[copied..<place])
            result.append(contentsOf: racine.utf8)
            copied = place + 1
        }
        result.append(contentsOf: page[copied...])
        return result
    }

    /// Where the slashes at the beginning of such addresses are.
    private static func places(in page: UnsafeBufferPointer<UInt8>) -> [Int] {
        var places: [Int] = []
        guard let base = page.baseAddress, page.count > 2 else { return places }
        let start = UnsafeRawPointer(base)
        var index = 1
        while index < page.count - 1 {
            // Eight places at once: a quote and a slash behind it are rare.
            if index + 8 < page.count {
                let quotes = (start + index - 1).loadUnaligned(as: UInt64.self) ^ 0x2222_2222_2222_2222
                let slashes = (start + index).loadUnaligned(as: UInt64.self) ^ 0x2F2F_2F2F_2F2F_2F2F
                let found = quotes | slashes
                if (found &- 0x0101_0101_0101_0101) & ~found & 0x8080_8080_8080_8080 == 0 {
                    index += 8
                    continue
                }
            }
            if page[index] == UInt8(ascii: "/"), page[index - 1] == UInt8(ascii: "\""),
                page[index + 1] != UInt8(ascii: "/")
            {
                let before = page[..<(index - 1)]
                if names.contains(where: { before.suffix($0.count).elementsEqual($0) }) { places.append(index) }
            }
            index += 1
        }
        return places
    }

    private static let names = [Array(" href=".utf8), Array(" src=".utf8)]
}
