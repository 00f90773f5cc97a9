import Checked
import FicheReaders
import Foundation

/// A document, or a folder of CSV exports as one, to be damaged.
struct Original {
    let path: String
    /// One for a document, those of the set for a folder.
    let files: [CSVSet.File]
    let isSet: Bool

    init(_ path: String) throws {
        self.path = path
        var isFolder: ObjCBool = false
        isSet = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        let names =
            isSet ? try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { path + "/" + $0 } : [path]
        files = try names.map {
            CSVSet.File(path: $0, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: $0))))
        }
    }

    /// What the document is with the damage of a seed, and what is wrong with its reading.
    ///
    /// Of a set some files are damaged, and each other time it comes as an archive; each fourth the archive itself is.
    func damaged(_ seed: UInt64) -> (size: Int, flaws: () -> [String]) {
        guard isSet else {
            let bytes = Corruption.corrupted(files[0].bytes, seed: seed)
            return (bytes.count, { CheckedReading.flaws(bytes, path: path) })
        }
        let isWhole = seed % 4 == 3
        let damaged = files.enumerated().map { index, file in
            // Every second file on average; at least one.
            let isHit = !isWhole && (UInt64(index) == seed % UInt64(files.count) || (seed >> (index % 60)) & 1 == 1)
            return CSVSet.File(
                path: file.path, bytes: isHit ? Corruption.corrupted(file.bytes, seed: seed) : file.bytes)
        }
        let size = damaged.reduce(0) { $0 + $1.bytes.count }
        if seed % 2 == 0 { return (size, { CheckedReading.flaws(ofSet: damaged, path: path) }) }
        var archive = CheckedReading.archive(of: damaged, isDeflated: seed % 8 < 4)
        if isWhole { archive = Corruption.corrupted(archive, seed: seed) }
        return (size, { CheckedReading.flaws(ofArchive: archive, of: isWhole ? nil : damaged, path: path + ".zip") })
    }
}
