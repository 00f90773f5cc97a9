import FrenchText
import JSONText
import SiteBuild

/// What a build cost, in aligned words and as JSON. It says times: never the same twice, and nothing of it goes into the site.
struct BuildMeasuresText {
    let measures: BuildMeasures
    let files: Int
    let bytes: Int
    let written: Int
    let writtenBytes: Int
    let usage: ProcessUsage?

    /// - Returns: nil where nothing was measured.
    init?(_ report: BuildReport, usage: ProcessUsage?) {
        guard let measures = report.measures else { return nil }
        self.measures = measures
        (files, bytes) = (report.outputs.count, report.files.bytes)
        (written, writtenBytes) = (report.files.written, report.files.writtenBytes)
        self.usage = usage
    }

    /// For people: what took time, then what takes room.
    var human: String {
        [
            summary, stages, natures, section("Pages les plus lourdes", measures.largestPages, Typography.size),
            section("Autres fichiers les plus lourds", measures.largestFiles, Typography.size),
            section("Listes les plus longues", measures.longestLists) {
                "\(Typography.grouped($0)) \($0 >= 2 ? "fiches" : "fiche")"
            },
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var summary: String {
        var rows = [["Durée", Typography.duration(measures.times.total)]]
        if let usage {
            let processor = Typography.duration(usage.user + usage.system)
            rows.append(["Processeur", "\(processor), dont \(Typography.duration(usage.system)) pour le système"])
            rows.append(["Mémoire au plus haut", Typography.size(usage.peakMemory)])
        }
        if files > 0, bytes > 0 {
            rows.append(["Site", Self.amount(files, bytes)])
            rows.append(["Écrit", Self.amount(written, writtenBytes)])
        }
        return TextTable.columns(rows)
    }

    private var stages: String {
        let total = max(1, measures.times.total)
        let rows = measures.times.all.map { stage, nanoseconds in
            [stage.rawValue, Typography.duration(nanoseconds), Self.share(nanoseconds, of: total)]
        }
        return TextTable.columns([["Étape", "durée", "part"]] + rows, right: 1...2)
    }

    /// The kinds of outputs that took time or room; none where outputs were not looked at one by one. Times are those of all
    /// threads together.
    private var natures: String {
        guard !measures.natures.isEmpty else { return "" }
        let time = measures.natures.reduce(0) { $0 + $1.nanoseconds }
        let room = measures.natures.reduce(0) { $0 + $1.bytes }
        let shown = measures.natures.filter { $0.nanoseconds * 100 > time || $0.bytes * 100 > room }
        let rows = shown.map { nature in
            let row = [
                nature.name, Typography.grouped(nature.outputs), Typography.size(nature.bytes),
                nature.made == 0 ? "" : Typography.grouped(nature.made),
            ]
            guard nature.made > 0, let slowest = nature.slowest else { return row + ["", "", "", ""] }
            return row + [
                Typography.duration(nature.nanoseconds), Typography.duration(nature.nanoseconds / nature.made),
                Typography.duration(slowest.nanoseconds), slowest.path,
            ]
        }
        return TextTable.columns(
            [["Gabarit ou fichier", "nombre", "taille", "rendus", "temps", "chacun", "au plus", ""]] + rows,
            right: 1...6)
    }

    private func section(_ title: String, _ entries: [SizedPath], _ words: (Int) -> String) -> String {
        guard !entries.isEmpty else { return "" }
        return title + "\n" + TextTable.columns(entries.map { [words($0.size), $0.path] }, right: 0...0)
    }

    private static func amount(_ files: Int, _ bytes: Int) -> String {
        "\(Typography.grouped(files)) \(files >= 2 ? "fichiers" : "fichier"), \(Typography.size(bytes))"
    }

    private static func share(_ part: Int, of total: Int) -> String {
        "\(Typography.tenths((part * 1000 + total / 2) / total))\u{A0}%"
    }
}

extension BuildMeasuresText {
    /// For programs: times in milliseconds, sizes in bytes.
    var json: JSONValue {
        [
            "duree_ms": Self.milliseconds(measures.times.total),
            "processeur_ms": usage.map { Self.milliseconds($0.user + $0.system) } ?? .null,
            "processeur_systeme_ms": usage.map { Self.milliseconds($0.system) } ?? .null,
            "memoire_maximale": .optional(usage?.peakMemory),
            "octets_du_site": .int(bytes), "octets_ecrits": .int(writtenBytes),
            "etapes": .array(
                measures.times.all.map { stage, nanoseconds -> JSONValue in
                    ["etape": .string(stage.rawValue), "duree_ms": Self.milliseconds(nanoseconds)]
                }),
            "gabarits": .array(measures.natures.map(Self.json)),
            "pages_les_plus_lourdes": Self.json(measures.largestPages, "octets"),
            "fichiers_les_plus_lourds": Self.json(measures.largestFiles, "octets"),
            "listes_les_plus_longues": Self.json(measures.longestLists, "fiches"),
        ]
    }

    private static func json(_ nature: BuildMeasures.Nature) -> JSONValue {
        [
            "nom": .string(nature.name), "nombre": .int(nature.outputs), "octets": .int(nature.bytes),
            "rendus": .int(nature.made), "duree_ms": milliseconds(nature.nanoseconds),
            "plus_long": nature.slowest.map { slowest -> JSONValue in
                ["chemin": .string(slowest.path), "duree_ms": milliseconds(slowest.nanoseconds)]
            } ?? .null,
        ]
    }

    private static func json(_ entries: [SizedPath], _ unit: String) -> JSONValue {
        .array(entries.map { .object([.init("chemin", .string($0.path)), .init(unit, .int($0.size))]) })
    }

    private static func milliseconds(_ nanoseconds: Int) -> JSONValue {
        .number(Double((nanoseconds + 500) / 1000) / 1000)
    }
}
