// The search as a page sees it: questions go to a worker, answers come back.

/** Why an answer did not come: `fichier` (a file could not be read), `peremption` (the catalogue was published anew). */
export class EchecDeRecherche extends Error {
  constructor({ genre, adresse, message }) {
    super(message);
    this.genre = genre;
    this.adresse = adresse;
  }
}

/**
 * Opens the search of a catalogue.
 *
 * `manifeste` is the address of its manifest. Returns a function that asks: `demander(methode, argument)` promises the answer, or
 * throws `EchecDeRecherche`. Methods: `preparer`, `chercher`, `extraits`.
 */
export function ouvrir(manifeste) {
  const adresse = new URL(manifeste, document.baseURI).href;
  const attentes = new Map();
  let suite = 0;
  let ouvrier = null;
  let ici = null;

  function rendre({ numero, valeur, erreur }) {
    const attente = attentes.get(numero);
    if (!attente) { return; }
    attentes.delete(numero);
    if (erreur) { attente.rejeter(new EchecDeRecherche(erreur)); } else { attente.resoudre(valeur); }
  }

  // A browser that has modules but no module workers does the same work here, a little less smoothly.
  async function repondreIci(message) {
    ici ||= import("./methodes.js").then(({ repondre }) => repondre);
    rendre(await (await ici)(message));
  }

  function seRabattre() {
    ouvrier = null;
    ici ||= import("./methodes.js").then(({ repondre }) => repondre);
    for (const { message } of attentes.values()) { repondreIci(message); }
  }

  try {
    ouvrier = new Worker(new URL("./ouvrier.js", import.meta.url), { type: "module" });
    ouvrier.onmessage = ({ data }) => rendre(data);
    ouvrier.onerror = seRabattre;
  } catch { seRabattre(); }

  return function demander(methode, argument) {
    const message = { numero: suite += 1, methode, argument, manifeste: adresse };
    return new Promise((resoudre, rejeter) => {
      attentes.set(message.numero, { resoudre, rejeter, message });
      if (ouvrier) { ouvrier.postMessage(message); } else { repondreIci(message); }
    });
  };
}

/** The first fiches that answer a text, for pages that only need to choose some: `[{identifiant, adresse, intitule, numero, …}]`. */
export async function chercher(demander, texte) {
  const reponse = await demander("chercher", { texte, filtres: {}, tri: "pertinence", page: 1, ouvertes: [] });
  return reponse.fiches;
}
