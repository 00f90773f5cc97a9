import Foundation

/// Tells when something below some folders, or one of some files, has changed.
enum FileWatcher {
    /// Watches from the call on. One element a burst of changes: saves that follow each other within the quiet time count as one.
    static func changes(of paths: [String], quiet: Duration = .milliseconds(40)) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let stop = StopFlag()
        continuation.onTermination = { _ in stop.raise() }
        let milliseconds = max(1, Int(quiet / .milliseconds(1)))
        let changed: @Sendable () -> Void = { continuation.yield() }
        #if os(Linux)
            if let watcher = InotifyWatcher(paths: paths) {
                Thread { watcher.run(quiet: milliseconds, stop: stop, changed: changed) }.start()
                return stream
            }
        #endif
        Thread { PollingWatcher.run(paths: paths, quiet: milliseconds, stop: stop, changed: changed) }.start()
        return stream
    }

    /// All folders at and below the given ones; for a file, the folder that holds it (editors save by renaming).
    static func folders(of paths: [String]) -> [String] {
        var folders: Set<String> = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                let parent = (path as NSString).deletingLastPathComponent
                folders.insert(parent.isEmpty ? "." : parent)
                continue
            }
            folders.insert(path)
            let walker = FileManager.default.enumerator(
                at: URL(fileURLWithPath: path), includingPropertiesForKeys: [.isDirectoryKey, .isSymbolicLinkKey])
            while let url = walker?.nextObject() as? URL {
                let values = try? url.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
                if values?.isDirectory == true, values?.isSymbolicLink != true { folders.insert(url.path) }
            }
        }
        return folders.sorted()
    }
}

/// Set once, read by a watching thread.
final class StopFlag: @unchecked Sendable {
    private let lock = NSLock()
    private var raised = false

    var isRaised: Bool { lock.withLock { raised } }
    func raise() { lock.withLock { raised = true } }
}
