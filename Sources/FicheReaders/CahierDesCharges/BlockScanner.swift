import FrenchText

/// Cuts the body of a document into blocks: headings, paragraphs, items, tables, notes.
struct BlockScanner {
    private let lines: [SourceLine]
    private let outline: OutlineRule
    private let width: Int?
    private var blocks: [CahierBlock] = []
    private var previousPath: [NumberedHeading.Style: [Int]] = [:]
    /// The last line was blank: what comes now begins a block of its own.
    private var afterBlank = true
    /// The emphasis of the text with which the last line ended.
    private var emphasis = RunningEmphasis()

    static func blocks(of lines: [SourceLine], entries: [NumberedHeading]) -> [CahierBlock] {
        var scanner = BlockScanner(lines, entries)
        scanner.run()
        return scanner.blocks
    }

    private init(_ lines: [SourceLine], _ entries: [NumberedHeading]) {
        self.lines = lines
        outline = OutlineRule(entries: entries)
        width = LineWrapping.width(of: lines)
    }

    private mutating func run() {
        for index in lines.indices {
            let line = lines[index]
            let bare = SourceMarkup.bare(line.text)
            if bare.isEmpty {
                afterBlank = true
                continue
            }
            if TableLine.isSeparator(line) {
                markHead()
            } else {
                read(line, bare, at: index)
            }
            afterBlank = false
        }
    }

    private mutating func read(_ line: SourceLine, _ bare: String, at index: Int) {
        let before = emphasis
        emphasis = RunningEmphasis()
        if let note = NoteCalls.definition(line.text) {
            blocks.append(.init(kind: .note(note.numero), text: note.rest, lines: [line]))
        } else if let heading = section(bare, line, at: index) {
            previousPath[heading.style] = heading.path
            blocks.append(.init(kind: .section(heading), text: bare, lines: [line]))
        } else if let heading = CompetenceHeading(bare), !line.text.contains("\t"), ListMarker(line.text) == nil {
            let kind: CahierBlock.Kind = heading.rank == .domaine ? .domaine(heading) : .unite(heading)
            blocks.append(.init(kind: kind, text: bare, lines: [line]))
        } else if let marker = ListMarker(line.text) {
            blocks.append(.init(kind: .item(marker), text: marker.rest, lines: [line]))
        } else if TableLine.isRow(
            line, before: neighbour(index, -1), after: neighbour(index, 1), inTable: endsWithTable)
        {
            addRow(TableLine.cells(line), line)
        } else if line.text.hasPrefix("#"), bare.count < Folding.squeezed(line.text).count, bare.first != "#" {
            blocks.append(.init(kind: .intertitre, text: bare, lines: [line]))
        } else {
            emphasis = before
            readText(line)
        }
    }

    private func neighbour(_ index: Int, _ step: Int) -> SourceLine? {
        lines.indices.contains(index + step) ? lines[index + step] : nil
    }

    private var endsWithTable: Bool {
        if case .table = blocks.last?.kind { return true }
        return false
    }

    private func section(_ bare: String, _ line: SourceLine, at index: Int) -> NumberedHeading? {
        // "3.1<tab>Titre" comes from a numbering of a word processor.
        if line.text.contains("\t") {
            let cells = line.cells.map { Folding.squeezed($0.text) }.filter { !$0.isEmpty }
            guard cells.count == 2, cells[0].allSatisfy({ $0.isNumber || $0 == "." || "IVX".contains($0) }) else {
                return nil
            }
        }
        guard let heading = NumberedHeading(bare) else { return nil }
        let next = neighbour(index, 1).map { Folding.squeezed($0.text) } ?? ""
        let isAlone = afterBlank && (next.isEmpty || next.first?.isLowercase == true)
        return outline.accepts(heading, after: previousPath[heading.style], isAlone: isAlone) ? heading : nil
    }

    /// A line of text: the rest of what the line before began, or a paragraph.
    ///
    /// What goes on is changed in place, or a paragraph of many lines would be copied for each.
    private mutating func readText(_ line: SourceLine) {
        let text = Folding.squeezed(line.text)
        let index = blocks.count - 1
        guard !afterBlank, index >= 0 else {
            addParagraph(text, line)
            return
        }
        switch blocks[index].kind {
        case .paragraph:
            let joint = LineWrapping.joint(
                blocks[index].text, emphasis.isOpen(in: blocks[index].text), blocks[index].lines.last, text,
                width: width)
            if joint == .newParagraph {
                addParagraph(text, line)
                return
            }
            blocks[index].text += (joint == .newLine ? "\n" : " ") + text
            emphasis.goOn(with: text)
        case .item, .note: blocks[index].text += " " + text
        case .section(var heading) where outline.continues(heading, with: text):
            blocks[index].kind = .paragraph
            heading.titre += " " + SourceMarkup.bare(text)
            blocks[index].kind = .section(heading)
        case .domaine(var heading) where heading.libelle.isEmpty || text.first?.isLowercase == true:
            blocks[index].kind = .paragraph
            heading.extend(with: SourceMarkup.bare(text))
            blocks[index].kind = .domaine(heading)
        case .unite(var heading) where heading.libelle.isEmpty || text.first?.isLowercase == true:
            blocks[index].kind = .paragraph
            heading.extend(with: SourceMarkup.bare(text))
            blocks[index].kind = .unite(heading)
        case .table(var table) where !table.rows.isEmpty:
            blocks[index].kind = .paragraph
            // A line straight under a row is the rest of its last cell.
            let row = table.rows.count - 1
            let cell = table.rows[row].cells.lastIndex { !$0.isEmpty } ?? 0
            let isOpen = emphasis.isOpen(in: table.rows[row].cells[cell])
            table.rows[row].cells[cell] +=
                LineWrapping.continues(table.rows[row].cells[cell], isOpen, with: text) ? " " : "<br>"
            table.rows[row].cells[cell] += text
            emphasis.goOn(with: text)
            blocks[index].kind = .table(table)
        default:
            addParagraph(text, line)
            return
        }
        blocks[index].lines.append(line)
    }

    private mutating func addParagraph(_ text: String, _ line: SourceLine) {
        blocks.append(.init(kind: .paragraph, text: text, lines: [line]))
        emphasis = RunningEmphasis()
    }

    private mutating func addRow(_ cells: [String], _ line: SourceLine) {
        let row = CahierTable.Row(cells: cells, line: line)
        if !afterBlank, let index = blocks.indices.last, case .table(var table) = blocks[index].kind {
            blocks[index].kind = .paragraph
            table.rows.append(row)
            blocks[index].kind = .table(table)
            blocks[index].lines.append(line)
        } else {
            blocks.append(.init(kind: .table(CahierTable(rows: [row])), text: "", lines: [line]))
        }
    }

    /// A line of dashes: what stands above it, if it is alone there, is the head.
    private mutating func markHead() {
        guard !afterBlank, case .table(var table)? = blocks.last?.kind, table.rows.count == 1, table.entete.isEmpty
        else { return }
        // Under a row of long texts it is the trace of a table that an extraction cut.
        guard table.rows[0].cells.allSatisfy({ $0.utf8.count <= 80 && !$0.contains("<") }) else { return }
        table.entete = table.rows.removeFirst().cells
        blocks[blocks.count - 1].kind = .table(table)
    }
}

extension CompetenceHeading {
    /// Adds the rest of a title that goes on in the next line.
    mutating func extend(with text: String) {
        libelle += libelle.isEmpty || text.isEmpty ? text : " " + text
        printed += text.isEmpty ? "" : " " + text
    }
}
