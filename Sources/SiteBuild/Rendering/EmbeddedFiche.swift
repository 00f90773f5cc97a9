/// The page of a fiche made fit to stand with others on one page: its anchors get a prefix, its headings go one level
/// down, what is labelled is labelled with the fiche, and a link to a fiche of the same page becomes an anchor.
struct EmbeddedFiche {
    /// What stands before each anchor of the fiche.
    let prefix: String
    /// The anchors (with their prefix) of the fiches of this page, by the address of their own page as links write it.
    let anchors: [String: (fiche: String, prefix: String)]

    private static let references: Set<String> = ["aria-describedby", "headers", "for"]

    /// The HTML, whose attributes are all in double quotes.
    func html(_ html: String) -> String {
        var html = html
        return html.withUTF8 { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + bytes.count / 16)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                result.append(byte)
                index += 1
                guard byte == UInt8(ascii: "<"), index < bytes.count else { continue }
                heading(bytes, &index, &result)
                while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                    guard bytes[index] == UInt8(ascii: "\"") else {
                        result.append(bytes[index])
                        index += 1
                        continue
                    }
                    attribute(bytes, &index, &result)
                }
            }
            return String(decoding: result, as: UTF8.self)
        }
    }

    /// Copies the name of a heading's tag, one level lower.
    private func heading(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ result: inout [UInt8]) {
        var place = index
        if place < bytes.count, bytes[place] == UInt8(ascii: "/") { place += 1 }
        guard place + 2 < bytes.count, bytes[place] == UInt8(ascii: "h"),
            (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[place + 1]),
            bytes[place + 2] == UInt8(ascii: ">") || bytes[place + 2] == UInt8(ascii: " ")
        else { return }
        result.append(contentsOf: bytes[index...place])
        result.append(min(bytes[place + 1] + 1, UInt8(ascii: "6")))
        index = place + 2
    }

    /// Copies a value with its quotes.
    private func attribute(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ result: inout [UInt8]) {
        let start = index + 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
        let value = String(decoding: bytes[start..<end], as: UTF8.self)
        result.append(UInt8(ascii: "\""))
        result.append(contentsOf: changed(value, of: name(result)).utf8)
        if end < bytes.count { result.append(UInt8(ascii: "\"")) }
        index = min(end + 1, bytes.count)
    }

    private func changed(_ value: String, of name: String) -> String {
        switch name {
        case "id": return prefix + value
        case "href" where value.hasPrefix("#"): return "#" + prefix + value.dropFirst()
        case "href":
            let hash = value.firstIndex(of: "#") ?? value.endIndex
            guard let target = anchors[String(value[..<hash])] else { return value }
            return hash == value.endIndex
                ? "#" + target.fiche : "#" + target.prefix + value[value.index(after: hash)...]
        case "aria-labelledby":
            // The same parts stand in every fiche: what tells them apart is said before.
            return (["surtitre", "fiche"] + value.split(separator: " ").map(String.init)).map { prefix + $0 }
                .joined(separator: " ")
        case _ where Self.references.contains(name):
            return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
        default: return value
        }
    }

    /// The name of the attribute whose value is about to be written.
    private func name(_ written: [UInt8]) -> String {
        guard written.count >= 2, written[written.count - 2] == UInt8(ascii: "=") else { return "" }
        let name = written.dropLast(2).reversed().prefix {
            (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
        }
        return String(decoding: name.reversed(), as: UTF8.self)
    }
}
