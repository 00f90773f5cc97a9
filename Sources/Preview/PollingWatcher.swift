import Foundation

/// Watches by looking at sizes and times, where the system tells nothing.
enum PollingWatcher {
    static func run(paths: [String], quiet: Int, stop: StopFlag, changed: () -> Void) {
        var known = snapshot(paths)
        while !stop.isRaised {
            Thread.sleep(forTimeInterval: Double(max(quiet, 200)) / 1000)
            let next = snapshot(paths)
            if next != known {
                known = next
                changed()
            }
        }
    }

    private struct Stamp: Equatable {
        let size: Int
        let modified: Date?
    }

    private static func snapshot(_ paths: [String]) -> [String: Stamp] {
        var stamps: [String: Stamp] = [:]
        for folder in FileWatcher.folders(of: paths) {
            let urls = try? FileManager.default.contentsOfDirectory(
                at: URL(fileURLWithPath: folder),
                includingPropertiesForKeys: [.fileSizeKey, .contentModificationDateKey])
            for url in urls ?? [] {
                let values = try? url.resourceValues(forKeys: [.fileSizeKey, .contentModificationDateKey])
                stamps[url.path] = Stamp(size: values?.fileSize ?? 0, modified: values?.contentModificationDate)
            }
        }
        return stamps
    }
}
