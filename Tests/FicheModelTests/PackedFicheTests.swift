import Testing

@testable import FicheModel

/// A packed fiche comes back as it was; bytes that are not whole give none.
struct PackedFicheTests {
    /// A fiche in which every field has a value.
    static func full() throws -> Fiche {
        let day = try #require(CalendarDate(year: 2024, month: 2, day: 29))
        var source = SourceFiche(fichier: "fiches/é.md", format: .fluxXML)
        (source.idFiche, source.versionFlux, source.dateDesDonnees) = ("12", "V4.1", day)
        source.couverture.repris = 300
        source.couverture.miseEnPage = [("pied", 2), ("titre", 4)]
        source.couverture.nonReconnus = 1
        source.couverture.passages = [Couverture.Passage(ligne: 7, texte: "reste")]
        var fiche = Fiche(identifiant: "rncp1", intitule: "Conducteur « é »", source: source)
        fiche.numeroFiche = "RNCP1"
        fiche.repertoire = .rncp
        fiche.abrege = CodeLibelle(code: "TP", libelle: "Titre", libelleDerive: true)
        fiche.etatFiche = "Publiée"
        fiche.actif = false
        fiche.niveau = Niveau(europe: 5, nomenclature1969: "III", deriveDe: "III")
        let code = CodeLibelle(code: "K2401", libelle: "Recherche", libelleDerive: true)
        (fiche.codesNSF, fiche.codesROME, fiche.formacodes) = ([code], [code, code], [code])
        (fiche.conventions, fiche.codesIDCC) = ([code], [code])
        fiche.certificateurs = [
            Certificateur(
                nom: "A", nomCommercial: "B", siret: "1", qualiteSignataire: "D", siteInternet: "https://a.test",
                etat: "Actif",
                dateDerniereModificationEtat: day)
        ]
        fiche.partenaires = [
            Partenaire(
                nom: "P", siret: "2", habilitation: "H", etat: "Actif", dateActif: day,
                dateDerniereModificationEtat: day)
        ]
        for (place, texte) in Fiche.champsTexte.enumerated() { fiche[keyPath: texte.chemin] = "texte \(place)" }
        fiche.dureeValidite = "3"
        fiche.validationPartielle = ValidationPartielle(possible: true, perimetre: "tout")
        fiche.blocsCompetences = [
            BlocDeCompetences(
                numero: 2, code: "BC02", codeDerive: true, libelle: "Bloc", competences: ["c"],
                modalitesEvaluation: ["m"],
                listeCompetences: "- c", modalitesEvaluationTexte: "m", prerequisEntree: "e", prerequisValidation: "v",
                unites: [UniteDeCompetences(numero: 1, libelle: "U", activites: ["a"], competences: ["b"])])
        ]
        fiche.validiteComposantes = ValiditeComposantes(texte: "illimitée", annees: 5)
        for code in CodeVoieAcces.allCases {
            fiche.voiesAcces[code] = VoieAcces(
                ouverte: code == .vae, compositionJury: "jury", depuis: 2002, dateDerniereModification: day)
        }
        (fiche.accessibleNouvelleCaledonie, fiche.accessiblePolynesieFrancaise) = (true, false)
        fiche.correspondances = [
            Correspondance(blocs: ["1"], ficheCible: "RNCP2", blocsCibles: ["2"], intituleCible: "Autre")
        ]
        fiche.baseLegale = [
            TexteLegal(
                categories: [.creation, .vae], texte: "arrêté", dateTexte: day, datePublicationJO: day, dateEffet: day,
                dateFin: day, annees: 3)
        ]
        var enregistrement = Enregistrement()
        enregistrement.type = "Enregistrement de droit"
        (enregistrement.dateDecision, enregistrement.dateEffet, enregistrement.dateFin) = (day, day, day)
        (enregistrement.dateLimiteDelivrance, enregistrement.datePublicationJO) = (day, day)
        (enregistrement.dateDernierJO, enregistrement.dateDePublication, enregistrement.annees) = (day, day, 3)
        (enregistrement.anneesPromotionsNiveau, enregistrement.deriveDeLaBaseLegale) = ([2023, 2024], true)
        fiche.enregistrement = enregistrement
        var promotion = StatistiquesPromotion(annee: 2023)
        (promotion.nombreCertifies, promotion.nombreCertifiesVAE) = (12, 0)
        (promotion.tauxInsertionGlobal6Mois, promotion.tauxInsertionMetier6Mois) = (87.5, 0.1)
        promotion.tauxInsertionMetier2Ans = 100
        fiche.statistiquesPromotions = [promotion]
        fiche.lienURLDescription = ["https://b.test"]
        fiche.siteInternetAutorite = "https://c.test"
        fiche.anciennesCertifications = [CertificationLiee(numeroFiche: "RNCP0", intitule: "Avant")]
        fiche.nouvellesCertifications = [CertificationLiee(numeroFiche: "RNCP9", intitule: "Après")]
        let document = DocumentReference(
            identifiant: "d", titre: "T", nature: "N", couverture: ["c"],
            elements: [
                .titre(niveau: 2, numero: "1.1", texte: "t", ancre: "a"), .texte("x"),
                .tableau(entete: ["h"], lignes: [["1", "2"], []]),
            ], notes: [DocumentReference.Note(numero: 1, texte: "note")])
        fiche.documents = [DocumentLie(nature: "N", titre: "T", url: "documents/d/", contenu: document)]
        fiche.alias = ["ancien"]
        fiche.brouillon = true
        return fiche
    }

    @Test func everyFieldComesBack() throws {
        let fiche = try Self.full()
        let read = try #require(Fiche(packed: fiche.packed))
        #expect(read == fiche)
        #expect(read.json == fiche.json)
    }

    @Test func anEmptyFicheComesBack() throws {
        let fiche = Fiche(identifiant: "a", intitule: "", source: SourceFiche(fichier: "", format: .csv))
        #expect(Fiche(packed: fiche.packed) == fiche)
    }

    /// A field that is added to a type and not to its packing would be lost without a word: here it shows, because it has no
    /// value in the full fiche.
    @Test func theFullFicheLeavesNothingOut() throws { #expect(try Self.empty(in: Self.full(), "fiche") == []) }

    private static func empty(in value: Any, _ path: String) -> [String] {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            return mirror.children.first.map { empty(in: $0.value, path) } ?? [path]
        case .collection, .dictionary:
            // The second row of the table is empty on purpose.
            if mirror.children.isEmpty { return path.hasSuffix("lignes") ? [] : [path] }
            return mirror.children.flatMap { empty(in: $0.value, path) }
        default: return mirror.children.flatMap { empty(in: $0.value, path + "." + ($0.label ?? "")) }
        }
    }

    @Test func damagedBytesGiveNoFiche() throws {
        let bytes = try Self.full().packed
        for length in stride(from: 0, to: bytes.count, by: 7) { #expect(Fiche(packed: Array(bytes[..<length])) == nil) }
        #expect(Fiche(packed: bytes + [0]) == nil)
        for place in stride(from: 0, to: bytes.count, by: 3) {
            var damaged = bytes
            damaged[place] ^= 0xFF
            // Whatever comes of it, it ends.
            _ = Fiche(packed: damaged)
        }
    }
}
