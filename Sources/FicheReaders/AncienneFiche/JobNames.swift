import FrenchText

/// Tells a sentence that lists jobs ("Chef de gare, agente d'escale, aiguilleur.") from one that lists sectors.
enum JobNames {
    /// True when a text is a list of at least two short names, most of which begin as the name of a job does.
    static func areListed(in text: String) -> Bool {
        let names = text.split { $0 == "," || $0 == ";" || $0 == "/" }.map {
            WordScanner.words(in: Folding.folded(String($0)))
        }.filter { !$0.isEmpty }
        guard names.count > 1, names.allSatisfy({ $0.count <= 9 }) else { return false }
        return names.count { name in name.first.map(names(aJob:)) ?? false } * 3 >= names.count * 2
    }

    /// True for the folded name of somebody who does a job: "directrice", "technicien", "chef".
    static func names(aJob word: String) -> Bool {
        if people.contains(word) { return true }
        return word.utf8.count > 5 && endings.contains { word.hasSuffix($0) } && !things.contains(word)
    }

    private static let endings = ["eur", "eure", "euse", "trice", "ien", "ienne", "iste", "ier", "iere"]

    private static let people: Set<String> = [
        "chef", "cheffe", "responsable", "agent", "agente", "charge", "chargee", "cadre", "attache", "attachee",
        "adjoint", "adjointe", "aide", "assistant", "assistante", "consultant", "consultante", "gerant", "gerante",
        "employe", "employee", "ouvrier", "ouvriere", "maitre", "architecte", "juriste", "expert", "experte", "manager",
        "delegue", "deleguee", "secretaire", "commercial", "commerciale", "artisan", "artisane", "guide", "pilote",
        "comptable", "interprete",
    ]

    /// Words with the ending of a job that name a place, a thing or a sector.
    private static let things: Set<String> = [
        "secteur", "secteurs", "ordinateur", "exterieur", "interieur", "superieur", "immobilier", "mobilier",
        "hospitalier", "financier", "particulier", "chantier", "chantiers", "atelier", "ateliers", "quartier",
        "aerien", "ferroviaire", "quotidien", "premier", "fournisseur", "metier",
    ]
}
