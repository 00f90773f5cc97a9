/// Where links may lead: all files that the site will have.
struct LinkTargets: Sendable {
    private let files: Set<String>
    private let addresses: AddressTable
    private let basePath: String

    /// - Parameters:
    ///   - files: the outputs of the site, and what others put into its folder.
    ///   - basePath: the folder of the site in its public address.
    init(_ files: [String], basePath: String) {
        self.files = Set(files)
        addresses = AddressTable(files)
        self.basePath = basePath
    }

    /// Whether the site has a file.
    func contains(_ file: String) -> Bool { files.contains(file) }

    /// Follows every link of a page.
    ///
    /// - Parameters:
    ///   - place: of the page in the plan.
    ///   - near: the anchors of pages that are known already.
    func audit(_ page: [UInt8], of path: String, place: Int, near: [String: PageAnchors])
        -> (audit: PageAudit, anchors: PageAnchors)
    {
        var anchors = PageAnchors()
        var targets: [UInt32] = []
        // Links that are not known to be good after a look at their bytes.
        var doubtful: [String] = []
        let own = Array(path.utf8)
        let folders = own.indices.filter { own[$0] == UInt8(ascii: "/") }
        page.withUnsafeBufferPointer { page in
            var inside: [UnsafeBufferPointer<UInt8>] = []
            PageLinks.scan(page) { attribute, value in
                switch attribute {
                case .anchor:
                    guard value.contains(UInt8(ascii: "&")) else { return anchors.add(value) }
                    var text = PageLinks.text(value)
                    text.withUTF8 { anchors.add($0) }
                case .link:
                    if isOutside(value) { return }
                    if let anchor = anchorInside(value) {
                        inside.append(anchor)
                    } else if let number = number(of: value, on: own, folders: folders) {
                        targets.append(number)
                    } else {
                        doubtful.append(PageLinks.text(value))
                    }
                }
            }
            for anchor in inside where !anchors.contains(anchor) {
                doubtful.append("#" + String(decoding: anchor, as: UTF8.self))
            }
        }
        var audit = PageAudit(place: place)
        var seen: Set<String> = []
        for target in doubtful where seen.insert(target).inserted {
            guard let (file, anchor) = resolve(target, on: path) else { continue }
            guard files.contains(file) else {
                audit.broken.append((target, false))
                continue
            }
            targets += AddressTable.numbers(ofFile: file)
            guard let anchor, !anchor.isEmpty else { continue }
            if let known = file == path ? anchors : near[file] {
                if !known.contains(anchor) { audit.broken.append((target, true)) }
            } else if file.hasSuffix(".html") {
                audit.elsewhere.append(PageAudit.Elsewhere(target: target, file: file, anchor: anchor))
            }
        }
        audit.doubled = anchors.doubled
        targets.sort()
        for target in targets where audit.targets.last != target { audit.targets.append(target) }
        return (audit, anchors)
    }

    /// The anchor of a link that leads to its own page and is written plainly.
    private func anchorInside(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard value.count > 1, value[0] == 0x23 else { return nil }
        for byte in value[1...] where byte == 0x23 || byte == 0x25 || byte == 0x26 { return nil }
        return UnsafeBufferPointer(rebasing: value[1...])
    }

    private func isOutside(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        has("https://", value) || has("http://", value) || has("mailto:", value)
    }

    /// The number of the address of the site to which a link leads, where its bytes show that at once.
    ///
    /// - Parameters:
    ///   - own: the path of the page.
    ///   - folders: where a `/` stands in it.
    private func number(of value: UnsafeBufferPointer<UInt8>, on own: [UInt8], folders: [Int]) -> UInt32? {
        var start = 0
        var ups = 0
        while start + 2 < value.count, value[start] == 0x2E, value[start + 1] == 0x2E, value[start + 2] == 0x2F {
            start += 3
            ups += 1
        }
        guard ups <= folders.count, start < value.count || (ups > 0 && ups == folders.count) else { return nil }
        // What is asked of a page is no part of its address.
        var end = value.count
        for index in start..<value.count {
            switch value[index] {
            case 0x23: return nil
            case 0x25, 0x26: if end == value.count { return nil }
            case 0x3F: if end == value.count { end = index }
            default: continue
            }
        }
        guard end > start || end == value.count else { return nil }
        let rest = UnsafeBufferPointer(rebasing: value[start..<end])
        guard ups < folders.count else { return addresses.number(of: rest) }
        guard !rest.isEmpty else { return nil }
        return (own[...folders[folders.count - 1 - ups]] + rest).withUnsafeBufferPointer { addresses.number(of: $0) }
    }

    private func has(_ prefix: StaticString, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard value.count >= prefix.utf8CodeUnitCount else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount where value[offset] != prefix.utf8Start[offset] { return false }
        return true
    }

    /// The target from the root of the site, as an author would write it.
    func shown(_ target: String, on path: String) -> String {
        guard let (file, anchor) = resolve(target, on: path) else { return target }
        let address = file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file
        return (address.hasPrefix("/") ? "" : "/") + address + (anchor.map { "#" + $0 } ?? "")
    }

    /// One key for all ways to write one target.
    func key(_ target: String, _ path: String) -> String {
        resolve(target, on: path).map { $0.file + "#" + ($0.anchor ?? "") } ?? target
    }

    /// The output path that an address names, seen from the page at `path`; nil for addresses of other sites.
    func resolve(_ target: String, on path: String) -> (file: String, anchor: String?)? {
        var address = target[...]
        var anchor: String?
        if let hash = address.firstIndex(of: "#") {
            anchor = Self.decoded(address[address.index(after: hash)...])
            address = address[..<hash]
        }
        if let query = address.firstIndex(of: "?") { address = address[..<query] }
        if address.isEmpty { return (path, anchor) }
        let scheme = address.prefix { $0 != "/" }
        if scheme.contains(":") || address.hasPrefix("//") { return nil }
        var parts: [Substring]
        if address.hasPrefix("/") {
            guard address.hasPrefix(basePath) else { return (String(address), anchor) }
            address = address.dropFirst(basePath.count)
            parts = []
        } else {
            parts = path.split(separator: "/").dropLast()
        }
        for part in address.split(separator: "/") where part != "." {
            if part == ".." {
                guard !parts.isEmpty else { return (String(target), anchor) }
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        var file = Self.decoded(parts.joined(separator: "/")[...])
        if address.isEmpty || address.hasSuffix("/") || address.hasSuffix("..") || address == "." {
            file += file.isEmpty ? "index.html" : "/index.html"
        } else if !files.contains(file), files.contains(file + "/index.html") {
            file += "/index.html"
        }
        return (file, anchor)
    }

    private static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var source = Array(text.utf8)[...]
        while let byte = source.popFirst() {
            if byte == UInt8(ascii: "%"), source.count >= 2,
                let value = UInt8(String(decoding: source.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                source = source.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
