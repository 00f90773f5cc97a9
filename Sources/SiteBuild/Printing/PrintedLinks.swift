import Catalogue

/// A page whose links hold on paper: those to other pages of the site are absolute where the site has an address and are
/// plain words where it has none, and no script is left. The folder in which it is printed is named nowhere.
struct PrintedLinks {
    /// Where the page is in the site.
    let path: String
    let url: SiteAddress?
    let resolve: (_ target: String, _ path: String) -> (file: String, anchor: String?)?

    func html(_ page: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(page.count + 1024)
        var copied = 0
        var index = 0
        while let open = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            if page[open...].starts(with: "<script".utf8) {
                result.append(contentsOf: page[copied..<open])
                copied = end(ofScript: page, from: open)
                index = copied
            } else if page[open...].starts(with: "<a ".utf8), let address = address(in: page, from: open) {
                guard let target = printed(String(decoding: page[address], as: UTF8.self)) else {
                    result.append(contentsOf: page[copied..<(address.lowerBound - Self.attribute.count)])
                    copied = address.upperBound + 1
                    index = copied
                    continue
                }
                result.append(contentsOf: page[copied..<address.lowerBound])
                result.append(contentsOf: target.utf8)
                copied = address.upperBound
                index = copied
            }
        }
        result.append(contentsOf: page[copied...])
        return result
    }

    private static let attribute = Array(" href=\"".utf8)

    /// The address to print; nil for none. Addresses are as they stand in the page, escaped.
    private func printed(_ target: String) -> String? {
        if target.hasPrefix("#") { return target }
        guard let place = resolve(target, path) else { return target }
        guard let url else { return nil }
        let file = place.file.hasSuffix("index.html") ? String(place.file.dropLast("index.html".count)) : place.file
        return url.absolute(file) + (place.anchor.map { "#" + $0 } ?? "")
    }

    /// The bytes of the value of `href` inside the tag that begins at `open`.
    private func address(in page: [UInt8], from open: Int) -> Range<Int>? {
        var index = open
        while index < page.count, page[index] != UInt8(ascii: ">") {
            guard page[index] == UInt8(ascii: "\"") else {
                index += 1
                continue
            }
            let start = index + 1
            guard let end = page[start...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            if start >= Self.attribute.count, page[..<start].suffix(Self.attribute.count).elementsEqual(Self.attribute)
            {
                return start..<end
            }
            index = end + 1
        }
        return nil
    }

    private func end(ofScript page: [UInt8], from open: Int) -> Int {
        let closing = Array("</script>".utf8)
        var index = open
        while let next = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            if page[next...].starts(with: closing) { return next + closing.count }
            index = next + 1
        }
        return page.count
    }
}
