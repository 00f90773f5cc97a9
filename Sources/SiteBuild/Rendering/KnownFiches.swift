import Catalogue
import FicheModel

/// What the search of the last build knew of the fiches of a model.
struct KnownFiches: Sendable {
    private let documents: [SearchRecord.Document]
    /// For each fiche of the model its number in the order of the last build, or -1.
    private var numbers: [Int] = []

    /// What the last build knew of one fiche.
    struct Fiche: Sendable {
        /// Its place in the order of that build.
        let number: Int
        let path: String
        /// Of what it said.
        let hash: Fingerprint
    }

    /// That of no build.
    init() { documents = [] }

    /// - Parameter former: the fiches of the last build, in the order of the model as it was then.
    init(_ former: SearchRecord, _ fiches: [FicheSummary]) {
        documents = former.documents
        numbers.reserveCapacity(fiches.count)
        var places: [String: Int]?
        var next = 0
        for fiche in fiches {
            let address = fiche.adresse
            // Most come in the order in which they came then.
            if next < documents.count, Self.isPage(documents[next].path, of: address) {
                numbers.append(next)
                next += 1
                continue
            }
            let known =
                places
                ?? Dictionary(documents.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
            places = known
            let number = known[address + Self.page] ?? -1
            numbers.append(number)
            if number >= 0 { next = number + 1 }
        }
    }

    /// Nil for one that the last build did not know.
    subscript(_ fiche: Int) -> Fiche? {
        guard numbers.indices.contains(fiche), numbers[fiche] >= 0 else { return nil }
        let number = numbers[fiche]
        return Fiche(number: number, path: documents[number].path, hash: documents[number].hash)
    }

    private static let page = "index.html"

    private static func isPage(_ path: String, of address: String) -> Bool {
        guard path.utf8.count == address.utf8.count + page.utf8.count else { return false }
        let isSame = path.utf8.withContiguousStorageIfAvailable { path in
            address.utf8.withContiguousStorageIfAvailable { address in
                path.prefix(address.count).elementsEqual(address)
                    && path.dropFirst(address.count).elementsEqual(page.utf8)
            }
        }
        return isSame.flatMap { $0 } ?? (path == address + page)
    }
}
