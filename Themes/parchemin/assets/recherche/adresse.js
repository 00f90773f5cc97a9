// The question as the address of the page states it: ?q=…&niveau=5&niveau=6&tri=echeance&page=2.

/** The facets, in the order in which they are offered: the name in addresses and in the index, and the title. */
export const FACETTES = [
  ["niveau", "Niveau"], ["etat", "État"], ["type", "Type de certification"], ["voie", "Voie d’accès"],
  ["nsf", "Spécialité (NSF)"], ["rome", "Métier (ROME)"], ["certificateur", "Certificateur"], ["convention", "Convention collective"]
];

/** The orders of a list, the first being the one that needs no word in the address. */
export const TRIS = [["pertinence", "Pertinence"], ["echeance", "Échéance"], ["intitule", "Intitulé"]];

/** `{texte, filtres: {nom: [valeurs]}, tri, page}`; what an address states wrongly is left out. */
export function lireAdresse(recherche) {
  const parametres = new URLSearchParams(recherche);
  const filtres = {};
  for (const [nom] of FACETTES) {
    const valeurs = [...new Set(parametres.getAll(nom).filter(Boolean))];
    if (valeurs.length) { filtres[nom] = valeurs; }
  }
  const tri = TRIS.find(([nom]) => nom === parametres.get("tri")) || TRIS[0];
  const page = Number(parametres.get("page"));
  return { texte: (parametres.get("q") || "").trim(), filtres, tri: tri[0], page: Number.isInteger(page) && page > 0 ? page : 1 };
}

/** The address of a question, relative to the search page. */
export function ecrireAdresse({ texte, filtres, tri, page }) {
  const parametres = new URLSearchParams();
  if (texte) { parametres.set("q", texte); }
  for (const [nom] of FACETTES) { for (const valeur of filtres[nom] || []) { parametres.append(nom, valeur); } }
  if (tri !== TRIS[0][0]) { parametres.set("tri", tri); }
  if (page > 1) { parametres.set("page", page); }
  const suite = parametres.toString();
  return suite ? "?" + suite : "./";
}

/** The same question with one value of a facet more, or less where it was there. */
export function basculer(demande, nom, valeur) {
  const siennes = demande.filtres[nom] || [];
  const reste = siennes.includes(valeur) ? siennes.filter((autre) => autre !== valeur) : [...siennes, valeur];
  const filtres = { ...demande.filtres, [nom]: reste };
  if (!reste.length) { delete filtres[nom]; }
  return { ...demande, filtres, page: 1 };
}

export function filtree(demande) { return Object.keys(demande.filtres).length > 0; }
