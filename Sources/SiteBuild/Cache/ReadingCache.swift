import Catalogue
import Diagnostics
import FicheModel
import FileStore

/// What earlier builds read, by document: one that has not changed is not read again.
struct ReadingCache: Sendable {
    /// Where it is kept; nil where nothing is.
    let folder: String?
    private let program: String
    /// From how many bytes on a document counts as large.
    let largeSize: Int
    /// Small documents, packed, by key.
    private let small: [Fingerprint: [UInt8]]

    /// - Parameters:
    ///   - program: what the program is; another one may read otherwise.
    ///   - largeSize: from how many bytes on a document is known by its size and times.
    init(folder: String?, program: String, largeSize: Int) {
        self.folder = folder
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
    func document(_ document: SiteInputs.Document, at index: Int, key: DocumentKey) -> ReadDocument? {
        let blank = ReadDocument(name: document.file.name, source: document.source, diagnostics: [])
        let read: ReadDocument?
        if key.isLarge {
            guard let folder else { return nil }
            let names = names(document, folder)
            read = CacheFile(path: names.index, program: program).read { packing -> ReadDocument? in
                var known = Fingerprint.blank
                known.carry(&packing)
                guard known == key.fingerprint else { return nil }
                var document = blank
                document.carry(&packing, at: index, keptAs: names.fiches)
                return document
            }.flatMap { $0 }
        } else {
            read = small[key.fingerprint].flatMap { bytes in
                Packing.read(bytes) { packing in
                    var document = blank
                    document.carry(&packing, at: index, keptAs: "")
                    return document
                }
            }
        }
        guard let read, read.fiches.isWhole, read.fiches.fingerprints.count == read.summaries.count else { return nil }
        return read
    }

    /// Where the fiches of a document are put while it is read.
    func scratch(_ index: Int) -> String? {
        folder.map { "\($0)/lecture-\(SystemFacts.process)-\(index)" + FileWriting.growingSuffix }
    }

    /// Keeps what was read for the next build.
    ///
    /// - Parameter documents: those of this build, each with its key where it has one, and whether it was read just now.
    func keep(_ documents: [(document: SiteInputs.Document, key: DocumentKey?, read: ReadDocument, isNew: Bool)]) {
        guard let folder else { return }
        var entries: [Entry] = []
        var names: Set<String> = [Self.smallName]
        for (document, key, read, isNew) in documents {
            guard let key else { continue }
            guard key.isLarge else {
                entries.append(Entry(key: key.fingerprint, bytes: small[key.fingerprint] ?? read.packed(keptAs: "")))
                continue
            }
            let own = self.names(document, folder)
            names.formUnion([own.index, own.fiches].map { String($0.dropFirst(folder.count + 1)) })
            guard isNew, read.fiches.keep(as: own.fiches) else { continue }
            var copy = read
            CacheFile(path: own.index, program: program).write { packing in
                packing.put(key.fingerprint)
                copy.carry(&packing, at: 0, keptAs: own.fiches)
            }
        }
        if Set(entries.map(\.key)) != Set(small.keys) {
            CacheFile(path: folder + "/" + Self.smallName, program: program).write { packing in
                packing.list(&entries, Entry()) { $1.carry(&$0) }
            }
        }
        forget(except: names, in: folder)
    }

    /// Removes what is left of documents that are no longer there, and of builds that were killed.
    private func forget(except names: Set<String>, in folder: String) {
        guard let tree = try? FileTree(of: folder) else { return }
        for file in tree.files where file.path.hasPrefix("lecture") && !names.contains(file.path) {
            try? FileWriting.remove(folder + "/" + file.path)
        }
    }

    private static let smallName = "lecture.cache"

    private func names(_ document: SiteInputs.Document, _ folder: String) -> (index: String, fiches: String) {
        let name = ContentHash(of: Array("\(document.source)/\(document.file.name)".utf8)).hex.prefix(16)
        return ("\(folder)/lecture-\(name).cache", "\(folder)/lecture-\(name).fiches")
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
    fileprivate func packed(keptAs name: String) -> [UInt8] {
        var copy = self
        return Packing.bytes { copy.carry(&$0, at: 0, keptAs: name) }
    }

    fileprivate mutating func carry(_ packing: inout Packing, at index: Int, keptAs name: String) {
        var rank = 0
        let (source, file) = (source, self.name)
        let origin = FicheSummary.Origin(source: source, document: index, rank: 0, file: file, position: nil)
        packing.list(&summaries, .blank(origin)) { packing, summary in
            var position = summary.origin.position
            position.carry(&packing)
            if packing.isReading {
                summary = .blank(
                    FicheSummary.Origin(source: source, document: index, rank: rank, file: file, position: position))
            }
            summary.carry(&packing)
            rank += 1
        }
        fiches.carry(&packing, keptAs: name)
        counts.carry(&packing)
        packing.diagnostics(&diagnostics)
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
