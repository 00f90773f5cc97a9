import CCmark

/// Turns addresses that stand in running text into links.
enum BareAddresses {
    /// Splits a text node at each `http://`, `https://` or `www.` address.
    static func link(_ node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node), mayHoldAddress(literal) else { return }
        let text = String(cString: literal)
        let bytes = Array(text.utf8)
        let ranges = addresses(in: bytes)
        guard !ranges.isEmpty else { return }
        var position = 0
        for range in ranges {
            let before = String(decoding: bytes[position..<range.lowerBound], as: UTF8.self)
            if !before.isEmpty { SafeTree.insert(SafeTree.textNode(before), before: node) }
            let shown = String(decoding: bytes[range], as: UTF8.self)
            let target = shown.lowercased().hasPrefix("www.") ? "https://" + shown : shown
            SafeTree.insert(SafeTree.linkNode(target, text: shown), before: node)
            position = range.upperBound
        }
        let after = String(decoding: bytes[position...], as: UTF8.self)
        cmark_node_set_literal(node, after)
    }

    /// True when there is `://` or `www.` somewhere: most texts have neither and are left as they are.
    private static func mayHoldAddress(_ text: UnsafePointer<CChar>) -> Bool {
        var place = text
        while place.pointee != 0 {
            if place.pointee == 0x3A, place[1] == 0x2F { return true }
            if place.pointee | 0x20 == 0x77, place[1] | 0x20 == 0x77, place[2] | 0x20 == 0x77 { return true }
            place += 1
        }
        return false
    }

    /// Where addresses stand in a UTF-8 text, without the punctuation that closes a sentence or bracket.
    static func addresses(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var position = 0
        while position < bytes.count {
            let starts = position == 0 || !isWord(bytes[position - 1])
            guard starts, let prefix = prefixLength(bytes, at: position) else {
                position += 1
                continue
            }
            var end = position + prefix
            while end < bytes.count, isAddress(bytes[end]) { end += 1 }
            while end > position + prefix, isClosing(bytes[end - 1], in: bytes[position..<end]) { end -= 1 }
            // A host has at least one dot.
            if bytes[(position + prefix)..<end].contains(0x2E) || bytes[(position + prefix)..<end].contains(0x2F) {
                found.append(position..<end)
            }
            position = max(end, position + 1)
        }
        return found
    }

    private static func prefixLength(_ bytes: [UInt8], at position: Int) -> Int? {
        let first = bytes[position] | 0x20
        guard first == 0x68 || first == 0x77 else { return nil }
        for prefix in prefixes where bytes.count - position > prefix.count {
            var same = true
            for (offset, byte) in prefix.enumerated() where bytes[position + offset] | 0x20 != byte | 0x20 {
                same = false
                break
            }
            if same { return prefix.count }
        }
        return nil
    }

    private static let prefixes = ["https://", "http://", "www."].map { Array($0.utf8) }

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0x80 || byte == 0x2F
    }

    /// ASCII only: a typographic quote or a no-break space ends an address.
    private static func isAddress(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0x5C
    }

    private static func isClosing(_ byte: UInt8, in address: ArraySlice<UInt8>) -> Bool {
        switch byte {
        case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x5D: return true
        case 0x29: return address.count(where: { $0 == 0x28 }) < address.count(where: { $0 == 0x29 })
        default: return false
        }
    }
}
