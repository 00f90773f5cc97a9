import FicheModel
import JSONText

/// Writes the values of fields one under the other, as the words of an account.
struct FieldValues {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// The values of a field, without its repetitions.
    mutating func add(_ champ: Champ, of fiche: Fiche) {
        switch champ {
        case .blocsCompetences: for bloc in fiche.blocsCompetences { add(bloc) }
        case .certificateurs: for certificateur in fiche.certificateurs { add(certificateur) }
        case .partenaires: for partenaire in fiche.partenaires { add(partenaire) }
        case .voiesAcces:
            for code in CodeVoieAcces.allCases {
                let voie = fiche.voiesAcces[code]
                add(voie.compositionJury)
                add(voie.depuis)
                add(voie.dateDerniereModification)
            }
        case .baseLegale: for texte in fiche.baseLegale { add(texte) }
        default: add(fiche.json(of: champ))
        }
    }

    /// What the JSON of a field gives a second time: the items of a cell that it gives whole, too.
    mutating func addRepetitions(_ champ: Champ, of fiche: Fiche) {
        guard champ == .blocsCompetences else { return }
        for bloc in fiche.blocsCompetences {
            if bloc.listeCompetences != nil { add(bloc.competences) }
            if bloc.modalitesEvaluationTexte != nil { add(bloc.modalitesEvaluation) }
        }
    }

    private mutating func add(_ bloc: BlocDeCompetences) {
        add(bloc.code)
        add(bloc.libelle)
        if bloc.listeCompetences == nil { add(bloc.competences) }
        add(bloc.listeCompetences)
        if bloc.modalitesEvaluationTexte == nil { add(bloc.modalitesEvaluation) }
        add(bloc.modalitesEvaluationTexte)
        add(bloc.prerequisEntree)
        add(bloc.prerequisValidation)
        add(bloc.numero)
        for unite in bloc.unites {
            add(unite.numero)
            add(unite.libelle)
            add(unite.activites)
            add(unite.competences)
        }
    }

    private mutating func add(_ certificateur: Certificateur) {
        add(certificateur.siret)
        add(certificateur.nom)
        add(certificateur.nomCommercial)
        add(certificateur.siteInternet)
        add(certificateur.etat)
        add(certificateur.dateDerniereModificationEtat)
        add(certificateur.qualiteSignataire)
    }

    private mutating func add(_ partenaire: Partenaire) {
        add(partenaire.nom)
        add(partenaire.siret)
        add(partenaire.habilitation)
        add(partenaire.etat)
        add(partenaire.dateActif)
        add(partenaire.dateDerniereModificationEtat)
    }

    private mutating func add(_ texte: TexteLegal) {
        add(texte.texte)
        add(texte.datePublicationJO)
        for categorie in texte.categories { add(categorie.rawValue) }
        add(texte.dateTexte)
        add(texte.dateEffet)
        add(texte.dateFin)
        add(texte.annees)
    }

    // MARK: Values

    private mutating func add(_ text: String?) {
        guard let text else { return }
        bytes.append(contentsOf: text.utf8)
        bytes.append(0x0A)
    }

    private mutating func add(_ texts: [String]) { for text in texts { add(text) } }

    private mutating func add(_ number: Int?) { if let number { add(String(number)) } }

    /// In the spelling of the flow, `JJ/MM/AAAA`: the same words as in ISO 8601.
    private mutating func add(_ date: CalendarDate?) {
        guard let date else { return }
        for (number, width) in [(date.day, 2), (date.month, 2), (date.year, 4)] {
            let digits = String(number)
            for _ in digits.utf8.count..<max(width, digits.utf8.count) { bytes.append(UInt8(ascii: "0")) }
            bytes.append(contentsOf: digits.utf8)
            bytes.append(0x0A)
        }
    }

    private mutating func add(_ value: JSONValue) {
        switch value {
        case .string(let text): add(text)
        case .int(let number): add(number)
        case .number: add(JSONWriter.text(of: value))
        case .array(let elements): for element in elements { add(element) }
        case .object(let members): for member in members { add(member.value) }
        case .null, .bool: break
        }
    }
}
