import SiteBuild

/// The files of the search, made when they are asked for. While those of a new state are being made those of the last one
/// answer, if the new ones take longer than a moment.
actor PreviewSearch {
    private var revision = -1
    private var files: [String: [UInt8]] = [:]
    /// The state for which files are being made.
    private var making: Int?
    private let work = WantedWork()

    /// Begins to make the files for a state that will be searched.
    ///
    /// - Returns: whether those of a former state answer meanwhile.
    func prepare(_ site: LiveSite) -> Bool {
        begin(site)
        return revision >= 0 && revision < site.revision
    }

    /// The file at a path; nil when the search has none such.
    ///
    /// - Parameter patience: how long a file of a former state is held back for that of this one.
    func file(at path: String, of site: LiveSite, patience: Duration = .seconds(2)) async -> [UInt8]? {
        begin(site)
        let start = ContinuousClock.now
        while revision < site.revision, files[path] == nil || ContinuousClock.now - start < patience {
            do { try await Task.sleep(for: .milliseconds(20)) } catch { return nil }
            // A newer state may have taken the place of this one.
            if making == nil, revision < site.revision { begin(site) }
        }
        return files[path]
    }

    private func begin(_ site: LiveSite) {
        guard revision < site.revision, making.map({ $0 < site.revision }) ?? true else { return }
        making = site.revision
        let ticket = work.begin()
        let work = work
        Task {
            let made = await OwnThread.run { site.searchFiles { work.isWanted(ticket) } }
            finish(made, site.revision)
        }
    }

    private func finish(_ made: [String: [UInt8]]?, _ revision: Int) {
        if making == revision { making = nil }
        guard let made, revision > self.revision else { return }
        (files, self.revision) = (made, revision)
    }
}
