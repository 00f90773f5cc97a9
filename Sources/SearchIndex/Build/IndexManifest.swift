import FicheModel
import JSONText

/// The first file that is read: what there is, and under which names.
enum IndexManifest {
    /// Grows when engines of before could not read what is written.
    static let format = 3

    static func bytes(
        date: CalendarDate, fiches: Int, version: String, offer: SearchIndexBuilder.Offer,
        facts: IndexFacts
    ) -> [UInt8] {
        JSONWriter.bytes(
            of: [
                "format": .int(format), "date": .string(date.iso), "nombre": .int(fiches), "lexique": .string(version),
                "extraits": .bool(offer.ficheJSON), "blocs": .bool(offer.blocPages),
                "communs": .string(facts.rows.shared),
                "fiches": .string(facts.rows.places),
                "sections": .array(
                    facts.rows.sections.map { section in
                        [
                            "prefixe": .string(section.prefixe), "premiers": .string(section.premiers),
                            "groupes": .string(section.groupes),
                        ]
                    }), "colonnes": .object(facts.columns.map { .init($0.column, .string($0.hash)) }),
            ])
    }
}
