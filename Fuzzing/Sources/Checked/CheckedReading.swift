import FicheModel
import FicheReaders

/// Reads bytes with the readers of one family and stops the process when a word is lost: what a fuzzer calls a finding.
public enum CheckedReading {
    /// Reads with `readers` alone, whether they recognise the document or not.
    public static func fuzz(
        _ start: UnsafePointer<UInt8>, _ count: Int, with readers: [any FicheReader], path: String
    ) {
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        let forced = readers.map { ForcedReader(reader: $0) }
        let flaws = flaws(bytes, path: path, with: ReaderCatalogue(readers: forced))
        if let first = flaws.first { fatalError(first) }
    }

    /// What is wrong with the account of a document; empty when all is well.
    public static func flaws(
        _ bytes: [UInt8], path: String, with catalogue: ReaderCatalogue = ReaderCatalogue()
    ) -> [String] {
        WordAccount.flaws(of: catalogue.read(bytes, path: path), bytes, path: path)
    }

    /// The same for a set of CSV exports.
    public static func flaws(ofSet files: [CSVSet.File], path: String) -> [String] {
        let result = ReaderCatalogue().read(files, path: path)
        return result.fiches.isEmpty
            ? result.diagnostics.hasErrors ? [] : ["no fiche, and no error"]
            : WordAccount.setFlaws(of: result, files)
    }

    /// The same for an archive; `files` are what it holds where that is known.
    public static func flaws(ofArchive bytes: [UInt8], of files: [CSVSet.File]?, path: String) -> [String] {
        let result = ReaderCatalogue().read(bytes, path: path)
        if result.fiches.isEmpty { return result.diagnostics.hasErrors ? [] : ["no fiche, and no error"] }
        return files.map { WordAccount.setFlaws(of: result, $0) } ?? []
    }

    /// An archive of files, by their names.
    public static func archive(of files: [CSVSet.File], isDeflated: Bool) -> [UInt8] {
        ZIPFixture.archive(
            files.map {
                ZIPFixture.Entry(
                    name: String($0.path.split(separator: "/").last ?? "sans-nom"), bytes: $0.bytes,
                    isDeflated: isDeflated)
            })
    }
}

/// A reader that takes every document, so that fuzzing goes past the recognition of its layout. That of the flow takes what
/// begins as one, which is all that it recognises: anything else has margins taken off before any reader sees it.
private struct ForcedReader: FicheReader {
    let reader: any FicheReader

    var format: SourceFormat { reader.format }

    func recognition(of document: SourceDocument) -> Int {
        let score = reader.recognition(of: document)
        return format == .fluxXML && score == 0 ? 0 : score + 1
    }

    func read(_ document: SourceDocument) -> ReadResult { reader.read(document) }
}
