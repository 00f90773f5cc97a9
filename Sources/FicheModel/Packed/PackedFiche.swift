extension Fiche {
    /// The fiche as bytes of our own, with its source and its linked documents.
    public var packed: [UInt8] {
        var copy = self
        return Packing.bytes { copy.carry(&$0) }
    }

    /// The fiche of such bytes; nil when they are damaged.
    public init?(packed bytes: [UInt8]) {
        let blank = Fiche(identifiant: "", intitule: "", source: SourceFiche(fichier: "", format: .markdown))
        let read = Packing.read(bytes) { packing in
            var fiche = blank
            fiche.carry(&packing)
            return fiche
        }
        guard let read else { return nil }
        self = read
    }

    private mutating func carry(_ packing: inout Packing) {
        packing.text(&identifiant)
        packing.text(&numeroFiche)
        packing.optional(&repertoire, .rncp) { $0.word(&$1) }
        packing.optional(&abrege, .blank) { $1.carry(&$0) }
        packing.text(&intitule)
        packing.text(&etatFiche)
        packing.truth(&actif)
        packing.optional(&niveau, Niveau()) { $1.carry(&$0) }
        for codes in Self.codes { packing.list(&self[keyPath: codes], .blank) { $1.carry(&$0) } }
        packing.list(&certificateurs, Certificateur(nom: "")) { $1.carry(&$0) }
        packing.list(&partenaires, Partenaire(nom: "")) { $1.carry(&$0) }
        for texte in Self.champsTexte { packing.text(&self[keyPath: texte.chemin]) }
        packing.text(&dureeValidite)
        packing.optional(&validationPartielle, ValidationPartielle()) { $1.carry(&$0) }
        packing.list(&blocsCompetences, BlocDeCompetences(numero: 0, libelle: "")) { $1.carry(&$0) }
        packing.optional(&validiteComposantes, ValiditeComposantes(texte: "")) { $1.carry(&$0) }
        voiesAcces.carry(&packing)
        packing.truth(&accessibleNouvelleCaledonie)
        packing.truth(&accessiblePolynesieFrancaise)
        packing.list(&correspondances, Correspondance(blocs: [], ficheCible: "", blocsCibles: [])) { $1.carry(&$0) }
        packing.list(&baseLegale, TexteLegal(categories: [], texte: "")) { $1.carry(&$0) }
        enregistrement.carry(&packing)
        packing.list(&statistiquesPromotions, StatistiquesPromotion(annee: 0)) { $1.carry(&$0) }
        packing.texts(&lienURLDescription)
        packing.text(&siteInternetAutorite)
        packing.list(&anciennesCertifications, CertificationLiee()) { $1.carry(&$0) }
        packing.list(&nouvellesCertifications, CertificationLiee()) { $1.carry(&$0) }
        packing.list(&documents, DocumentLie(nature: "", titre: "", url: "")) { $1.carry(&$0) }
        source.carry(&packing)
        packing.texts(&alias)
        packing.truth(&brouillon)
    }

    private static let codes: [WritableKeyPath<Fiche, [CodeLibelle]> & Sendable] = [
        \.codesNSF, \.codesROME, \.formacodes, \.conventions, \.codesIDCC,
    ]
}
