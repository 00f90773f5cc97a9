import FrenchText

/// Tells headings of numbered sections from ordered lists, addresses and sentences that begin with a number.
struct OutlineRule: Sendable {
    private let titles: [String: String]

    /// - Parameter entries: the numbered entries of the document's contents, which settle the question where they are.
    init(entries: [NumberedHeading]) {
        var titles: [String: String] = [:]
        for entry in entries { titles[entry.numero] = Self.key(entry.titre) }
        self.titles = titles
    }

    /// - Parameters:
    ///   - previous: the numbers of the last heading of the same style.
    ///   - isAlone: whether blank lines stand around the line.
    func accepts(_ heading: NumberedHeading, after previous: [Int]?, isAlone: Bool) -> Bool {
        if let title = titles[heading.numero] { return Self.agree(title, Self.key(heading.titre)) }
        guard heading.follows(previous), heading.titre.utf8.count <= 220 else { return false }
        // Contents name all parts of their first level; what they do not name is a list.
        if !titles.isEmpty { return heading.isStrong && (heading.path.count > 1 || heading.style != .decimal) }
        guard heading.isStrong, heading.path.count > 1 || heading.style != .decimal else {
            return isAlone && Self.looksLikeTitle(heading.titre)
        }
        return true
    }

    /// True when one title is the beginning of the other, or they share most of their words.
    private static func agree(_ left: String, _ right: String) -> Bool {
        if left.hasPrefix(right) || right.hasPrefix(left) { return true }
        let words = (Set(left.split(separator: " ")), Set(right.split(separator: " ")))
        return words.0.intersection(words.1).count * 2 >= max(words.0.count, words.1.count)
    }

    /// True when the contents give the title in full, or the next line goes on in lower case.
    func continues(_ heading: NumberedHeading, with text: String) -> Bool {
        if let title = titles[heading.numero] {
            return title.hasPrefix(Self.key(heading.titre + " " + text)) && title != Self.key(heading.titre)
        }
        return text.first?.isLowercase == true
    }

    private static func looksLikeTitle(_ title: String) -> Bool {
        guard let last = title.last else { return false }
        return !".;:,".contains(last) && title.utf8.count <= 160
    }

    /// Words only: dashes and dots differ between the contents and the body.
    private static func key(_ title: String) -> String {
        WordScanner.words(in: Folding.key(title)).joined(separator: " ")
    }
}
