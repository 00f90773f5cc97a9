import Diagnostics
import FrenchText

/// What stands around the fiches of a flow: its head, what lies between two fiches, its foot.
struct FluxFrame {
    /// The name of the flow.
    let path: String
    private(set) var diagnostics: [Diagnostic] = []
    private var head: FluxHead?
    /// The head, and where problems of it stand.
    private var headText = Stretch(bytes: [], position: SourcePosition(line: 1, column: 1))
    private var hasFiches = false
    private var endsUnfinished = false

    init(path: String) { self.path = path }

    /// A part of the flow and where it stands in it.
    private struct Stretch {
        let bytes: [UInt8]
        let position: SourcePosition
    }

    /// `VERSION_FLUX`, once the head was checked.
    var version: String? { head?.version }

    /// Checks what a part shows of the file; false when nothing (more) of the file is to be read.
    mutating func check(_ part: FluxPart) -> Bool {
        let isFiche = !part.piece.isEmpty || part.flaw != nil
        let gap = Stretch(bytes: part.gap, position: part.gapPosition)
        let isFirst = head == nil
        if isFirst {
            let found = FluxHead(part.gap[...])
            (head, headText) = (found, gap)
            guard checkHead(found, hasFiches: isFiche || !part.isFoot) else { return false }
        }
        hasFiches = hasFiches || isFiche
        if part.isFoot {
            if hasFiches {
                if !endsUnfinished { checkFoot(gap) }
            } else {
                reportNoFiche()
            }
            return true
        }
        checkGap(gap, isHead: isFirst)
        endsUnfinished = part.flaw != nil
        if let flaw = part.flaw {
            reportUnfinished(Stretch(bytes: part.piece, position: part.position), flaw)
        }
        return true
    }

    /// False when nothing of the file is to be read.
    private mutating func checkHead(_ head: FluxHead, hasFiches: Bool) -> Bool {
        if let doctype = head.doctype {
            report(
                .error, .doctypeInterdit, "Ce fichier déclare un type de document (DOCTYPE) : il n’est pas lu",
                in: headText, at: doctype,
                hint: "Le flux officiel n’en a pas ; une telle déclaration peut faire lire d’autres fichiers")
            return false
        }
        let isFlow = head.racine == FluxHead.racineAttendue || (head.racine == nil && hasFiches)
        if !isFlow {
            let racine =
                head.racine.map { "La racine de ce XML est « \($0.prefix(60)) »" } ?? "Ce XML n’a pas de racine"
            report(
                .error, .racineInconnue, "\(racine), non « \(FluxHead.racineAttendue) »", in: headText,
                at: head.racineOffset,
                hint: "Seul le flux des répertoires nationaux (export_fiches_…_V4_1_….xml) est lu")
            return false
        }
        guard hasFiches else {
            reportNoFiche()
            return false
        }
        if head.version != FluxHead.versionConnue, !FluxHead.versionsAnterieures.contains(head.version ?? "") {
            let version =
                head.version.map { "La version « \($0.prefix(20)) » du flux n’est pas connue" }
                ?? "Ce flux ne dit pas sa version (VERSION_FLUX)"
            report(
                .warning, .versionFluxInconnue, version, in: headText,
                at: head.versionOffset ?? head.racineOffset,
                hint: "Il est lu comme la version \(FluxHead.versionConnue) ; les éléments inconnus seront signalés")
        }
        return true
    }

    private mutating func reportNoFiche() {
        report(
            .error, .fluxSansFiche, "Ce flux ne contient aucun élément « FICHE »", in: headText,
            at: head?.racineOffset ?? 0)
    }

    private mutating func reportUnfinished(_ piece: Stretch, _ flaw: FluxSplitter.Flaw) {
        let name = FluxRefusal.name(ofPiece: piece.bytes[...])
        switch flaw {
        case .truncated:
            report(
                .error, .ficheTronquee, "\(name) n’est pas terminée : le fichier s’arrête avant « </FICHE> »",
                in: piece, at: 0, leavesOut: true,
                hint: "Téléchargez le fichier de nouveau ; les fiches qui précèdent sont gardées")
        case .overlapped:
            report(
                .error, .ficheTronquee, "\(name) n’est pas terminée : une autre fiche commence avant « </FICHE> »",
                in: piece, at: 0, leavesOut: true, hint: "Les autres fiches sont gardées")
        case .unclosed(let offset):
            report(
                .error, .ficheTronquee,
                "\(name) n’est pas terminée : une section CDATA ou un commentaire n’est pas fermé",
                in: piece, at: offset, leavesOut: true, hint: "Les autres fiches sont gardées")
        case .tooLong:
            report(
                .error, .ficheTropGrande,
                "\(name) est laissée de côté : elle dépasse \(XMLOutline.Limit.length >> 20) Mo",
                in: piece, at: 0, leavesOut: true, hint: "Les autres fiches sont gardées")
        }
    }

    /// Words between two fiches, or beside the version in the head, belong to no fiche: they are reported.
    private mutating func checkGap(_ gap: Stretch, isHead: Bool) {
        // Between most fiches there is nothing but blanks.
        guard gap.bytes.contains(where: { $0 > 0x20 }) else { return }
        var bytes = gap.bytes[...]
        blankMarkup(&bytes)
        if isHead, let version = head?.version, let offset = head?.versionOffset {
            // The version itself is known.
            let end = min(bytes.endIndex, offset + version.utf8.count)
            for index in offset..<max(offset, end) { bytes[index] = 0x20 }
        }
        guard let first = WordScanner.ranges(in: bytes).first else { return }
        let text = Folding.squeezed(String(decoding: bytes, as: UTF8.self))
        report(
            .warning, .texteNonReconnu, "« \(text.prefix(80)) » ne fait partie d’aucune fiche", in: gap,
            at: first.lowerBound)
    }

    private mutating func checkFoot(_ foot: Stretch) {
        checkGap(foot, isHead: false)
        let text = String(decoding: foot.bytes, as: UTF8.self)
        guard head?.racine == FluxHead.racineAttendue, !text.contains("</\(FluxHead.racineAttendue)") else { return }
        report(
            .error, .fluxTronque, "Le fichier s’arrête avant « </\(FluxHead.racineAttendue)> » : il est tronqué",
            in: foot, at: max(0, foot.bytes.count - 1),
            hint: "Téléchargez-le de nouveau ; les fiches lues sont gardées")
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
                untold == 1
                    ? "1 autre problème de ce genre dans ce fichier"
                    : "\(untold) autres problèmes de ce genre dans ce fichier", file: path,
                hint: "Téléchargez le fichier de nouveau s’il est tronqué"))
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ message: String,
        in stretch: Stretch, at offset: Int, leavesOut: Bool = false, hint: String? = nil
    ) {
        guard diagnostics.count(where: { $0.severity == severity }) < Self.limit else {
            untold += 1
            return
        }
        let line = stretch.position.line
        let source = SourceText(stretch.bytes, firstLine: line, hasLineTexts: false)
        let (place, text) = source.place(of: offset)
        let isFirst = place.line == line
        let column = place.column + (isFirst ? stretch.position.column - 1 : 0)
        diagnostics.append(
            Diagnostic(
                severity, identifier, message, file: path, position: SourcePosition(line: place.line, column: column),
                hint: hint, excerpt: isFirst && stretch.position.column > 1 ? nil : text,
                extent: leavesOut ? source.extent(from: stretch.position) : nil))
    }
}
