import Diagnostics

/// The site that the preview shows now, and those who wait for the next one.
actor PreviewState {
    private(set) var site: PreviewSite
    /// Grows by one with each change that a reader can see.
    private(set) var version: Int
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0

    init(site: PreviewSite, version: Int = 1) {
        self.site = site
        self.version = version
    }

    /// The site with its version, as one.
    var current: (site: PreviewSite, version: Int) { (site, version) }

    /// Shows another site; nothing happens when it equals the present one.
    func show(_ next: PreviewSite) {
        guard next != site else { return }
        site = next
        version += 1
        for continuation in waiting.values { continuation.resume() }
        waiting = [:]
    }

    /// Returns when the version is no longer `known`, or after the time.
    func waitForChange(from known: Int, atMost limit: Duration) async -> Int {
        guard version == known else { return version }
        let waiter = nextWaiter
        nextWaiter += 1
        let alarm = Task {
            try? await Task.sleep(for: limit)
            self.release(waiter)
        }
        await withCheckedContinuation { waiting[waiter] = $0 }
        alarm.cancel()
        return version
    }

    private func release(_ waiter: Int) {
        waiting.removeValue(forKey: waiter)?.resume()
    }
}
