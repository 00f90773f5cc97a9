import Diagnostics
import SiteBuild

/// Keeps the state of a preview up to date: what a save changes is shown at once, what else depends on it as soon as it is
/// made, and links are followed when nothing else is to be done.
struct PreviewFollower: Sendable {
    let request: BuildRequest
    let state: PreviewState
    /// Up to how many fiches everything is brought up to date at once.
    let small: Int
    let report: @Sendable (PreviewNews) -> Void

    /// What the loop hears of.
    private enum Event: Sendable {
        case files
        case completed(LiveSite)
        case followed(LiveLinks)
    }

    /// Follows until the task is cancelled.
    ///
    /// - Parameter ready: called once there is something to show.
    func run(ready: @Sendable () -> Void) async {
        let (events, sender) = AsyncStream.makeStream(of: Event.self)
        let pending = PendingChanges()
        let links = WantedWork()
        // Watched before the first reading, so that no save falls between the two.
        var watched = SiteBuilder.watchedPaths(request)
        var watcher = watch(watched, pending, sender)
        let request = request
        var site = await OwnThread.run { LiveSite.start(request) }
        await state.show(site)
        report(.ready(site))
        ready()
        var known = LiveLinks()
        var isFollowing = follow(site, known, links, sender)
        /// What changed while the whole site is being brought up to date; nil when it is not.
        var meanwhile: FileChanges?
        for await event in events {
            let former = site
            switch event {
            case .files:
                let changes = pending.take()
                links.end()
                meanwhile?.add(changes)
                let small = small
                site = await OwnThread.run {
                    let next = former.after(changes)
                    return next.isPartial && next.fiches <= small ? next.completed() : next
                }
            case .completed(let whole):
                let changes = meanwhile ?? FileChanges()
                meanwhile = nil
                site = await OwnThread.run {
                    (changes.isEmpty ? whole : whole.after(changes)).following(former)
                }
            case .followed(let followed):
                isFollowing = false
                known = followed
                site = site.with(followed)
                if site.linksRevision != former.linksRevision {
                    report(.linksFollowed(site, remarks: site.remarks(since: former)))
                }
            }
            await state.show(site)
            if case .followed = event {
            } else if site.appearance != former.appearance {
                report(.changed(site, remarks: site.remarks(since: former)))
            }
            let paths = SiteBuilder.watchedPaths(request)
            if paths != watched {
                watched = paths
                watcher = watch(watched, pending, sender)
                // What came before the watcher is looked for.
                if pending.add(.everything) { sender.yield(.files) }
            }
            if site.isPartial, meanwhile == nil {
                meanwhile = FileChanges()
                let partial = site
                Task { sender.yield(.completed(await OwnThread.run { partial.completed() })) }
            }
            if !isFollowing { isFollowing = follow(site, known, links, sender) }
        }
        links.end()
        withExtendedLifetime(watcher) {}
    }

    private func watch(
        _ paths: [String], _ pending: PendingChanges, _ sender: AsyncStream<Event>.Continuation
    ) -> FileWatcher {
        let report = report
        return FileWatcher(paths) { changes in
            if pending.add(changes) { sender.yield(.files) }
        } noted: {
            report(.watching($0))
        }
    }

    /// How long nothing must happen before links are followed: an author who goes on writing is not kept waiting for them.
    private static let pause = Duration.milliseconds(1500)

    /// Follows the links of a site, unless that was done or there is something better to do.
    ///
    /// - Returns: whether it is being done: then `followed` comes, however it ends.
    private func follow(
        _ site: LiveSite, _ known: LiveLinks, _ links: WantedWork, _ sender: AsyncStream<Event>.Continuation
    ) -> Bool {
        guard site.isPrepared, !site.isPartial, site.linksRevision != site.revision else { return false }
        let ticket = links.begin()
        Task {
            // A small site is looked through at once.
            let isLarge = site.pages > Self.fewPages
            if isLarge { try? await Task.sleep(for: Self.pause) }
            let followed = await OwnThread.run(quietly: isLarge) {
                var copy = known
                _ = copy.follow(site) { links.isWanted(ticket) }
                return copy
            }
            sender.yield(.followed(followed))
        }
        return true
    }

    private static let fewPages = 200
}
