import Foundation

/// What the command line asks for.
struct Arguments {
    struct Problem: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    static let usage = """
        ReadingBenchmark [--fiches N] [--generator PROGRAM] [--keep FOLDER] [--threads N] [--rounds N] [--plain] \
        [--generate-only] [FLOW.xml …]
        """

    var files: [URL] = []
    var fiches = 2000
    var generator: String?
    var keep: URL?
    var threads: Int?
    var rounds = 1
    var plain = false
    /// Write the base and measure nothing.
    var generateOnly = false

    init(_ words: [String]) throws {
        var words = words[...]
        func value(_ option: String) throws -> String {
            guard let value = words.popFirst() else { throw Problem("\(option) needs a value") }
            return value
        }
        func number(_ option: String) throws -> Int {
            guard let number = Int(try value(option)), number > 0 else { throw Problem("\(option) needs a number") }
            return number
        }
        while let word = words.popFirst() {
            switch word {
            case "--fiches": fiches = try number(word)
            case "--generator": generator = try value(word)
            case "--keep": keep = URL(fileURLWithPath: try value(word))
            case "--threads": threads = try number(word)
            case "--plain": plain = true
            case "--generate-only": generateOnly = true
            case "--rounds": rounds = try number(word)
            case _ where word.hasPrefix("-"): throw Problem("unknown option \(word)")
            default: files.append(URL(fileURLWithPath: word))
            }
        }
    }
}
