import Diagnostics
import Foundation
import FrenchText
import MarkupText
import SiteBuild

/// What the preview adds to pages: the reload script, and above the page what is wrong or not up to date yet.
struct PreviewPage {
    let version: Int
    /// Those of the page at hand first.
    let errors: [Diagnostic]
    let warnings: [Diagnostic]
    /// What of the page is not of the present state; nil when all is.
    var notice: String?

    /// - Parameter inputs: the documents from which the page is made.
    init(_ site: LiveSite, version: Int, inputs: [String] = [], problems: [Diagnostic] = []) {
        self.version = version
        let own = site.errors.filter { $0.file.map(inputs.contains) ?? false }
        errors = problems + own + site.errors.filter { !($0.file.map(inputs.contains) ?? false) }
        warnings = site.warningsNearErrors
    }

    /// A page before there is any site.
    init(version: Int) { (self.version, errors, warnings) = (version, [], []) }

    /// The page with the reload script before the end of its body and, where there is something to say, the panel at its top.
    func decorated(_ html: [UInt8]) -> [UInt8] {
        var text = String(decoding: html, as: UTF8.self)
        let panel = panel
        if !panel.isEmpty, let body = text.range(of: "<body"), let end = text[body.upperBound...].firstIndex(of: ">") {
            text.insert(contentsOf: panel, at: text.index(after: end))
        }
        let head = panel.isEmpty ? "" : "<link rel=\"stylesheet\" href=\"/_parchemin/apercu.css\">"
        if !head.isEmpty, let close = text.range(of: "</head>") { text.insert(contentsOf: head, at: close.lowerBound) }
        let script = "<script src=\"/_parchemin/recharge.js?v=\(version)\" defer></script>"
        if let close = text.range(of: "</body>", options: .backwards) {
            text.insert(contentsOf: script, at: close.lowerBound)
        } else {
            text += script
        }
        return Array(text.utf8)
    }

    /// A whole page that says what keeps the asked page from being shown.
    func errorPage() -> [UInt8] {
        message(
            titre: "Cette page n’a pas pu être préparée",
            "La page reviendra d’elle-même dès que le fichier sera corrigé et enregistré.")
    }

    /// A whole page of the preview itself with a title and a sentence.
    func message(titre: String, _ phrase: String) -> [UInt8] {
        decorated(Self.page(titre, "<p>\(HTMLText.escaped(phrase))</p>"))
    }

    /// Everything that is to be said of the catalogue.
    func remarks(_ site: LiveSite) -> [UInt8] {
        let all = site.diagnostics
        let links =
            site.linksRevision == site.revision
            ? "Les liens de toutes les pages ont été suivis." : "Les liens des pages n’ont pas encore tous été suivis."
        var body = "<p>\(Self.counted(all)) \(links)</p>"
        for severity in Diagnostic.Severity.allCases.reversed() {
            let some = all.filter { $0.severity == severity }
            guard !some.isEmpty else { continue }
            body += "<h2>\(Self.title(severity))</h2><ul class=\"apercu-remarques\">"
            body += some.prefix(Self.longest).map(Self.item).joined() + "</ul>"
            if some.count > Self.longest {
                body +=
                    "<p>Les \(Self.longest) premières sur \(Typography.grouped(some.count))\u{A0}; «\u{A0}parchemin check --json\u{A0}» les a toutes.</p>"
            }
        }
        return decorated(Self.page("Remarques", body))
    }

    /// How many remarks of a kind one page lists.
    private static let longest = 500
    /// How many a page of the site shows above it.
    private static let shown = 20

    private static func page(_ titre: String, _ body: String) -> [UInt8] {
        Array(
            ("<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; "
                + "style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'\">"
                + "<title>\(HTMLText.escaped(titre))</title><link rel=\"stylesheet\" href=\"/_parchemin/apercu.css\"></head>"
                + "<body class=\"apercu-seul\"><main class=\"apercu-message\"><h1>\(HTMLText.escaped(titre))</h1>"
                + body + "</main></body></html>").utf8)
    }

    private static func title(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "Erreurs"
        case .warning: "Avertissements"
        case .note: "Notes"
        }
    }

    private static func counted(_ all: [Diagnostic]) -> String {
        let errors = all.count { $0.severity == .error }
        return all.isEmpty
            ? "Rien à signaler."
            : "\(Typography.grouped(all.count)) remarque\(all.count > 1 ? "s" : ""), dont \(errors) erreur\(errors > 1 ? "s" : "")."
    }

    private var panel: String {
        let note = notice.map { "<p class=\"apercu-avis\" role=\"status\">\(HTMLText.escaped($0))</p>" } ?? ""
        guard !errors.isEmpty else { return note }
        let title = errors.count == 1 ? "Une erreur à corriger" : "\(errors.count) erreurs à corriger"
        return note + "<aside class=\"apercu-erreurs\" aria-label=\"Erreurs de l’aperçu\"><h2>\(title)</h2><ul>"
            + (errors + warnings).prefix(Self.shown).map(Self.item).joined()
            + "</ul><p><a href=\"/_parchemin/remarques\">Toutes les remarques</a></p></aside>"
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
