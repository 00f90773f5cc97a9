import Foundation
import SiteBuild

/// One line on the terminal that says how far a build is. Silent when nobody looks.
final class ProgressLine: @unchecked Sendable {
    private let console: Console
    private let lock = NSLock()
    private var shown = ""

    init(_ console: Console) { self.console = console }

    func show(_ stage: BuildRequest.Stage, _ done: Int, _ total: Int) {
        guard console.showsProgress, total > 0 else { return }
        let name =
            switch stage {
            case .lecture: "Lecture"
            case .rendu: "Rendu"
            case .publication: "Publication"
            }
        // In whole percents: a line is written a hundred times at most, however many files there are.
        let line = "\(name) \(done * 100 / total) %"
        lock.withLock {
            guard line != shown else { return }
            shown = line
            console.remark("\r\u{1B}[K\(line)")
        }
    }

    func clear() {
        lock.withLock {
            guard !shown.isEmpty else { return }
            shown = ""
            console.remark("\r\u{1B}[K")
        }
    }
}
