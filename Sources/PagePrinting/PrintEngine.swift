import ExternalProgram

/// A program that makes a PDF of a page.
public enum PrintEngine: String, CaseIterable, Sendable {
    /// Contents with page numbers, running titles, bookmarks, PDF/UA-1, attachments.
    case weasyprint
    /// A browser: contents as links, a tagged PDF, no attachments.
    case chromium

    /// The names under which it is looked for on the path, or where systems put it.
    public var programs: [String] {
        switch self {
        case .weasyprint: ["weasyprint"]
        case .chromium:
            [
                "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
            ]
        }
    }

    /// Whether it puts files into the PDF.
    public var attaches: Bool { self == .weasyprint }

    /// Makes the PDF of a job.
    ///
    /// - Throws: `missing` when no program of this engine is on the path.
    public func run(_ job: PrintJob, seconds: Int = 600) throws(PrintFailure) {
        for program in programs {
            let outcome: ExternalProgram.Outcome
            do throws(ExternalProgram.Failure) {
                outcome = try ExternalProgram(program, seconds: seconds, environment: job.environment)
                    .run(arguments(job), input: [])
            } catch {
                switch error {
                case .missing: continue
                case .tooSlow, .tooMuchOutput: throw .tooSlow
                case .notStarted(let code): throw .failed("erreur système \(code)")
                }
            }
            guard outcome.status != 0 else { return }
            // A program that Ctrl-C reached ends by that signal, or with the status that shells give it.
            if outcome.status == 130 { throw .interrupted }
            throw .failed(Self.reason(outcome))
        }
        throw .missing
    }

    func arguments(_ job: PrintJob) -> [String] {
        switch self {
        case .weasyprint:
            let attachments = job.attachments.flatMap { ["--attachment", $0, "--attachment-relationship", "Data"] }
            return ["--quiet", "--pdf-variant", "pdf/ua-1", "--allowed-protocols", "file,data"] + attachments
                + [job.page, job.output]
        case .chromium:
            var arguments = [
                "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-breakpad", "--host-resolver-rules=MAP * ~NOTFOUND", "--lang=fr",
                "--user-data-dir=\(job.folder)/profil", "--no-pdf-header-footer", "--export-tagged-pdf",
                "--generate-pdf-document-outline", "--print-to-pdf=\(job.output)",
            ]
            // Chromium refuses to run as root with its sandbox; the page is our own and runs no script.
            if job.isRoot { arguments.append("--no-sandbox") }
            return arguments + ["file://" + job.page]
        }
    }

    /// The last line that says something.
    private static func reason(_ outcome: ExternalProgram.Outcome) -> String {
        let remarks = String(decoding: outcome.remarks, as: UTF8.self)
        let lines = remarks.split(whereSeparator: \.isNewline).filter { $0.contains { $0.isLetter } }
        return lines.last.map { String($0.prefix(300)) } ?? "code \(outcome.status)"
    }
}

/// Why there is no PDF.
public enum PrintFailure: Error, Equatable, Sendable {
    /// No such program is installed.
    case missing
    /// It took longer than it may.
    case tooSlow
    /// Somebody stopped it.
    case interrupted
    /// It ended with an error, in its words.
    case failed(String)
}
