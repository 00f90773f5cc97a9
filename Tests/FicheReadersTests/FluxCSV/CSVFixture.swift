import FicheModel

@testable import FicheReaders

/// The ten exports, written for the tests: invented certifications in the shape of the official CSV.
enum CSVFixture {
    static let date = "2026_08_16"

    static let standardHead = [
        "Id_Fiche", "Numero_Fiche", "Intitule", "Abrege_Libelle", "Abrege_Intitule", "Nomenclature_Europe_Niveau",
        "Nomenclature_Europe_Intitule", "Accessible_Nouvelle_Caledonie", "Accessible_Polynesie_Francaise",
        "Date_dernier_jo", "Date_Decision", "Date_Fin_Enregistrement", "Date_Effet", "Type_Enregistrement",
        "Validation_Partielle", "Actif",
    ]

    /// The rows of each file by the middle of its name; the first row is the head.
    static let tables: [String: [[String]]] = [
        "Standard": [
            standardHead,
            [
                "7", "RNCP99001", "Facteur de \"cerfs-volants\"", "TP", "Titre professionnel", "NIV4", "Niveau 4",
                "Oui",
                "Non", "02/03/2024", "", "31/08/2029", "01/09/2024", "Enregistrement sur demande", "", "ACTIVE",
            ],
            [
                "8", "RS9902", "Nouer ;\r\ndénouer", "", "", "", "", "", "", "", "", "", "", "", "Oui", "INACTIVE",
            ],
        ],
        "Blocs_De_Compétences": [
            ["Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"],
            ["RNCP99001", "RNCP99001BC02", "Régler la bride"], ["RNCP99001", "RNCP99001BC01", "Couper la toile"],
        ],
        "CCN": [
            [
                "Numero_Fiche", "Ccn_1_Numero", "Ccn_1_Libelle", "Ccn_2_Numero", "Ccn_2_Libelle", "Ccn_3_Numero",
                "Ccn_3_Libelle",
            ],
            ["RNCP99001", "3105", "Jeux et jouets", "", "", "3117", "Voiles"],
        ],
        "Certificateurs": [
            ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"],
            ["RNCP99001", "\t01234567890123", "ATELIER DES VENTS"], ["RS9902", "", "LIGUE DU NŒUD"],
        ],
        "Formacode": [
            ["Numero_Fiche", "Formacode_Code", "Formacode_Libelle"], ["RNCP99001", "45012", "45012 : Toile"],
        ],
        "Nsf": [["Numero_Fiche", "Nsf_Code", "Nsf_Intitule"], ["RNCP99001", "251w", "251w : Mécanique ; voiles"]],
        "Partenaires": [
            ["Numero_Fiche", "Nom_Partenaire", "Siret_Partenaire", "Habilitation_Partenaire"],
            ["RS9902", "ÉCOLE DU FIL", "\t98765432109876", "HABILITATION_ORGA_FORM"],
        ],
        "Rome": [
            ["Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"],
            ["RNCP99001", "H1102", "Ingénierie d''affaires"],
        ],
        "VoixdAccès": [
            ["Numero_Fiche", "Si_Jury"], ["RNCP99001", "Par expérience"],
            ["RNCP99001", "En contrat d’apprentissage"],
            ["RNCP99001", "Après un parcours de formation sous statut d’élève ou d’étudiant"],
            ["RS9902", "Après un parcours de formation continue"], ["RS9902", "En contrat de professionnalisation"],
            ["RS9902", "Par candidature individuelle"],
        ],
        "Ancienne_Nouvelle_Certification": [
            ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"],
            ["RNCP99001", "RNCP98001", "RS9902"],
        ],
    ]

    static func text(_ rows: [[String]], end: String = "\r\n") -> String {
        rows.map { row in
            row.map {
                $0.isEmpty
                    ? ""
                    : "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                        + "\""
            }
            .joined(separator: ";") + end
        }.joined()
    }

    static func files(_ changed: [String: [[String]]] = [:], end: String = "\r\n") -> [CSVSet.File] {
        tables.merging(changed) { $1 }.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map {
            CSVSet.File(
                path: "csv/export_fiches_CSV_\($0.key)_\(date).csv", bytes: Array(text($0.value, end: end).utf8))
        }
    }

    static func read(_ changed: [String: [[String]]] = [:]) -> ReadResult { CSVSet(path: "csv").read(files(changed)) }
}
