/// The one way by which plain text becomes CommonMark.
public enum MarkdownEscaping {
    /// The text with a backslash before each sign that CommonMark 0.30 would read as markup in its place, and only there.
    ///
    /// The text may hold several lines; blanks at the start of a line are dropped, for four of them would make it code.
    /// Rendering the result gives the words of `plain`.
    public static func escaped(_ plain: String) -> String {
        if isPlain(plain) { return plain }
        let bytes = Array(plain.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        var index = 0
        while index < bytes.count {
            while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            var end = index
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let line = Line(bytes: bytes, range: index..<end)
            let opener = line.opener
            for position in index..<end {
                if position == opener || line.isMarkup(at: position) { result.append(UInt8(ascii: "\\")) }
                result.append(bytes[position])
            }
            if end < bytes.count { result.append(0x0A) }
            index = end + 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// True for one line that neither begins nor holds anything that could be markup, as most do.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first, first > 0x20, !(0x30...0x39).contains(first),
                !">#-+=~".utf8.contains(first)
            else { return bytes.isEmpty }
            guard let base = bytes.baseAddress else { return true }
            // Without a way out of the loop it looks at many bytes at once.
            var signs: UInt8 = 0
            for index in 0..<bytes.count {
                let byte = base[index]
                signs |=
                    (byte == 0x0A ? 1 : 0) | (byte == UInt8(ascii: "`") ? 1 : 0) | (byte == UInt8(ascii: "\\") ? 1 : 0)
                    | (byte == UInt8(ascii: "*") ? 1 : 0) | (byte == UInt8(ascii: "_") ? 1 : 0)
                    | (byte == UInt8(ascii: "]") ? 1 : 0) | (byte == UInt8(ascii: "<") ? 1 : 0)
                    | (byte == UInt8(ascii: "&") ? 1 : 0)
            }
            return signs == 0
        }
    }

    /// One line of the text, without the blanks before it.
    private struct Line {
        let bytes: [UInt8]
        let range: Range<Int>
        /// True for a line of `_` and blanks, asked once: a line may hold as many of them as it is long.
        private let holdsOnlyUnderscores: Bool

        init(bytes: [UInt8], range: Range<Int>) {
            self.bytes = bytes
            self.range = range
            holdsOnlyUnderscores = bytes[range].allSatisfy { $0 == UInt8(ascii: "_") || $0 <= 0x20 }
        }

        private func byte(_ index: Int) -> UInt8? { range.contains(index) ? bytes[index] : nil }

        private func isBlank(_ index: Int) -> Bool { byte(index).map { $0 <= 0x20 } ?? true }

        /// The byte that would make the line a heading, a quotation, a list, a fence or a rule.
        var opener: Int? {
            guard let first = byte(range.lowerBound) else { return nil }
            let start = range.lowerBound
            switch first {
            case UInt8(ascii: ">"): return start
            case UInt8(ascii: "#"):
                let end = run(of: first, from: start)
                return end - start <= 6 && isBlank(end) ? start : nil
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="):
                return isBlank(start + 1) || holdsOnly(first) ? start : nil
            case UInt8(ascii: "~"): return run(of: first, from: start) - start >= 3 ? start : nil
            case 0x30...0x39:
                var end = start
                while let next = byte(end), (0x30...0x39).contains(next) { end += 1 }
                guard end - start <= 9, byte(end) == UInt8(ascii: ".") || byte(end) == UInt8(ascii: ")") else {
                    return nil
                }
                return isBlank(end + 1) ? end : nil
            default: return nil
            }
        }

        private func run(of sign: UInt8, from start: Int) -> Int {
            var end = start
            while byte(end) == sign { end += 1 }
            return end
        }

        private func holdsOnly(_ sign: UInt8) -> Bool { bytes[range].allSatisfy { $0 == sign || $0 <= 0x20 } }

        func isMarkup(at index: Int) -> Bool {
            switch bytes[index] {
            case UInt8(ascii: "`"): return true
            case UInt8(ascii: "\\"):
                // At the end of a line it would be a hard break; at the end of the text, whatever is put after it.
                return byte(index + 1).map(Self.isPunctuation) ?? true
            case UInt8(ascii: "*"): return index == range.lowerBound || !(isBlank(index - 1) && isBlank(index + 1))
            case UInt8(ascii: "_"):
                if isBlank(index - 1), isBlank(index + 1) { return holdsOnlyUnderscores }
                return !(isAlphanumeric(index - 1) && isAlphanumeric(index + 1))
            case UInt8(ascii: "]"):
                // Without "](", "][" and "]:" brackets are plain: no link, no reference, no definition.
                return byte(index + 1) == UInt8(ascii: "(") || byte(index + 1) == UInt8(ascii: "[")
                    || byte(index + 1) == UInt8(ascii: ":")
            case UInt8(ascii: "<"):
                guard let next = byte(index + 1) else { return false }
                return (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
                    || next == UInt8(ascii: "?")
            case UInt8(ascii: "&"): return HTMLEntities.reference(in: bytes, at: index, limit: range.upperBound) != nil
            default: return false
            }
        }

        private func isAlphanumeric(_ index: Int) -> Bool {
            byte(index).map { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) } ?? false
        }

        private static func isPunctuation(_ byte: UInt8) -> Bool {
            (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
                || (0x7B...0x7E).contains(byte)
        }
    }
}
