import Diagnostics
import FicheModel

/// The one date on which everything that depends on today rests.
public struct BuildDate: Equatable, Sendable {
    /// Where the date comes from.
    public enum Origin: String, Sendable {
        case argument = "option --date"
        case configuration = "réglage « date »"
        case environment = "SOURCE_DATE_EPOCH"
        case today = "jour de la construction"
    }

    public let date: CalendarDate
    public let origin: Origin

    /// The first of: the argument, the settings, `SOURCE_DATE_EPOCH`, the present day in Paris.
    init?(argument: CalendarDate?, configuration: CalendarDate?, epoch: String?, now: Int) {
        if let argument {
            (date, origin) = (argument, .argument)
        } else if let configuration {
            (date, origin) = (configuration, .configuration)
        } else if let seconds = epoch.flatMap({ Int($0) }), let day = Self.dayInParis(seconds) {
            (date, origin) = (day, .environment)
        } else if let day = Self.dayInParis(now) {
            (date, origin) = (day, .today)
        } else {
            return nil
        }
    }

    /// The day in Paris at a moment in seconds since 1970, by the rule in force since 1996 (directive 2000/84/CE): summer
    /// time from the last Sunday of March to the last Sunday of October, both at 1:00 UTC. No time zone data is read.
    public static func dayInParis(_ seconds: Int) -> CalendarDate? {
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        guard let year = date(ofDay: day)?.year, let start = lastSunday(of: 3, in: year),
            let end = lastSunday(of: 10, in: year)
        else { return nil }
        let isSummer = seconds >= start * 86_400 + 3_600 && seconds < end * 86_400 + 3_600
        let local = seconds + (isSummer ? 7_200 : 3_600)
        return date(ofDay: Int((Double(local) / 86_400).rounded(.down)))
    }

    /// The number of the day, from 1 January 1970.
    private static func lastSunday(of month: Int, in year: Int) -> Int? {
        // Both months have 31 days; 1 January 1970 was a Thursday.
        let last = dayNumber(year: year, month: month, day: 31)
        return last - ((last + 4) % 7 + 7) % 7
    }

    /// Days since 1 January 1970 of a date of the Gregorian calendar.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(ofDay number: Int) -> CalendarDate? {
        let shifted = number + 719_468
        guard shifted >= 0 else { return nil }
        let era = shifted / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        return CalendarDate(
            year: year + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
            day: dayOfYear - (153 * month + 2) / 5 + 1)
    }
}
