import FicheModel

/// The files of rows: in the order of places, for questions in words, and in the order of numbers, so that a number is looked up in one file.
enum DisplayBlocks {
    /// How many fiches a file holds.
    static let places = 64
    static let numbers = 256
    /// How many files share the part of their address that changes with what they hold.
    static let group = 16

    /// What the manifest says of them.
    struct Directory: Sendable {
        /// One register, with the first numbers and the groups of its files.
        struct Section: Sendable {
            let prefixe: String
            let premiers: String
            let groupes: String
        }

        let shared: String
        let places: String
        let sections: [Section]
        /// How many files there are.
        let count: Int
    }

    /// Writes the files.
    static func write(
        _ fiches: [IndexedFiche], _ places: Places, _ workers: IndexWorkers, to files: inout [String: [UInt8]]
    ) -> Directory {
        let shared = SharedNames(fiches)
        let name = ContentName.of(shared.bytes)
        files["communs-\(name).json"] = shared.bytes
        let successors = Successors(fiches)
        let rows = FicheRows(shared, successors)
        let blocks = workers.map(pieces(places.entries, Self.places)) { rows.bytes($0.map { fiches[$0] }) }
        let groups = add(blocks, to: "fiches", &files)
        let whole = FicheRows(.none, successors)
        let sections = [Repertoire.rncp, .rs].map { repertoire -> Directory.Section in
            let own = fiches.indices.filter { fiches[$0].document.repertoire == repertoire }.sorted {
                let (left, right) = (fiches[$0].document, fiches[$1].document)
                if left.numero != right.numero { return left.numero < right.numero }
                return places.ofEntry[$0] < places.ofEntry[$1]
            }
            let parts = pieces(own, Self.numbers)
            var firsts: [UInt8] = []
            var previous = 0
            for bound in parts.compactMap(\.first) + parts.suffix(1).compactMap(\.last) {
                CompactNumbers.append(fiches[bound].document.numero - previous, to: &firsts)
                previous = fiches[bound].document.numero
            }
            let blocks = workers.map(parts) { part in
                whole.bytes(part.map { fiches[$0] }, places: part.map { places.ofEntry[$0] })
            }
            return .init(
                prefixe: repertoire.rawValue, premiers: String(decoding: firsts, as: UTF8.self),
                groupes: add(blocks, to: "numeros", &files))
        }
        return Directory(shared: name, places: groups, sections: sections, count: files.count)
    }

    private static func pieces(_ entries: [Int], _ length: Int) -> [[Int]] {
        stride(from: 0, to: entries.count, by: length).map { Array(entries[$0..<min($0 + length, entries.count)]) }
    }

    /// Adds files in their groups and returns the names of the groups.
    private static func add(_ blocks: [[UInt8]], to folder: String, _ files: inout [String: [UInt8]]) -> String {
        var names = ""
        for first in stride(from: 0, to: blocks.count, by: group) {
            let own = blocks[first..<min(first + group, blocks.count)]
            let name = ContentName.of(own.joined())
            names += name
            for (offset, bytes) in own.enumerated() { files["\(folder)/\(name)/\(offset).json"] = bytes }
        }
        return names
    }
}
