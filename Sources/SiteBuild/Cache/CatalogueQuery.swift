import Catalogue
import FicheDocument
import FicheModel

/// A question that the page of a fiche asks of the catalogue around it. The questions that a page asked are what it depends
/// on: while their answers stay, so does the page.
struct CatalogueQuery: Hashable, Sendable {
    enum Kind: String, Sendable {
        case adresse, fiche, lignee, lointaines, correspondances
    }

    var kind: Kind
    /// The list that `adresse` is about.
    var liste: FicheContext.Taxonomie = .niveau
    /// A code, a name or a number.
    var key: String

    /// For a description of fields to fill.
    static let blank = CatalogueQuery(kind: .fiche, key: "")

    mutating func carry(_ packing: inout Packing) {
        packing.word(&kind)
        packing.word(&liste)
        packing.text(&key)
    }

    /// The answer of a catalogue.
    func answer(in model: CatalogueModel) -> Fingerprint {
        Fingerprint { packing in
            switch kind {
            case .adresse: packing.put(FicheContexts.adresse(of: liste, key, in: model) ?? "")
            case .fiche:
                guard let fiche = FicheContexts.known(key, in: model) else { return }
                for text in [
                    fiche.titre, fiche.adresse, fiche.identifiant ?? "", fiche.etat?.code ?? "",
                    fiche.etat?.phrase ?? "",
                    fiche.etat?.delivranceJusquAu?.iso ?? "", fiche.etat?.contredit == true ? "contredit" : "",
                ] { packing.put(text) }
            case .lignee:
                let (avant, apres) = FicheContexts.lineage(of: key, in: model)
                packing.put(avant)
                packing.put(apres)
            case .lointaines:
                let (avant, apres) = model.lineage.lointaines(of: key)
                packing.put(avant.count)
                for numbers in avant + apres { packing.put(numbers) }
            case .correspondances:
                for recue in model.correspondances[key] {
                    packing.put(recue.fiche)
                    packing.put(recue.blocsDeLAutre)
                    packing.put(recue.blocsIci)
                }
            }
        }
    }

    /// The question in words, for people.
    var words: String {
        switch kind {
        case .adresse: "la liste « \(liste.rawValue) » de « \(key) »"
        case .fiche: "la fiche \(key)"
        case .lignee, .lointaines: "ce qui précède ou suit \(key)"
        case .correspondances: "les correspondances déclarées vers \(key)"
        }
    }
}

/// Notes what one page asks, while it is rendered by one thread.
final class QueryLog: @unchecked Sendable {
    private(set) var queries: Set<CatalogueQuery> = []

    func note(_ kind: CatalogueQuery.Kind, _ key: String) { queries.insert(CatalogueQuery(kind: kind, key: key)) }

    func note(_ liste: FicheContext.Taxonomie, _ key: String) {
        queries.insert(CatalogueQuery(kind: .adresse, liste: liste, key: key))
    }
}
