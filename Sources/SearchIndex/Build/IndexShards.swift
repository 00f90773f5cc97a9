/// Entries in files of about the same size, in their order.
///
/// A file ends where it is full and at anchors, words whose hash says so: a change of one word then moves the bounds between two
/// anchors only, and all other files stay as they are. Words of one lemma are not parted, so that one file answers for them.
struct IndexShards {
    /// One word with its lists.
    struct Entry: Sendable {
        let forme: String
        let lemma: [UInt8]
        /// How many characters its lists take.
        let size: Int
    }

    /// So many files lie between two anchors, about.
    private static let between = 8

    let ranges: [Range<Int>]

    /// - Parameters:
    ///   - least: how many characters of lists a file holds; more where there would be too many files.
    ///   - most: how many files there may be.
    init(_ entries: [Entry], least: Int, most: Int) {
        let total = entries.reduce(0) { $0 + $1.size + 1 }
        var spacing = 1
        while spacing * 2 * max(1, total / max(least, total / most + 1)) <= entries.count * Self.between {
            spacing *= 2
        }
        let anchors = entries.map { ContentName.hash($0.forme.utf8) % UInt64(spacing) == 0 }
        var target = max(least, total / most + 1)
        // In steps, so that a little more text does not move every bound.
        var step = 64
        while step * 32 <= target { step *= 2 }
        target = (target + step - 1) / step * step
        var ranges = Self.ranges(entries, anchors, target)
        while ranges.count > most, ranges.count > 1 {
            target += step
            ranges = Self.ranges(entries, anchors, target)
            if target > total { break }
        }
        self.ranges = ranges
    }

    private static func ranges(_ entries: [Entry], _ anchors: [Bool], _ target: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var size = 0
        for (index, entry) in entries.enumerated() {
            let isFull = anchors[index] ? size >= target / 4 : size + entry.size > target
            if size > 0, isFull, entry.lemma != entries[index - 1].lemma {
                ranges.append(start..<index)
                (start, size) = (index, 0)
            }
            size += entry.size + 1
        }
        if start < entries.count { ranges.append(start..<entries.count) }
        return ranges
    }
}
