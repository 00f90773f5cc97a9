import Foundation
import SiteBuild

extension LiveSite {
    /// Every file that a preview of this state would serve, without what the preview adds to pages.
    public func files() -> [String: Data] {
        var files = (searchFiles() ?? [:]).mapValues { Data($0) }
        for path in paths {
            if case .file(let bytes) = output(at: path) { files[path] = Data(bytes) }
        }
        return files
    }
}
