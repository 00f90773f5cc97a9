import Diagnostics
import FrenchText

/// What stands around the fiches of a flow: its head, what lies between two fiches, its foot.
struct FluxFrame {
    let document: SourceDocument
    let head: FluxHead
    private(set) var diagnostics: [Diagnostic] = []

    init(document: SourceDocument, head: FluxHead) {
        self.document = document
        self.head = head
    }

    /// False when nothing of the file is to be read.
    mutating func checkHead(hasFiches: Bool) -> Bool {
        if let doctype = head.doctype {
            report(
                .error, .doctypeInterdit, "Ce fichier déclare un type de document (DOCTYPE) : il n’est pas lu",
                at: doctype,
                hint: "Le flux officiel n’en a pas ; une telle déclaration peut faire lire d’autres fichiers")
            return false
        }
        let isFlow = head.racine == FluxHead.racineAttendue || (head.racine == nil && hasFiches)
        if !isFlow {
            let racine =
                head.racine.map { "La racine de ce XML est « \($0.prefix(60)) »" } ?? "Ce XML n’a pas de racine"
            report(
                .error, .racineInconnue, "\(racine), non « \(FluxHead.racineAttendue) »", at: head.racineOffset,
                hint: "Seul le flux des répertoires nationaux (export_fiches_…_V4_1_….xml) est lu")
            return false
        }
        guard hasFiches else {
            report(.error, .fluxSansFiche, "Ce flux ne contient aucun élément « FICHE »", at: head.racineOffset)
            return false
        }
        if head.version != FluxHead.versionConnue {
            let version =
                head.version.map { "La version « \($0.prefix(20)) » du flux n’est pas connue" }
                ?? "Ce flux ne dit pas sa version (VERSION_FLUX)"
            report(
                .warning, .versionFluxInconnue, version, at: head.versionOffset ?? head.racineOffset,
                hint: "Il est lu comme la version \(FluxHead.versionConnue) ; les éléments inconnus seront signalés")
        }
        return true
    }

    mutating func reportUnfinished(_ range: Range<Int>, _ flaw: FluxSplitter.Flaw) {
        let name = FluxRefusal.name(ofPiece: document.text.bytes[range])
        switch flaw {
        case .truncated:
            report(
                .error, .ficheTronquee, "\(name) n’est pas terminée : le fichier s’arrête avant « </FICHE> »",
                at: range.lowerBound, hint: "Téléchargez le fichier de nouveau ; les fiches qui précèdent sont gardées")
        case .overlapped:
            report(
                .error, .ficheTronquee, "\(name) n’est pas terminée : une autre fiche commence avant « </FICHE> »",
                at: range.lowerBound, hint: "Les autres fiches sont gardées")
        case .unclosed(let offset):
            report(
                .error, .ficheTronquee,
                "\(name) n’est pas terminée : une section CDATA ou un commentaire n’est pas fermé",
                at: offset, hint: "Les autres fiches sont gardées")
        }
    }

    /// Words between two fiches, or beside the version in the head, belong to no fiche: they are reported.
    mutating func checkGap(_ range: Range<Int>) {
        var bytes = document.text.bytes[range]
        blankMarkup(&bytes)
        if let version = head.version, let offset = head.versionOffset, range.contains(offset) {
            // The version itself is known.
            let end = min(range.upperBound, offset + version.utf8.count)
            for index in offset..<max(offset, end) { bytes[index] = 0x20 }
        }
        guard let first = WordScanner.ranges(in: bytes).first else { return }
        let text = Folding.squeezed(String(decoding: bytes, as: UTF8.self))
        report(
            .warning, .texteNonReconnu, "« \(text.prefix(80)) » ne fait partie d’aucune fiche",
            at: range.lowerBound + first.lowerBound)
    }

    mutating func checkFoot(_ range: Range<Int>) {
        checkGap(range)
        let text = String(decoding: document.text.bytes[range], as: UTF8.self)
        guard head.racine == FluxHead.racineAttendue, !text.contains("</\(FluxHead.racineAttendue)") else { return }
        report(
            .error, .fluxTronque, "Le fichier s’arrête avant « </\(FluxHead.racineAttendue)> » : il est tronqué",
            at: max(0, document.text.bytes.count - 1), hint: "Téléchargez-le de nouveau ; les fiches lues sont gardées")
    }

    /// Tags, comments and instructions as blanks, in place.
    private func blankMarkup(_ bytes: inout ArraySlice<UInt8>) {
        var closing: [UInt8]?
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if closing == nil, bytes[index] == UInt8(ascii: "<") {
                let rest = bytes[index...]
                closing = Array(
                    (rest.starts(with: "<!--".utf8) ? "-->" : rest.starts(with: "<?".utf8) ? "?>" : ">").utf8)
            }
            if let mark = closing {
                if bytes[index...].starts(with: mark) {
                    for offset in mark.indices { bytes[index + offset] = 0x20 }
                    index += mark.count
                    closing = nil
                    continue
                }
                bytes[index] = 0x20
            }
            index += 1
        }
    }

    /// How many problems of the frame are told one by one; what is left is counted.
    private static let limit = 100
    private var untold = 0

    /// Says how many problems were not told.
    mutating func finish() {
        guard untold > 0 else { return }
        diagnostics.append(
            Diagnostic(
                diagnostics.hasErrors ? .error : .warning, .fluxTronque,
                "\(untold) autres problèmes de ce genre dans ce fichier", file: document.path,
                hint: "Téléchargez le fichier de nouveau s’il est tronqué"))
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String, at offset: Int,
        hint: String? = nil
    ) {
        guard diagnostics.count(where: { $0.severity == severity }) < Self.limit else {
            untold += 1
            return
        }
        let (position, excerpt) = document.text.place(of: offset)
        diagnostics.append(
            Diagnostic(
                severity, identifier, message, file: document.path, position: position, hint: hint, excerpt: excerpt))
    }
}
