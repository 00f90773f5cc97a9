/// Which fiches of a source are wanted. Each criterion that is given must be met; one of its values is enough.
public struct SelectionDeFiches: Equatable, Sendable {
    /// Numbers of fiches, as `Repertoire.parse` normalises them.
    public var codes: Set<String> = []
    /// ROME codes, or the letters and digits they begin with ("K24", "K").
    public var rome: [String] = []
    /// NSF codes, or what they begin with: "251" takes "251w" too.
    public var nsf: [String] = []
    /// SIRET of a certificateur; the nine digits of a SIREN take all its establishments.
    public var siret: [String] = []
    /// IDCC of a convention collective (`CODES_IDCC` of the flow), with or without leading zeros.
    public var idcc: [String] = []
    /// Only fiches that the source declares active.
    public var actives = false

    public init() {}

    /// True when nothing is asked for.
    public var isEmpty: Bool { self == SelectionDeFiches() }

    /// What the criteria look at in a fiche.
    public struct Facettes: Equatable, Sendable {
        public var actif: Bool?
        public var numeroFiche: String?
        public var rome: [String]
        public var nsf: [String]
        /// Of its certificateurs.
        public var sirets: [String]
        public var idcc: [String]

        public init(
            actif: Bool?, numeroFiche: String?, rome: [String], nsf: [String], sirets: [String], idcc: [String]
        ) {
            self.actif = actif
            self.numeroFiche = numeroFiche
            self.rome = rome
            self.nsf = nsf
            self.sirets = sirets
            self.idcc = idcc
        }
    }

    /// True when the fiche meets every criterion.
    public func contains(_ fiche: Fiche) -> Bool {
        contains(
            Facettes(
                actif: fiche.actif, numeroFiche: fiche.numeroFiche, rome: fiche.codesROME.map(\.code),
                nsf: fiche.codesNSF.map(\.code), sirets: fiche.certificateurs.compactMap(\.siret),
                idcc: fiche.codesIDCC.map(\.code)))
    }

    /// True when a fiche of which this is known meets every criterion.
    public func contains(_ fiche: Facettes) -> Bool {
        if actives, fiche.actif != true { return false }
        if !codes.isEmpty, !(fiche.numeroFiche.map(codes.contains) ?? false) { return false }
        return Self.meets(rome, fiche.rome) { Self.begins($0, with: $1) }
            && Self.meets(nsf, fiche.nsf) { Self.begins($0, with: $1) }
            && Self.meets(siret, fiche.sirets) { value, wanted in
                wanted.utf8.count == 9 ? value.hasPrefix(wanted) : value == wanted
            }
            && Self.meets(idcc, fiche.idcc) { Self.unpadded($0) == Self.unpadded($1) }
    }

    private static func meets(_ wanted: [String], _ values: [String], _ matches: (String, String) -> Bool) -> Bool {
        wanted.isEmpty || values.contains { value in wanted.contains { matches(value, $0) } }
    }

    private static func begins(_ code: String, with wanted: String) -> Bool {
        code.lowercased().hasPrefix(wanted.lowercased())
    }

    private static func unpadded(_ code: String) -> Substring { code.drop { $0 == "0" } }
}
