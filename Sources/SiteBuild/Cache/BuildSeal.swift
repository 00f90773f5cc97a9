import Diagnostics
import FicheModel
import FileStore

/// What the last published build was made from and what it left in its folder. While both are as they were, a build has
/// nothing to do but to say again what that one said.
struct BuildSeal: Equatable, Sendable {
    /// `GatheredInputs.fingerprint`, the same before the build and after it.
    var inputs = Fingerprint.blank
    var site = PublishedSite()

    /// The seal that the last build left in a folder.
    static func load(_ folder: String, program: String) -> BuildSeal? {
        file(folder, program).read { packing in
            var seal = BuildSeal()
            seal.carry(&packing)
            return seal
        }
    }

    /// What the sealed build said, as a build says it that finds all as it was; nil when that is not there.
    ///
    /// - Parameter isBrief: whether remarks that people are not shown are only counted.
    func repeatedReport(_ folder: String, program: String, isBrief: Bool) -> BuildReport? {
        let read = Self.reportFile(folder, program).read { packing -> BuildReport? in
            var seal = BuildSeal()
            seal.carry(&packing)
            guard seal == self else { return nil }
            var report = BuildReport(unreadable: [])
            var kept: [Remarks.Place] = []
            packing.list(&kept, Remarks.Place()) { $1.carry(&$0) }
            report.carry(&packing)
            for place in kept {
                let file = RemarksFile(folder, place.name, program: program)
                if isBrief {
                    guard let digest = file.digest(key: place.key) else { return nil }
                    report.add(digest)
                } else {
                    guard let bytes = file.bytes(key: place.key) else { return nil }
                    report.add(RemarksFile.diagnostics(bytes, program: program))
                }
            }
            return report
        }
        guard var report = read.flatMap({ $0 }) else { return nil }
        report.made = 0
        report.files.unchanged += report.files.written
        report.files.written = 0
        report.files.removed = 0
        return report
    }

    /// Problems of the moment and of the machine, of which the inputs say nothing.
    private static let passing: Set<Diagnostic.Identifier> = [.outilManquant, .ficheIntrouvable]

    /// Seals a build that was published, unless its report may be another one next time.
    ///
    /// - Parameters:
    ///   - report: with its diagnostics in order.
    ///   - kept: where the rest of its diagnostics is kept.
    func save(_ report: BuildReport, kept: [Remarks.Place], _ folder: String, program: String) {
        guard !report.diagnostics.contains(where: { Self.passing.contains($0.identifier) }) else { return }
        var (seal, report, kept) = (self, report, kept)
        Self.reportFile(folder, program).write { packing in
            seal.carry(&packing)
            packing.list(&kept, Remarks.Place()) { $1.carry(&$0) }
            report.carry(&packing)
        }
        Self.file(folder, program).write { seal.carry(&$0) }
    }

    private static func file(_ folder: String, _ program: String) -> CacheFile {
        CacheFile(path: folder + "/constat.cache", program: program)
    }

    private static func reportFile(_ folder: String, _ program: String) -> CacheFile {
        CacheFile(path: folder + "/compte-rendu.cache", program: program)
    }

    private mutating func carry(_ packing: inout Packing) {
        inputs.carry(&packing)
        site.mark.carry(&packing)
        packing.texts(&site.foreignFiles)
        packing.texts(&site.foreignFolders)
        site.folders.carry(&packing)
        packing.optional(&site.previous, FormerSite()) { $1.carry(&$0) }
    }
}

extension Remarks.Place {
    fileprivate mutating func carry(_ packing: inout Packing) {
        packing.text(&name)
        key.carry(&packing)
    }
}

extension FormerSite {
    fileprivate mutating func carry(_ packing: inout Packing) {
        mark.carry(&packing)
        folders.carry(&packing)
        manifest.carry(&packing)
        packing.truth(&isShared)
        packing.truth(&isSpare)
    }
}

extension TreeMark {
    fileprivate mutating func carry(_ packing: inout Packing) {
        var (entries, sum) = (self.entries, self.sum)
        packing.number(&entries)
        packing.word(&sum)
        self = TreeMark(entries: entries, sum: sum)
    }
}
