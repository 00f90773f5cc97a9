/// A list whose items were glued into one run of text: "- Organiser …- Rechercher …", "- A - B", "▪ A ▪ B".
///
/// Dashes also stand inside sentences and names, so a text is taken apart only when a marker opens it (or follows a
/// lead-in that ends with a colon), and at a dash only where another item plainly begins.
public struct GluedItems: Equatable, Sendable {
    /// What stands before the first marker ("Compétences évaluées :").
    public let lead: String?
    /// The items, without their markers.
    public let items: [String]

    /// Nil when the text is no such list.
    public init?(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        guard let found = Self.markers(in: scalars), let first = found.first else { return nil }
        var items: [String] = []
        for (number, marker) in found.enumerated() {
            let end = number + 1 < found.count ? found[number + 1].lowerBound : scalars.count
            let item = Self.trimmed(scalars[marker.upperBound..<end])
            if !item.isEmpty { items.append(item) }
        }
        guard !items.isEmpty else { return nil }
        let lead = Self.trimmed(scalars[..<first.lowerBound])
        self.lead = lead.isEmpty ? nil : lead
        self.items = items
    }

    /// True for the signs that printed lists use before an item, beside the dash.
    public static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2022, 0x2023, 0x2043, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25C7, 0x25CB,
            0x25CF, 0x25D8, 0x25E6, 0x25FE, 0x2605, 0x2610, 0x2611, 0x2713, 0x2714, 0x2756, 0x2794, 0x2799, 0x279B,
            0x279C, 0x279D, 0x279E, 0x27A1, 0x27A2, 0x27A4, 0x21D2, 0x2192, 0xF000...0xF0FF:
            return true
        default: return false
        }
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "–" || scalar == "—" || scalar == "\u{2010}" || scalar == "\u{2212}"
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// The places of the markers, each with the blanks after it.
    private static func markers(in scalars: [Unicode.Scalar]) -> [Range<Int>]? {
        let bullets = scalars.indices.filter { isBullet(scalars[$0]) }
        if let first = bullets.first {
            guard opensList(scalars, at: first) else { return nil }
            return bullets.map { $0..<$0 + 1 }
        }
        guard let first = scalars.indices.first(where: { isMarker(scalars, $0) && opensList(scalars, at: $0) }) else {
            return nil
        }
        let style = Style(scalars, first: first)
        return ([first] + scalars.indices.filter { $0 > first && style.isMarker(scalars, $0) }).map { index in
            // The escape that keeps a dash from being read as a list belongs to the dash.
            let start = index > 0 && scalars[index - 1] == "\\" ? index - 1 : index
            return start..<index + 1
        }
    }

    /// A dash followed by a blank.
    private static func isMarker(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        isDash(scalars[index]) && index + 1 < scalars.count && isBlank(scalars[index + 1])
    }

    /// Nothing, or a lead-in that ends with a colon, stands before the first marker.
    private static func opensList(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        let before = scalars[..<index].last { !isBlank($0) && $0 != "\\" && $0 != "*" }
        return before == nil || before == ":"
    }

    /// How the items of one run are set apart, read from the run itself.
    private struct Style {
        /// The items begin in lower case.
        var lowerCase: Bool
        /// Dashes are glued to the end of the item before: then a dash between blanks belongs to a sentence.
        var glued = false

        init(_ scalars: [Unicode.Scalar], first: Int) {
            lowerCase = GluedItems.initial(scalars, after: first)?.properties.isLowercase ?? false
            glued = scalars.indices.contains { $0 > first && isCandidate(scalars, $0) && isGlued(scalars, $0) }
        }

        func isMarker(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
            guard isCandidate(scalars, index) else { return false }
            return isGlued(scalars, index) || !glued || endsItem(scalars, index)
        }

        private func isCandidate(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
            guard GluedItems.isMarker(scalars, index), let initial = GluedItems.initial(scalars, after: index) else {
                return false
            }
            if initial.properties.isUppercase { return true }
            // In lower case a dash between blanks may be an aside: only after the sign that ends an item is it a marker.
            return lowerCase && initial.properties.isLowercase
                && (isGlued(scalars, index) || endsItem(scalars, index) || !glued)
        }

        private func isGlued(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
            guard index > 0 else { return false }
            let previous = scalars[index - 1] == "\\" && index > 1 ? scalars[index - 2] : scalars[index - 1]
            return !GluedItems.isBlank(previous)
        }

        private func endsItem(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
            guard let previous = scalars[..<index].last(where: { !GluedItems.isBlank($0) && $0 != "\\" }) else {
                return true
            }
            return previous == "." || previous == ";" || previous == "," || previous == ":"
        }
    }

    /// The first letter or digit after a marker, quotes and emphasis left aside.
    private static func initial(_ scalars: [Unicode.Scalar], after index: Int) -> Unicode.Scalar? {
        scalars[(index + 1)...].prefix(8).first {
            !isBlank($0) && $0 != "«" && $0 != "\"" && $0 != "“" && $0 != "*" && $0 != "("
        }
    }

    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var scalars = scalars
        while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }
}
