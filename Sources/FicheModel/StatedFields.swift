import JSONText

extension Fiche {
    /// True when the fiche says something of a field; where it was read says nothing of the certification.
    public func states(_ champ: Champ) -> Bool {
        if champ == .source { return false }
        let value = json(of: champ)
        if case .bool = value { return true }
        return !Self.isSilent(value)
    }

    /// True when a value says nothing: an object all of whose values say nothing, too.
    private static func isSilent(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .bool(false): true
        case .array(let elements): elements.isEmpty
        case .object(let members): members.allSatisfy { isSilent($0.value) }
        default: false
        }
    }
}
