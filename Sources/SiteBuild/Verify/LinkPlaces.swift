import Diagnostics
import FileStore

/// Finds in a document the line on which an author wrote a link that leads nowhere.
enum LinkPlaces {
    /// The diagnostics with their lines, where the documents name the addresses as they are.
    ///
    /// - Parameter path: where the document is that a diagnostic names.
    static func located(_ diagnostics: [(Diagnostic, target: String)], path: (String) -> String) -> [Diagnostic] {
        var sources: [String: [UInt8]] = [:]
        return diagnostics.map { diagnostic, target in
            guard let file = diagnostic.file else { return diagnostic }
            if sources[file] == nil { sources[file] = (try? FileBytes.read(path(file))) ?? [] }
            guard let position = position(of: Array(target.utf8), in: sources[file] ?? []) else { return diagnostic }
            var located = diagnostic
            located.position = position
            return located
        }
    }

    /// The place of the first occurrence.
    static func position(of target: [UInt8], in text: [UInt8]) -> SourcePosition? {
        guard let first = target.first, text.count >= target.count else { return nil }
        var line = 1
        var lineStart = 0
        for index in 0...(text.count - target.count) {
            if text[index] == 0x0A {
                line += 1
                lineStart = index + 1
            }
            guard text[index] == first, text[index..<(index + target.count)].elementsEqual(target) else { continue }
            let before = String(decoding: text[lineStart..<index], as: UTF8.self)
            return SourcePosition(line: line, column: before.unicodeScalars.count + 1)
        }
        return nil
    }
}
