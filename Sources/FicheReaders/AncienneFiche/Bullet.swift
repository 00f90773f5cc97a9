import FrenchText
import Markdown

/// The mark of a list item at the start of a line.
struct Bullet: Equatable {
    enum Mark: Equatable {
        case glyph(Unicode.Scalar)
        case number(Int)
        /// "a)": the letter stays with the text, for CommonMark counts in figures only.
        case letter
    }

    let mark: Mark
    /// The bytes of the mark and of the blanks after it.
    let length: Int

    /// Nil when the line does not begin with one.
    init?(_ line: PrintedLine) {
        let scalars = Array(line.part.text.unicodeScalars.prefix(24))
        guard let first = scalars.first else { return nil }
        let next = scalars.count > 1 ? scalars[1] : nil
        let isApart = next.map(Folding.isBlank) ?? true
        if Self.isDash(first) {
            guard isApart || next?.properties.isAlphabetic == true else { return nil }
        } else if first == "*" || first == "o" || first == "§" || first == "Ø" || first == "ü" || first == "\u{FFFD}" {
            // Letters that printed lists use for a bullet whose font was lost.
            guard isApart, next != nil else { return nil }
        } else if !GluedItems.isBullet(first), first != "\u{B7}" {
            if Self.isLetter(scalars) {
                self.init(mark: .letter, digits: 0, scalars: [])
                return
            }
            guard let number = Self.number(scalars) else { return nil }
            self.init(mark: .number(number.value), digits: number.length, scalars: scalars)
            return
        }
        self.init(mark: .glyph(first), digits: 1, scalars: scalars)
    }

    private init(mark: Mark, digits: Int, scalars: [Unicode.Scalar]) {
        self.mark = mark
        let blanks = scalars[digits...].prefix(while: Folding.isBlank)
        length = (scalars[..<digits] + blanks).reduce(0) { $0 + UTF8.width($1) }
    }

    /// "a)" before a blank.
    private static func isLetter(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.count > 2 && ("a"..."h").contains(scalars[0]) && scalars[1] == ")" && Folding.isBlank(scalars[2])
    }

    /// "1." or "12)" before a blank; a year or "1.1" is none.
    private static func number(_ scalars: [Unicode.Scalar]) -> (value: Int, length: Int)? {
        let digits = scalars.prefix { ("0"..."9").contains($0) }
        guard (1...2).contains(digits.count), scalars.count > digits.count + 1 else { return nil }
        guard scalars[digits.count] == "." || scalars[digits.count] == ")", Folding.isBlank(scalars[digits.count + 1])
        else { return nil }
        guard let value = Int(String(String.UnicodeScalarView(digits))) else { return nil }
        return (value, digits.count + 1)
    }

    static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212: true
        default: false
        }
    }
}
