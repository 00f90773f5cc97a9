import Foundation

/// What is watched: folders with all below them, and single files, which need not be there yet.
struct WatchedRoots: Sendable {
    private let paths: [String]

    /// - Parameter paths: as given; what they name may come and go.
    init(_ paths: [String]) { self.paths = paths.map { URL(fileURLWithPath: $0).standardizedFileURL.path } }

    /// All folders in which something may happen: those at and below the roots, and those that hold a root, for editors
    /// save by renaming, and folders are replaced whole.
    var folders: [String] {
        var folders: Set<String> = []
        for path in paths {
            folders.insert((path as NSString).deletingLastPathComponent)
            var pending = [path]
            while let folder = pending.popLast() {
                guard Self.isFolder(folder, followingLink: folder == path) else { continue }
                folders.insert(folder)
                for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
                where !name.hasPrefix(".") {
                    pending.append(folder + "/" + name)
                }
            }
        }
        return folders.sorted()
    }

    /// Whether a change of this path may concern anybody: hidden files never do.
    func concern(_ path: String) -> Bool {
        paths.contains { root in
            if path == root { return true }
            guard path.hasPrefix(root), path.utf8.dropFirst(root.utf8.count).first == UInt8(ascii: "/") else {
                return false
            }
            return !path.dropFirst(root.count).contains("/.")
        }
    }

    private static func isFolder(_ path: String, followingLink: Bool) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        switch attributes?[.type] as? FileAttributeType {
        case .typeDirectory: return true
        case .typeSymbolicLink where followingLink:
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        default: return false
        }
    }
}
