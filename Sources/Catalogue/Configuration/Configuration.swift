import Diagnostics
import FicheModel

/// The settings of a catalogue (`catalogue.yaml`). Every one has a default: a folder of fiches needs no settings.
public struct Configuration: Equatable, Sendable {
    /// The name of the settings file in the content folder.
    public static let fileName = "catalogue.yaml"

    public var titre = "Catalogue de certifications"
    public var sousTitre: String?
    /// Where the site will be; nil when that is not known.
    public var url: SiteAddress?
    public var langue = "fr"
    public var editeur = Editeur()
    /// The main colour, `#rrggbb`.
    public var couleur: String?
    /// Path of the logo in the content folder.
    public var logo: String?
    /// The words by which every page says that it is a demonstration; nil when it is none.
    public var demonstration: String?
    /// Numbers that this catalogue made up: no official fiche stands behind them, and no page says that one does.
    public var numerosFictifs: [String] = []
    /// Whether search engines may keep the pages. A demonstration is never indexed.
    public var indexation = true
    /// The date for which states are computed; nil for the day of the build.
    public var date: CalendarDate?
    /// Folder of theme files that replace those of the program, from the content folder.
    public var theme: String?
    /// Other folders or files with fiches, from the content folder, in order of precedence.
    public var sources: [SourceSetting] = []
    /// The booklets to publish beside that of the whole catalogue.
    public var livrets: [LivretSetting] = []
    /// How many fiches a booklet holds at most; a larger one is not made.
    public var livretsMaximum = LivretSetting.maximum
    /// The menu; nil for the usual one.
    public var menu: [MenuEntry]?
    public var outputs = OutputKinds()
    /// Whether addresses of folders end in `index.html`, so that the site can be read from a disk without a server.
    public var portable = false
    /// What an audit of accessibility found; nil without one.
    public var audit: AuditAccessibilite?

    public init() {}

    /// Who publishes the site.
    public struct Editeur: Equatable, Sendable {
        public var nom: String?
        public var adresse: String?
        public var courriel: String?
        public var siteInternet: String?
        /// Who answers for what is published (loi n° 2004-575 du 21 juin 2004).
        public var directeur: String?
        /// Name and address of who hosts the site.
        public var hebergeur: String?

        public init() {}
    }

    /// One entry of the menu.
    public struct MenuEntry: Equatable, Sendable {
        public var texte: String
        /// From the root of the site, without leading slash; or an absolute address.
        public var adresse: String

        public init(texte: String, adresse: String) {
            self.texte = texte
            self.adresse = adresse
        }
    }

    /// Whether robots are asked to stay away.
    public var noindex: Bool { !indexation || demonstration != nil }
}

/// The kinds of output that can be switched off, for a base where they would cost more than they give.
public struct OutputKinds: Equatable, Sendable {
    /// `fiches/<id>/index.md`
    public var markdown = true
    /// `fiches/<id>/index.json`
    public var json = true
    /// Lists by level, ROME, NSF, certifier, agreement, route.
    public var listes = true
    /// The search page.
    public var recherche = true
    /// `documents/<id>/`
    public var documents = true
    /// `fiches/<id>/blocs/<numero>/`; without them a bloc stays an anchor of the page of its fiche.
    public var blocs = true
    /// `comparer/` and `versions/`, which read the JSON of fiches.
    public var comparaison = true
    /// `sitemap.xml` and `robots.txt`
    public var sitemap = true
    /// `echeances/`: page, calendar, feed.
    public var echeances = true
    /// `donnees/`: the page that documents the open data, and the schemas.
    public var donnees = true
    /// `donnees/*.csv`
    public var csv = true
    /// The JSON-LD of fiche pages.
    public var jsonLD = true
    /// `opensearch.xml`
    public var openSearch = true
    /// `livrets/`: pages to print whole.
    public var livrets = true

    public init() {}
}
