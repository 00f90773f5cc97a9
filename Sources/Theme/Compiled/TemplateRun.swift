import MarkupText

/// Fills templates with data.
struct TemplateRun {
    /// The templates that can be called.
    private let codes: [String: TemplateCode]
    /// From outside to inside.
    private var stack: [Any]
    private var output: [UInt8] = []

    /// The bytes of a template filled with `data`.
    static func bytes(_ code: TemplateCode, _ data: [String: Any], codes: [String: TemplateCode]) -> [UInt8] {
        var run = TemplateRun(codes: codes, data: data)
        run.output.reserveCapacity(16_384)
        run.write(code)
        return run.output
    }

    private init(codes: [String: TemplateCode], data: [String: Any]) {
        self.codes = codes
        stack = [data]
    }

    private mutating func write(_ code: TemplateCode) {
        for step in code.steps {
            switch step {
            case .text(let bytes): output += bytes
            case .escaped(let name): if let value = value(name) { write(value, isEscaped: true) }
            case .unescaped(let name): if let value = value(name) { write(value, isEscaped: false) }
            case .section(let name, let inner): section(value(name), inner)
            case .inverted(let name, let inner): inverted(value(name), inner)
            case .partial(let name): if let called = codes[name] { write(called) }
            }
        }
    }

    private mutating func section(_ value: Any?, _ code: TemplateCode) {
        guard let value else { return }
        if let truth = value as? Bool {
            if truth { write(code) }
        } else if value is String || value is [String: Any] {
            write(code, inside: value)
        } else if let items = value as? [[String: Any]] {
            for item in items { write(code, inside: item) }
        } else if let items = value as? [String] {
            for item in items { write(code, inside: item) }
        } else if let items = value as? [Any] {
            for item in items { write(code, inside: item) }
        } else {
            write(code, inside: value)
        }
    }

    private mutating func write(_ code: TemplateCode, inside item: Any) {
        stack.append(item)
        write(code)
        stack.removeLast()
    }

    private mutating func inverted(_ value: Any?, _ code: TemplateCode) {
        guard let value else { return write(code) }
        if let truth = value as? Bool {
            if !truth { write(code) }
        } else if !(value is String), !(value is [String: Any]), let items = value as? [Any], items.isEmpty {
            // For the library the empty list is then the current item.
            write(code, inside: items)
        }
    }

    private mutating func write(_ value: Any, isEscaped: Bool) {
        let text = value as? String ?? String(describing: value)
        if isEscaped {
            HTMLText.append(escaped: text, to: &output)
        } else {
            output += text.utf8
        }
    }

    private func value(_ name: TemplateName) -> Any? {
        guard let first = name.path.first else { return stack.last }
        var found: Any?
        if name.isLocal {
            found = (stack.last as? [String: Any])?[first]
        } else {
            var level = stack.count - 1
            while level >= 0, found == nil {
                found = (stack[level] as? [String: Any])?[first]
                level -= 1
            }
        }
        guard name.path.count > 1 else { return found }
        for key in name.path.dropFirst() {
            guard let inner = (found as? [String: Any])?[key] else { return nil }
            found = inner
        }
        return found
    }
}
