/// Addresses of folders with the name of their page, for a site that is read from a disk: nothing turns `fiches/` into
/// `fiches/index.html` there.
enum PortableLinks {
    /// The page with `index.html` at the end of the path of every relative `href` and `action` that ends in a slash.
    static func explicit(_ page: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(page.count + 2_048)
        var copied = 0
        var index = 0
        while let quote = page[index...].firstIndex(of: UInt8(ascii: "\"")) {
            index = quote + 1
            guard names.contains(where: { page[..<quote].suffix($0.count).elementsEqual($0) }),
                let end = page[index...].firstIndex(of: UInt8(ascii: "\""))
            else { continue }
            let path = page[index..<end].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            index = end + 1
            guard path.last == UInt8(ascii: "/"), isRelative(path) else { continue }
            result.append(contentsOf: page[copied..<path.endIndex])
            result.append(contentsOf: fileName)
            copied = path.endIndex
        }
        result.append(contentsOf: page[copied...])
        return result
    }

    /// The name of the page of a folder.
    static let fileName = Array("index.html".utf8)
    private static let names = [Array(" href=".utf8), Array(" action=".utf8)]

    private static func isRelative(_ path: ArraySlice<UInt8>) -> Bool {
        path.first != UInt8(ascii: "/") && !path.contains(UInt8(ascii: ":"))
    }
}
