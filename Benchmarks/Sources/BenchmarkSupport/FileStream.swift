import FicheReaders
import Foundation

/// A file block by block, so that a measure never holds a base whole.
public struct FileStream: ByteStream {
    private let handle: FileHandle

    /// Reads from where the handle stands; closing it stays with the caller.
    public init(handle: FileHandle) { self.handle = handle }

    public mutating func next() throws(ByteFailure) -> [UInt8]? {
        let block = [UInt8](unsafeUninitializedCapacity: SourceStream.blockLength) { buffer, count in
            count = max(0, read(handle.fileDescriptor, buffer.baseAddress, buffer.count))
        }
        return block.isEmpty ? nil : block
    }
}
