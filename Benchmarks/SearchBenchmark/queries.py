"""What is asked in the measures: common words and rare ones, as people type them."""

# Each is the first query of a fresh browser: the bar holds for the worst of them.
COLD = (
    "comptable", "conducteur de travaux", "vendeuse", "gestionaire de paie", "diplôme d’études", "management",
    "l'accueil", "conseillère clientèle", "sécurité incendie", "animer une réunion", "technicien maintenance", "web",
)

# One after the other in the same page: what each adds.
WARM = (
    "boulangère", "chef de chantier", "marketing digital", "soins aux personnes âgées", "diplmoe", "logistique",
    "ressources humaines", "encadrer une équipe", "prévention des risques", "horlogerie", "conduire un entretien",
    "analyse des besoins", "comptabilité analytique", "peintre en bâtiment", "évaluation", "projet", "formation",
)

# Typed letter by letter; common words are the hard ones.
TYPED = ("gestion", "technicien", "responsable de projet", "formation professionnelle", "conseiller", "competence",
         "analyse", "marketing", "ingénieur en informatique", "sécurité")

# Where plain stemming fails: the query, and a word that the title of a right answer holds.
FRENCH = (
    ("études", "étude"), ("diplome d'etudes", "d[’'][eé]tudes"), ("l'accueil", "accueil"), ("L’ACCUEIL", "accueil"),
    ("conseillère", "conseiller"), ("conseillers", "conseiller"), ("vendeuse", "vendeu"), ("vendeurs", "vendeu"),
    ("comptable", "compta"), ("comptabilité", "compta"), ("diplmoe", "diplôme"), ("dipolme", "diplôme"),
    ("infirmière", "infirmi"), ("directrice artistique", "directeur artistique"), ("chargé(e) de clientèle", "chargé"),
    ("technicien·ne", "technicien"), ("oeuvre", "œuvre|oeuvre"), ("cyber securite", "cybersécurité"),
    ("masseur kinesitherapeute", "kinésithérapeute"), ("gros-oeuvre", "gros"), ("boulangere", "boulang"), ("ingénieure", "ingénieur"),
)
