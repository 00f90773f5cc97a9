/// A template as steps that write bytes: what swift-mustache would print, without the text, the dynamic casts and the copies
/// that it makes for each tag.
struct TemplateCode: Sendable {
    /// One step.
    enum Step: Sendable {
        case text([UInt8])
        case escaped(TemplateName)
        case unescaped(TemplateName)
        case section(TemplateName, TemplateCode)
        case inverted(TemplateName, TemplateCode)
        /// Another template, by its name.
        case partial(String)
    }

    var steps: [Step] = []

    /// The names of the templates that this one calls.
    var partials: Set<String> {
        steps.reduce(into: []) { names, step in
            switch step {
            case .partial(let name): names.insert(name)
            case .section(_, let code), .inverted(_, let code): names.formUnion(code.partials)
            case .text, .escaped, .unescaped: break
            }
        }
    }

    /// The first keys of all names, of the template without those that it calls; "" for the current item.
    var keys: Set<String> {
        steps.reduce(into: []) { keys, step in
            switch step {
            case .escaped(let name), .unescaped(let name): keys.insert(name.path.first ?? "")
            case .section(let name, let code), .inverted(let name, let code):
                keys.insert(name.path.first ?? "")
                keys.formUnion(code.keys)
            case .text, .partial: break
            }
        }
    }

    /// Whether the template, without those that it calls, looks for a key.
    func names(_ key: String) -> Bool {
        steps.contains { step in
            switch step {
            case .escaped(let name), .unescaped(let name): name.path.first == key
            case .section(let name, let code), .inverted(let name, let code):
                name.path.first == key || code.names(key)
            case .text, .partial: false
            }
        }
    }
}

/// Which value a tag names.
struct TemplateName: Equatable, Sendable {
    /// The keys from outside to inside; none for the current item itself.
    let path: [String]
    /// True when the first key is looked for in the current item alone, not in what is around it.
    let isLocal: Bool

    /// A name as templates write it: `titre`, `site.titre`, `.titre`, `.`.
    init(_ text: String) {
        isLocal = text.hasPrefix(".")
        path = text.split(separator: ".").map(String.init)
    }
}
