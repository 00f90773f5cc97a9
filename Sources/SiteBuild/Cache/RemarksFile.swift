import Diagnostics
import FicheModel
import FileStore

/// The file in which the remarks about a large document stay for later builds. Beside it lies what people are shown of them,
/// so that the others need not be read to be counted.
struct RemarksFile: Sendable {
    private let file: CacheFile
    private let brief: CacheFile

    /// What the names of the files of digests end with.
    static let briefSuffix = "-bref"

    /// - Parameters:
    ///   - folder: that of the cache.
    ///   - name: of the file in it.
    init(_ folder: String, _ name: String, program: String) {
        file = CacheFile(path: folder + "/" + name, program: program)
        brief = CacheFile(path: folder + "/" + name + Self.briefSuffix, program: program)
    }

    /// Keeps remarks.
    ///
    /// - Parameter key: that of their document.
    func write(_ diagnostics: [Diagnostic], key: Fingerprint) {
        var (diagnostics, digest) = (diagnostics, DiagnosticDigest(diagnostics))
        let bytes = file.packed { packing in
            packing.put(key)
            packing.diagnostics(&diagnostics)
        }
        file.write(packed: bytes)
        brief.write { packing in
            packing.put(key)
            packing.put(bytes.count)
            digest.carry(&packing)
        }
    }

    /// What people are shown of the remarks; nil when there are none of this document to be had. All of them may be asked for
    /// later: their file must be there in its length.
    func digest(key: Fingerprint) -> DiagnosticDigest? {
        let read = brief.read { packing -> DiagnosticDigest? in
            var (known, length, digest) = (Fingerprint.blank, 0, DiagnosticDigest())
            known.carry(&packing)
            packing.number(&length)
            digest.carry(&packing)
            return known == key && FileStamp(file.path)?.size == length ? digest : nil
        }
        return read.flatMap { $0 }
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
        return read ?? lost
    }

    /// What is said where they cannot be read.
    static let lost = [Diagnostic(.error, .ficheIntrouvable, "Ce qu’une construction a gardé ne peut pas être relu")]
}

extension DiagnosticDigest {
    fileprivate mutating func carry(_ packing: inout Packing) {
        packing.diagnostics(&shown)
        packing.list(&rest, Rest("", .note, count: 0)) { packing, rest in
            packing.word(&rest.identifier)
            packing.word(&rest.severity)
            packing.number(&rest.count)
        }
    }
}
