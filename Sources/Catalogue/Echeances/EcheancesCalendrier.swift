import FicheModel

/// `echeances.ics`: the deadlines for a calendar (RFC 5545), each a whole day.
public enum EcheancesCalendrier {
    /// The calendar of all échéances that are still to come, with their reminders.
    ///
    /// `DTSTAMP` is the date of the build. An échéance that is moved gives events with other UIDs, so that none ever
    /// needs a sequence number.
    public static func bytes(_ model: CatalogueModel) -> [UInt8] {
        let name = "Échéances, \(model.configuration.titre)"
        var lines: [String] = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parchemin//Echeances//FR", "CALSCALE:GREGORIAN",
            "NAME:\(escaped(name))", "X-WR-CALNAME:\(escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        ]
        let host = model.configuration.url.map { $0.origin.split(separator: "/").last.map { "@\($0)" } ?? "" } ?? ""
        for moment in Echeances(model).duCalendrier {
            let words = EcheanceWords(moment, model)
            lines += [
                "BEGIN:VEVENT", "UID:\(words.cle)\(host)", "DTSTAMP:\(compact(model.date))T000000Z",
                "DTSTART;VALUE=DATE:\(compact(moment.date))", "SUMMARY:\(escaped(words.titre))",
                "DESCRIPTION:\(escaped(words.description))",
            ]
            if let url = model.configuration.url { lines.append("URL:\(url.absolute(words.fiche.adresse))") }
            lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        var result: [UInt8] = []
        for line in lines {
            append(folded: line, to: &result)
            result += [0x0D, 0x0A]
        }
        return result
    }

    private static func compact(_ date: CalendarDate) -> String { String(date.iso.filter { $0 != "-" }) }

    /// A TEXT value (RFC 5545, section 3.3.11): control characters have no place in one.
    static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): result += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): result += "\\n".utf8
            case UInt8(ascii: "\t"): result.append(0x20)
            default: if byte >= 0x20, byte != 0x7F { result.append(byte) }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A line cut into pieces of at most 75 octets, none through a character (section 3.1).
    static func folded(_ line: String) -> [UInt8] {
        var result: [UInt8] = []
        append(folded: line, to: &result)
        return result
    }

    private static func append(folded line: String, to result: inout [UInt8]) {
        var line = line
        line.withUTF8 { bytes in
            var start = 0
            var room = 75
            while true {
                var end = min(start + room, bytes.count)
                if end < bytes.count { while bytes[end] & 0xC0 == 0x80 { end -= 1 } }
                result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
                start = end
                if start == bytes.count { return }
                result += [0x0D, 0x0A, 0x20]
                room = 74
            }
        }
    }
}
