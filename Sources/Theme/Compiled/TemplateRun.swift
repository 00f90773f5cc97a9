import MarkupText

/// Fills templates with data.
struct TemplateRun {
    /// The templates that can be called.
    private let programs: [String: TemplateProgram]
    /// The items from outside to inside, and the names that each has: none for a text or a number.
    private var items: [Any]
    private var names: [[String: Any]]
    private var output: [UInt8] = []

    /// The bytes of a template filled with `data`.
    static func bytes(_ program: TemplateProgram, _ data: [String: Any], programs: [String: TemplateProgram]) -> [UInt8]
    {
        var run = TemplateRun(programs: programs, data: data)
        run.output.reserveCapacity(32_768)
        run.write(program, program.steps.indices)
        return run.output
    }

    private init(programs: [String: TemplateProgram], data: [String: Any]) {
        self.programs = programs
        items = [data]
        names = [data]
    }

    private mutating func write(_ program: TemplateProgram, _ range: Range<Int>) {
        var place = range.lowerBound
        while place < range.upperBound {
            let step = program.steps[place]
            place += 1
            switch step.operation {
            case .text:
                output.append(contentsOf: UnsafeBufferPointer(rebasing: program.texts[step.operand..<step.end]))
            case .escaped: if let value = value(program.names[step.operand]) { write(value, isEscaped: true) }
            case .unescaped: if let value = value(program.names[step.operand]) { write(value, isEscaped: false) }
            case .section:
                if let value = value(program.names[step.operand]) { section(value, program, place..<step.end) }
                place = step.end
            case .inverted:
                inverted(value(program.names[step.operand]), program, place..<step.end)
                place = step.end
            case .partial:
                if let called = programs[program.partials[step.operand]] { write(called, called.steps.indices) }
            }
        }
    }

    // MARK: Sections

    private mutating func section(_ value: Any, _ program: TemplateProgram, _ range: Range<Int>) {
        switch DataKind(value) {
        case .truth(let truth): if truth { write(program, range) }
        case .data(let data): write(program, range, inside: data, names: data)
        case .dataList(let items): for item in items { write(program, range, inside: item, names: item) }
        case .list(let items):
            for item in items {
                if case .data(let data) = DataKind(item) {
                    write(program, range, inside: data, names: data)
                } else {
                    write(program, range, inside: item)
                }
            }
        case .text, .other: write(program, range, inside: value)
        }
    }

    private mutating func inverted(_ value: Any?, _ program: TemplateProgram, _ range: Range<Int>) {
        guard let value else { return write(program, range) }
        let isEmpty: Bool
        switch DataKind(value) {
        case .truth(let truth):
            if !truth { write(program, range) }
            return
        case .dataList(let items): isEmpty = items.isEmpty
        case .list(let items): isEmpty = items.isEmpty
        case .text, .data, .other: isEmpty = false
        }
        // For the library the empty list is then the current item.
        if isEmpty { write(program, range, inside: [Any]()) }
    }

    private mutating func write(
        _ program: TemplateProgram, _ range: Range<Int>, inside item: Any, names: [String: Any] = [:]
    ) {
        items.append(item)
        self.names.append(names)
        write(program, range)
        items.removeLast()
        self.names.removeLast()
    }

    // MARK: Values

    private mutating func write(_ value: Any, isEscaped: Bool) {
        if !isEscaped, type(of: value) == RenderedText.self, let rendered = value as? RenderedText {
            output += rendered.bytes
            return
        }
        let text = value as? String ?? String(describing: value)
        if isEscaped {
            HTMLText.append(escaped: text, to: &output)
        } else {
            output += text.utf8
        }
    }

    private func value(_ name: TemplateName) -> Any? {
        guard let first = name.path.first else { return items.last }
        var found: Any?
        var level = names.count - 1
        let outermost = name.isLocal ? level : 0
        while level >= outermost, level >= 0, found == nil {
            if !names[level].isEmpty { found = names[level][first] }
            level -= 1
        }
        guard name.path.count > 1 else { return found }
        for key in name.path.dropFirst() {
            guard let inner = (found as? [String: Any])?[key] else { return nil }
            found = inner
        }
        return found
    }
}
