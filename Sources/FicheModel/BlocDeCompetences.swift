/// A part of a certification that can be acquired by itself (Code du travail, art. L. 6113-1).
public struct BlocDeCompetences: Equatable, Sendable {
    /// The order in the table, from 1: with the fiche, the only sure key, for codes are not unique in real data.
    public var numero: Int
    /// `RNCP31387BC01`, as given.
    public var code: String?
    /// True when the source prints only "n°1" and the code was made from it.
    public var codeDerive: Bool
    public var libelle: String
    /// The competences one by one, sub-items after their parent.
    public var competences: [String]
    /// The kinds of assessment one by one.
    public var modalitesEvaluation: [String]
    /// The whole cell as CommonMark, without its sub-heading.
    public var listeCompetences: String?
    public var modalitesEvaluationTexte: String?
    public var prerequisEntree: String?
    public var prerequisValidation: String?
    /// Only where the source divides the bloc (domaine) into unités de compétences.
    public var unites: [UniteDeCompetences]

    public init(
        numero: Int, code: String? = nil, codeDerive: Bool = false, libelle: String, competences: [String] = [],
        modalitesEvaluation: [String] = [], listeCompetences: String? = nil, modalitesEvaluationTexte: String? = nil,
        prerequisEntree: String? = nil, prerequisValidation: String? = nil, unites: [UniteDeCompetences] = []
    ) {
        self.numero = numero
        self.code = code
        self.codeDerive = codeDerive
        self.libelle = libelle
        self.competences = competences
        self.modalitesEvaluation = modalitesEvaluation
        self.listeCompetences = listeCompetences
        self.modalitesEvaluationTexte = modalitesEvaluationTexte
        self.prerequisEntree = prerequisEntree
        self.prerequisValidation = prerequisValidation
        self.unites = unites
    }
}

/// A subdivision of a domaine de compétences in a branch's CQP.
public struct UniteDeCompetences: Equatable, Sendable {
    public var numero: Int?
    public var libelle: String
    public var activites: [String]
    public var competences: [String]

    public init(numero: Int? = nil, libelle: String, activites: [String] = [], competences: [String] = []) {
        self.numero = numero
        self.libelle = libelle
        self.activites = activites
        self.competences = competences
    }
}
