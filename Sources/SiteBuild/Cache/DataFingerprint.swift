import FicheDocument
import FicheModel

extension Packing {
    mutating func put(_ texts: [String]) {
        put(texts.count)
        for text in texts { put(text) }
    }

    /// Adds the data of a template, whatever their order in memory.
    mutating func put(_ data: PageData) {
        put(data.count)
        for (key, value) in data.sorted(by: { $0.key < $1.key }) {
            put(key)
            put(any: value)
        }
    }

    private mutating func put(any value: Any) {
        if let text = value as? String {
            put(text)
        } else if let data = value as? PageData {
            put(data)
        } else if let items = value as? [Any] {
            put(items.count)
            for item in items { put(any: item) }
        } else {
            put(String(describing: value))
        }
    }
}
