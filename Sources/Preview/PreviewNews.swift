import Diagnostics
import SiteBuild

/// What happens in a preview, for whoever prints it.
public enum PreviewNews: Sendable {
    /// The site was prepared for the first time.
    case ready(LiveSite)
    /// Something else is shown, or to be said; with what is said for the first time.
    case changed(LiveSite, remarks: [Diagnostic])
    /// How files are watched.
    case watching(Diagnostic)
    /// All links were followed; with what was not said before.
    case linksFollowed(LiveSite, remarks: [Diagnostic])
}

extension LiveSite {
    /// What is to be said of this state and was not of a former one.
    func remarks(since former: LiveSite) -> [Diagnostic] {
        // A national base has more to say than one reads: only its errors are looked through again.
        errors.filter { !former.errors.contains($0) }
            + warningsNearErrors.filter { !former.warningsNearErrors.contains($0) }
    }
}
