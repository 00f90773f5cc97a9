/// A file that pages load: its path from the root of the site and its bytes.
public struct ThemeAsset: Equatable, Sendable {
    public let path: String
    public let bytes: [UInt8]
}

/// The assets of a theme under one folder named by what they hold, so that they may be cached for ever.
struct AssetSet: Sendable {
    /// `assets/<hash>/`, from the root of the site.
    let folder: String
    let assets: [ThemeAsset]

    init(_ files: [(name: String, bytes: [UInt8])]) {
        let sorted = files.sorted { $0.name < $1.name }
        var hash = FNV1a()
        for file in sorted {
            hash.add(Array(file.name.utf8))
            hash.add([0])
            hash.add(file.bytes)
            hash.add([0])
        }
        let folder = "assets/\(hash.hexadecimal)/"
        self.folder = folder
        assets = sorted.map { ThemeAsset(path: folder + $0.name, bytes: $0.bytes) }
    }

    /// The path of one asset from the root; nil when the theme has none of that name.
    func path(of name: String) -> String? { assets.first { $0.path == folder + name }?.path }
}

/// FNV-1a, 64 bits: names what changes, protects against nothing.
struct FNV1a {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
