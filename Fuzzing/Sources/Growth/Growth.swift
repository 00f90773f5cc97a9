import Checked
import FicheReaders

/// How the time of a reading grows with its document.
enum Growth {
    /// The most that a doubling of the document may cost; 2 is linear, and the clock is rough.
    private static let most = 2.6
    /// Below this many seconds the clock says more about the machine than about the reader.
    private static let shortest = 0.02

    /// What is wrong with the growth of a document; nil when it is linear.
    static func finding(_ hostile: Hostile, file: String, length: Int) -> String? {
        let (one, four) = (hostile.document(length), hostile.document(4 * length))
        let long = seconds(four, file)
        guard long > shortest, long / seconds(one, file) > most * 2 else { return nil }
        // Again, and at both doublings: a first reading pays for what is made once.
        let two = hostile.document(2 * length)
        let times = [one, two, four].map { bytes in (0..<2).map { _ in seconds(bytes, file) }.min() ?? 0 }
        let ratios = [times[1] / times[0], times[2] / times[1]]
        guard ratios[0] > most * 0.8, ratios[1] > most else { return nil }
        return "\(Int(times[2] * 1000)) ms at \(4 * length / 1000) kB, × \(tenths(ratios[0])) then × "
            + "\(tenths(ratios[1])): \(hostile.name)"
    }

    /// Processor seconds that a reading takes.
    private static func seconds(_ bytes: [UInt8], _ path: String) -> Double {
        let start = Processor.seconds()
        _ = ReaderCatalogue().read(bytes, path: path)
        return Processor.seconds() - start
    }

    private static func tenths(_ value: Double) -> Double { Double(Int(value * 10)) / 10 }
}

/// What the command line asks for.
struct Options {
    var bytes = 32_000
    var places = 6
    var only: String?
    var files: [String] = []

    /// Nil when there is no file, or an option without its value.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--bytes", "--places":
                guard let value = rest.popFirst().flatMap({ Int($0) }), value > 0 else { return nil }
                if argument == "--bytes" { bytes = value } else { places = value }
            case "--only":
                guard let value = rest.popFirst() else { return nil }
                only = value
            default: files.append(argument)
            }
        }
        if files.isEmpty { return nil }
    }
}
