import Testing

@testable import FicheReaders

@Suite struct FluxSplitterTests {
    private func pieces(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return FluxSplitter.split(bytes).steps.map { step in
            switch step {
            case .fiche(let range): String(decoding: bytes[range], as: UTF8.self)
            case .unfinished(let range, let flaw): "\(flaw): " + String(decoding: bytes[range], as: UTF8.self)
            case .needsMore, .end: "?"
            }
        }
    }

    @Test func fichesAreCutOut() {
        #expect(
            pieces("<FICHES>\n<FICHE>a</FICHE> <FICHE >b</FICHE\n></FICHES>") == [
                "<FICHE>a</FICHE>", "<FICHE >b</FICHE\n>",
            ])
        #expect(pieces("<FICHES></FICHES>") == [])
        #expect(pieces("") == [])
    }

    @Test func tagsInSectionsAndCommentsAreText() {
        let one = "<FICHE><![CDATA[</FICHE><FICHE>]]><!-- </FICHE> --><?x </FICHE>?></FICHE>"
        #expect(pieces("<!-- <FICHE> -->" + one + one) == [one, one])
    }

    @Test func namesThatOnlyBeginAlikeAreOthers() {
        #expect(pieces("<FICHES_X/><FICHE><FICHE_X></FICHE_X></FICHE>") == ["<FICHE><FICHE_X></FICHE_X></FICHE>"])
    }

    @Test func flawsAreNamed() {
        #expect(pieces("<FICHE>a<FICHE>b</FICHE>") == ["overlapped: <FICHE>a", "<FICHE>b</FICHE>"])
        #expect(pieces("<FICHE>a</FICHE><FICHE>b") == ["<FICHE>a</FICHE>", "truncated: <FICHE>b"])
        #expect(pieces("<FICHE><![CDATA[a<FICHE>b</FICHE>") == ["unclosed(7): <FICHE><![CDATA[a", "<FICHE>b</FICHE>"])
    }

    /// A flow read in blocks of any size gives the same fiches as a flow that is held whole.
    @Test(arguments: 1...40) func blocksGiveTheSame(_ size: Int) {
        let bytes = Array(
            "<FICHES> <FICHE>é<![CDATA[</FICHE>]]></FICHE>\n<!-- <FICHE> --><FICHE><A>b</A></FICHE> </FICHES>".utf8)
        var held: [UInt8] = []
        var found: [[UInt8]] = []
        var read = 0
        var isDone = false
        var splitter = FluxSplitter()
        while !isDone {
            let isLast = read >= bytes.count
            let step = held.withUnsafeBufferPointer { splitter.next(in: $0, from: 0, isLast: isLast) }
            switch step {
            case .fiche(let range):
                found.append(Array(held[range]))
                held.removeFirst(range.upperBound)
            case .needsMore(let from):
                held.removeFirst(from)
                held += bytes[read..<min(bytes.count, read + size)]
                read += size
            case .end: isDone = true
            case .unfinished:
                Issue.record("unfinished \(String(decoding: held, as: UTF8.self))")
                isDone = true
            }
        }
        #expect(
            found.map { String(decoding: $0, as: UTF8.self) } == [
                "<FICHE>é<![CDATA[</FICHE>]]></FICHE>", "<FICHE><A>b</A></FICHE>",
            ])
    }
}
