/// Makes the code of a template, by the rules by which swift-mustache reads it: a tag that stands alone on its line takes the
/// line with it.
///
/// Only what nearly all templates are made of is known here. Any other tag (inheritance, transforms, other delimiters,
/// indented or computed partials) makes no code, and swift-mustache renders the template itself.
struct TemplateCompiler {
    private let bytes: [UInt8]
    private var index = 0

    /// The code of a template; nil when it holds a tag that is not known here.
    static func code(of text: String) -> TemplateCode? {
        let bytes = Array(text.utf8)
        // swift-mustache counts these as ends of lines too.
        guard !bytes.contains(0x0D), !bytes.contains(0x0B), !bytes.contains(0x0C), !text.contains("\u{85}"),
            !text.contains("\u{2028}"), !text.contains("\u{2029}")
        else { return nil }
        var compiler = TemplateCompiler(bytes: bytes)
        // swift-mustache sees our pragma before the text: a tag on the first line does not stand alone.
        let isFresh = compiler.isLineFinished()
        return compiler.code(closing: nil, atLineStart: isFresh)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func code(closing section: String?, atLineStart: Bool) -> TemplateCode? {
        var code = CodeBuilder()
        var isLineStart = atLineStart
        var blanks: ArraySlice<UInt8> = []
        while index < bytes.count {
            if isLineStart { blanks = read { $0 == 0x20 || $0 == 0x09 } }
            let text = readText()
            if index < bytes.count, bytes[index] == 0x0A {
                code.add(blanks + text + [0x0A])
                isLineStart = true
                index += 1
                continue
            }
            if !text.isEmpty {
                code.add(blanks + text)
                blanks = []
                isLineStart = false
            }
            guard index < bytes.count else { break }
            index += 2
            guard index < bytes.count else { return nil }
            let sign = bytes[index]
            var standsAlone = false
            switch sign {
            case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"):
                index += 1
                guard let name = readName() else { return nil }
                standsAlone = isLineStart && isLineFinished()
                if !standsAlone {
                    code.add(blanks)
                    blanks = []
                }
                if sign == UInt8(ascii: "/") { return name == section ? code.finished : nil }
                guard let inner = self.code(closing: name, atLineStart: standsAlone) else { return nil }
                code.add(
                    sign == UInt8(ascii: "#")
                        ? .section(TemplateName(name), inner) : .inverted(TemplateName(name), inner))
            case UInt8(ascii: "!"):
                guard let end = end(from: index) else { return nil }
                index = end + 2
                standsAlone = isLineStart && isLineFinished()
            case UInt8(ascii: "{"), UInt8(ascii: "&"):
                code.add(blanks)
                blanks = []
                index += 1
                guard let name = readName(isTriple: sign == UInt8(ascii: "{")) else { return nil }
                code.add(.unescaped(TemplateName(name)))
            case UInt8(ascii: ">"):
                index += 1
                guard let name = readName(), !name.hasPrefix("*"), blanks.isEmpty else { return nil }
                standsAlone = isLineStart && isLineFinished()
                code.add(.partial(name))
            case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "%"): return nil
            default:
                code.add(blanks)
                blanks = []
                guard let name = readName() else { return nil }
                code.add(.escaped(TemplateName(name)))
            }
            isLineStart = standsAlone
        }
        return section == nil ? code.finished : nil
    }

    // MARK: Bytes

    private mutating func read(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count, belongs(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }

    /// Up to a tag or the end of the line.
    private mutating func readText() -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count, bytes[index] != 0x0A {
            if bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
                break
            }
            index += 1
        }
        return bytes[start..<index]
    }

    /// A name and the end of its tag; nil when it is no plain name.
    private mutating func readName(isTriple: Bool = false) -> String? {
        _ = read { $0 == 0x20 }
        let name = read { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || ".-_?*/".utf8.contains(byte)
        }
        _ = read { $0 == 0x20 }
        let closing = isTriple ? 3 : 2
        guard !name.isEmpty, index + closing <= bytes.count,
            bytes[index..<index + closing].allSatisfy({ $0 == UInt8(ascii: "}") })
        else { return nil }
        index += closing
        return String(decoding: name, as: UTF8.self)
    }

    private func end(from start: Int) -> Int? {
        bytes.indices.dropFirst(start).first {
            bytes[$0] == UInt8(ascii: "}") && $0 + 1 < bytes.count && bytes[$0 + 1] == UInt8(ascii: "}")
        }
    }

    /// Whether nothing but blanks is left of the line, which is then taken too.
    private mutating func isLineFinished() -> Bool {
        if index >= bytes.count { return true }
        var next = index
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        guard next < bytes.count, bytes[next] == 0x0A else { return false }
        index = next + 1
        return true
    }
}

/// Gathers steps, neighbouring texts as one.
private struct CodeBuilder {
    private var code = TemplateCode()
    private var text: [UInt8] = []

    mutating func add(_ bytes: some Sequence<UInt8>) { text += bytes }

    mutating func add(_ step: TemplateCode.Step) {
        close()
        code.steps.append(step)
    }

    private mutating func close() {
        if !text.isEmpty { code.steps.append(.text(text)) }
        text = []
    }

    var finished: TemplateCode {
        var whole = self
        whole.close()
        return whole.code
    }
}
