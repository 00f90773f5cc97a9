import Diagnostics
import FicheModel
import FrenchText

/// The fiches of the catalogue, once those that stand in each other's way have been told apart.
public struct Assembly: Sendable {
    /// In the order of their titles.
    public let fiches: [FicheSummary]
    public let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - summaries: in the order of precedence: by source, then by path.
    ///   - drafts: whether drafts count.
    public init(_ summaries: [FicheSummary], drafts: Bool) {
        var diagnostics: [Diagnostic] = []
        // Places stand for the summaries themselves, which are dear to copy.
        var byNumber: [String: Int] = [:]
        var byIdentifier: [String: Int] = [:]
        var kept: [(key: [UInt8], place: Int)] = []
        for (place, summary) in summaries.enumerated() where drafts || !summary.brouillon {
            if let numero = summary.numeroFiche, let other = byNumber[numero] {
                diagnostics.append(Self.sameNumber(numero, summary, summaries[other]))
                continue
            }
            if let other = byIdentifier[summary.identifiant] {
                diagnostics.append(Self.sameIdentifier(summary, summaries[other]))
                continue
            }
            if let numero = summary.numeroFiche { byNumber[numero] = place }
            byIdentifier[summary.identifiant] = place
            kept.append((Collation.key(summary.intitule) + [0] + Array(summary.identifiant.utf8), place))
        }
        fiches = kept.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { summaries[$0.place] }
        self.diagnostics = diagnostics
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
