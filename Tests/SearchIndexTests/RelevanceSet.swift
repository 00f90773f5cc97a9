import FicheModel
import Foundation
import SiteBuild

@testable import SearchIndex

/// The catalogue and the queries of `Tests/Pertinence`, whose README says how they are made.
struct RelevanceSet {
    struct Query {
        let group: String
        let text: String
        let expected: Set<String>
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = root.appendingPathComponent("Pertinence")

    let queries: [Query]
    let fiches: [Fiche]

    /// - Parameter name: the file of the queries.
    init(_ name: String) throws {
        queries = try Self.rows(name).compactMap { row in
            guard row.count == 3 else { return nil }
            return Query(group: row[0], text: row[1], expected: Set(row[2].split(separator: " ").map(String.init)))
        }
        var jobs: [String: (label: String, names: String)] = [:]
        for row in try Self.rows("metiers.tsv") where row.count == 3 { jobs[row[0]] = (row[1], row[2]) }
        let content = Self.root.deletingLastPathComponent().appendingPathComponent("Content/fiches").path
        var fiches: [Fiche] = []
        let documents = FileManager.default.enumerator(atPath: content)?.compactMap { $0 as? String } ?? []
        for name in documents.sorted() where name.contains(".") {
            fiches += try DocumentReading.read(content + "/" + name, threads: 1).fiches.map(\.fiche)
        }
        let known = Set(fiches.compactMap(\.numeroFiche))
        for row in try Self.rows("titres.tsv") where row.count >= 7 && !known.contains(row[0]) {
            fiches.append(Self.fiche(row, jobs))
        }
        self.fiches = fiches
    }

    private static func fiche(_ row: [String], _ jobs: [String: (label: String, names: String)]) -> Fiche {
        var fiche = Fiche(
            identifiant: row[0].lowercased(), intitule: row[2],
            source: SourceFiche(fichier: "titres.tsv", format: .fluxXML))
        fiche.numeroFiche = row[0]
        fiche.repertoire = Repertoire.parse(row[0])?.repertoire
        if !row[1].isEmpty { fiche.abrege = CodeLibelle(code: row[1], libelle: CodeLists().abrege(row[1])) }
        fiche.niveau = Niveau(europe: Int(row[3]))
        fiche.enregistrement.dateFin = CalendarDate(row[4])
        fiche.actif = row[5] == "oui"
        fiche.nouvellesCertifications = row[6].split(separator: " ").map { CertificationLiee(numeroFiche: String($0)) }
        if row.count > 7, let job = jobs[row[7]] {
            fiche.codesROME = [CodeLibelle(code: row[7], libelle: job.label)]
            fiche.typeEmploiAccessibles = job.names.split(separator: "|").map { "- " + $0 }.joined(separator: "\n")
        }
        return fiche
    }

    /// The lines of a table, without remarks and head.
    private static func rows(_ name: String) throws -> [[String]] {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
