import Diagnostics
import FicheModel
import FrenchText

/// The fiches of the catalogue, once those that stand in each other's way have been told apart.
public struct Assembly: Sendable {
    /// In the order of their titles.
    public let fiches: [FicheSummary]
    /// The initial of the title of each.
    public let initiales: [Initial]
    public let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - summaries: in the order of precedence: by source, then by path.
    ///   - drafts: whether drafts count.
    ///   - threads: on how many the order is found.
    public init(_ summaries: [FicheSummary], drafts: Bool, threads: Int = 1) {
        self.init(summaries, order: AssemblyOrder(summaries, drafts: drafts, threads: threads))
    }

    /// The same with the order that was found for these summaries already.
    public init(_ summaries: [FicheSummary], order: AssemblyOrder) {
        fiches = order.places.map { summaries[$0] }
        initiales = order.initiales
        diagnostics = order.twins.map { twin in
            let (second, first) = (summaries[twin.second], summaries[twin.first])
            return twin.isNumber
                ? Self.sameNumber(second.numeroFiche ?? "", second, first) : Self.sameIdentifier(second, first)
        }
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
