import FileStore
import Foundation
import SiteBuild

/// Watches by looking at sizes and times, where the system tells nothing.
enum PollingWatcher {
    /// Tells of each look that finds something else than the last. Returns when `stop` is raised.
    static func run(
        _ roots: WatchedRoots, quiet: Int, stop: StopFlag, changed: (FileChanges) -> Void
    ) {
        var known = snapshot(roots)
        while !stop.isRaised {
            Thread.sleep(forTimeInterval: Double(max(quiet, 500)) / 1000)
            let next = snapshot(roots)
            var paths = Set(known.keys.filter { next[$0] == nil })
            for (path, stamp) in next where known[path] != stamp { paths.insert(path) }
            known = next
            if !paths.isEmpty, !stop.isRaised { changed(FileChanges(paths)) }
        }
    }

    private static func snapshot(_ roots: WatchedRoots) -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for folder in roots.folders {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                let path = folder + "/" + name
                if roots.concern(path), let stamp = FileStamp(path) { stamps[path] = stamp }
            }
        }
        return stamps
    }
}
