/// The bytes at which the columns of a line stand: counted once, for a line may hold thousands of values.
struct ColumnPlaces {
    private let text: String
    /// The byte at which each column stands whose number is a multiple of `step`.
    private var marks: [Int] = []
    private static let step = 64

    init(_ text: String) {
        self.text = text
        var offset = 0
        for (column, scalar) in text.unicodeScalars.enumerated() {
            if column % Self.step == 0 { marks.append(offset) }
            offset += UTF8.width(scalar)
        }
    }

    /// The byte, from 0, of a column, from 0; the end of the line for a column behind it.
    func offset(ofColumn column: Int) -> Int {
        guard column > 0 else { return 0 }
        guard column / Self.step < marks.count else { return text.utf8.count }
        let start = marks[column / Self.step]
        let rest = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: start)...]
        return rest.prefix(column % Self.step).reduce(start) { $0 + UTF8.width($1) }
    }
}
