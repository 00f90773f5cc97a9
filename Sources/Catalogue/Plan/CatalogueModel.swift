import Diagnostics
import FicheModel
import FrenchText
import Threads

/// All that pages may say of the catalogue: its settings, its fiches in short, its divisions, its pages. A value that
/// never changes while a site is rendered.
public struct CatalogueModel: Sendable {
    public let configuration: Configuration
    /// The date for which states are computed.
    public let date: CalendarDate
    /// The version of the program.
    public let version: String
    /// In the order of their titles.
    public private(set) var fiches: [FicheSummary]
    public private(set) var etats: [EtatDeValidite]
    public let taxonomies: Taxonomies
    public let lineage: Lineage
    public let correspondances: CorrespondancesRecues
    /// The booklet of the whole catalogue first, then those of the settings.
    public let livrets: [Livret]
    /// What kept a booklet of the settings from being made.
    let livretDiagnostics: [Diagnostic]
    /// In their order.
    public let pages: [ContentPage]
    /// The text of the home page, where there is one.
    public let presentation: ContentPage?
    /// Files copied as they are, by their path in the site.
    public let medias: [String]
    /// Files of the theme, by their path in the site.
    public let actifs: [String]
    /// The initial of the title of each fiche.
    let initiales: [Initial]
    private let numeros: [String: Int]

    /// - Parameters:
    ///   - taxonomies: those of these fiches on this day, where they are known already.
    ///   - threads: on how many lists are made.
    public init(
        configuration: Configuration, date: CalendarDate, version: String, assembly: Assembly, pages: [ContentPage],
        medias: [String], actifs: [String], codes: CodeLists, taxonomies: Taxonomies? = nil, threads: Int = 1
    ) {
        let fiches = assembly.fiches
        // What links fiches is found beside what is said of each.
        let links = Later { (Lineage(fiches), CorrespondancesRecues(fiches)) }
        self.configuration = configuration
        self.date = date
        self.version = version
        self.fiches = fiches
        self.medias = medias
        self.actifs = actifs
        initiales = assembly.initiales
        etats = fiches.indices.map { fiches[$0].etat(at: date) }
        (livrets, livretDiagnostics) = Livrets(configuration, fiches, etats).all
        var numeros: [String: Int] = [:]
        numeros.reserveCapacity(fiches.count)
        for index in fiches.indices {
            if let numero = fiches[index].numeroFiche { numeros[numero] = index }
        }
        self.numeros = numeros
        presentation = pages.first { $0.chemin == ContentPage.accueil }
        self.pages = pages.filter { $0.chemin != ContentPage.accueil }
            .sorted { ($0.ordre, $0.chemin) < ($1.ordre, $1.chemin) }
        (lineage, correspondances) = links.value
        self.taxonomies =
            taxonomies ?? Taxonomies(fiches, codes: codes, etats: etats, lineage: lineage, threads: threads)
    }

    /// The same catalogue with one fiche in its place as it is now: its own page is right, while lists, lineage and
    /// neighbours are what they were.
    public mutating func show(_ fiche: FicheSummary, at index: Int) {
        fiches[index] = fiche
        etats[index] = fiche.etat(at: date)
    }

    /// The taxonomies that have pages.
    public var shownTaxonomies: [Taxonomy] {
        configuration.outputs.listes ? taxonomies.all.filter { !$0.groups.isEmpty } : []
    }

    /// The place of the fiche that has a number.
    public func index(ofNumero numero: String) -> Int? { numeros[numero] }

    /// How many fiches a page of a list holds.
    public static let fichesParPage = 100

    /// How many pages a list of `count` fiches takes; an empty one takes one.
    public static func pageCount(_ count: Int) -> Int { max(1, (count + fichesParPage - 1) / fichesParPage) }
}
