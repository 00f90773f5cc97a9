/// What a value of the data of a template is, told by its type before it is cast: casts of what is anything are dear.
enum DataKind {
    case truth(Bool)
    case text
    case data([String: Any])
    case dataList([[String: Any]])
    case list([Any])
    case other

    init(_ value: Any) {
        let type = Swift.type(of: value)
        if type == String.self {
            self = .text
        } else if type == Bool.self, let truth = value as? Bool {
            self = .truth(truth)
        } else if type == [String: Any].self, let data = value as? [String: Any] {
            self = .data(data)
        } else if type == [[String: Any]].self, let items = value as? [[String: Any]] {
            self = .dataList(items)
        } else if let truth = value as? Bool {
            self = .truth(truth)
        } else if let data = value as? [String: Any] {
            // Of texts alone, say.
            self = .data(data)
        } else if let items = value as? [Any] {
            self = .list(items)
        } else {
            self = .other
        }
    }

    /// Whether the value is a list, and whether it holds anything; nil for what is no list.
    static func holdsItems(_ value: Any) -> Bool? {
        switch DataKind(value) {
        case .dataList(let items): !items.isEmpty
        case .list(let items): !items.isEmpty
        case .truth, .text, .data, .other: nil
        }
    }
}
