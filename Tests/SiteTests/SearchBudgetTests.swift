import Foundation
import ParcheminCommand
import SearchIndex
import SiteBuild
import Testing
import TestSupport

/// The search of the demonstration: its files stay small, and the command answers from them.
@Suite struct SearchBudgetTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func demonstration() throws -> Site {
        let site = try Site([:])
        site.build { $0.content = Self.root.appendingPathComponent("Content").path }
        return site
    }

    @Test func theFilesOfTheDemonstrationKeepTheirBudgets() throws {
        let files = try demonstration().publishedFiles().filter { $0.key.hasPrefix(SearchIndexBuilder.folder) }
        func largest(_ beginning: String) -> Int {
            files.filter { $0.key.hasPrefix(SearchIndexBuilder.folder + beginning) }.map(\.value.count).max() ?? 0
        }
        #expect((1...3_000).contains(largest("manifeste.json")))
        #expect((1...65_000).contains(largest("lexique.json")))
        #expect((1...12_000).contains(largest("fiches/")))
        #expect((1...12_000).contains(largest("noyau/")))
        #expect((1...16_000).contains(largest("corps/")))
        #expect(files.count < 60)
    }

    @Test func theCommandAnswersFromThePublishedFiles() async throws {
        let site = try demonstration()
        let run = await site.run("search", "horlogère", "--output", "{output}", "--json")
        #expect(run.status == .done)
        #expect(run.output.contains("\"question\":\"horlogère\""))
        #expect(run.output.contains("Horloger"))
        #expect(await site.run("search", "xyzxyzxyz", "--output", "{output}").status == .contentErrors)
        #expect(await site.run("search", "a", "--output", "{output}/nulle-part").status == .unreadable)
        #expect(await site.run("search", "a", "--output", "{output}", "--filtre", "niveau").status == .usage)
    }
}
