import Diagnostics

extension Diagnostic.Identifier {
    public static let xmlMalForme: Self = "xml-mal-forme"
    public static let doctypeInterdit: Self = "doctype-interdit"
    public static let ficheTropGrande: Self = "fiche-trop-grande"
    public static let ficheTronquee: Self = "fiche-tronquee"
    public static let racineInconnue: Self = "racine-inconnue"
    public static let fluxSansFiche: Self = "flux-sans-fiche"
    public static let fluxTronque: Self = "flux-tronque"
    public static let versionFluxInconnue: Self = "version-flux-inconnue"
    public static let elementInconnu: Self = "element-inconnu"
    public static let elementRepete: Self = "element-repete"
    public static let numeroIllisible: Self = "numero-illisible"
    public static let siretInvalide: Self = "siret-invalide"
}
