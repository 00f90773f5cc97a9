/// What a process holds when it has done its work.
enum EndOfProcess {
    /// Leaves values where they are until the process ends: the system takes its memory back at once, while taking apart
    /// what a build knows of a national base, piece by piece, is work.
    static func leave(_ values: Any...) { _ = Unmanaged.passRetained(Box(values)) }

    private final class Box {
        let values: [Any]

        init(_ values: [Any]) { self.values = values }
    }
}
