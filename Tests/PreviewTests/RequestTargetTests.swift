import Testing

@testable import Preview

@Suite("What a request of the preview asks for")
struct RequestTargetTests {
    private func decide(_ path: String, host: String? = "127.0.0.1:8420", base: String = "/") -> RequestTarget {
        RequestTarget.decide(
            host: host, path: path, port: 8420, basePath: base,
            outputs: { ["index.html", "fiches/a/index.html", "fiches/a/index.json"].contains($0) })
    }

    @Test("a folder gives its index")
    func folders() {
        #expect(decide("/") == .output("index.html"))
        #expect(decide("/fiches/a/") == .output("fiches/a/index.html"))
        #expect(decide("/fiches/a") == .redirect("/fiches/a/"))
        #expect(decide("/fiches/a/index.json") == .output("fiches/a/index.json"))
    }

    @Test("the base path of the published site is served too")
    func basePath() {
        #expect(decide("/certifications/fiches/a/", base: "/certifications/") == .output("fiches/a/index.html"))
        #expect(decide("/fiches/a/", base: "/certifications/") == .output("fiches/a/index.html"))
    }

    @Test(
        "nothing climbs out",
        arguments: [
            "/../etc/passwd", "/%2e%2e/etc/passwd", "/a/..%2f..%2fetc", "/a\\..\\b", "/%00", "/%zz", "/%ff", "x",
        ])
    func climbing(path: String) {
        guard case .refused = decide(path) else {
            Issue.record("\(path) was not refused")
            return
        }
    }

    @Test(
        "only this machine's own names are answered",
        arguments: ["exemple.fr", "127.0.0.1:80", "localhost.exemple.fr", ""])
    func hosts(host: String) {
        guard case .refused = decide("/", host: host) else {
            Issue.record("\(host) was not refused")
            return
        }
        #expect(decide("/", host: "localhost:8420") == .output("index.html"))
    }

    @Test("no host, no answer")
    func noHost() { #expect(decide("/", host: nil) != .output("index.html")) }
}
