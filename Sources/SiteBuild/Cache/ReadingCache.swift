import Catalogue
import Diagnostics
import FicheModel
import FileStore
import Threads

/// What earlier builds read, by document: one that has not changed is not read again.
struct ReadingCache: Sendable {
    /// Where it is kept; nil where nothing is.
    let folder: String?
    private let program: String
    /// From how many bytes on a document counts as large.
    let largeSize: Int
    /// Whether of the remarks about large documents only those are wanted that people are shown.
    private let isBrief: Bool
    /// Small documents, packed, by key.
    private let small: [Fingerprint: [UInt8]]

    /// - Parameters:
    ///   - program: what the program is; another one may read otherwise.
    ///   - largeSize: from how many bytes on a document is known by its size and times.
    ///   - isBrief: whether of the remarks about those only such are wanted that people are shown.
    init(folder: String?, program: String, largeSize: Int, isBrief: Bool = false) {
        self.folder = folder
        self.isBrief = isBrief
        self.largeSize = largeSize
        self.program = program
        var small: [Fingerprint: [UInt8]] = [:]
        if let folder {
            let file = CacheFile(path: folder + "/" + Self.smallName, program: program)
            let read = file.read { packing -> [Entry] in
                var entries: [Entry] = []
                packing.list(&entries, Entry()) { $1.carry(&$0) }
                return entries
            }
            for entry in read ?? [] { small[entry.key] = entry.bytes }
        }
        self.small = small
    }

    /// The document as it was read; nil when it must be read.
    ///
    /// - Parameter threads: how many a large one may take.
    func document(
        _ document: SiteInputs.Document, at index: Int, key: DocumentKey, threads: Int
    ) -> ReadDocument? {
        let blank = ReadDocument(name: document.file.name, source: document.source, isFresh: false)
        let read: ReadDocument?
        if key.isLarge {
            guard let folder else { return nil }
            let names = names(document, folder)
            let program = program
            let file = RemarksFile(folder, names.remarks, program: program)
            // Beside the rest, which takes as long.
            let (key, isBrief) = (key.fingerprint, isBrief)
            let remarks = Later { Self.remarks(file, names.remarks, key, program, isBrief: isBrief) }
            let kept = CacheFile(path: names.index, program: program).read { packing -> ReadDocument? in
                var known = Fingerprint.blank
                known.carry(&packing)
                guard known == key else { return nil }
                var document = blank
                document.carry(&packing, at: index, keptAs: names.fiches, threads: threads)
                return document
            }.flatMap { $0 }
            guard var kept, let remarks = remarks.value else { return nil }
            kept.remarks = remarks
            read = kept
        } else {
            read = small[key.fingerprint].flatMap { bytes in
                Packing.read(bytes) { packing in
                    var document = blank
                    document.carry(&packing, at: index, keptAs: "", threads: 1)
                    var diagnostics: [Diagnostic] = []
                    packing.diagnostics(&diagnostics)
                    document.diagnostics = diagnostics
                    return document
                }
            }
        }
        guard let read, read.fiches.isWhole, read.fiches.fingerprints.count == read.summaries.count else { return nil }
        return read
    }

    /// What was kept of the remarks about a large document; nil when that is not there.
    private static func remarks(
        _ file: RemarksFile, _ name: String, _ key: Fingerprint, _ program: String, isBrief: Bool
    ) -> Remarks? {
        let place = Remarks.Place(name: name, key: key)
        if isBrief {
            return file.digest(key: key).map { digest in
                Remarks(keptAt: place, digest) {
                    file.bytes(key: key).map { RemarksFile.diagnostics($0, program: program) } ?? RemarksFile.lost
                }
            }
        }
        return file.bytes(key: key).map { bytes in
            Remarks(keptAt: place) { RemarksFile.diagnostics(bytes, program: program) }
        }
    }

    /// Where the fiches of a document are put while it is read.
    func scratch(_ index: Int) -> String? {
        folder.map { "\($0)/lecture-\(SystemFacts.process)-\(index)" + FileWriting.growingSuffix }
    }

