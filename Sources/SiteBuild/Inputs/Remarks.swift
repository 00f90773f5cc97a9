import Diagnostics
import Threads

/// What is to be said of a document. A national base gives more than a hundred thousand remarks, which an edit beside it does
/// not touch: what an earlier build kept of them is taken out on a thread of its own, and stays in its file.
struct Remarks: Sendable {
    /// Where remarks are kept: the name of a file in the folder of the cache, and the key of the document they are about.
    struct Place: Equatable, Sendable {
        var name = ""
        var key = Fingerprint.blank
    }

    /// Nil for remarks of which no file has a copy.
    let place: Place?
    private let made: [Diagnostic]
    private let kept: Later<[Diagnostic]>?
    /// What a brief report says of remarks that nobody took out, with the way to do that.
    private let unread: (digest: DiagnosticDigest, read: @Sendable () -> [Diagnostic])?

    /// Remarks that this build made.
    ///
    /// - Parameter place: where they were just kept as well.
    init(_ made: [Diagnostic], keptAt place: Place? = nil) {
        (self.made, self.place, kept, unread) = (made, place, nil, nil)
    }

    /// Remarks that an earlier build kept, in the order in which they are told.
    init(keptAt place: Place, _ read: @escaping @Sendable () -> [Diagnostic]) {
        (made, self.place, kept, unread) = ([], place, Later(read), nil)
    }

    /// The same, of which a report is to say no more than people are shown.
    init(keptAt place: Place, _ digest: DiagnosticDigest, _ read: @escaping @Sendable () -> [Diagnostic]) {
        (made, self.place, kept, unread) = ([], place, nil, (digest, read))
    }

    /// All of them, once they are there.
    var all: [Diagnostic] { unread.map { $0.read() } ?? kept?.value ?? made }

    /// What people are shown of them.
    var digest: DiagnosticDigest { unread?.digest ?? DiagnosticDigest(all) }
}

extension Array where Element: Sendable {
    /// Both lists in one order, where each is in order. What this one has between two of the others is copied at once.
    func merged(with few: [Element], by precedes: (Element, Element) -> Bool) -> [Element] {
        var result: [Element] = []
        result.reserveCapacity(count + few.count)
        var start = 0
        for one in few {
            var (low, high, step) = (start, start, 1)
            while high < count, !precedes(one, self[high]) {
                (low, high) = (high + 1, high + step)
                step *= 2
            }
            high = Swift.min(high, count)
            while low < high {
                let middle = (low + high) / 2
                if precedes(one, self[middle]) { high = middle } else { low = middle + 1 }
            }
            result += self[start..<low]
            result.append(one)
            start = low
        }
        return result + self[start...]
    }
}
