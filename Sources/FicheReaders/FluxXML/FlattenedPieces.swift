import FrenchText

/// Cuts a flattened text where its lines broke.
enum FlattenedPieces {
    /// What stands before an item.
    enum Marker: Equatable, Sendable {
        case bullet(Unicode.Scalar, offset: Int)
        case number(Int, delimiter: UInt8, written: String)

        /// Markers that stand for one level.
        enum Family: Equatable, Sendable {
            case bullet(Unicode.Scalar), number, subnumber
        }
    }

    /// A line of the text.
    struct Piece: Equatable, Sendable {
        var marker: Marker?
        var text: String
        /// Where the bullet stands, when it is a letter.
        var letterBullet: Int? {
            if case .bullet("o", let offset) = marker { return offset }
            return nil
        }
    }

    /// The blanks between two stretches of text.
    enum Gap: Equatable { case none, narrow, soft, strong }

    /// Glyphs that are bullets wherever they stand behind a blank.
    static let sureGlyphs: Set<Unicode.Scalar> = [
        "•", "●", "▪", "■", "◦", "○", "‣", "⁃", "➔", "►", "➢", "❖", "✓", "✔", "□",
    ]
    /// Glyphs that are bullets at the start of a line only.
    static let lineGlyphs: Set<Unicode.Scalar> = ["*", "-", "–", "—", "o", "+", "→", "·", ">", "§"]
    static let secondLevelGlyphs: Set<Unicode.Scalar> = ["o", "◦", "○", "▪", "■", "+", "§"]

    static func pieces(of bytes: UnsafeBufferPointer<UInt8>) -> [Piece] {
        var builder = Builder(bytes: bytes)
        for (range, gap) in stretches(of: bytes) { builder.add(range, gap) }
        return builder.finished()
    }

    /// The stretches without runs of blanks, each with the run before it.
    private static func stretches(of bytes: UnsafeBufferPointer<UInt8>) -> [(Range<Int>, Gap)] {
        var found: [(Range<Int>, Gap)] = []
        var start: Int?
        var gap = Gap.none
        var index = 0
        // Up to here bytes are looked at one by one.
        var closer = 0
        while index < bytes.count {
            // Words with one space between them are most of a text. The last of eight bytes may begin a run.
            if start != nil, index >= closer, index + 8 <= bytes.count, let base = bytes.baseAddress {
                if !EightBytes(at: UnsafeRawPointer(base) + index).holdRunOrSign {
                    index += 7
                    continue
                }
                closer = index + 8
            }
            let byte = bytes[index]
            if byte > 0x20, byte < 0xC2, start != nil {
                index += 1
                continue
            }
            // Letters, digits and most signs begin no blank.
            let mayBeBlank = byte <= 0x20 || byte == 0xC2 || byte == 0xE2
            let run = mayBeBlank ? blankRun(bytes, at: index) : (length: 0, gap: Gap.none)
            if run.length == 0 {
                if start == nil { start = index }
                index += 1
                continue
            }
            if run.gap != .narrow || start == nil {
                if let begun = start { found.append((begun..<index, gap)) }
                if start != nil || !found.isEmpty { gap = run.gap }
                start = nil
            }
            index += run.length
        }
        if let begun = start { found.append((begun..<bytes.count, gap)) }
        return found
    }

    /// The length in bytes of the blanks at a place, and what they mean: two or three are a line that may only have been
    /// wrapped, four or an empty line are a break.
    private static func blankRun(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (length: Int, gap: Gap) {
        var (index, width, breaks) = (start, 0, 0)
        loop: while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09:
                index += 1
                width += 1
            case 0x0A:
                index += 1
                breaks += 1
            case 0x0D:
                index += 1
                if index >= bytes.count || bytes[index] != 0x0A { breaks += 1 }
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0:
                index += 2
                width += 1
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && isWideBlank(bytes[index + 2]):
                index += 3
                width += 1
            default: break loop
            }
        }
        guard index > start else { return (0, .none) }
        let gap: Gap = breaks > 1 || width > 3 ? .strong : breaks == 1 || width > 1 ? .soft : .narrow
        return (index - start, gap)
    }

    private static func isWideBlank(_ last: UInt8) -> Bool { (0x80...0x8B).contains(last) || last == 0xAF }
}
