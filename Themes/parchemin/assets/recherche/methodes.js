// What can be asked of the search, wherever it runs: in a worker, or in the page itself.
import { Fichiers, FichierPerdu } from "./fichiers.js";
import { Moteur } from "./moteur.js";

const moteurs = new Map();

function moteur(manifeste) {
  if (!moteurs.has(manifeste)) { moteurs.set(manifeste, new Moteur(new Fichiers(manifeste))); }
  return moteurs.get(manifeste);
}

const METHODES = {
  preparer: (m) => m.preparer(), chercher: (m, demande) => m.chercher(demande), extraits: (m, demande) => m.extraits(demande)
};

/** The answer to one message of `service.js`: `{numero, valeur}` or `{numero, erreur}`. */
export async function repondre({ numero, methode, argument, manifeste }) {
  try {
    return { numero, valeur: await demander(methode, argument, manifeste) };
  } catch (erreur) {
    if (!(erreur instanceof FichierPerdu)) { console.error(erreur); }
    return { numero, erreur: { genre: erreur.genre || "erreur", adresse: erreur.adresse || "", message: String(erreur.message) } };
  }
}

/** A file that is gone makes us read the manifest once more: another publication may have come in between. */
async function demander(methode, argument, manifeste) {
  try {
    return await METHODES[methode](moteur(manifeste), argument);
  } catch (erreur) {
    if (erreur.genre !== "peremption") { throw erreur; }
    moteurs.delete(manifeste);
    const reponse = await METHODES[methode](moteur(manifeste), argument);
    return Array.isArray(reponse) ? reponse : { ...reponse, renouvelee: true };
  }
}
