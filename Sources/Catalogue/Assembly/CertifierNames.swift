import FrenchText

/// Tells which certifiers are one: by SIRET where there is one, else by name.
struct CertifierNames {
    private let siretOfName: [String: String]
    private let nameOfIdentity: [String: String]
    /// The key of each name as it is written.
    private let keys: [String: String]

    init(_ fiches: [FicheSummary]) {
        var keys: [String: String] = [:]
        var sirets: [String: Set<String>] = [:]
        for index in fiches.indices {
            for certifier in fiches[index].certificateurs {
                let key = keys[certifier.nom] ?? Folding.key(certifier.nom)
                keys[certifier.nom] = key
                if let siret = certifier.siret { sirets[key, default: []].insert(siret) }
            }
        }
        self.keys = keys
        // A name that goes with a single SIRET is that body even where a source leaves the SIRET out.
        let siretOfName = sirets.compactMapValues { $0.count == 1 ? $0.first : nil }
        self.siretOfName = siretOfName
        var counts: [String: [String: Int]] = [:]
        for index in fiches.indices {
            for certifier in fiches[index].certificateurs {
                counts[Self.identity(certifier, siretOfName, keys), default: [:]][certifier.nom, default: 0] += 1
            }
        }
        nameOfIdentity = counts.mapValues { names in
            // A spelling with small letters reads better than one without; then the most used, then the first in order.
            names.min { Self.rank($0) < Self.rank($1) }?.key ?? ""
        }
    }

    /// The identity of a certifier and the name under which it is listed.
    func identity(of certifier: FicheSummary.Certifier) -> (id: String, titre: String) {
        let id = Self.identity(certifier, siretOfName, keys)
        return (id, nameOfIdentity[id] ?? certifier.nom)
    }

    private static func rank(_ name: (key: String, value: Int)) -> (Int, Int, String) {
        (name.key.contains(where: \.isLowercase) ? 0 : 1, -name.value, name.key)
    }

    private static func identity(
        _ certifier: FicheSummary.Certifier, _ sirets: [String: String], _ keys: [String: String]
    ) -> String {
        if let siret = certifier.siret { return siret }
        let key = keys[certifier.nom] ?? Folding.key(certifier.nom)
        return sirets[key] ?? key
    }
}
