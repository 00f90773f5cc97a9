#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the file system says of all that lies below a folder, in one value: two trees of one mark have the same files with
/// the same sizes, times and numbers.
public struct TreeMark: Hashable, Sendable {
    /// Files, links and empty folders.
    public private(set) var entries: Int
    /// The sum over the entries, so that they may be counted in any order.
    public private(set) var sum: UInt64

    /// The mark of a tree without anything in it, or one that was put down.
    public init(entries: Int = 0, sum: UInt64 = 0) { (self.entries, self.sum) = (entries, sum) }

    /// Counts one entry.
    ///
    /// - Parameter path: `hash` of its path.
    mutating func add(path: UInt64, size: Int, modified: Int, number: UInt64) {
        var hash = Self.mixed(path ^ UInt64(truncatingIfNeeded: size))
        hash = Self.mixed(hash ^ UInt64(truncatingIfNeeded: modified))
        hash = Self.mixed(hash ^ number)
        entries += 1
        sum &+= hash
    }

    /// Counts the file or link at a path below `root`; nothing where there is none.
    mutating func add(_ file: String, in root: String) { count(file, in: root, 1) }

    /// No longer counts the file or link at a path below `root`.
    mutating func remove(_ file: String, in root: String) { count(file, in: root, -1) }

    private mutating func count(_ file: String, in root: String, _ sign: Int) {
        var status = stat()
        guard lstat(root + "/" + file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return }
        let stamp = FileStamp(status)
        var one = TreeMark()
        one.add(
            path: Self.hash(file), size: stamp.size, modified: stamp.modified,
            number: UInt64(truncatingIfNeeded: stamp.number))
        entries += sign * one.entries
        sum = sign > 0 ? sum &+ one.sum : sum &- one.sum
    }

    /// Counts a folder by its time, which changes when something comes into it or leaves it; nothing where there is none.
    ///
    /// - Parameter folder: its path below `root`; empty for the root itself.
    mutating func add(timeOf folder: String, in root: String) { count(timeOf: folder, in: root, 1) }

    /// No longer counts it.
    mutating func remove(timeOf folder: String, in root: String) { count(timeOf: folder, in: root, -1) }

    private mutating func count(timeOf folder: String, in root: String, _ sign: Int) {
        var status = stat()
        guard lstat(folder.isEmpty ? root : root + "/" + folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR
        else { return }
        var one = TreeMark()
        one.add(folder: folder.isEmpty ? Self.root : Self.hash(folder), FileStamp(status))
        if sign > 0 { add(one) } else { remove(one) }
    }

    /// Counts a folder by its time.
    ///
    /// - Parameter folder: `hash` of its path.
    mutating func add(folder: UInt64, _ stamp: FileStamp) {
        add(path: folder, size: 0, modified: stamp.modified, number: UInt64(truncatingIfNeeded: stamp.number))
    }

    /// Counts an empty folder.
    mutating func add(folder: String) { add(path: Self.hash(folder), size: -1, modified: 0, number: 0) }

    /// No longer counts the entries of another part of the tree.
    mutating func remove(_ other: TreeMark) {
        entries -= other.entries
        sum &-= other.sum
    }

    /// Counts the entries of another part of the tree.
    mutating func add(_ other: TreeMark) {
        entries += other.entries
        sum &+= other.sum
    }

    /// The hash of a path of which `folder` is the hash of the beginning.
    static func hash(_ name: UnsafeBufferPointer<UInt8>, in folder: UInt64) -> UInt64 {
        var hash = hashed(0x2F, folder)
        for byte in name { hash = hashed(byte, hash) }
        return hash
    }

    /// The hash of a path that has one byte more.
    static func hashed(_ byte: UInt8, _ hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* prime }

    private static func hash(_ path: String) -> UInt64 {
        var path = path
        return path.withUTF8 { hash($0, in: root) }
    }

    /// The hash of the root of a tree (FNV-1a begins with it).
    static let root: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    /// Spreads the bits of a word (the last step of SplitMix64).
    private static func mixed(_ word: UInt64) -> UInt64 {
        var word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
