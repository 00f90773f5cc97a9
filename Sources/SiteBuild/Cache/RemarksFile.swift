import Diagnostics
import FicheModel
import FileStore

/// The file in which the remarks about a large document stay for later builds.
struct RemarksFile {
    private let file: CacheFile

    /// - Parameters:
    ///   - folder: that of the cache.
    ///   - name: of the file in it.
    init(_ folder: String, _ name: String, program: String) {
        file = CacheFile(path: folder + "/" + name, program: program)
    }

    /// Keeps remarks.
    ///
    /// - Parameter key: that of their document.
    func write(_ diagnostics: [Diagnostic], key: Fingerprint) {
        var diagnostics = diagnostics
        file.write { packing in
            packing.put(key)
            packing.diagnostics(&diagnostics)
        }
    }

    /// The remarks as bytes; nil when there are none of this document to be had.
    func bytes(key: Fingerprint) -> [UInt8]? {
        guard let bytes = file.bytes() else { return nil }
        return CacheFile.read(bytes, program: file.program) { packing -> Bool in
            var known = Fingerprint.blank
            known.carry(&packing)
            packing.skip()
            return known == key
        } == true ? bytes : nil
    }

    /// The remarks of `bytes`.
    static func diagnostics(_ bytes: [UInt8], program: String) -> [Diagnostic] {
        let read = CacheFile.read(bytes, program: program) { packing -> [Diagnostic] in
            var (key, diagnostics) = (Fingerprint.blank, [Diagnostic]())
            key.carry(&packing)
            packing.diagnostics(&diagnostics)
            return diagnostics
        }
        // Bytes of the right hash that say nothing: the build is then made once more, without what was kept.
        return read ?? [Diagnostic(.error, .ficheIntrouvable, "Ce qu’une construction a gardé ne peut pas être relu")]
    }
}
