import Diagnostics
import FicheReaders
import FileStore
import PagePrinting
import SiteBuild

/// Prints one page in a temporary folder, which is removed whatever happens.
struct PagePrint {
    let page: PrintablePage
    /// Of the process: `TMPDIR` and `HOME` are read.
    let environment: [String: String]

    struct Failure: Error {
        let status: ExitStatus
        let diagnostic: Diagnostic

        init(_ status: ExitStatus, _ diagnostic: Diagnostic) {
            self.status = status
            self.diagnostic = diagnostic
        }
    }

    /// The PDF by the first of the engines that is installed.
    func pdf(_ engines: [PrintEngine]) throws(Failure) -> (PrintEngine, [UInt8]) {
        let folder: TemporaryFolder
        do {
            folder = try TemporaryFolder(in: environment["TMPDIR"] ?? "/tmp")
        } catch {
            throw Failure(.cannotWrite, error.diagnostic())
        }
        let result: Result<(PrintEngine, [UInt8]), Failure>
        do throws(Failure) {
            result = .success(try pdf(engines, in: folder))
        } catch {
            result = .failure(error)
        }
        do {
            try folder.remove()
        } catch {
            // What failed first is what is told.
            if case .success = result { throw Failure(.cannotWrite, error.diagnostic()) }
        }
        return try result.get()
    }

    private func pdf(_ engines: [PrintEngine], in folder: TemporaryFolder) throws(Failure) -> (PrintEngine, [UInt8]) {
        var job = PrintJob(
            folder: folder.path, page: folder.path + "/site/" + page.page, output: folder.path + "/page.pdf",
            home: environment["HOME"])
        do throws(FileProblem) {
            for (path, bytes) in page.files.sorted(by: { $0.key < $1.key }) {
                try folder.write(bytes, at: "site/" + path)
            }
            for (name, bytes) in page.attachments.sorted(by: { $0.key < $1.key }) {
                try folder.write(bytes, at: "joint/" + name)
                job.attachments.append(folder.path + "/joint/" + name)
            }
        } catch {
            throw Failure(.cannotWrite, error.diagnostic())
        }
        for engine in engines {
            do throws(PrintFailure) {
                try engine.run(job)
            } catch {
                if error == .missing { continue }
                throw failure(error, engine)
            }
            guard let pdf = try? FileBytes.read(job.output), pdf.starts(with: "%PDF-".utf8) else {
                throw failure(.failed("il n’a pas écrit de PDF"), engine)
            }
            return (engine, PDFDates.pinned(pdf, to: page.date.iso.filter { $0 != "-" }))
        }
        throw Failure(.unavailable, Self.missing(engines))
    }

    private func failure(_ failure: PrintFailure, _ engine: PrintEngine) -> Failure {
        switch failure {
        case .missing: Failure(.unavailable, Self.missing([engine]))
        case .interrupted:
            Failure(.interrupted, Diagnostic(.error, "impression-interrompue", "L’impression a été interrompue"))
        case .tooSlow:
            Failure(
                .unavailable,
                Diagnostic(
                    .error, "impression-trop-longue", "\(engine.rawValue) n’a pas fini dans le temps permis",
                    hint: "Imprimez un livret plus petit"))
        case .failed(let reason):
            Failure(
                .unavailable,
                Diagnostic(
                    .error, "impression-impossible", "\(engine.rawValue) n’a pas pu faire le PDF : \(reason)",
                    hint: "Essayez l’autre moteur avec --moteur"))
        }
    }

    private static func missing(_ engines: [PrintEngine]) -> Diagnostic {
        let wanted =
            engines.count > 1
            ? "Ni WeasyPrint ni Chromium ne sont installés"
            : engines == [.chromium] ? "Chromium n’est pas installé" : "WeasyPrint n’est pas installé"
        return Diagnostic(
            .error, .outilManquant, "\(wanted) : aucun PDF n’est fait",
            hint: "WeasyPrint : « pip install weasyprint » (ou le paquet weasyprint) ; Chromium : le paquet chromium")
    }
}
