/// The code of a template as one row of small steps, its texts and names beside it.
///
/// They lie in memory of its own, which is never changed: many threads run one program, and counting who holds an array at
/// each step would have them wait for each other.
final class TemplateProgram: @unchecked Sendable {
    enum Operation: Sendable { case text, escaped, unescaped, section, inverted, partial }

    /// One step. What its numbers say depends on the operation.
    struct Step: Sendable {
        let operation: Operation
        /// For a text where it begins in `texts`; else the place of the name.
        let operand: Int
        /// For a text where it ends in `texts`; for a section the step behind it.
        var end: Int
    }

    let steps: UnsafeBufferPointer<Step>
    let texts: UnsafeBufferPointer<UInt8>
    let names: UnsafeBufferPointer<TemplateName>
    /// The names of the templates that it calls.
    let partials: UnsafeBufferPointer<String>

    init(_ code: TemplateCode) {
        var parts = Parts()
        parts.add(code)
        steps = Self.kept(parts.steps)
        texts = Self.kept(parts.texts)
        names = Self.kept(parts.names)
        partials = Self.kept(parts.partials)
    }

    deinit {
        Self.release(steps)
        Self.release(texts)
        Self.release(names)
        Self.release(partials)
    }

    private static func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = memory.initialize(from: elements)
        return UnsafeBufferPointer(memory)
    }

    private static func release<Element>(_ elements: UnsafeBufferPointer<Element>) {
        let memory = UnsafeMutableBufferPointer(mutating: elements)
        memory.deinitialize()
        memory.deallocate()
    }

    private struct Parts {
        var steps: [Step] = []
        var texts: [UInt8] = []
        var names: [TemplateName] = []
        var partials: [String] = []

        mutating func add(_ code: TemplateCode) {
            for step in code.steps {
                switch step {
                case .text(let bytes):
                    let start = texts.count
                    texts += bytes
                    steps.append(Step(operation: .text, operand: start, end: texts.count))
                case .escaped(let name): add(.escaped, name)
                case .unescaped(let name): add(.unescaped, name)
                case .section(let name, let inner): add(.section, name, inner)
                case .inverted(let name, let inner): add(.inverted, name, inner)
                case .partial(let name):
                    steps.append(Step(operation: .partial, operand: partials.count, end: 0))
                    partials.append(name)
                }
            }
        }

        private mutating func add(_ operation: Operation, _ name: TemplateName, _ inner: TemplateCode? = nil) {
            let place = steps.count
            steps.append(Step(operation: operation, operand: names.count, end: 0))
            names.append(name)
            if let inner { add(inner) }
            steps[place].end = steps.count
        }
    }
}
