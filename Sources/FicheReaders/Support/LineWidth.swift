/// How wide a line is on paper: by the number of its characters, or by the widths of a proportional type.
enum LineWidth: CaseIterable {
    case characters
    /// The widths of the sans-serif in which the register printed its forms, in thousandths of the type size.
    case proportional

    func width(of text: String) -> Int {
        switch self {
        case .characters: text.unicodeScalars.count
        case .proportional: text.unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
        }
    }

    /// The width of a line with the blanks before it, which are counted and not written out: an indent may be as long as
    /// the longest line of a document.
    func width(of line: PrintedLine) -> Int { line.indent * width(of: " ") + width(of: line.part.text) }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "i", "j", "l", "'", "’", "ì", "í", "î", "ï": 222
        case " ", "f", "t", "I", ".", ",", ":", ";", "!", "/", "\\", "|", "[", "]", "\u{A0}", "Î", "Ï": 278
        case "r", "-", "(", ")", "`", "{", "}", "°": 333
        case "c", "k", "s", "v", "x", "y", "z", "J", "ç": 500
        case "F", "T", "Z": 611
        case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&", "À", "Â", "É", "È", "Ê", "Ë": 667
        case "C", "D", "H", "N", "R", "U", "w", "Ç", "Ù", "Û", "Ü": 722
        case "G", "O", "Q", "Ô": 778
        case "m", "M": 833
        case "%", "œ", "æ": 889
        case "W", "@", "Œ", "—", "…": 1000
        default: 556
        }
    }
}

/// The column in which some lines were set: how wide it is, or that its lines were not wrapped at all.
struct Column {
    private let measure: LineWidth
    private let full: Int

    /// Nil for lines that hold a paragraph each.
    init?(_ lines: [PrintedLine], isWrapped: Bool) {
        guard isWrapped else { return nil }
        let pairs = Self.continuations(in: lines)
        var best: (broken: Int, measure: LineWidth, full: Int)?
        for measure in LineWidth.allCases {
            let full = Self.widest(pairs.isEmpty ? lines : pairs.map(\.line), measure)
            let broken = pairs.filter { Self.fits($0.line, $0.next, measure, full) }.count
            if broken < best?.broken ?? .max { best = (broken, measure, full) }
        }
        guard let best else { return nil }
        measure = best.measure
        full = best.full
    }

    /// True when the first word of `next` would have had room at the end of `line`: the line was broken by its author.
    func hasRoom(after line: PrintedLine, for next: PrintedLine) -> Bool { Self.fits(line, next, measure, full) }

    private static func fits(_ line: PrintedLine, _ next: PrintedLine, _ measure: LineWidth, _ full: Int) -> Bool {
        let word = next.text.split(separator: " ").first.map(String.init) ?? ""
        // The last hundredths are left to kerning and rounding.
        return (measure.width(of: line) + measure.width(of: " " + word)) * 1000 <= full * 985
    }

    /// The widest line; one that stands far out from all others is a stray.
    private static func widest(_ lines: [PrintedLine], _ measure: LineWidth) -> Int {
        let widths = lines.filter { $0.bareAddress == nil }.map { measure.width(of: $0) }.sorted(by: >)
        guard let first = widths.first else { return 0 }
        return widths.count >= 4 && first * 4 > widths[1] * 5 ? widths[1] : first
    }

    /// Lines that surely go on in the next one.
    static func continuations(in lines: [PrintedLine]) -> [(line: PrintedLine, next: PrintedLine)] {
        zip(lines, lines.dropFirst()).filter { line, next in
            // A heading that was taken out between two lines parts them.
            next.blanksBefore == 0 && next.number <= line.number + 1 && Bullet(next) == nil && next.bareAddress == nil
                && line.text.utf8.count >= 20 && line.text.utf8.contains(0x20)
                && LineEnds.beginsInLowerCase(next.text) && !LineEnds.closes(line.text)
        }
    }
}
