import Diagnostics
import FicheModel
import FrenchText
import Threads

/// The fiches of the catalogue, once those that stand in each other's way have been told apart.
public struct Assembly: Sendable {
    /// In the order of their titles.
    public let fiches: [FicheSummary]
    public let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - summaries: in the order of precedence: by source, then by path.
    ///   - drafts: whether drafts count.
    ///   - threads: on how many the order is found.
    public init(_ summaries: [FicheSummary], drafts: Bool, threads: Int = 1) {
        var diagnostics: [Diagnostic] = []
        // Places stand for the summaries themselves, which are dear to copy.
        var byNumber: [String: Int] = [:]
        var byIdentifier: [String: Int] = [:]
        var kept: [Int] = []
        for place in summaries.indices where drafts || !summaries[place].brouillon {
            let (numero, identifiant) = (summaries[place].numeroFiche, summaries[place].identifiant)
            if let numero, let other = byNumber[numero] {
                diagnostics.append(Self.sameNumber(numero, summaries[place], summaries[other]))
                continue
            }
            if let other = byIdentifier[identifiant] {
                diagnostics.append(Self.sameIdentifier(summaries[place], summaries[other]))
                continue
            }
            if let numero { byNumber[numero] = place }
            byIdentifier[identifiant] = place
            kept.append(place)
        }
        fiches = Self.order(kept, of: summaries, threads).map { summaries[$0] }
        self.diagnostics = diagnostics
    }

    /// The places in the order of the titles.
    private static func order(_ places: [Int], of summaries: [FicheSummary], _ threads: Int) -> [Int] {
        let length = 2048
        let parts = stride(from: 0, to: places.count, by: length).map {
            Array(places[$0..<min($0 + length, places.count)])
        }
        let keys = ParallelMap.map(parts, threads: threads) { part in
            part.map { Collation.key(summaries[$0].intitule) + [0] + Array(summaries[$0].identifiant.utf8) }
        }
        return zip(keys.joined(), places).sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }

    private static func sameNumber(_ numero: String, _ second: FicheSummary, _ first: FicheSummary) -> Diagnostic {
        let place = Self.place(first)
        if first.origin.source != second.origin.source {
            return Diagnostic(
                .note, .numeroEnDouble,
                "La fiche \(numero) est déjà donnée par « \(place) » : celle-ci n’est pas publiée",
                file: second.origin.file, position: second.origin.position,
                hint: "L’ordre des sources décide ; le dossier du catalogue vient en premier")
        }
        return Diagnostic(
            .error, .numeroEnDouble,
            "Le numéro \(numero) est aussi celui de « \(place) » : seule cette première fiche est publiée",
            file: second.origin.file, position: second.origin.position,
            hint: "Corrigez l’un des deux numéros, ou retirez l’un des deux documents")
    }

    private static func sameIdentifier(_ second: FicheSummary, _ first: FicheSummary) -> Diagnostic {
        Diagnostic(
            .error, .identifiantEnDouble,
            "L’adresse « fiches/\(second.identifiant)/ » est déjà celle de « \(place(first)) » : cette fiche n’est pas publiée",
            file: second.origin.file, position: second.origin.position,
            hint: "Donnez à l’une des deux un « identifiant: » qui lui soit propre")
    }

    private static func place(_ summary: FicheSummary) -> String {
        summary.origin.file + (summary.origin.position.map { ":\($0.line)" } ?? "")
    }
}

extension Diagnostic.Identifier {
    public static let numeroEnDouble: Self = "numero-en-double"
    public static let identifiantEnDouble: Self = "identifiant-en-double"
}
