import FrenchText

/// A day of the Gregorian calendar, without time nor time zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1000...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// A date as sources write it: `2018-08-07`, `07/08/2018`, `07-08-2018`, `7 août 2018`, `1er janvier 2020`.
    public init?(_ text: String) {
        let key = Folding.key(text)
        let parts = key.split(whereSeparator: { $0 == "-" || $0 == "/" || $0 == " " }).map(String.init)
        guard parts.count == 3 else { return nil }
        if parts[0].utf8.count == 4, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) {
            self.init(year: year, month: month, day: day)
        } else if let year = Int(parts[2]), let day = Int(parts[0] == "1er" ? "1" : parts[0]),
            let month = Int(parts[1]) ?? FrenchCalendar.month(named: parts[1])
        {
            self.init(year: year, month: month, day: day)
        } else {
            return nil
        }
    }

    /// `AAAA-MM-JJ` (ISO 8601).
    public var iso: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

    /// In full: "7 août 2018", "1er janvier 2020", with no-break spaces.
    public var inFull: String {
        "\(day == 1 ? "1er" : String(day))\u{A0}\(FrenchCalendar.months[month - 1])\u{A0}\(year)"
    }

    /// The same day `count` months later (earlier when negative), the last of the month where that month is shorter.
    public func adding(months count: Int) -> CalendarDate {
        let index = year * 12 + (month - 1) + count
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
        return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? self
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
