import Diagnostics
import FicheModel
import FrenchText

/// A booklet of the site: a page that is whole on paper, with cover, contents, fiches and index.
public struct Livret: Equatable, Sendable {
    /// The last part of its address.
    public let nom: String
    public let titre: String
    public let sousTitre: String?
    /// Places of its fiches in the model, in the order in which they stand.
    public let fiches: [Int]
    /// Whether each fiche begins on a right-hand page.
    public let rectoVerso: Bool

    /// From the root of the site.
    public var adresse: String { LivretAddress.folder + nom + "/" }
    /// The style sheet that names its pages.
    public var feuille: String { adresse + LivretAddress.feuille }
}

/// Addresses of booklets.
enum LivretAddress {
    static let folder = "livrets/"
    static let feuille = "pages.css"
}

/// Anchors inside a booklet. The underscore is in no identifiant, so that two fiches never share an anchor.
public enum LivretAnchors {
    /// What stands before every anchor of a fiche.
    public static func prefix(of fiche: FicheSummary) -> String { fiche.identifiant + "_" }
    /// The anchor of the fiche itself.
    public static func fiche(_ fiche: FicheSummary) -> String { prefix(of: fiche) + "fiche" }
    static let sommaire = "livret_sommaire"
    static let index = "livret_index"
}

/// Finds the fiches of each booklet.
struct Livrets {
    private let configuration: Configuration
    private let fiches: [FicheSummary]
    private let etats: [EtatDeValidite]

    init(_ configuration: Configuration, _ fiches: [FicheSummary], _ etats: [EtatDeValidite]) {
        self.configuration = configuration
        self.fiches = fiches
        self.etats = etats
    }

    /// The booklets of the settings and that of the whole catalogue, where it is not too large; with what kept one from
    /// being made.
    var all: (livrets: [Livret], diagnostics: [Diagnostic]) {
        guard configuration.outputs.livrets else { return ([], []) }
        var livrets: [Livret] = []
        var diagnostics: [Diagnostic] = []
        for setting in configuration.livrets {
            let (livret, problems) = livret(setting)
            diagnostics += problems
            if let livret { livrets.append(livret) }
        }
        let isNamed = configuration.livrets.contains { $0.nom == LivretSetting.catalogue }
        if !isNamed, !fiches.isEmpty, fiches.count <= configuration.livretsMaximum {
            livrets.insert(contentsOf: livret(LivretSetting(nom: LivretSetting.catalogue)).0.map { [$0] } ?? [], at: 0)
        }
        return (livrets, diagnostics)
    }

    private func livret(_ setting: LivretSetting) -> (Livret?, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        for name in setting.selection.fiches where !fiches.contains(where: { SelectionDeLivret.names(name, $0) }) {
            let nearest = NearestMatch.nearest(
                to: name, in: fiches.flatMap { [$0.identifiant] + ($0.numeroFiche.map { [$0] } ?? []) })
            diagnostics.append(
                problem(
                    setting, .livretFicheAbsente, "Le livret « \(setting.nom) » nomme une fiche absente : « \(name) »",
                    hint: nearest.map { "Vouliez-vous dire « \($0) » ?" }))
        }
        let chosen = fiches.indices.filter { setting.selection.contains(fiches[$0], etat: etats[$0]) }
        guard !chosen.isEmpty else {
            diagnostics.append(
                problem(
                    setting, .livretVide, "Aucune fiche ne répond aux conditions du livret « \(setting.nom) »",
                    hint: "Il n’est pas publié"))
            return (nil, diagnostics)
        }
        guard chosen.count <= configuration.livretsMaximum else {
            diagnostics.append(
                problem(
                    setting, .livretTropGrand,
                    "Le livret « \(setting.nom) » aurait \(Typography.grouped(chosen.count)) fiches : il n’est pas publié",
                    hint:
                        "Ajoutez des conditions, ou portez « livrets_maximum » au-delà de \(configuration.livretsMaximum)"
                ))
            return (nil, diagnostics)
        }
        let livret = Livret(
            nom: setting.nom, titre: setting.titre ?? configuration.titre,
            sousTitre: setting.sousTitre ?? (setting.titre == nil ? configuration.sousTitre : nil),
            fiches: sorted(chosen, setting), rectoVerso: setting.rectoVerso)
        return (livret, diagnostics)
    }

    /// Fiches are in the order of their titles already; sorting keeps that order among equals.
    private func sorted(_ chosen: [Int], _ setting: LivretSetting) -> [Int] {
        let keyed = chosen.enumerated().map { (rank: $0, fiche: $1, key: key(of: fiches[$1], setting)) }
        return keyed.sorted { ($0.key, $0.rank) < ($1.key, $1.rank) }.map(\.fiche)
    }

    private func key(of fiche: FicheSummary, _ setting: LivretSetting) -> Int {
        switch setting.ordre {
        case .titre: 0
        case .numero: fiche.numeroFiche.flatMap { Int($0.drop { !$0.isNumber }) } ?? .max
        case .niveau: fiche.niveau?.europe ?? .max
        case .echeance: fiche.dateFin.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? .max
        case .liste: setting.selection.fiches.firstIndex { SelectionDeLivret.names($0, fiche) } ?? .max
        }
    }

    private func problem(
        _ setting: LivretSetting, _ identifier: Diagnostic.Identifier, _ message: String, hint: String?
    ) -> Diagnostic {
        Diagnostic(
            .warning, identifier, message, file: Configuration.fileName, position: setting.position, hint: hint)
    }
}

extension Diagnostic.Identifier {
    public static let livretFicheAbsente: Self = "livret-fiche-absente"
    public static let livretVide: Self = "livret-vide"
    public static let livretTropGrand: Self = "livret-trop-grand"
}
