import FrenchText

/// A heading of the form with the lines under it.
struct Section {
    let rubrique: Rubrique
    /// The first line of the heading.
    let heading: PrintedLine
    /// True when another heading stands on the same line, so that the lines below may belong to either.
    var sharesLine = false
    var lines: [PrintedLine] = []
}

/// The form divided at its headings.
struct Sections {
    private(set) var sections: [Section] = []
    /// What stands before the first heading.
    private(set) var preamble: [PrintedLine] = []
    private(set) var claims: [Claim] = []
    /// True when a heading was broken over two lines: the layout wraps its lines.
    private(set) var wrapsHeadings = false

    subscript(rubrique: Rubrique) -> Section? { sections.first { $0.rubrique == rubrique } }

    init(_ printed: [PrintedLine]) {
        var lines = printed
        let tokens = LineTokens(lines)
        let isAnnexe = lines.prefix(40).contains { Rubrique.annexe.length(in: $0.words) != nil }
        var seen: Set<Rubrique> = []
        var index = 0
        while index < lines.count {
            if isAnnexe, sections.isEmpty, lines[index].words.first == "annexe", lines[index].words.count <= 2 {
                claims.append(Claim(lines[index].part.range, .miseEnPage("titre de rubrique")))
                index += 1
                continue
            }
            let found = HeadingFinder(
                lines: lines, tokens: tokens, seen: seen, last: sections.last?.rubrique, isAnnexe: isAnnexe
            )
            .headings(at: index)
            guard let end = found.last else {
                append(lines[index])
                index += 1
                continue
            }
            for heading in found {
                for range in heading.ranges { claims.append(Claim(range, .miseEnPage(heading.nature))) }
                if !heading.isRepeated {
                    sections.append(
                        Section(rubrique: heading.rubrique, heading: lines[index], sharesLine: found.count > 1))
                    seen.insert(heading.rubrique)
                }
            }
            if end.lastLine > index { wrapsHeadings = true }
            if let rest = lines[end.lastLine].rest(from: end.endOffset), let value = Self.withoutColon(rest) {
                if end.isRepeated {
                    claims.append(Claim(value.part.range, .miseEnPage("en-tête de page")))
                } else {
                    append(value)
                }
            }
            index = end.lastLine + 1
            // A head that its table repeats stands between two lines of a row.
            if end.isRepeated, index < lines.count { lines[index].pageBreakBefore = true }
        }
    }

    /// Puts other lines under a heading.
    mutating func replaceLines(of rubrique: Rubrique, with lines: [PrintedLine]) {
        guard let index = sections.firstIndex(where: { $0.rubrique == rubrique }) else { return }
        sections[index].lines = lines
    }

    private mutating func append(_ line: PrintedLine) {
        if sections.isEmpty { preamble.append(line) } else { sections[sections.count - 1].lines.append(line) }
    }

    /// The value behind a heading, without the colon, the closing parenthesis and the emphasis between them.
    private static func withoutColon(_ line: PrintedLine) -> PrintedLine? {
        let leading = line.part.text.unicodeScalars.prefix {
            $0 == ":" || $0 == ")" || $0 == "*" || Folding.isBlank($0)
        }
        return line.rest(from: leading.reduce(0) { $0 + UTF8.width($1) })
    }
}

/// Finds the headings that begin on a line.
struct HeadingFinder {
    struct Found {
        let rubrique: Rubrique
        let ranges: [Range<Int>]
        let lastLine: Int
        /// Where the wording ends in its last line.
        let endOffset: Int
        let isRepeated: Bool

        var nature: String {
            guard isRepeated else { return "titre de rubrique" }
            return rubrique == .inscription ? "en-tête de tableau" : "en-tête de page"
        }
    }

    let lines: [PrintedLine]
    let tokens: LineTokens
    let seen: Set<Rubrique>
    let last: Rubrique?
    let isAnnexe: Bool

    /// The headings at the start of a line: one, or two where the form prints two columns.
    func headings(at index: Int) -> [Found] {
        guard Bullet(lines[index]) == nil else { return [] }
        let reach = tokens.reach(of: index, in: lines)
        guard let first = heading(from: tokens.start(of: index), reach: reach) else { return [] }
        if first.next < reach, tokens.tokens[first.next].line == first.found.lastLine,
            let second = heading(from: first.next, reach: reach), rest(after: second.found).isEmpty
        {
            return [first.found, second.found]
        }
        return accepts(first.found) ? [first.found] : []
    }

    private func heading(from token: Int, reach: Int) -> (found: Found, next: Int)? {
        guard token < reach else { return nil }
        let words = tokens.words(token..<reach)
        var best: (rubrique: Rubrique, length: Int)?
        for rubrique in Rubrique.allCases {
            for wording in isAnnexe ? rubrique.wordings + rubrique.wordingsOfAnnexe : rubrique.wordings {
                guard let length = wording.length(in: words), length > best?.length ?? 0 else { continue }
                best = (rubrique, length)
            }
        }
        guard var best, isAllowed(best.rubrique, at: tokens.tokens[token].line) else { return nil }
        // Older forms number their frames: "Intitulé (cadre 1)".
        let behind = words.dropFirst(best.length)
        if behind.first == "cadre", let number = behind.dropFirst().first, Int(number) != nil { best.length += 2 }
        let taken = tokens.tokens[token..<token + best.length]
        guard let firstToken = taken.first, let lastToken = taken.last else { return nil }
        var ranges: [Range<Int>] = []
        for line in firstToken.line...lastToken.line {
            let inLine = taken.filter { $0.line == line }
            guard let start = inLine.first?.range.lowerBound, let end = inLine.last?.range.upperBound else { continue }
            let base = lines[line].part.range.lowerBound
            ranges.append(base + start..<base + end)
        }
        let found = Found(
            rubrique: best.rubrique, ranges: ranges, lastLine: lastToken.line, endOffset: lastToken.range.upperBound,
            isRepeated: seen.contains(best.rubrique))
        return (found, token + best.length)
    }

    private func isAllowed(_ rubrique: Rubrique, at line: Int) -> Bool {
        if seen.contains(rubrique) {
            return rubrique == .registre || rubrique == .titreDeLaFiche || rubrique == .inscription
        }
        // An annexe has its headings in another order.
        guard rubrique.isShort, !isAnnexe else { return true }
        let distance = rubrique.rawValue - (last?.rawValue ?? -1)
        return (1...4).contains(distance) || (rubrique == .blocs && opensBlocTable(after: line))
    }

    /// True when the head of the bloc table, or its first row, stands below.
    private func opensBlocTable(after line: Int) -> Bool {
        lines[(line + 1)...].prefix(2).contains { BlocRows.isHead($0.words) || BlocLabel.opens($0.words) }
    }

    private func rest(after found: Found) -> [String] {
        tokens.tokens[tokens.start(of: found.lastLine)..<tokens.start(of: found.lastLine + 1)]
            .filter { $0.range.lowerBound >= found.endOffset }.map(\.word)
    }

    /// True when the line holds nothing but the wording, or its value behind a colon.
    private func accepts(_ found: Found) -> Bool {
        if rest(after: found).isEmpty || found.rubrique.takesRestOfLine { return true }
        if found.rubrique == .inscription { return true }
        let text = lines[found.lastLine].part.text.utf8.dropFirst(found.endOffset)
        return text.first { $0 != 0x20 && $0 != 0x29 && $0 != 0x2A && $0 != 0xC2 && $0 != 0xA0 } == 0x3A
    }
}
