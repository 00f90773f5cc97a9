import FrenchText
import Markdown

/// The markup of the source: its Markdown emphasis and links are markup, everything else is text.
enum SourceMarkup {
    /// A text of the source (one paragraph, one item) as inline CommonMark.
    static func inline(_ text: String) -> String {
        HTMLFragment.blocks(html(text)).map(\.text).joined(separator: " ")
    }

    /// A paragraph of the source: one block, or the blocks of the HTML that it holds.
    static func prose(_ text: String) -> [HTMLFragment.Block] {
        let html = html(text)
        let blocks = HTMLFragment.blocks(html)
        guard blocks.contains(where: { $0.kind != .run }) else {
            return [.init(.paragraph, blocks.map(\.text).joined(separator: " "))]
        }
        return HTMLFragment.separatedBlocks(html)
    }

    /// A cell of a list of activités or compétences: its items, also where only line breaks set them apart.
    static func items(_ cell: String) -> [HTMLFragment.Block] {
        blocks(cell).flatMap { block -> [HTMLFragment.Block] in
            let lines = block.text.split(separator: "\n").map {
                $0.hasSuffix("\\") ? String($0.dropLast()) : String($0)
            }
            guard lines.count > 1 else { return [block] }
            // Lines that begin in lower case go on with the line above.
            var items: [String] = []
            for line in lines {
                if !items.isEmpty, line.first?.isUppercase != true {
                    items[items.count - 1] += " " + line
                } else {
                    items.append(line)
                }
            }
            return items.map { HTMLFragment.Block(block.kind, $0) }
        }
    }

    /// A cell of the source as blocks: HTML structure, glued items taken apart.
    static func blocks(_ cell: String) -> [HTMLFragment.Block] { HTMLFragment.separatedBlocks(html(cell)) }

    /// The words on one line without markup: for titles, names and comparisons.
    static func plain(_ text: String) -> String { HTMLFragment.plainText(html(text)) }

    /// The line without the Markdown that makes it a heading or bold as a whole: `## **2.1 – Titre**`.
    static func bare(_ line: String) -> String {
        var text = Folding.squeezed(line)[...]
        let marks = text.prefix { $0 == "#" }
        if (1...6).contains(marks.count), text.dropFirst(marks.count).first == " " {
            text = text.dropFirst(marks.count + 1)
            while text.hasSuffix("#") { text.removeLast() }
        }
        for marker in ["***", "**", "__"] where text.hasPrefix(marker) && text.hasSuffix(marker) {
            let inner = text.dropFirst(marker.count).dropLast(marker.count)
            if !inner.isEmpty, !inner.contains(marker) { return Folding.squeezed(String(inner)) }
        }
        // "**3.1** – Titre", "**3.1 – ** Titre": emphasis in part is no word either.
        return text.contains("**")
            ? Folding.squeezed(String(text).replacing("**", with: "")) : Folding.squeezed(String(text))
    }

    /// The text with its Markdown emphasis and links as HTML, and its line breaks as `<br>`.
    static func html(_ source: String) -> String {
        let text = SourceLinks.html(source)
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: { $0 == "*" || $0 == "\n" || $0 == "\\" || $0 == "]" }) else { return text }
        let closings = lastClosings(scalars)
        // An array: a view of scalars is copied whole for each piece that is added to it.
        var result: [Unicode.Scalar] = []
        var open: [(marker: Int, place: Int)] = []
        var index = 0
        while index < scalars.count {
            switch scalars[index] {
            case "\n":
                result.append(contentsOf: "<br>".unicodeScalars)
                index += 1
            case "\\" where index + 1 < scalars.count && isPunctuation(scalars[index + 1]):
                result.append(contentsOf: reference(scalars[index + 1]).unicodeScalars)
                index += 2
            case "*":
                let length = runLength(scalars, index)
                write(length, at: index, scalars, closings, &open, &result)
                index += length
            default:
                result.append(scalars[index])
                index += 1
            }
        }
        return String(String.UnicodeScalarView(result))
    }

    private static func runLength(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
        var end = index
        while end < scalars.count, scalars[end] == "*" { end += 1 }
        return end - index
    }

    /// Writes a run of `*` as tags where it opens or closes emphasis, else as it stands.
    private static func write(
        _ length: Int, at index: Int, _ scalars: [Unicode.Scalar], _ closings: [Int: Int],
        _ open: inout [(marker: Int, place: Int)], _ result: inout [Unicode.Scalar]
    ) {
        let before = index > 0 ? scalars[index - 1] : " "
        let after = index + length < scalars.count ? scalars[index + length] : " "
        let tags = [1: ["em"], 2: ["strong"], 3: ["strong", "em"]]
        guard let names = tags[length] else {
            result.append(contentsOf: scalars[index..<index + length])
            return
        }
        if let last = open.last, last.marker == length, !before.properties.isWhitespace {
            for name in names.reversed() { result.append(contentsOf: "</\(name)>".unicodeScalars) }
            open.removeLast()
        } else if open.isEmpty, !after.properties.isWhitespace, closings[length, default: 0] > index + length {
            for name in names { result.append(contentsOf: "<\(name)>".unicodeScalars) }
            open.append((length, index))
        } else {
            result.append(contentsOf: scalars[index..<index + length])
        }
    }

    /// Where the last run of one, two and three `*` that may close emphasis stands: one not after a blank.
    private static func lastClosings(_ scalars: [Unicode.Scalar]) -> [Int: Int] {
        var last: [Int: Int] = [:]
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "*" else {
                index += 1
                continue
            }
            let run = runLength(scalars, index)
            if run <= 3, index > 0, !scalars[index - 1].properties.isWhitespace { last[run] = index }
            index += run
        }
        return last
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        (0x21...0x2F).contains(scalar.value) || (0x3A...0x40).contains(scalar.value)
            || (0x5B...0x60).contains(scalar.value)
            || (0x7B...0x7E).contains(scalar.value)
    }

    /// An escaped sign as a reference, so that it stays a sign.
    private static func reference(_ scalar: Unicode.Scalar) -> String { "&#\(scalar.value);" }
}
