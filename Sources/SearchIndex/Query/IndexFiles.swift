import Foundation

/// The files of a built index, each read once.
struct IndexFiles {
    struct Manifest: Decodable {
        struct Section: Decodable {
            let prefixe: String
            let premiers: String
            let groupes: String
        }
        let format: Int
        let date: String
        let nombre: Int
        let lexique: String
        let communs: String
        let fiches: String
        let sections: [Section]
        let colonnes: [String: String]
    }

    private struct Form: Decodable { let format: Int }

    struct Directory: Decodable {
        let debuts: String
        let noms: String
        let banals: String?
    }

    struct Lexicon: Decodable {
        let version: String
        let mots: String
        let classes: String
        let noyau: Directory
        let corps: Directory
    }

    struct Column: Decodable {
        let colonne: String
        let largeur: Int?
        let valeurs: [[String]]?
    }

    private struct CoreShard: Decodable { let listes: String }
    private struct BodyShard: Decodable {
        let mots: String
        let listes: String
    }

    let manifest: Manifest
    let core: CoreLexicon
    let body: BodyDirectory
    private let read: (String) throws -> [UInt8]
    private var coreShards: [Int: [[UInt8]]] = [:]
    private var bodyShards: [Int: BodyWords] = [:]
    private var columns: [String: Column] = [:]
    private var rows: [String: [DisplayRow]] = [:]
    private var shared: DisplayRow.Names?

    /// - Parameter read: gives a file by its name from the folder of the index.
    init(read: @escaping (String) throws -> [UInt8]) throws {
        self.read = read
        let form: Form = try Self.decode("manifeste.json", read)
        guard form.format == IndexManifest.format else { throw SearchFailure.autreFormat(form.format) }
        manifest = try Self.decode("manifeste.json", read)
        let lexicon: Lexicon = try Self.decode("lexique.json", read)
        guard lexicon.version == manifest.lexique else { throw SearchFailure.fichierIllisible("lexique.json") }
        core = CoreLexicon(lexicon)
        body = BodyDirectory(lexicon.corps)
    }

    private static func decode<Value: Decodable>(_ name: String, _ read: (String) throws -> [UInt8]) throws -> Value {
        let bytes = try read(name)
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw SearchFailure.fichierIllisible(name)
        }
    }

    /// The lists of a word of the core, one for each field.
    mutating func coreLists(_ word: Int) throws -> [[Int32]] {
        let shard = core.shard(of: word)
        if coreShards[shard] == nil {
            let file: CoreShard = try Self.decode("noyau/\(core.name(shard)).json", read)
            coreShards[shard] = file.listes.utf8.split(separator: 0x20).map(Array.init)
        }
        let place = word - core.starts[shard]
        guard let entries = coreShards[shard], entries.indices.contains(place) else {
            throw SearchFailure.fichierIllisible("noyau/\(core.name(shard)).json")
        }
        var reader = CompactNumberReader(entries[place][...])
        return CoreField.allCases.map { _ in reader.list() }
    }

    /// The words of one file of the body.
    mutating func bodyWords(_ shard: Int) throws -> BodyWords {
        if let known = bodyShards[shard] { return known }
        let file: BodyShard = try Self.decode("corps/\(body.name(shard)).json", read)
        let words = BodyWords(words: CompactNumbers.words(file.mots), lists: file.listes)
        bodyShards[shard] = words
        return words
    }

    /// A column by its name; nil where no fiche has a value in it.
    mutating func column(_ name: String) throws -> Column? {
        guard let hash = manifest.colonnes[name] else { return nil }
        if let known = columns[name] { return known }
        let column: Column = try Self.decode("colonnes/\(name)-\(hash).json", read)
        columns[name] = column
        return column
    }

    /// The fiche at a place.
    mutating func fiche(at place: Int) throws -> FoundFiche {
        let name = Self.name("fiches", manifest.fiches, place / DisplayBlocks.places)
        let own = try rows(of: name, names: try sharedNames())
        guard own.indices.contains(place % DisplayBlocks.places) else { throw SearchFailure.fichierIllisible(name) }
        var fiche = own[place % DisplayBlocks.places].fiche
        fiche.place = place
        return fiche
    }

    /// The rows of a file of numbers.
    mutating func numbers(_ section: Manifest.Section, _ block: Int) throws -> [DisplayRow] {
        try rows(of: Self.name("numeros", section.groupes, block), names: .none)
    }

    private mutating func rows(of name: String, names: DisplayRow.Names) throws -> [DisplayRow] {
        if let known = rows[name] { return known }
        let file: DisplayRow.File = try Self.decode(name, read)
        let own = DisplayRow.rows(file, names)
        rows[name] = own
        return own
    }

    private mutating func sharedNames() throws -> DisplayRow.Names {
        if let shared { return shared }
        let names: DisplayRow.Names = try Self.decode("communs-\(manifest.communs).json", read)
        shared = names
        return names
    }

    private static func name(_ folder: String, _ groups: String, _ block: Int) -> String {
        "\(folder)/\(groups.dropFirst(block / DisplayBlocks.group * 8).prefix(8))/\(block % DisplayBlocks.group).json"
    }
}

/// Why an index could not be asked.
public enum SearchFailure: Error, Equatable {
    /// It was written by another version of the program.
    case autreFormat(Int)
    /// A file is not there, or holds something else.
    case fichierIllisible(String)
}
