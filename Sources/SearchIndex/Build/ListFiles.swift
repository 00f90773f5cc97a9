import JSONText

/// The files of the lists of one kind. A file that has the same words with the same lists as one of before is not made again.
struct ListFiles: Sendable {
    /// A file: how many words it has, and the part of its name that changes.
    struct File: Equatable, Sendable {
        let count: Int
        let name: String
    }

    /// The folder.
    let kind: String
    let ranges: [Range<Int>]
    let files: [File]
    /// The bytes of those that were made, by their paths from the folder of the index.
    let made: [String: [UInt8]]

    /// The names of all files, one after the other.
    var names: String { files.map(\.name).joined() }

    /// The paths of those of before.
    var unchanged: [String] { files.map { path($0.name) }.filter { made[$0] == nil } }

    /// - Parameters:
    ///   - words: the places in the lists of those that have a file.
    ///   - former: the files of before with the words of before that had none; nil to make all.
    ///   - members: what the file of some words says.
    init(
        _ kind: String, _ merged: MergedLists, _ words: [Int], _ ranges: [Range<Int>],
        former: (files: [File], common: [UInt32])?, _ workers: IndexWorkers,
        _ members: @escaping @Sendable (ArraySlice<Int>) -> [JSONValue.Member]
    ) {
        let known = former.map { Self.known(merged, words, ranges, $0.files, $0.common) } ?? [:]
        let new = ranges.indices.filter { known[$0] == nil }
        let bytes = workers.map(new) { JSONWriter.bytes(of: .object(members(words[ranges[$0]]))) }
        var names = known
        var made: [String: [UInt8]] = [:]
        for (index, bytes) in zip(new, bytes) {
            let name = ContentName.of(bytes)
            names[index] = name
            made["\(kind)/\(name).json"] = bytes
        }
        (self.kind, self.ranges, self.made) = (kind, ranges, made)
        files = ranges.enumerated().map { File(count: $1.count, name: names[$0] ?? "") }
    }

    private func path(_ name: String) -> String { "\(kind)/\(name).json" }

    /// The names of the ranges that were files already.
    private static func known(
        _ merged: MergedLists, _ words: [Int], _ ranges: [Range<Int>], _ files: [File], _ common: [UInt32]
    ) -> [Int: String] {
        var starts: [Int: File] = [:]
        var start = 0
        for file in files {
            starts[start] = file
            start += file.count
        }
        let ranks = ranks(merged, words, common)
        var known: [Int: String] = [:]
        for (index, range) in ranges.enumerated() {
            let first = ranks[range.lowerBound]
            guard first >= 0, let file = starts[first], file.count == range.count,
                range.allSatisfy({ ranks[$0] - first == $0 - range.lowerBound })
            else { continue }
            known[index] = file.name
        }
        return known
    }

    /// For each word its rank among those of before that had a file; -1 where it had none or other lists.
    private static func ranks(_ merged: MergedLists, _ words: [Int], _ common: [UInt32]) -> [Int] {
        var passed = 0
        return words.map { word in
            let origin = Int(merged.origins[word])
            guard origin >= 0 else { return -1 }
            while passed < common.count, common[passed] < origin { passed += 1 }
            return passed < common.count && common[passed] == origin ? -1 : origin - passed
        }
    }
}
