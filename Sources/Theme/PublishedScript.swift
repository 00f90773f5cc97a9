/// A script as it is published: without the remarks that have lines of their own, a fifth of what readers would load.
enum PublishedScript {
    /// Removes lines that begin with `//` and blocks that begin a line with `/**`; `/*` alone and `/*!` stay, as licences are written
    /// so. A script that has a backtick elsewhere is left as it is: a line of it may be inside a text.
    static func bytes(of script: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(script.count)
        var isInside = false
        for line in script.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let text = line.drop { $0 == 0x20 || $0 == 0x09 }
            if !isInside, text.starts(with: Array("/**".utf8)) { isInside = true }
            if isInside {
                guard let end = end(of: text) else { continue }
                isInside = false
                // What follows a remark on its last line is part of the program.
                guard text[end...].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
                kept += Array(text[end...])
            } else if text.starts(with: Array("//".utf8)) {
                continue
            } else {
                kept += Array(line)
            }
            kept.append(0x0A)
        }
        // The part after the last line feed is a line only where something is in it.
        if kept.last == 0x0A, script.last != 0x0A { kept.removeLast() }
        while kept.count > 1, kept.suffix(2) == [0x0A, 0x0A] { kept.removeLast() }
        return kept.contains(UInt8(ascii: "`")) ? script : kept
    }

    /// The place after the `*/` that ends a remark in this line.
    private static func end(of line: ArraySlice<UInt8>) -> Int? {
        line.indices.dropLast().first { line[$0] == UInt8(ascii: "*") && line[$0 + 1] == UInt8(ascii: "/") }.map {
            $0 + 2
        }
    }
}
