/// Words in files of about the same size, in their order.
///
/// A file ends where it is full and at anchors, words whose hash says so: a change of one word then moves the bounds between two
/// anchors only, and all other files stay as they are. Words of one lemma are not parted, so that one file answers for them.
struct IndexShards {
    /// So many files lie between two anchors, about.
    private static let between = 8

    let ranges: [Range<Int>]

    /// - Parameters:
    ///   - words: the places in the lists of those that have a file.
    ///   - least: how many characters of lists a file holds; more where there would be too many files.
    ///   - most: how many files there may be.
    init(_ lists: PostingLists, _ words: [Int], least: Int, most: Int) {
        let sizes = words.map { lists.size($0) }
        let total = sizes.reduce(0) { $0 + $1 + 1 }
        var spacing = 1
        while spacing * 2 * max(1, total / max(least, total / most + 1)) <= words.count * Self.between {
            spacing *= 2
        }
        let bounds = words.indices.map { index -> Bound in
            let traits = lists.traits[words[index]]
            if index > 0, lists.traits[words[index - 1]].lemma == traits.lemma { return .none }
            return Int(traits.anchor) % spacing == 0 ? .anchor : .full
        }
        var target = max(least, total / most + 1)
        // In steps, so that a little more text does not move every bound.
        var step = 64
        while step * 32 <= target { step *= 2 }
        target = (target + step - 1) / step * step
        var ranges = Self.ranges(sizes, bounds, target)
        while ranges.count > most, ranges.count > 1 {
            target += step
            ranges = Self.ranges(sizes, bounds, target)
            if target > total { break }
        }
        self.ranges = ranges
    }

    /// When a file may end before a word.
    private enum Bound {
        /// Never: it has the lemma of the one before.
        case none
        /// Where the file is a quarter full.
        case anchor
        /// Where the word would not fit.
        case full
    }

    private static func ranges(_ sizes: [Int], _ bounds: [Bound], _ target: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var size = 0
        for index in sizes.indices {
            let ends =
                switch bounds[index] {
                case .none: false
                case .anchor: size >= target / 4
                case .full: size + sizes[index] > target
                }
            if size > 0, ends {
                ranges.append(start..<index)
                (start, size) = (index, 0)
            }
            size += sizes[index] + 1
        }
        if start < sizes.count { ranges.append(start..<sizes.count) }
        return ranges
    }
}
