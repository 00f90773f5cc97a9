import Testing

@testable import FicheModel

@Suite("Code lists")
struct CodeListsTests {
    let lists = CodeLists()

    @Test(
        "Every list is embedded, sorted by the bytes of its codes, without a code twice", arguments: CodeList.allCases)
    func embedded(list: CodeList) {
        let codes = lists.entries(of: list).map { Array($0.code.utf8) }
        #expect(!codes.isEmpty)
        for (before, after) in zip(codes, codes.dropFirst()) {
            #expect(before.lexicographicallyPrecedes(after), "\(String(decoding: after, as: UTF8.self)) in \(list)")
        }
    }

    @Test("Binary search finds every code of every list", arguments: [CodeList.rome, .nsfLibelles, .idcc])
    func everyCodeIsFound(list: CodeList) {
        for entry in lists.entries(of: list) {
            let found =
                switch list {
                case .rome: lists.rome(entry.code)
                case .idcc: lists.idcc(entry.code)
                default: lists.nsf(entry.code)
                }
            #expect(found == entry.libelle, "\(entry.code)")
        }
    }

    @Test("ROME: the label of version 3 wins, codes of version 4 alone are known, domains have labels")
    func rome() {
        #expect(lists.rome("A1101") == "Conduite d'engins agricoles et forestiers")
        #expect(lists.rome(" a1101 ") == "Conduite d'engins agricoles et forestiers")
        #expect(lists.rome("A1102") == "Conducteur / Conductrice d'engins d'exploitation forestière")
        #expect(lists.rome("Z9999") == nil)
        #expect(lists.rome("") == nil)
        #expect(lists.domaineROME("A1101")?.code == "A11")
        #expect(lists.domaineROME("A1101")?.libelle == "Engins agricoles et forestiers")
        #expect(lists.grandDomaineROME("A1101")?.code == "A")
    }

    @Test("NSF: labels of the registers, then of the group; an unknown letter gives nothing")
    func nsf() {
        #expect(lists.nsf("111f") == "Sciences des matériaux, physique-chimie des procédés industriels")
        #expect(lists.nsf("111F") == lists.nsf("111f"))
        #expect(lists.nsf("251b") == "Mécanique générale et de précision, usinage")
        #expect(lists.nsf("111k") == nil)
        #expect(lists.nsf("999") == nil)
        #expect(lists.groupeNSF("251w")?.libelle == "Mécanique générale et de précision, usinage")
        #expect(lists.domaineNSF("251w")?.libelle == "Mécanique, électricité, électronique")
        #expect(lists.lettreNSF("251w") == "Commercialisation")
        #expect(lists.lettreNSF("251") == nil)
        #expect(lists.groupeNSF("25") == nil)
    }

    @Test("Levels: a numeral of 1969 that meant two levels of 2019 gives none")
    func levels() {
        #expect(lists.niveau2019(fromNumeral1969: "III") == 5)
        #expect(lists.niveau2019(fromNumeral1969: "v") == 3)
        #expect(lists.niveau2019(fromNumeral1969: "V bis") == 2)
        #expect(lists.niveau2019(fromNumeral1969: "I") == nil)
        #expect(lists.niveau2019(fromNumeral1969: "IX") == nil)
        #expect(lists.nomenclature1969(of: 6) == "II")
        #expect(lists.nomenclature1969(of: 2) == nil)
        #expect(lists.niveau(7) == "Niveau 7")
        for numeral in ["V", "IV", "III", "II", "I"] {
            #expect(Niveau.derived(fromNumeral: numeral).europe == lists.niveau2019(fromNumeral1969: numeral))
        }
    }

    @Test("Agreements with leading zeros, abbreviations in any case, routes by their key")
    func others() {
        #expect(lists.idcc("1044") == "Convention collective nationale de l'horlogerie")
        #expect(lists.idcc("0016") == lists.idcc("16"))
        #expect(lists.idcc("0") == nil)
        #expect(lists.abrege("CQP") == "Certificat de Qualification Professionnelle")
        #expect(lists.abrege("cqp") == "Certificat de Qualification Professionnelle")
        #expect(lists.abrege("XYZ") == nil)
        #expect(lists.voieAcces("VAE") == "Par expérience")
    }

    @Test("The nearest code is offered for one that does not exist")
    func nearest() {
        #expect(lists.nearest(to: "251ww", in: .nsf)?.code == "251w")
        #expect(lists.nearest(to: "DEUTS", in: .abreges)?.code == "DEUST")
        #expect(lists.nearest(to: "azertyuiop", in: .rome) == nil)
    }

    @Test("A site's own rows are added, and win")
    func overrides() {
        let text = "\u{FEFF}# nos libellés\r\nZ0001\tMétier d’essai\r\nA1101\tAutre libellé\n\nsans tabulation\n"
        let (own, diagnostics) = lists.adding(text, file: "listes/rome.tsv")
        #expect(own.rome("Z0001") == "Métier d’essai")
        #expect(own.rome("A1101") == "Autre libellé")
        #expect(own.rome("A1201") == lists.rome("A1201"))
        #expect(lists.rome("Z0001") == nil)
        #expect(diagnostics.map(\.identifier.rawValue) == ["ligne-de-codes-illisible"])
        #expect(diagnostics.first?.position?.line == 5)
        #expect(diagnostics.first?.excerpt == "sans tabulation")
    }

    @Test("A file that names no list is reported with the nearest name")
    func unknownList() {
        let (_, diagnostics) = lists.adding("A\tB\n", file: "listes/rom.tsv")
        #expect(diagnostics.map(\.identifier.rawValue) == ["liste-de-codes-inconnue"])
        #expect(diagnostics.first?.hint?.contains("rome.tsv") == true)
    }
}
