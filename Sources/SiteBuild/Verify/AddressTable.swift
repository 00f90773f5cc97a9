/// The addresses of a site, looked up by their bytes: no text is made for the millions of links that are good.
struct AddressTable: Sendable {
    private var addresses: ByteStrings

    /// - Parameter files: the paths of all files. Each is an address, and so is the folder of each `index.html`.
    init(_ files: [String]) {
        addresses = ByteStrings(capacity: files.count * 2)
        let index = Array("index.html".utf8)
        for file in files {
            var file = file
            file.withUTF8 { path in
                _ = addresses.insert(path)
                let folder = path.count - index.count
                guard folder >= 0, path[folder...].elementsEqual(index),
                    folder == 0 || path[folder - 1] == UInt8(ascii: "/")
                else { return }
                _ = addresses.insert(UnsafeBufferPointer(rebasing: path[..<folder]))
            }
        }
    }

    /// The number of an address of the site, from its root; nil when the site has none such.
    func number(of address: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let hash = ByteStrings.hash(address)
        return addresses.contains(address, hash: hash) ? Self.number(hash) : nil
    }

    /// A number for an address. Two may share one: it only says what may be meant.
    private static func number(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 7) }

    /// The numbers of all addresses by which a file can be named.
    static func numbers(ofFile file: String) -> [UInt32] {
        let index = "index.html"
        let isPage = file == index || file.hasSuffix("/" + index)
        let names = isPage ? [file, String(file.dropLast(index.count))] : [file]
        return names.map { number(Array($0.utf8).withUnsafeBufferPointer(ByteStrings.hash)) }
    }
}
