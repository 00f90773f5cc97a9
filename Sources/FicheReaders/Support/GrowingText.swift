extension Optional where Wrapped == String {
    /// Adds a piece in place: a copy of what is there for each piece would take the square of the whole.
    mutating func grow(with piece: String, after separator: String) {
        grow { text in
            text += separator + piece
        } orBeginWith: {
            piece
        }
    }

    /// Changes the text in place where there is one.
    mutating func grow(_ change: (inout String) -> Void, orBeginWith first: () -> String) {
        guard var text = take() else {
            self = first()
            return
        }
        change(&text)
        self = text
    }
}
