import FrenchText

extension FlattenedPieces {
    /// Joins stretches that one line holds and finds the markers.
    struct Builder {
        let bytes: UnsafeBufferPointer<UInt8>
        private var pieces: [Piece] = []
        private var marker: Marker?
        private var ranges: [Range<Int>] = []

        /// - Parameter bytes: valid as long as the builder.
        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func add(_ range: Range<Int>, _ gap: Gap) {
            let begins = marker(at: range.lowerBound, before: range.upperBound, gap)
            if let begins {
                close()
                begin(begins.marker, begins.text..<range.upperBound)
            } else if ranges.isEmpty, marker != nil {
                split(range)
            } else if gap == .none || breaks(before: range, gap) {
                close()
                split(range)
            } else {
                split(range)
            }
        }

        mutating func finished() -> [Piece] {
            close()
            return pieces
        }

        private mutating func begin(_ marker: Marker, _ range: Range<Int>) {
            self.marker = marker
            split(range)
        }

        /// Adds a stretch to the open piece; a sure bullet inside it begins another.
        private mutating func split(_ range: Range<Int>) {
            var start = skipBlanks(range.lowerBound, range.upperBound)
            var index = mayHoldMarker(start + 1, range.upperBound) ? start : range.upperBound
            while index < range.upperBound {
                index = nextMarker(from: max(index, start + 1), before: range.upperBound)
                guard index < range.upperBound else { break }
                if let inner = innerMarker(at: index, from: start, before: range.upperBound) {
                    ranges.append(start..<index)
                    close()
                    marker = inner.marker
                    start = skipBlanks(inner.text, range.upperBound)
                    index = start
                } else {
                    index += 1
                }
            }
            if start < range.upperBound { ranges.append(start..<range.upperBound) }
        }

        private mutating func close() {
            defer {
                marker = nil
                ranges.removeAll(keepingCapacity: true)
            }
            let text =
                ranges.count == 1
                ? Folding.squeezed(UnsafeBufferPointer(rebasing: bytes[ranges[0]]))
                : Folding.squeezed(ranges.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: " "))
            if marker != nil || !text.isEmpty { pieces.append(Piece(marker: marker, text: text)) }
        }

        /// The next place behind a blank where a marker may stand, or the end.
        private func nextMarker(from start: Int, before end: Int) -> Int {
            var index = start
            while index < end {
                if mayBegin(bytes[index]) & isBlankEnd(bytes[index - 1]) != 0 { return index }
                index += 1
            }
            return end
        }

        /// Looks at many bytes at once, for most stretches hold no marker.
        private func mayHoldMarker(_ start: Int, _ end: Int) -> Bool {
            guard let base = bytes.baseAddress, start < end else { return false }
            var found: UInt8 = 0
            for index in start..<end { found |= mayBegin(base[index]) & isBlankEnd(base[index - 1]) }
            return found != 0
        }

        @inline(__always)
        private func mayBegin(_ byte: UInt8) -> UInt8 {
            (byte >= 0xE2 ? 1 : 0) | (byte == UInt8(ascii: "-") ? 1 : 0) | (byte == UInt8(ascii: "*") ? 1 : 0)
        }

        @inline(__always)
        private func isBlankEnd(_ byte: UInt8) -> UInt8 { (byte == 0x20 ? 1 : 0) | (byte == 0xA0 ? 1 : 0) }

        private func skipBlanks(_ start: Int, _ end: Int) -> Int {
            var index = start
            while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
            return index
        }

        // MARK: Markers

        private func marker(at start: Int, before end: Int, _ gap: Gap) -> (marker: Marker, text: Int)? {
            guard start < end else { return nil }
            if let number = number(at: start, before: end) { return number }
            guard let (scalar, length) = scalar(at: start) else { return nil }
            let after = start + length
            let isClosed = after >= end || bytes[after] == 0x20 || bytes[after] == 0x09 || isNoBreak(after)
            if sureGlyphs.contains(scalar) || isPrivate(scalar) { return (.bullet(scalar, offset: start), after) }
            guard lineGlyphs.contains(scalar) else { return nil }
            if scalar == "o", gap == .none, after >= end { return nil }
            // "-Item" behind a line break; not "-5 °C", not "--".
            let isTight = (scalar == "-" || scalar == "*" || scalar == "–") && after < end && isLetter(after)
            return isClosed || isTight ? (.bullet(scalar, offset: start), after) : nil
        }

