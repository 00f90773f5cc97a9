import BenchmarkSupport
import FicheModel
import FicheReaders
import Foundation
import SearchIndex

/// Measures how fast the index of the search is made of the fiches of a flow, and made again after one of them has changed.
///
/// Reading the flow does not count: in a build its fiches are there already.
@main
enum IndexBenchmark {
    static func main() throws {
        var words = CommandLine.arguments.dropFirst()
        var threads = ProcessInfo.processInfo.activeProcessorCount
        if let place = words.firstIndex(of: "--threads"), place + 1 < words.endIndex, let number = Int(words[place + 1])
        {
            threads = max(1, number)
            words.removeSubrange(place...(place + 1))
        }
        let printsJSON = words.contains("--json")
        words.removeAll { $0 == "--json" }
        guard words.count == 1, let path = words.first else {
            print("IndexBenchmark [--threads N] [--json] FLOW.xml")
            exit(64)
        }
        let measures = try measure(path, threads: threads)
        if printsJSON {
            let members = measures.map { "\"\($0.name)\": \(Int($0.value.rounded()))" }
            print("{" + members.joined(separator: ", ") + "}")
        } else {
            for measure in measures { print("\(measure.name): \(Int(measure.value.rounded()))") }
        }
    }

    private static func measure(_ path: String, threads: Int) throws -> [(name: String, value: Double)] {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        var stream = FileStream(handle: handle)
        var documents: [SearchDocument] = []
        var edited: (number: Int, fiche: Fiche)?
        var analysis = 0.0
        ReaderCatalogue().flux(path: path, threads: threads).read(&stream) { part in
            let start = Clock.wall()
            if edited == nil || documents.count < 1_000, let fiche = part.fiches.first?.fiche {
                edited = (documents.count, fiche)
            }
            documents += part.fiches.map { SearchDocument($0.fiche) }
            analysis += Clock.wall() - start
        }
        guard let date = CalendarDate("2026-11-21"), let edited else { return [] }
        let workers = IndexWorkers { count, work in DispatchQueue.concurrentPerform(iterations: count, execute: work) }
        func builder() -> SearchIndexBuilder {
            SearchIndexBuilder(date: date, offer: .init(ficheJSON: true, blocPages: false))
        }
        var start = Clock.wall()
        var whole = builder()
        for document in documents { whole.add(document) }
        let made = whole.index(workers)
        let files = made.files
        let seconds = Clock.wall() - start
        var measures = [
            ("fiches", Double(documents.count)), ("fiches_par_seconde", Double(documents.count) / (analysis + seconds)),
            ("analyse_ms", analysis * 1000), ("index_ms", seconds * 1000), ("fichiers", Double(files.count)),
            ("octets", Double(files.reduce(0) { $0 + $1.bytes.count })),
        ]
        let (bytes, kept) = (made.kept.bytes, made.kept.documentBytes ?? [])
        measures.append(("garde_octets", Double(bytes.count + kept.count)))
        let changes: [(String, (inout Fiche) -> Void)] = [
            ("un_mot", { $0.activitesVisees = ($0.activitesVisees ?? "") + " Tailler un zébrin." }),
            ("un_titre", { $0.intitule = "Zébrure " + $0.intitule }),
        ]
        for (name, change) in changes {
            var fiche = edited.fiche
            change(&fiche)
            start = Clock.wall()
            guard let former = KeptIndex(bytes: bytes, documents: { kept }) else { return measures }
            var next = builder()
            for number in documents.indices {
                if number == edited.number { next.add(SearchDocument(fiche)) } else { next.addFormer(number) }
            }
            guard let again = next.index(from: former, isWhole: false, workers) else { return measures }
            _ = (again.kept.bytes, again.kept.documentBytes)
            measures.append((name + "_ms", (Clock.wall() - start) * 1000))
            let new = Set(again.files.map(\.path)).subtracting(files.map(\.path)).count
            measures.append((name + "_fichiers_nouveaux", Double(new)))
        }
        measures.append(("memoire_ko", Double((PeakMemory.bytes() ?? 0) / 1024)))
        return measures
    }
}
