/// The words of French dates and small numbers, as legal prose writes them.
public enum FrenchCalendar {
    /// The months in order, as they are printed.
    public static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    /// The month, 1 to 12, of a name in any case, with or without accents; also the usual abbreviations ("janv.", "sept.").
    public static func month(named name: String) -> Int? {
        var key = Folding.key(name)
        if key.hasSuffix(".") { key.removeLast() }
        if let exact = months.firstIndex(where: { Folding.key($0) == key }) { return exact + 1 }
        return abbreviations[key]
    }

    /// The value of a number written in letters ("cinq" gives 5), from 1 to 20, or in digits.
    public static func number(named name: String) -> Int? {
        let key = Folding.key(name)
        if let digits = Int(key), digits >= 0 { return digits }
        return numbers.firstIndex(of: key).map { $0 + 1 } ?? (key == "une" ? 1 : nil)
    }

    private static let abbreviations = [
        "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]

    private static let numbers = [
        "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
        "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
    ]
}
