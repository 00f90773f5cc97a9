// Fiches that answer to a few letters, for whoever chooses one: the first results of the search.
import { phrase } from "./recherche/affichage.js";
import { chercher as premieres, ouvrir } from "./recherche/service.js";

let demander = null;

/** `[{identifiant, intitule, numero_fiche, etat_phrase}]`, the best first. Throws when the index of the search cannot be read. */
export async function chercher(texte, manifeste) {
  if (!texte.trim()) { return []; }
  demander = demander || ouvrir(manifeste);
  const fiches = await premieres(demander, texte);
  return fiches.map((fiche) => ({ identifiant: fiche.identifiant, intitule: fiche.intitule, numero_fiche: fiche.numero, etat_phrase: phrase(fiche) }));
}
