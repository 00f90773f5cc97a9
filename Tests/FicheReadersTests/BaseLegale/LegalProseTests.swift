import FicheModel
import Testing

@testable import FicheReaders

@Suite("Dates in the prose of legal texts")
struct LegalProseTests {
    private func dates(_ texte: String) -> [String?] {
        let lu = LegalProse.read(texte, categories: [.autre])
        return [
            lu.dateTexte?.iso, lu.datePublicationJO?.iso, lu.dateEffet?.iso, lu.dateFin?.iso,
            lu.annees.map(String.init),
        ]
    }

    @Test(
        "each date goes where its words say",
        arguments: [
            (
                "Arrêté du 12 mars 2014 publié au Journal Officiel du 1er avril 2014 portant enregistrement. Enregistrement pour trois ans, au niveau IV, avec effet au 12 mai 2013, jusqu'au 1er avril 2017.",
                ["2014-03-12", "2014-04-01", "2013-05-12", "2017-04-01", "3"]
            ),
            (
                "Arrêté du 3 juin 2018 publié au Journal Officiel le 9 juin 2018. Modification du nom de l’autorité.",
                ["2018-06-03", "2018-06-09", nil, nil, nil]
            ),
            (
                "Décret n° 2001-12 du 4 février 2001 modifiant le décret n° 99-1 du 5 mai 1999 (publié au JO du 6 mars 2001). La validité est prorogée jusqu’au 31 décembre 2003.",
                ["2001-02-04", "2001-03-06", nil, "2003-12-31", nil]
            ),
            (
                "Arrêté du 2 janvier 1995 paru au J.O. de la République française n° 12 du 14 janvier 1995, modifié par les arrêtés du :\n\n- 3 mars 1996 publié au Journal Officiel du 9 mars 1996",
                ["1995-01-02", "1995-01-14", nil, nil, nil]
            ),
            (
                "Arrêté du 2 janvier 1995 modifié par l’arrêté du 3 mars 1996 publié au Journal Officiel du 9 mars 1996",
                ["1995-01-02", nil, nil, nil, nil]
            ),
            (
                "Observations : l’homologation prend effet à compter du 1er octobre 1994 et jusqu’au 18 janvier 2005.",
                [nil, nil, "1994-10-01", "2005-01-18", nil]
            ),
            (
                "Arrêté du 08/07/2020 – BO n°30 du 23/07/2020, autorisant un diplôme visé",
                ["2020-07-08", nil, nil, nil, nil]
            ),
            ("Code de l’éducation : articles D643-1 à D643-35-1", [nil, nil, nil, nil, nil]),
            ("Enregistrement pour une durée de 5 ans, à compter du 2 mai 2019", [nil, nil, "2019-05-02", nil, "5"]),
            ("Arrêté du 31 février 2010", [nil, nil, nil, nil, nil]),
        ] as [(String, [String?])])
    func reads(texte: String, expected: [String?]) {
        #expect(dates(texte) == expected)
    }

    @Test("the registration is that of the arrêté that ends last")
    func latest() {
        let textes = [
            "Arrêté du 12 mars 2014. Enregistrement pour trois ans, jusqu'au 1er avril 2017.",
            "Décret n° 2001-12 du 4 février 2001. La validité est prorogée jusqu’au 31 décembre 2030.",
            "Arrêté du 5 mars 2017 publié au JO du 1er avril 2017. Enregistrement pour cinq ans, jusqu'au 1er avril 2022.",
        ].map { LegalProse.read($0, categories: [.creation]) }
        let enregistrement = LegalProse.enregistrement(from: textes)
        #expect(enregistrement.dateFin?.iso == "2022-04-01")
        #expect(enregistrement.dateDecision?.iso == "2017-03-05")
        #expect(enregistrement.annees == 5)
        #expect(enregistrement.deriveDeLaBaseLegale)
        #expect(!LegalProse.enregistrement(from: []).deriveDeLaBaseLegale)
    }
}
