extension SiteRendering.Result {
    /// What the build cost; nil where nothing was measured.
    func measures(of site: PreparedSite, _ times: StageTimes) -> BuildMeasures? {
        guard nanoseconds.count == site.plan.outputs.count else { return nil }
        return BuildMeasures(
            times, site: site, records: cache.records, search: cache.search, nanoseconds: nanoseconds)
    }
}
