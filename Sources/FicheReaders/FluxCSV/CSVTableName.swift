import FrenchText

/// The ten files of the official CSV export.
enum CSVTableName: String, CaseIterable, Sendable {
    case standard, blocs, ccn, certificateurs, formacode, nsf, partenaires, rome, voies, lignee

    /// The table that a file name names. Only its ASCII letters count: the accents of `Blocs_De_Compétences` and
    /// `VoixdAccès` arrive composed, decomposed, or as whatever an unpacking tool made of them.
    static func named(by path: String) -> CSVTableName? {
        let name = (path.split(separator: "/").last ?? "").lowercased()
        guard name.hasSuffix(".csv") else { return nil }
        let letters = String(decoding: name.utf8.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
        let marks: [(String, CSVTableName)] = [
            ("ancienne", .lignee), ("blocs", .blocs), ("certificateurs", .certificateurs), ("formacode", .formacode),
            ("partenaires", .partenaires), ("standard", .standard), ("voixdacc", .voies), ("voiesdacc", .voies),
            ("csvccn", .ccn), ("csvnsf", .nsf), ("csvrome", .rome),
        ]
        guard letters.contains("export"), letters.contains("fiches") else { return nil }
        return marks.first { letters.contains($0.0) }?.1
    }

    /// The table whose columns a head has.
    static func recognised(by columns: [String]) -> CSVTableName? {
        guard columns.contains("numero_fiche") else { return nil }
        return allCases.first { table in table.columns.dropFirst().contains { columns.contains($0) } }
    }

    /// The columns as published, folded: those without which the table says nothing.
    var columns: [String] {
        switch self {
        case .standard:
            [
                "numero_fiche", "intitule", "id_fiche", "abrege_libelle", "abrege_intitule",
                "nomenclature_europe_niveau", "nomenclature_europe_intitule", "accessible_nouvelle_caledonie",
                "accessible_polynesie_francaise", "date_dernier_jo", "date_decision", "date_fin_enregistrement",
                "date_effet", "type_enregistrement", "validation_partielle", "actif",
            ]
        case .blocs: ["numero_fiche", "bloc_competences_code", "bloc_competences_libelle"]
        case .ccn:
            [
                "numero_fiche", "ccn_1_numero", "ccn_1_libelle", "ccn_2_numero", "ccn_2_libelle", "ccn_3_numero",
                "ccn_3_libelle",
            ]
        case .certificateurs: ["numero_fiche", "nom_certificateur", "siret_certificateur"]
        case .formacode: ["numero_fiche", "formacode_code", "formacode_libelle"]
        case .nsf: ["numero_fiche", "nsf_code", "nsf_intitule"]
        case .partenaires: ["numero_fiche", "nom_partenaire", "siret_partenaire", "habilitation_partenaire"]
        case .rome: ["numero_fiche", "codes_rome_code", "codes_rome_libelle"]
        case .voies: ["numero_fiche", "si_jury"]
        case .lignee: ["numero_fiche", "ancienne_certification", "nouvelle_certification"]
        }
    }

    /// What it holds, as a message says it.
    var contenu: String {
        switch self {
        case .standard: "les fiches elles-mêmes (« Standard »)"
        case .blocs: "les blocs de compétences"
        case .ccn: "les conventions collectives"
        case .certificateurs: "les certificateurs"
        case .formacode: "les formacodes"
        case .nsf: "les codes NSF"
        case .partenaires: "les partenaires"
        case .rome: "les codes ROME"
        case .voies: "les voies d’accès"
        case .lignee: "les anciennes et nouvelles certifications"
        }
    }
}
