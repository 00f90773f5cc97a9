/// What the analysis of the search knows of French, as data. Folded letters throughout.
public enum FrenchTables {
    /// Words that say nothing of what is looked for.
    public static let stopWords: [String] =
        """
        a as au aux avec ce ces cet cette comme d dans de des dont du elle en es est et etre eu il ils j je l la le les leur \
        leurs lors m ma mes mon n ne nos notre nous on ont ou par pas plus pour qu que quel quelle qui s sa sans se ses si \
        sont sous sur t ta te tes ton tu un une vers via vos votre vous y
        """.split(separator: " ").map(String.init)

    /// What vanishes before an apostrophe.
    public static let elisions = [
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu",
    ]

    /// Beginnings of words that an apostrophe does not divide.
    public static let joined = [
        "aujourd'hui", "prud'hom", "presqu'il", "entr'", "grand'", "quelqu'un",
    ]

    /// Endings of inclusive writing: what is written after the sign, the ending of the masculine that it stands for, and what
    /// takes its place in the feminine.
    public static let feminines: [(String, String, String)] = [
        ("e", "", "e"), ("ne", "n", "nne"), ("le", "l", "lle"), ("te", "t", "tte"), ("fe", "f", "ffe"),
        ("he", "c", "che"),
        ("se", "eur", "euse"), ("se", "eux", "euse"), ("se", "s", "sse"), ("euse", "eur", "euse"),
        ("euse", "eux", "euse"),
        ("rice", "teur", "trice"), ("trice", "teur", "trice"), ("ice", "teur", "trice"), ("eure", "eur", "eure"),
        ("re", "er", "ere"),
        ("ere", "er", "ere"), ("iere", "ier", "iere"), ("ve", "f", "ve"), ("ive", "if", "ive"), ("enne", "en", "enne"),
        ("ienne", "ien", "ienne"), ("onne", "on", "onne"), ("elle", "el", "elle"), ("ale", "al", "ale"),
        ("ante", "ant", "ante"),
        ("ente", "ent", "ente"), ("che", "c", "che"), ("esse", "e", "esse"), ("resse", "eur", "eresse"),
        ("ee", "e", "ee"),
        ("ette", "et", "ette"),
    ]

    /// Endings that a full point or a hyphen may bring; after those signs other letters are words.
    public static let shortEndings = [
        "e", "es", "ne", "nes", "le", "les", "te", "tes", "se", "ses", "re", "res", "ere", "eres", "iere", "ieres",
        "rice",
        "rices", "trice", "trices", "euse", "euses", "ve", "ves", "fe", "fes", "enne", "ennes", "ienne", "iennes",
        "onne", "onnes",
    ]

    /// Words whose lemma the rules would miss.
    public static let exceptions: [(String, String)] = [
        ("travaux", "travail"), ("vitraux", "vitrail"), ("coraux", "corail"), ("emaux", "email"), ("baux", "bail"),
        ("materiaux", "materiau"), ("tuyaux", "tuyau"), ("noyaux", "noyau"), ("joyaux", "joyau"), ("boyaux", "boyau"),
        ("yeux", "oeil"), ("lieux", "lieu"), ("milieux", "milieu"), ("enjeux", "enjeu"), ("jeux", "jeu"),
        ("feux", "feu"),
        ("cheveux", "cheveu"), ("essieux", "essieu"), ("pneus", "pneu"), ("hotesse", "hote"), ("hotesses", "hote"),
        ("hotes", "hote"),
        ("maitresse", "maitr"), ("maitresses", "maitr"), ("vente", "vente"), ("ventes", "vente"), ("porte", "porte"),
        ("portes", "porte"), ("poste", "poste"), ("postes", "poste"), ("plante", "plante"), ("plantes", "plante"),
        ("plate", "plate"),
        ("bourse", "bourse"), ("bourses", "bourse"), ("cours", "cours"), ("corps", "corps"), ("temps", "temps"),
        ("mars", "mars"),
        ("sens", "sens"), ("fonds", "fonds"), ("poids", "poids"), ("bois", "bois"), ("pays", "pays"), ("avis", "avis"),
        ("prix", "prix"),
        ("choix", "choix"), ("voix", "voix"), ("croix", "croix"), ("process", "process"), ("fitness", "fitness"),
        ("business", "business"), ("stress", "stress"), ("access", "access"), ("aides", "aide"), ("aide", "aide"),
        ("paie", "paie"),
        ("paies", "paie"), ("paye", "paie"), ("payes", "paie"), ("gens", "gens"), ("bonnes", "bon"), ("bonne", "bon"),
        ("sage", "sage"),
        ("sages", "sage"), ("neuve", "neuf"), ("neuves", "neuf"), ("belle", "beau"), ("belles", "beau"),
        ("nouvelle", "nouveau"),
        ("nouvelles", "nouveau"), ("nouvel", "nouveau"), ("vieille", "vieux"), ("soins", "soin"),
        ("matrice", "matrice"),
        ("matrices", "matrice"), ("cicatrice", "cicatrice"), ("cicatrices", "cicatrice"),
    ]

    /// Number, then gender, then the mute e; one rule of each group at most.
    public static let lemmaRules: [[(String, String, Int)]] = [
        [
            ("eaux", "eau", 1), ("oux", "ou", 2), ("eux", "eur", 3), ("aux", "al", 3), ("ss", "ss", 1), ("us", "us", 3),
            ("x", "", 3), ("s", "", 3),
        ],
        [
            ("trice", "teur", 3), ("euse", "eur", 3), ("eure", "eur", 3), ("iere", "ier", 3), ("ere", "er", 4),
            ("enne", "en", 3), ("onne", "on", 3), ("elle", "el", 4), ("ette", "et", 5), ("ffe", "f", 2),
            ("ive", "if", 3), ("anche", "anc", 2),
            ("ee", "e", 3),
        ],
        [("e", "", 4)],
    ]

    /// Endings that make a trade, a deed, a quality or a thing of one root; applied over and over.
    public static let stemRules: [(String, String, Int)] = [
        ("abilit", "abl", 3), ("ibilit", "ibl", 3), ("icit", "", 4), ("ivit", "if", 3), ("icien", "", 3),
        ("iqu", "", 3), ("logu", "log", 2), ("thecair", "thec", 3),
        ("isation", "is", 4), ("isateur", "is", 4), ("ation", "", 4), ("ateur", "", 4), ("atif", "", 4),
        ("atoir", "", 4), ("nair", "", 5),
        ("nel", "", 6), ("tion", "t", 3), ("ement", "", 4), ("ment", "", 5), ("eri", "", 4), ("ist", "", 4),
        ("ism", "", 4), ("anc", "", 5), ("ant", "", 5), ("enc", "", 6), ("eur", "", 4), ("eur", "eur", 1),
        ("ur", "", 4), ("ier", "", 4), ("er", "", 4),
        ("ien", "", 4), ("if", "", 4), ("al", "", 5), ("el", "", 6), ("ag", "", 4), ("i", "", 4), ("qu", "c", 3),
        ("gu", "g", 3),
        ("nn", "n", 3), ("ll", "l", 3), ("ss", "s", 3), ("tt", "t", 3), ("ff", "f", 3), ("pp", "p", 3), ("rr", "r", 3),
        ("mm", "m", 3),
    ]
}
