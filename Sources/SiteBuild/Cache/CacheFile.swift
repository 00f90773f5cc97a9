import FicheModel
import FileStore

/// A file that one build keeps for the next. One that is missing, damaged or of another program is as good as none.
struct CacheFile: Sendable {
    let path: String
    /// What the program is: another one may read and render otherwise.
    let program: String

    /// The content as it was written; nil when there is none to be had.
    func read<Value>(_ describe: (inout Packing) -> Value) -> Value? {
        bytes().flatMap { Self.read($0, program: program, describe) }
    }

    /// The content as bytes that nobody damaged; nil when there are none. Of which program they are, `read` looks at.
    func bytes() -> [UInt8]? {
        guard var bytes = try? FileBytes.read(path), bytes.count > Self.hashLength else { return nil }
        let start = bytes.count - Self.hashLength
        let hash = bytes.withUnsafeBytes { ContentHash(of: UnsafeRawBufferPointer(rebasing: $0[..<start])) }
        guard hash.hex.utf8.elementsEqual(bytes[start...]) else { return nil }
        bytes.removeLast(Self.hashLength)
        return bytes
    }

    /// What such bytes say; nil when another program wrote them.
    static func read<Value>(_ bytes: [UInt8], program: String, _ describe: (inout Packing) -> Value) -> Value? {
        Packing.read(bytes) { packing in
            var mark = ""
            packing.text(&mark)
            // What another program wrote is not even looked at.
            guard mark == Self.mark(program) else { return nil }
            return describe(&packing)
        }.flatMap { $0 }
    }

    /// Writes the content whole or not at all. That it cannot be written costs the next build its time and nothing else.
    func write(_ describe: (inout Packing) -> Void) { write(packed: packed(describe)) }

    /// The bytes of the file for a content, for making them before they may be written.
    func packed(_ describe: (inout Packing) -> Void) -> [UInt8] {
        var bytes = Packing.bytes { packing in
            packing.put(Self.mark(program))
            describe(&packing)
        }
        bytes += ContentHash(of: bytes).hex.utf8
        return bytes
    }

    /// The same with bytes of `packed`.
    func write(packed bytes: [UInt8]) { try? FileWriting.writeAtomically(bytes, to: path) }

    private static let hashLength = 64
    private static func mark(_ program: String) -> String { "parchemin 1 " + program }
}
