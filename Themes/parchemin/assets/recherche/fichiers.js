// Reading the files of the index: each once, kept in memory, named by what it holds.

/** A version of the format that these scripts read. */
const FORMAT = 1;

/** Why a file is not there: `genre` is `fichier`, or `peremption` where the site was published anew meanwhile. */
export class FichierPerdu extends Error {
  constructor(genre, adresse) {
    super(genre + " " + adresse);
    this.genre = genre;
    this.adresse = adresse;
  }
}

async function lireJSON(adresse, options, perdu = "peremption") {
  let reponse;
  try { reponse = await fetch(adresse, options); } catch { throw new FichierPerdu("fichier", adresse); }
  // A name that is gone: another publication has named its files anew.
  if (reponse.status === 404 || reponse.status === 410) { throw new FichierPerdu(perdu, adresse); }
  if (!reponse.ok) { throw new FichierPerdu("fichier", adresse); }
  try { return await reponse.json(); } catch { throw new FichierPerdu("fichier", adresse); }
}

/** The files that one manifest names. */
export class Fichiers {
  #adresse;
  #lus = new Map();

  constructor(adresse) { this.#adresse = adresse; }

  /** The manifest, asked for again from the host and not from what the browser keeps. */
  async manifeste() {
    const manifeste = await this.#une("manifeste", () => lireJSON(this.#adresse, { cache: "no-cache" }, "fichier"));
    if (manifeste.format !== FORMAT) { throw new FichierPerdu("peremption", this.#adresse); }
    return manifeste;
  }

  /** A file of the index, by its name from the folder of the manifest. */
  lire(nom) { return this.#une(nom, () => lireJSON(new URL(nom, this.#adresse).href)); }

  async #une(nom, lecture) {
    if (!this.#lus.has(nom)) { this.#lus.set(nom, lecture()); }
    try {
      return await this.#lus.get(nom);
    } catch (erreur) {
      // What failed may be asked for again.
      this.#lus.delete(nom);
      throw erreur;
    }
  }
}
