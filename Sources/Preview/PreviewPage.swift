import Foundation
import MarkupText
import Diagnostics

/// What the preview adds to pages: the reload script, and a panel with the errors of the last build.
enum PreviewPage {
    /// The page with the reload script before the end of its body and, where there are errors, the panel at its top.
    static func decorated(_ html: [UInt8], version: Int, diagnostics: [Diagnostic]) -> [UInt8] {
        var text = String(decoding: html, as: UTF8.self)
        let errors = diagnostics.filter { $0.severity == .error }
        let warnings = errors.isEmpty ? [] : diagnostics.filter { $0.severity == .warning }
        if let body = text.range(of: "<body"), let end = text[body.upperBound...].firstIndex(of: ">"), !errors.isEmpty {
            text.insert(contentsOf: panel(errors, warnings), at: text.index(after: end))
        }
        let head = errors.isEmpty ? "" : "<link rel=\"stylesheet\" href=\"/_parchemin/apercu.css\">"
        if let close = text.range(of: "</head>") { text.insert(contentsOf: head, at: close.lowerBound) }
        let script = "<script src=\"/_parchemin/recharge.js?v=\(version)\" defer></script>"
        if let close = text.range(of: "</body>", options: .backwards) {
            text.insert(contentsOf: script, at: close.lowerBound)
        } else {
            text += script
        }
        return Array(text.utf8)
    }

    /// A whole page that says what keeps the asked page from being shown.
    static func errorPage(title: String, version: Int, diagnostics: [Diagnostic]) -> [UInt8] {
        let empty =
            "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; "
            + "style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'\">"
            + "<title>\(HTMLText.escaped(title))</title><link rel=\"stylesheet\" href=\"/_parchemin/apercu.css\"></head>"
            + "<body class=\"apercu-seul\"><main class=\"apercu-message\"><h1>\(HTMLText.escaped(title))</h1>"
            + "<p>La page reviendra d’elle-même dès que le fichier sera corrigé et enregistré.</p></main></body></html>"
        return decorated(Array(empty.utf8), version: version, diagnostics: diagnostics)
    }

    /// Errors first; warnings too, for the slip that a warning names is often the cause of the error.
    private static func panel(_ errors: [Diagnostic], _ warnings: [Diagnostic]) -> String {
        let shown = (errors.sorted() + warnings.sorted()).prefix(20)
        let title = errors.count == 1 ? "Une erreur à corriger" : "\(errors.count) erreurs à corriger"
        return "<aside class=\"apercu-erreurs\" aria-label=\"Erreurs de l’aperçu\"><h2>\(title)</h2><ul>"
            + shown.map(item).joined() + "</ul></aside>"
    }

    private static func item(_ diagnostic: Diagnostic) -> String {
        var place = diagnostic.file ?? ""
        if let position = diagnostic.position { place += ", ligne \(position.line)" }
        var html =
            "<li><p class=\"apercu-lieu\">\(HTMLText.escaped(place))</p><p>\(HTMLText.escaped(diagnostic.message))</p>"
        if let excerpt = diagnostic.excerpt { html += "<pre>\(HTMLText.escaped(excerpt))</pre>" }
        if let hint = diagnostic.hint { html += "<p class=\"apercu-conseil\">\(HTMLText.escaped(hint))</p>" }
        return html + "</li>"
    }
}
