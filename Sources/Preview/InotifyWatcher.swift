#if os(Linux)
    import Glibc

    /// Watches folders through inotify(7).
    struct InotifyWatcher: Sendable {
        private static let events = UInt32(
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)

        private let paths: [String]
        private let descriptor: Int32

        /// Watches from now on. Nil when inotify is not to be had (no support, limit of watches reached).
        init?(paths: [String]) {
            self.paths = paths
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            guard watchAll() else {
                close(descriptor)
                return nil
            }
        }

        /// Runs until `stop` is raised, and tells of each burst of changes once it has been quiet for `quiet` milliseconds.
        func run(quiet: Int, stop: StopFlag, changed: () -> Void) {
            defer { close(descriptor) }
            var dirty = false
            while !stop.isRaised {
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                let ready = poll(&request, 1, Int32(dirty ? quiet : 250))
                if ready > 0 {
                    drain()
                    dirty = true
                } else if dirty {
                    dirty = false
                    // A folder that was made meanwhile has no watch yet.
                    _ = watchAll()
                    changed()
                }
            }
        }

        private func watchAll() -> Bool {
            for folder in FileWatcher.folders(of: paths)
            where inotify_add_watch(descriptor, folder, Self.events) < 0 && errno == ENOSPC { return false }
            return true
        }

        private func drain() {
            var buffer = [UInt8](repeating: 0, count: 16384)
            while read(descriptor, &buffer, buffer.count) > 0 {}
        }
    }
#endif
