import SiteBuild

/// The site that the preview shows now, and those who wait for the next one.
actor PreviewState {
    /// Nil until it is prepared for the first time.
    private(set) var site: LiveSite?
    /// Grows by one with each change that a reader can see; 0 before there is anything.
    private(set) var version = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0

    /// The site with its version, as one.
    var current: (site: LiveSite?, version: Int) { (site, version) }

    /// Shows another site. The version stays when a reader cannot tell it from the present one.
    func show(_ next: LiveSite) {
        let isOther = site?.appearance != next.appearance
        site = next
        guard isOther else { return }
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
