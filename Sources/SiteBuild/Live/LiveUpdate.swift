import Catalogue
import Diagnostics
import FileStore

extension LiveSite {
    /// The site after a change, as far as it can be told at once. Documents that changed are read again. Where their fiches
    /// say the same to the rest of the catalogue, everything is right; else their own pages are, and `isPartial` says that
    /// the rest waits for `completed`.
    public func after(_ changes: FileChanges) -> LiveSite {
        var next = self
        guard let prepared else {
            next.isPartial = true
            return next
        }
        var places = changes.isEverything ? documents.stale : []
        var others: Set<String> = []
        for path in changes.paths {
            // A file that is gone is no document any more, and one that came under its name may be none.
            if let place = documents.place(ofFile: path), FileTree.kind(of: path) == .file {
                places.append(place)
            } else {
                others.insert(path)
            }
        }
        if changes.isEverything || !failure.isEmpty || concerns(others, prepared) { next.isPartial = true }
        for place in Set(places).sorted() { next.readAgain(place, prepared) }
        next.noteErrors()
        return next
    }

    /// The site with everything brought up to date.
    public func completed() -> LiveSite {
        var next = self
        do throws(PreparationFailure) {
            let (documents, request, folder) = (documents, request, folder)
            let isFirst = prepared == nil
            try next.prepare { found in
                isFirst
                    ? LiveDocuments(found, request: request, folder: folder)
                    : documents.following(found, request: request, folder: folder)
            }
        } catch {
            next.failure = error.diagnostics
            next.isPartial = false
        }
        next.noteErrors()
        return next
    }

    /// Whether files that are no known documents change the site: a page, a picture, settings, the theme, or a name that
    /// came or went.
    private func concerns(_ paths: Set<String>, _ prepared: PreparedSite) -> Bool {
        guard !paths.isEmpty else { return false }
        guard var inputs = try? GatheredInputs.discover(request) else { return true }
        _ = GatheredInputs.addSources(prepared.model.configuration, request, &inputs)
        guard inputs == prepared.inputs else { return true }
        var known = Set((inputs.pages + inputs.medias).map(\.path) + [inputs.configuration?.path].compactMap { $0 })
        known.formUnion(prepared.medias.values)
        let files = Set(known.map(LiveDocuments.real))
        let folders = SiteBuilder.themeFolders(request, prepared).map { LiveDocuments.real($0) + "/" }
        return paths.map(LiveDocuments.real).contains { path in
            files.contains(path) || folders.contains { path.hasPrefix($0) }
        }
    }

    private mutating func readAgain(_ place: Int, _ shown: PreparedSite) {
        documents.readAgain(place, request: request, folder: folder)
        let (former, fresh) = (shown.documents[place], documents.read[place])
        guard !fresh.isSame(as: former), var site = prepared else { return }
        if fresh.summaries == former.summaries {
            // To the rest of the catalogue the fiches say what they said.
            site.documents[place] = fresh
        } else {
            isPartial = true
            guard fresh.hasSameAddresses(as: former) else { return }
            site.documents[place] = fresh
            for (index, fiche) in site.model.fiches.enumerated() where fiche.origin.document == place {
                site.model.show(fresh.summaries[fiche.origin.rank], at: index)
            }
        }
        prepared = site
        renderer = OutputRenderer(site, common: renderer?.common)
        revision += 1
    }
}

extension ReadDocument {
    /// Whether each fiche can be shown in the place of the one that was there: at its address, under its number.
    fileprivate func hasSameAddresses(as other: ReadDocument) -> Bool {
        summaries.elementsEqual(other.summaries) { one, other in
            one.identifiant == other.identifiant && one.numeroFiche == other.numeroFiche
                && one.brouillon == other.brouillon
        }
    }
}
