import FicheDocument
import FrenchText

/// The alphabet of a long list: where each letter begins.
struct Lettres {
    /// One letter, with the address from the root to which it leads.
    struct Lettre {
        let titre: String
        let adresse: String
        var courante = false
    }

    private let lettres: [Lettre]

    init(_ lettres: [Lettre]) { self.lettres = lettres }

    /// The letters of a list of fiches in the order of their titles; none for a list of one or two pages, or of one letter.
    ///
    /// - Parameters:
    ///   - initiales: the initial of each fiche of the model.
    ///   - page: the page on which the letters will stand.
    init(_ fiches: [Int], initiales: [Initial], folder: String, page: Int) {
        let size = CatalogueModel.fichesParPage
        guard fiches.count > 2 * size else {
            self.init([])
            return
        }
        let here = initiales[fiches[min((page - 1) * size, fiches.count - 1)]]
        var found: [Lettre] = []
        var place = 0
        while place < fiches.count {
            let initiale = initiales[fiches[place]]
            found.append(
                Lettre(
                    titre: initiale.titre, adresse: ListAddress.adresse(folder, page: place / size + 1),
                    courante: initiale == here))
            place = Self.end(of: initiale, in: fiches, from: place, initiales)
        }
        self.init(found.count > 1 ? found : [])
    }

    /// Where the fiches of an initial end: halved again and again, for a list has many fiches and few letters.
    private static func end(of initiale: Initial, in fiches: [Int], from: Int, _ initiales: [Initial]) -> Int {
        var (low, high) = (from + 1, fiches.count)
        while low < high {
            let middle = (low + high) / 2
            if initiales[fiches[middle]] <= initiale { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// For the templates.
    var data: [PageData] {
        lettres.map { lettre in
            var data: PageData = ["titre": lettre.titre, "adresse": lettre.adresse]
            if lettre.courante { data["courante"] = true }
            return data
        }
    }

    /// All that they say in one text, for telling whether it has changed.
    var text: String { lettres.map { "\($0.titre) \($0.adresse) \($0.courante)" }.joined(separator: "\n") }
}
