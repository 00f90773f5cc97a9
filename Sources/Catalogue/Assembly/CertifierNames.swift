import FrenchText

/// Tells which certifiers are one: by SIRET where there is one, else by name.
struct CertifierNames {
    private let siretOfName: [String: String]
    private let nameOfIdentity: [String: String]

    init(_ fiches: [FicheSummary]) {
        var sirets: [String: Set<String>] = [:]
        for certifier in fiches.lazy.flatMap(\.certificateurs) {
            if let siret = certifier.siret { sirets[Folding.key(certifier.nom), default: []].insert(siret) }
        }
        // A name that goes with a single SIRET is that body even where a source leaves the SIRET out.
        siretOfName = sirets.compactMapValues { $0.count == 1 ? $0.first : nil }
        var counts: [String: [String: Int]] = [:]
        for certifier in fiches.lazy.flatMap(\.certificateurs) {
            counts[Self.identity(certifier, siretOfName), default: [:]][certifier.nom, default: 0] += 1
        }
        nameOfIdentity = counts.mapValues { names in
            // A spelling with small letters reads better than one without; then the most used, then the first in order.
            names.min { Self.rank($0) < Self.rank($1) }?.key ?? ""
        }
    }

    /// The identity of a certifier and the name under which it is listed.
    func identity(of certifier: FicheSummary.Certifier) -> (id: String, titre: String) {
        let id = Self.identity(certifier, siretOfName)
        return (id, nameOfIdentity[id] ?? certifier.nom)
    }

    private static func rank(_ name: (key: String, value: Int)) -> (Int, Int, String) {
        (name.key.contains(where: \.isLowercase) ? 0 : 1, -name.value, name.key)
    }

    private static func identity(_ certifier: FicheSummary.Certifier, _ sirets: [String: String]) -> String {
        let key = Folding.key(certifier.nom)
        return certifier.siret ?? sirets[key] ?? key
    }
}
