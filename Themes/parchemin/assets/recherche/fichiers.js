// Reading the files of the index: each once, kept in memory, named by what it holds.
import { Lexique, Mots } from "./lexique.js";
import { mots } from "./nombres.js";

/** The version of the format that these scripts read. */
const FORMAT = 3;

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
  #mots = new Map();

  constructor(adresse) { this.#adresse = adresse; }

  /** The manifest, asked for again from the host and not from what the browser keeps. */
  async manifeste() {
    const manifeste = await this.#une("manifeste", () => lireJSON(this.#adresse, { cache: "no-cache" }, "fichier"));
    if (manifeste.format !== FORMAT) { throw new FichierPerdu("peremption", this.#adresse); }
    return manifeste;
  }

  /** The lexicon that goes with the manifest; both may be on their way at once. */
  async lexique() {
    const [manifeste, lexique] = await Promise.all([this.manifeste(), this.#une("lexique", () => this.#lireLexique("no-cache"))]);
    if (lexique.version === manifeste.lexique) { return lexique; }
    // One of the two is of an older publication.
    const frais = await this.#lireLexique("reload");
    if (frais.version !== manifeste.lexique) { throw new FichierPerdu("peremption", this.#adresse); }
    this.#lus.set("lexique", Promise.resolve(frais));
    return frais;
  }

  async #lireLexique(cache) { return new Lexique(await lireJSON(new URL("lexique.json", this.#adresse).href, { cache })); }

  /** A file of the index, by its name from the folder of the manifest. */
  lire(nom) { return this.#une(nom, () => lireJSON(new URL(nom, this.#adresse).href)); }

  /** The fiche itself, as the site publishes it. */
  fiche(adresse) { return this.#une(adresse, () => lireJSON(new URL("../" + adresse + "index.json", this.#adresse).href)); }

  /** The words of a file of the body, ready to be looked through. */
  motsDe(nom, fichier, analyse) {
    if (!this.#mots.has(nom)) { this.#mots.set(nom, new Mots(mots(fichier.mots), analyse)); }
    return this.#mots.get(nom);
  }

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
