import CLibXML2

/// Finds bytes in bytes.
enum ByteSearch {
    /// Where `wanted`, which is not empty, first stands in `bytes`.
    static func first(_ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress, let mark = wanted.baseAddress, !wanted.isEmpty else { return nil }
        var index = 0
        while index + wanted.count <= bytes.count {
            let found = pxml_find(base + index, bytes.count - wanted.count + 1 - index, mark[0])
            guard found >= 0 else { return nil }
            if pxml_same(base + index + found, mark, wanted.count) != 0 { return index + found }
            index += found + 1
        }
        return nil
    }

    /// The same for a mark that the program knows, among the first `limit` bytes.
    static func first(_ mark: StaticString, in bytes: [UInt8], limit: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            first(
                UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount),
                in: UnsafeBufferPointer(rebasing: bytes.prefix(limit)))
        }
    }
}
