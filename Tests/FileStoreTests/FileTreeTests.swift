import FileStore
import Testing

struct FileTreeTests {
    @Test func filesComeInTheOrderOfTheirBytes() throws {
        let folder = try Folder(["b/z.txt": "", "b.txt": "", "a/é.txt": "", "a/Z.txt": "", ".cache/x": ""])
        #expect(try FileTree(of: folder.path).files.map(\.path) == ["a/Z.txt", "a/é.txt", "b.txt", "b/z.txt"])
    }

    @Test func hiddenFilesCountOnlyWhenAskedFor() throws {
        let folder = try Folder([".a": "", "b": ""])
        #expect(try FileTree(of: folder.path, hidden: true).files.map(\.path) == [".a", "b"])
    }

    @Test func linksDoNotLeadOut() throws {
        let outside = try Folder(["secret.txt": "secret"])
        let folder = try Folder(["dedans.txt": "visible"])
        try folder.link("dehors.txt", to: outside.path + "/secret.txt")
        try folder.link("dossier", to: outside.path)
        try folder.link("boucle", to: ".")
        try folder.link("ici.txt", to: "dedans.txt")
        let tree = try FileTree(of: folder.path)
        #expect(tree.files.map(\.path) == ["dedans.txt", "ici.txt"])
        #expect(tree.links == ["boucle", "dehors.txt", "dossier"])
    }

    @Test func aMissingFolderIsSaid() throws {
        let folder = try Folder()
        let problem = #expect(throws: FileProblem.self) { try FileTree(of: folder.path + "/rien") }
        #expect(problem?.isAbsence == true)
        #expect(problem?.diagnostic().message.hasSuffix("ce fichier ou ce dossier n’existe pas") == true)
    }

    @Test func aFolderIsNoFile() throws {
        let folder = try Folder()
        let problem = #expect(throws: FileProblem.self) { try FileBytes.read(folder.path) }
        #expect(problem?.reason == "c’est un dossier")
    }
}
