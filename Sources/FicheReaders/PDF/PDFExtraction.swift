import ExternalProgram

/// Gets the text out of a PDF: poppler's `pdftotext`, or what a test puts in its place.
public struct PDFExtraction: Sendable {
    /// How the text is laid out. The cases are in the order of preference.
    public enum Mode: String, CaseIterable, Sendable {
        /// Columns side by side, as they stand on the page.
        case layout = "-layout"
        /// Column after column, in the order of reading.
        case readingOrder = ""
        /// In the order in which the file holds its words.
        case raw = "-raw"
    }

    /// Why there is no text.
    public enum Failure: Error, Equatable, Sendable {
        /// The program is not installed.
        case toolMissing
        /// It took too long, or gave too much.
        case outOfBounds
        /// The file asks for a password, or forbids that its text is copied.
        case locked
        /// The file is no PDF that the program can read, in its words.
        case damaged(String)
    }

    /// The UTF-8 text of a PDF, pages parted by form feeds.
    public var text: @Sendable (_ pdf: [UInt8], _ mode: Mode) throws(Failure) -> [UInt8]

    public init(text: @escaping @Sendable (_ pdf: [UInt8], _ mode: Mode) throws(Failure) -> [UInt8]) {
        self.text = text
    }

    /// `pdftotext` of the machine.
    public static let poppler = pdftotext(popplerProgram)

    private static let popplerProgram = ExternalProgram("pdftotext")

    /// Where `pdftotext` of the machine is; nil when it is not installed.
    public static var popplerLocation: String? { popplerProgram.location }

    /// Whether reading a document that begins with these bytes needs it.
    public static func isNeeded(for bytes: [UInt8]) -> Bool { PDFReading.isPDF(bytes) }

    /// `pdftotext`, under another name or with other limits.
    public static func pdftotext(_ program: ExternalProgram) -> PDFExtraction {
        PDFExtraction { (pdf: [UInt8], mode: Mode) throws(Failure) -> [UInt8] in
            let options = mode.rawValue.isEmpty ? [] : [mode.rawValue]
            let outcome: ExternalProgram.Outcome
            do throws(ExternalProgram.Failure) {
                outcome = try program.run(["-enc", "UTF-8"] + options + ["-", "-"], input: pdf)
            } catch {
                switch error {
                case .missing: throw .toolMissing
                case .tooSlow, .tooMuchOutput: throw .outOfBounds
                case .notStarted(let code): throw .damaged("pdftotext : erreur système \(code)")
                }
            }
            guard outcome.status != 0 else { return outcome.output }
            let remarks = String(decoding: outcome.remarks, as: UTF8.self)
            // 3 is poppler's status for permissions.
            if outcome.status == 3 || remarks.contains("password") { throw .locked }
            let line = remarks.split(whereSeparator: \.isNewline).last.map(String.init) ?? "code \(outcome.status)"
            throw .damaged(line)
        }
    }
}
