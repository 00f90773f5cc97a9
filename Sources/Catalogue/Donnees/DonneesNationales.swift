import FicheModel
import FrenchText

/// What the site owes to the national data that it was made from: their date and their source. The licence is named after.
struct DonneesNationales {
    /// How many fiches come from the national flow; those that the catalogue made up do not.
    let nombre: Int
    /// The days of these data, in order.
    let dates: [CalendarDate]
    private let total: Int

    init(_ model: CatalogueModel) {
        let fictifs = Set(model.configuration.numerosFictifs)
        // The texts of a demonstration are its own, whatever form they have.
        let isDemonstration = model.configuration.demonstration != nil
        let fiches = model.fiches.filter { fiche in
            !isDemonstration && fiche.format.isNationalOpenData && !(fiche.numeroFiche.map(fictifs.contains) ?? false)
        }
        nombre = fiches.count
        dates = Set(fiches.compactMap(\.dateDuFlux)).sorted()
        total = model.fiches.count
    }

    /// A sentence that lacks the name of the licence at its end; nil without such data.
    var phrase: String? {
        guard nombre > 0 else { return nil }
        // Every page says it: a count would make each of them another page whenever one fiche comes or goes.
        let subject =
            nombre == total
            ? "Les fiches de ce catalogue reprennent" : "Une partie des fiches de ce catalogue reprend"
        return "\(subject) des données des répertoires nationaux publiées par France compétences\(jour), sous"
    }

    private var jour: String {
        guard let first = dates.first, let last = dates.last else { return ", sans date dans ces données" }
        return first == last ? " au \(last.inFull)" : " entre le \(first.inFull) et le \(last.inFull)"
    }
}
