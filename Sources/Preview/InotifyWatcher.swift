#if os(Linux)
    import Glibc
    import SiteBuild

    /// Watches folders through inotify(7). Used by one thread.
    final class InotifyWatcher: @unchecked Sendable {
        private static let events = UInt32(
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
        /// A stream of changes without a pause is told in parts.
        private static let longest = Duration.milliseconds(500)

        private let roots: WatchedRoots
        private let descriptor: Int32
        /// The folder of each watch.
        private var folders: [Int32: String] = [:]
        /// True when a folder came or went: there may be others to watch.
        private var foldersChanged = false

        /// Watches from now on. Nil when inotify is not to be had (no support, limit of watches reached).
        init?(_ roots: WatchedRoots) {
            self.roots = roots
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0, watchAll() else { return nil }
        }

        deinit { if descriptor >= 0 { close(descriptor) } }

        /// Tells of each burst of changes once it has been quiet for `quiet` milliseconds. Returns when `stop` is raised, or when
        /// there are more folders than the system lets it watch.
        func run(quiet: Int, stop: StopFlag, changed: (FileChanges) -> Void) {
            let quiet = Duration.milliseconds(quiet)
            var burst = FileChanges()
            var (first, last) = (ContinuousClock.now, ContinuousClock.now)
            while !stop.isRaised {
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                let now = ContinuousClock.now
                let isDue = !burst.isEmpty && (now - last >= quiet || now - first >= Self.longest)
                let left = max(.milliseconds(1), quiet - (now - last))
                let wait = isDue ? 0 : burst.isEmpty ? 250 : Int32(left / .milliseconds(1)) + 1
                if !isDue, poll(&request, 1, wait) > 0 {
                    let more = drain()
                    if more.isEmpty { continue }
                    last = .now
                    if burst.isEmpty { first = last }
                    burst.add(more)
                }
                guard isDue else { continue }
                if foldersChanged {
                    foldersChanged = false
                    guard watchAll() else { return }
                }
                changed(burst)
                burst = FileChanges()
            }
        }

        private func watchAll() -> Bool {
            for folder in roots.folders {
                let watch = inotify_add_watch(descriptor, folder, Self.events)
                if watch >= 0 {
                    folders[watch] = folder
                } else if errno == ENOSPC || errno == ENOMEM {
                    return false
                }
            }
            return true
        }

        /// What happened since the last call, as far as it concerns the roots.
        private func drain() -> FileChanges {
            var changes = FileChanges()
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
                buffer.withUnsafeBytes { bytes in
                    var place = 0
                    while place + MemoryLayout<inotify_event>.size <= count {
                        let watch = bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)
                        let mask = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
                        let length = Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
                        let start = place + MemoryLayout<inotify_event>.size
                        place = start + length
                        guard place <= count else { return }
                        note(watch, mask, bytes[start..<place].prefix { $0 != 0 }, in: &changes)
                    }
                }
            }
            return changes
        }

        private func note(
            _ watch: Int32, _ mask: UInt32, _ name: Slice<UnsafeRawBufferPointer>, in changes: inout FileChanges
        ) {
            if mask & UInt32(IN_Q_OVERFLOW) != 0 {
                foldersChanged = true
                changes.isEverything = true
                return
            }
            guard let folder = folders[watch] else { return }
            if mask & UInt32(IN_IGNORED) != 0 {
                folders[watch] = nil
                return
            }
            let path =
                name.isEmpty ? folder : (folder == "/" ? "" : folder) + "/" + String(decoding: name, as: UTF8.self)
            guard roots.concern(path) else { return }
            if name.isEmpty || mask & UInt32(IN_ISDIR) != 0 { foldersChanged = true }
            changes.paths.insert(path)
        }
    }
#endif
