import FicheModel
import JSONText

/// The first file that is read: what there is, and under which names.
enum IndexManifest {
    /// Grows when engines of before could not read what is written.
    static let format = 1

    static func bytes(
        date: CalendarDate, fiches: Int, places: Places, version: String, offer: SearchIndexBuilder.Offer, sections: JSONValue,
        columns: JSONValue
    ) -> [UInt8] {
        JSONWriter.bytes(
            of: [
                "format": .int(format), "date": .string(date.iso), "nombre": .int(fiches),
                "places": .int(places.entries.count), "lexique": .string(version), "extraits": .bool(offer.ficheJSON),
                "blocs": .bool(offer.blocPages), "sections": sections, "colonnes": columns,
            ])
    }
}
