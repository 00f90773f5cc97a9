import Diagnostics
import Foundation
import SiteBuild

/// Tells what changes below some folders, or in some files, on a thread of its own until it goes.
final class FileWatcher: Sendable {
    private let stop = StopFlag()

    /// Watches from the call on.
    ///
    /// - Parameters:
    ///   - quiet: milliseconds. Changes that follow each other within them are told together.
    ///   - polls: looks at times and sizes even where the system could tell.
    ///   - changed: called on the thread of the watcher.
    ///   - noted: told when the system cannot do the watching and what is done instead.
    init(
        _ paths: [String], quiet: Int = 15, polls: Bool = false, changed: @escaping @Sendable (FileChanges) -> Void,
        noted: @escaping @Sendable (Diagnostic) -> Void = { _ in }
    ) {
        let (stop, roots) = (stop, WatchedRoots(paths))
        let poll: @Sendable () -> Void = {
            PollingWatcher.run(roots, quiet: quiet, stop: stop, changed: changed)
        }
        #if os(Linux)
            if !polls {
                let watcher = InotifyWatcher(roots)
                if watcher == nil { noted(Self.polling) }
                let run: @Sendable () -> Void = {
                    guard let watcher else { return poll() }
                    watcher.run(quiet: quiet, stop: stop, changed: changed)
                    guard !stop.isRaised else { return }
                    noted(Self.polling)
                    // What came between the two is not known.
                    changed(.everything)
                    poll()
                }
                Thread(block: run).start()
                return
            }
        #endif
        Thread(block: poll).start()
    }

    deinit { stop.raise() }

    private static let polling = Diagnostic(
        .warning, "surveillance-par-relecture",
        "Le système ne peut pas surveiller autant de dossiers : leurs fichiers sont relus toutes les demi-secondes",
        hint: "Sous Linux, « sysctl fs.inotify.max_user_watches=524288 » relève la limite")
}

/// Set once, read by a watching thread.
final class StopFlag: @unchecked Sendable {
    private let lock = NSLock()
    private var raised = false

    var isRaised: Bool { lock.withLock { raised } }
    func raise() { lock.withLock { raised = true } }
}
