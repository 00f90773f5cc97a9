import FicheModel
import FrenchText

/// What a Mustache template gets: text, truths, numbers, lists and dictionaries, nothing to reflect on.
public typealias PageData = [String: Any]

extension PageData {
    /// Sets `key` only when there is a value, so that a section of a template is left out when there is none.
    mutating func set(_ key: String, _ value: String?) {
        if let value, !value.isEmpty { self[key] = value }
    }

    /// Also sets `a_<key>`, for what a template prints once around the list.
    mutating func set(_ key: String, _ value: [Any]) {
        guard !value.isEmpty else { return }
        self[key] = value
        self["a_" + key] = true
    }

    mutating func set(_ key: String, _ value: PageData?) {
        if let value, !value.isEmpty { self[key] = value }
    }

    /// A text of the fiche as HTML.
    mutating func set(texte key: String, _ commonMark: String?, titres: Int) {
        guard let commonMark else { return }
        set(key, TexteHTML.html(commonMark, titres: titres))
    }
}

/// Small pieces of French that several parts of a page share.
enum Phrases {
    /// "1 bloc", "7 blocs": the French plural begins at two.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(Typography.grouped(number))\u{A0}\(number >= 2 ? many : one)"
    }

    /// "pour 5 ans".
    static func years(_ number: Int) -> String { count(number, "an", "ans") }

    /// "RNCP 31387": the number as people read it.
    static func numero(_ numero: String) -> String {
        guard let known = Repertoire.parse(numero) else { return numero }
        let prefix = known.repertoire.rawValue
        return "\(prefix)\u{A0}\(known.numero.dropFirst(prefix.count))"
    }

    /// The time between two days in its largest unit: "3 ans", "5 mois", "12 jours".
    static func duration(from start: CalendarDate, to end: CalendarDate) -> String {
        var months = (end.year - start.year) * 12 + end.month - start.month
        if end.day < start.day { months -= 1 }
        if months >= 24 { return years(months / 12) }
        if months >= 12 { return months == 12 ? "un an" : "un an et \(months - 12)\u{A0}mois" }
        if months >= 1 { return "\(months)\u{A0}mois" }
        let days = end.dayNumber - start.dayNumber
        return days == 0 ? "aujourd’hui" : count(days, "jour", "jours")
    }

    /// A date as an HTML element.
    static func time(_ date: CalendarDate) -> String { "<time datetime=\"\(date.iso)\">\(date.inFull)</time>" }

    /// "87,5 %".
    static func rate(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let text = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10),\(abs(tenths % 10))"
        return "\(text)\u{A0}%"
    }

    /// The texts one after the other with commas, the last with "et".
    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " et " + last
    }

    /// The first letter as a capital.
    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension CalendarDate {
    /// Days since 1 January of the year 1, for differences.
    var dayNumber: Int {
        let beforeYear = (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400
        let starts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        return beforeYear + starts[month - 1] + (leap && month > 2 ? 1 : 0) + day
    }
}
