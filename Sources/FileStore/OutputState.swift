/// Where Parchemin keeps what belongs to an output folder and is not published: `.parchemin/<name>/` beside it, on the
/// same volume, so that whole folders can change places with it.
public struct OutputState: Equatable, Sendable {
    /// The state's own folder.
    public let path: String
    /// `.parchemin`, which holds the states of all output folders that lie beside each other.
    let parent: String

    /// The state of the output folder at `output`, a path without `/` at its end.
    public init(of output: String) {
        let slash = output.lastIndex(of: "/")
        let folder = slash.map { String(output[...$0]) } ?? ""
        let name = slash.map { String(output[output.index(after: $0)...]) } ?? output
        parent = folder + Self.folderName
        path = parent + "/" + name
    }

    /// The name of the folder that holds all states. Files in it are never content of a catalogue.
    public static let folderName = ".parchemin"

    var lock: String { path + "/verrou" }
    /// The generation that was published before the present one: what `rollback` brings back.
    var previous: String { path + "/precedente" }
    /// The published generation once more, under second names of its files, as long as there is no other: the next one is made
    /// of it, so that the first edit after a first build need not make a folder for each fiche.
    var spare: String { path + "/reserve" }
    /// It while it is made.
    var spareDraft: String { path + "/reserve.neuve" }
    /// What is being written: the files of a new generation that the published one does not have.
    var next: String { path + "/nouvelle" }
    /// The published generation between two renames, where folders cannot be exchanged.
    var leaving: String { path + "/sortante" }
    /// Says that generations are about to change places.
    var journal: String { path + "/journal" }
    /// The journal before it has its name, so that it is never read in part.
    var journalDraft: String { path + "/journal.neuf" }
    /// A folder for what a build keeps for the next one.
    public var cache: String { path + "/cache" }
}
