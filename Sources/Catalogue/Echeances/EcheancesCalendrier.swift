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
        return lines.flatMap { folded($0) + [0x0D, 0x0A] }
    }

    private static func compact(_ date: CalendarDate) -> String { String(date.iso.filter { $0 != "-" }) }

    /// A TEXT value (RFC 5545, section 3.3.11): control characters have no place in one.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result.append(contentsOf: ["\\", scalar])
            case "\n": result.append(contentsOf: ["\\", "n"])
            case "\t": result.append(" ")
            default: if scalar.value >= 0x20, scalar.value != 0x7F { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// A line cut into pieces of at most 75 octets, none through a character (section 3.1).
    static func folded(_ line: String) -> [UInt8] {
        var result: [UInt8] = []
        var room = 75
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if bytes.count > room {
                result += [0x0D, 0x0A, 0x20]
                room = 74
            }
            result += bytes
            room -= bytes.count
        }
        return result
    }
}
