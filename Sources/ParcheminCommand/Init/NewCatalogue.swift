import FicheDocument

/// The files of a new catalogue.
enum NewCatalogue {
    static var files: [(path: String, text: String)] {
        [
            ("catalogue.yaml", catalogue), ("fiches/exemple.md", FicheModele.texte), ("pages/a-propos.md", about),
            ("pages/mentions-legales.md", legal), ("medias/.gitkeep", ""),
        ]
    }

    private static let catalogue = """
        # Réglages du catalogue. Une ligne qui commence par « # » est une note.

        # Nom du site, en tête de chaque page.
        titre: Mon catalogue de certifications

        # Une phrase sous le nom, sur la page d’accueil.
        # sous_titre: Les certifications de notre branche

        # Adresse publique du site, en entier, avec son dossier s’il y en a un.
        # url: https://exemple.fr/certifications/

        # Qui publie ce site.
        # editeur:
        #   nom: Nom de l’organisme
        #   adresse: Adresse postale
        #   courriel: contact@exemple.fr

        # Couleur principale, sur six chiffres hexadécimaux, entre guillemets.
        # couleur: "#7b2233"

        # Logo : un fichier du dossier « medias ».
        # logo: medias/logo.svg

        # « non » demande aux moteurs de recherche de ne pas retenir les pages.
        # indexation: oui

        # « oui » annonce sur chaque page que ce catalogue est une démonstration.
        # demonstration: non

        # Date à laquelle dire si une fiche est en vigueur. Sans elle, le jour de la construction.
        # date: 2026-01-31

        # Menu ; sans ce réglage, les listes, la recherche et les pages marquées « menu: oui ».
        # menu:
        #   - texte: Fiches
        #     adresse: /fiches/

        # Livrets à imprimer, en plus de celui du catalogue entier.
        # livrets:
        #   - nom: niveau-5
        #     titre: Les fiches de niveau 5
        #     niveau: 5

        # Sorties que l’on peut couper : markdown, json, listes, recherche, documents, sitemap,
        # echeances, donnees, csv, json_ld, opensearch, livrets,
        # blocs (une page par bloc), comparaison (comparer des fiches, des versions).
        # outputs:
        #   markdown: oui

        """

    private static let about = """
        ---
        titre: À propos
        description: Ce que contient ce catalogue et qui le tient.
        menu: oui
        ordre: 1
        ---

        Dites ici ce que contient ce catalogue, pour qui il est fait et qui le tient à jour.

        Seule la fiche publiée par France compétences fait foi.

        """

    private static let legal = """
        ---
        titre: Mentions légales
        description: Éditeur, hébergeur, sources et vie privée.
        ordre: 2
        ---

        ## Éditeur

        Nom, adresse, courriel et directeur de la publication.

        ## Hébergeur

        Nom, adresse et téléphone.

        ## Vie privée

        Ce site ne dépose aucun cookie et ne charge rien d’un autre site.

        """
}
