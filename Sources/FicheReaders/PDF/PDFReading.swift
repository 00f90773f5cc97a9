import Diagnostics
import FicheModel

/// Reads a PDF through its text. Each way of laying the text out is read; the reading that understood most is kept.
struct PDFReading {
    let extraction: PDFExtraction
    let path: String
    /// Reads a text as any other document.
    let read: (_ text: [UInt8]) -> ReadResult

    static func isPDF(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(1024).drop { $0 <= 0x20 || $0 >= 0x80 }.starts(with: Array("%PDF-".utf8))
    }

    func result(of pdf: [UInt8]) -> ReadResult {
        var best: (worth: Worth, mode: PDFExtraction.Mode, result: ReadResult)?
        for mode in PDFExtraction.Mode.allCases {
            let text: [UInt8]
            do throws(PDFExtraction.Failure) {
                text = try extraction.text(pdf, mode)
            } catch {
                return ReadResult(diagnostics: [Self.diagnostic(of: error, path)])
            }
            guard text.contains(where: { $0 > 0x20 }) else { return ReadResult(diagnostics: [withoutText]) }
            let result = read(text)
            let worth = Worth(result)
            if let current = best, !(current.worth < worth) { continue }
            best = (worth, mode, result)
        }
        guard let best else { return ReadResult() }
        var result = best.result
        if !result.diagnostics.isEmpty {
            let command = (["pdftotext"] + [best.mode.rawValue].filter { !$0.isEmpty }).joined(separator: " ")
            result.diagnostics.append(
                Diagnostic(
                    .note, .texteDuPDF, "Les lignes citées sont celles du texte que « \(command) » tire de ce PDF",
                    file: path))
        }
        return result
    }

    /// How well a reading went: greater is better.
    struct Worth: Comparable {
        private let figures: [Int]
        /// A field more is worth as much as so many words lost: one that is there by mistake does not outweigh a passage.
        private static let wordsOfAField = 20

        init(_ result: ReadResult) {
            let fiches = result.fiches.map(\.fiche)
            let fields = fiches.reduce(0) { sum, fiche in sum + Champ.allCases.count { fiche.states($0) } }
            let blocs = fiches.reduce(0) { $0 + $1.blocsCompetences.count }
            let lost = fiches.reduce(0) { $0 + $1.source.couverture.nonReconnus }
            let problems = { (severity: Diagnostic.Severity) in
                result.diagnostics.count { $0.severity == severity && $0.identifier != .texteNonReconnu }
            }
            // A reading that had to place the limit of columns by itself comes after one that saw it.
            let uncertain = result.diagnostics.count { $0.identifier == .colonneIncertaine }
            figures = [
                min(1, fiches.count), -problems(.error), blocs, -uncertain, fields * Self.wordsOfAField - lost,
                -problems(.warning),
            ]
        }

        static func < (left: Worth, right: Worth) -> Bool { left.figures.lexicographicallyPrecedes(right.figures) }
    }

    private var withoutText: Diagnostic {
        Diagnostic(
            .error, .pdfSansTexte, "Ce PDF ne contient pas de texte : ses pages sont sans doute des images", file: path,
            hint: "Passez-le par une reconnaissance de caractères, ou demandez le document d’origine")
    }

    private static func diagnostic(of failure: PDFExtraction.Failure, _ path: String) -> Diagnostic {
        switch failure {
        case .toolMissing:
            Diagnostic(
                .error, .outilManquant, "Lire un PDF demande « pdftotext », qui n’est pas installé", file: path,
                hint: "Installez le paquet « poppler-utils » (Debian, Ubuntu : sudo apt-get install poppler-utils)")
        case .outOfBounds:
            Diagnostic(
                .error, .pdfIllisible, "La lecture de ce PDF a été arrêtée : elle durait trop ou donnait trop de texte",
                file: path, hint: "Enregistrez ce PDF à nouveau, ou n’en gardez que les pages de la fiche")
        case .locked:
            Diagnostic(
                .error, .pdfIllisible, "Ce PDF est protégé : son texte ne peut pas être lu", file: path,
                hint: "Enregistrez-le sans mot de passe ni restriction de copie")
        case .damaged(let words):
            Diagnostic(
                .error, .pdfIllisible, "Ce PDF ne peut pas être lu (\(words.prefix(200)))", file: path,
                hint: "Le fichier est peut-être tronqué : téléchargez-le ou enregistrez-le à nouveau")
        }
    }
}

extension Diagnostic.Identifier {
    /// A program of the machine is needed and is not there: the command ends with status 69.
    public static let outilManquant: Self = "outil-manquant"
    public static let pdfSansTexte: Self = "pdf-sans-texte"
    public static let pdfIllisible: Self = "pdf-illisible"
    public static let texteDuPDF: Self = "texte-du-pdf"
    public static let documentBureautique: Self = "document-bureautique"
}
