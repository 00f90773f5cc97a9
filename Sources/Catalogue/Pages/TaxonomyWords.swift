/// How each division of the catalogue is called and explained, with its official source.
struct TaxonomyWords {
    /// The title of its index.
    let titre: String
    /// A sentence on the home page.
    let invitation: String
    /// What the code system is: one sentence or two, as HTML of ours.
    let explication: String

    static func of(_ kind: Taxonomy.Kind) -> TaxonomyWords {
        switch kind {
        case .niveau:
            TaxonomyWords(
                titre: "Niveaux", invitation: "Par niveau du cadre national",
                explication:
                    "Le cadre national des certifications professionnelles compte huit niveaux, selon le savoir-faire, "
                    + "l’autonomie et la responsabilité attendus (décret n°\u{A0}2019-14 du 8\u{A0}janvier 2019, "
                    + "<a href=\"https://www.legifrance.gouv.fr/\">Légifrance</a>).")
        case .rome:
            TaxonomyWords(
                titre: "Métiers", invitation: "Par métier du répertoire ROME",
                explication:
                    "Le ROME, répertoire opérationnel des métiers et des emplois, est tenu par "
                    + "<a href=\"https://www.francetravail.org/opendata/repertoire-operationnel-des-meti.html\">France Travail</a>\u{A0}: "
                    + "chaque fiche métier a un code d’une lettre et quatre chiffres.")
        case .nsf:
            TaxonomyWords(
                titre: "Spécialités de formation", invitation: "Par spécialité de la nomenclature NSF",
                explication:
                    "La NSF, nomenclature des spécialités de formation, classe les formations par domaine\u{A0}; la lettre "
                    + "qui suit le code dit la fonction (décret n°\u{A0}94-522 du 21\u{A0}juin 1994, "
                    + "<a href=\"https://www.legifrance.gouv.fr/\">Légifrance</a>).")
        case .certificateur:
            TaxonomyWords(
                titre: "Certificateurs", invitation: "Par organisme qui délivre la certification",
                explication:
                    "Le certificateur est l’organisme, la branche professionnelle ou le ministère qui délivre la certification "
                    + "et en répond.")
        case .convention:
            TaxonomyWords(
                titre: "Conventions collectives", invitation: "Par branche professionnelle",
                explication:
                    "Une convention collective règle les conditions de travail d’une branche. Son numéro est celui de sa "
                    + "brochure au Journal officiel, ou son IDCC, identifiant de la convention collective "
                    + "(<a href=\"https://www.legifrance.gouv.fr/liste/idcc\">Légifrance</a>).")
        case .type:
            TaxonomyWords(
                titre: "Types de certification", invitation: "Diplôme, titre, certificat de qualification",
                explication:
                    "Le type dit de quelle famille est la certification\u{A0}: diplôme d’un ministère, titre professionnel, "
                    + "titre d’un organisme, certificat de qualification professionnelle (CQP) d’une branche. Son abrégé est "
                    + "celui des "
                    + "<a href=\"https://www.data.gouv.fr/fr/datasets/repertoire-national-des-certifications-professionnelles-et-repertoire-specifique/\">"
                    + "données ouvertes de France compétences</a>.")
        case .etat:
            TaxonomyWords(
                titre: "États", invitation: "En vigueur, échue, remplacée",
                explication:
                    "Une certification est enregistrée pour un temps. Son dernier jour de validité, l’échéance, compte encore\u{A0}; "
                    + "le lendemain elle est échue. Un diplôme d’une certification échue peut parfois encore être délivré."
            )
        case .voie:
            TaxonomyWords(
                titre: "Voies d’accès", invitation: "Par façon de se présenter à la certification",
                explication:
                    "Une certification s’obtient par une ou plusieurs de ces voies, que la fiche énumère avec leur jury "
                    + "(Code du travail, <a href=\"https://www.legifrance.gouv.fr/\">Légifrance</a>).")
        }
    }
}
