import Foundation
import SiteBuild

/// The outputs of one state of the site that were asked for last, up to a size.
final class PageMemory: @unchecked Sendable {
    private let lock = NSLock()
    private let limit: Int
    private var revision = -1
    private var outputs: [String: [UInt8]] = [:]
    private var size = 0

    /// - Parameter limit: in bytes, for all together.
    init(limit: Int = 32 << 20) { self.limit = limit }

    /// The output of a path, made on a thread of its own where it is not known.
    func output(at path: String, of site: LiveSite) async -> LiveOutput {
        if let bytes = known(path, site.revision) { return .file(bytes) }
        let output = await OwnThread.run { site.output(at: path) }
        if case .file(let bytes) = output { remember(bytes, path, site.revision) }
        return output
    }

    private func known(_ path: String, _ revision: Int) -> [UInt8]? {
        lock.withLock { revision == self.revision ? outputs[path] : nil }
    }

    private func remember(_ bytes: [UInt8], _ path: String, _ revision: Int) {
        lock.withLock {
            guard bytes.count <= limit / 4, revision >= self.revision else { return }
            // What is asked for again is made again in a moment: nothing finer than starting anew is worth its rules.
            if revision > self.revision || size + bytes.count > limit { (outputs, size) = ([:], 0) }
            self.revision = revision
            size += bytes.count - (outputs.updateValue(bytes, forKey: path)?.count ?? 0)
        }
    }
}