    /// Keeps what was read for the next build.
    ///
    /// - Parameter documents: those of this build, each with its key where it has one.
    /// - Returns: the documents as they were read, with the place of what was kept of them.
    func keep(
        _ documents: [(document: SiteInputs.Document, key: DocumentKey?, read: ReadDocument)]
    ) -> [ReadDocument] {
        guard let folder else { return documents.map(\.read) }
        var entries: [Entry] = []
        var names: Set<String> = [Self.smallName]
        var kept: [ReadDocument] = []
        for (document, key, read) in documents {
            kept.append(read)
            guard let key else { continue }
            guard key.isLarge else {
                entries.append(Entry(key: key.fingerprint, bytes: small[key.fingerprint] ?? read.packed))
                continue
            }
            let own = self.names(document, folder)
            names.formUnion(
                [own.index, own.fiches].map { String($0.dropFirst(folder.count + 1)) } + [
                    own.remarks, own.remarks + RemarksFile.briefSuffix,
                ])
            guard read.isFresh, read.fiches.keep(as: own.fiches) else { continue }
            var copy = read
            CacheFile(path: own.index, program: program).write { packing in
                packing.put(key.fingerprint)
                copy.carry(&packing, at: 0, keptAs: own.fiches, threads: 1)
            }
            RemarksFile(folder, own.remarks, program: program).write(read.diagnostics, key: key.fingerprint)
            kept[kept.count - 1].remarks = Remarks(
                read.diagnostics, keptAt: .init(name: own.remarks, key: key.fingerprint))
        }
        if Set(entries.map(\.key)) != Set(small.keys) {
            CacheFile(path: folder + "/" + Self.smallName, program: program).write { packing in
                packing.list(&entries, Entry()) { $1.carry(&$0) }
            }
        }
        forget(except: names, in: folder)
        return kept
    }

    /// Removes what is left of documents that are no longer there, and of builds that were killed.
    private func forget(except names: Set<String>, in folder: String) {
        guard let tree = try? FileTree(of: folder) else { return }
        for file in tree.files where file.path.hasPrefix("lecture") && !names.contains(file.path) {
            try? FileWriting.remove(folder + "/" + file.path)
        }
    }

    private static let smallName = "lecture.cache"

    private func names(_ document: SiteInputs.Document, _ folder: String) -> (
        index: String, fiches: String, remarks: String
    ) {
        let name = ContentHash(of: Array("\(document.source)/\(document.file.name)".utf8)).hex.prefix(16)
        return ("\(folder)/lecture-\(name).cache", "\(folder)/lecture-\(name).fiches", "lecture-\(name).remarques")
    }

    private struct Entry {
        var key = Fingerprint.blank
        var bytes: [UInt8] = []

        mutating func carry(_ packing: inout Packing) {
            key.carry(&packing)
            packing.bytes(&bytes)
        }
    }
}

extension ReadDocument {
    /// Of a small document, with its remarks.
    fileprivate var packed: [UInt8] {
        var copy = self
        var diagnostics = diagnostics
        return Packing.bytes { packing in
            copy.carry(&packing, at: 0, keptAs: "", threads: 1)
            packing.diagnostics(&diagnostics)
        }
    }

    /// All but the remarks.
    fileprivate mutating func carry(_ packing: inout Packing, at index: Int, keptAs name: String, threads: Int) {
        let origin = FicheSummary.Origin(source: source, document: index, rank: 0, file: self.name, position: nil)
        packing.summaries(&summaries, from: origin, threads: threads)
        fiches.carry(&packing, keptAs: name)
        counts.carry(&packing)
        digest.carry(&packing)
    }
}

extension DocumentCounts {
    fileprivate mutating func carry(_ packing: inout Packing) {
        packing.optional(&format, .markdown) { $0.word(&$1) }
        packing.number(&champs)
        packing.number(&mots)
        packing.number(&repris)
        packing.number(&miseEnPage)
        packing.number(&nonReconnus)
    }
}
