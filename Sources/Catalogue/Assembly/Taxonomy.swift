import FicheModel
import FrenchText

/// A way to divide the catalogue: by level, by job, by certifier…
public struct Taxonomy: Sendable {
    /// The divisions, in the order in which a reader is led to them.
    public enum Kind: String, CaseIterable, Sendable {
        case niveau, rome, nsf, certificateur, convention, type, voie, etat

        /// The folder of its pages.
        public var folder: String {
            switch self {
            case .niveau: "niveaux"
            case .rome: "rome"
            case .nsf: "nsf"
            case .certificateur: "certificateurs"
            case .convention: "conventions"
            case .type: "types"
            case .voie: "voies-d-acces"
            case .etat: "etats"
            }
        }
    }

    /// One value with its fiches.
    public struct Value: Sendable {
        /// The last part of its address.
        public let slug: String
        public let titre: String
        /// The code as it is shown.
        public let code: String?
        /// Indices into the fiches of the assembly, in their order.
        public let fiches: [Int]
    }

    /// Values that stand under one heading.
    public struct Group: Sendable {
        public let titre: String?
        public let code: String?
        public let values: [Value]
    }

    public let kind: Kind
    public let groups: [Group]
    /// The slug of each key by which a fiche can name a value.
    let slugs: [String: String]

    /// The values of all groups in their order.
    public let values: [Value]

    init(kind: Kind, groups: [Group], slugs: [String: String]) {
        self.kind = kind
        self.groups = groups
        self.slugs = slugs
        values = groups.flatMap(\.values)
    }

    /// The address of its index, from the root.
    public var adresse: String { kind.folder + "/" }

    /// Whether there are too many values for one page, and each heading has a page of its own.
    public var estDivisee: Bool { values.count > Self.valeursDUnIndex && groups.count > 1 }

    /// The address of the page of a heading, from the root; there are such pages in a divided index only. A second part keeps it
    /// apart from the addresses of values.
    public func adresse(ofGroup index: Int) -> String { "\(kind.folder)/initiale/\(slug(ofGroup: index))/" }

    /// What tells a heading from the others in addresses.
    func slug(ofGroup index: Int) -> String {
        let slug = Slug.make(groups[index].code ?? groups[index].titre ?? "")
        return slug.isEmpty ? "autres" : slug
    }

    /// How many pages the values of a heading take.
    func pages(ofGroup index: Int) -> Int {
        max(1, (groups[index].values.count + Self.valeursParPage - 1) / Self.valeursParPage)
    }

    /// From more values on, an index is divided.
    static let valeursDUnIndex = 1000

    /// How many values of a heading a page holds.
    static let valeursParPage = 500

    /// The heading of values whose titles have no letter.
    static let sansInitiale = "#"

    /// The address of a value, from the root.
    public func adresse(of value: Value) -> String { "\(kind.folder)/\(value.slug)/" }

    /// The address of the value that a fiche names by `key`; nil when it has no page.
    public func adresse(ofKey key: String) -> String? { slugs[key].map { "\(kind.folder)/\($0)/" } }
}