        /// A bullet inside a line: a sure glyph, or the dash of this list behind a semicolon.
        private func innerMarker(at index: Int, from start: Int, before end: Int) -> (marker: Marker, text: Int)? {
            guard let (scalar, length) = scalar(at: index) else { return nil }
            if sureGlyphs.contains(scalar) || isPrivate(scalar) {
                return (.bullet(scalar, offset: index), index + length)
            }
            guard case .bullet(let glyph, _) = marker, glyph == scalar, scalar == "-" || scalar == "–" || scalar == "*",
                index - 2 >= start, bytes[index - 2] == UInt8(ascii: ";"), index + length < end,
                bytes[index + length] == 0x20
            else { return nil }
            return (.bullet(scalar, offset: index), index + length)
        }

        private func number(at start: Int, before end: Int) -> (marker: Marker, text: Int)? {
            var index = start
            while index < end, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
            guard index > start, index - start <= 2, index < end else { return nil }
            let sign = bytes[index]
            guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")") else { return nil }
            guard index + 1 >= end || bytes[index + 1] == 0x20 || isNoBreak(index + 1) else { return nil }
            let written = String(decoding: bytes[start...index], as: UTF8.self)
            guard let number = Int(written.dropLast()), number > 0, String(number) == written.dropLast() else {
                return nil
            }
            return (.number(number, delimiter: sign, written: written), index + 1)
        }

        // MARK: Breaks

        /// True when a line begins here, and not only a wrapped part of the one before.
        private func breaks(before range: Range<Int>, _ gap: Gap) -> Bool {
            guard let last = ranges.last, let (first, _) = scalar(at: range.lowerBound) else { return true }
            if ";:!?,.)»%".unicodeScalars.contains(first) { return false }
            if endsWithLabel(last) { return false }
            if endsWithLinkWord(last), gap == .soft || first.properties.isLowercase { return false }
            if gap == .strong { return true }
            let end = bytes[last.upperBound - 1]
            if end == UInt8(ascii: ",") || end == UInt8(ascii: "(") || end == UInt8(ascii: "-") { return false }
            if first.properties.isUppercase { return true }
            if first.properties.isLowercase { return false }
            return end == UInt8(ascii: ".") || end == UInt8(ascii: ";") || end == UInt8(ascii: ":")
        }

        /// The open piece is only "C5." or "A1.C2 :" so far: what follows is its text.
        private func endsWithLabel(_ range: Range<Int>) -> Bool {
            guard ranges.count == 1, range.count <= 9 else { return false }
            let text = bytes[range]
            guard let end = text.last, end == UInt8(ascii: ".") || end == UInt8(ascii: ":") || end == UInt8(ascii: ")")
            else { return false }
            return text.contains { $0 >= 0x30 && $0 <= 0x39 }
                && text.allSatisfy {
                    ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || $0 == UInt8(ascii: ".") || $0 == end
                        || $0 == 0x20
                }
        }

        private static let linkWords: Set<String> = [
            "a", "au", "aux", "avec", "ce", "cette", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "leur",
            "leurs", "ou", "par", "pour", "que", "qui", "sa", "ses", "son", "sous", "sur", "un", "une", "vers", "d",
            "l",
        ]

        /// The line before stops on an article or a preposition: no sentence ends there.
        private func endsWithLinkWord(_ range: Range<Int>) -> Bool {
            let word = bytes[range].reversed().prefix { $0 != 0x20 && $0 != UInt8(ascii: "'") }.reversed()
            if word.isEmpty, bytes[range.upperBound - 1] == UInt8(ascii: "'") { return true }
            guard word.count <= 6 else { return false }
            var text = Folding.folded(String(decoding: word, as: UTF8.self))
            if let apostrophe = text.lastIndex(of: "'") { text = String(text[text.index(after: apostrophe)...]) }
            return text.isEmpty || Self.linkWords.contains(text)
        }

        // MARK: Scalars

        private func scalar(at index: Int) -> (Unicode.Scalar, Int)? {
            guard index < bytes.count else { return nil }
            let first = bytes[index]
            let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0
            guard length > 0, index + length <= bytes.count else { return nil }
            if length == 1 { return (Unicode.Scalar(first), 1) }
            var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
            for next in 1..<length { value = value << 6 | UInt32(bytes[index + next] & 0x3F) }
            return Unicode.Scalar(value).map { ($0, length) }
        }

        private func isLetter(_ index: Int) -> Bool { scalar(at: index)?.0.properties.isAlphabetic ?? false }

        private func isNoBreak(_ index: Int) -> Bool {
            bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
        }

        /// Bullets of symbol fonts that a word processor left in the private use area.
        private func isPrivate(_ scalar: Unicode.Scalar) -> Bool { (0xF000...0xF0FF).contains(scalar.value) }
    }
}
