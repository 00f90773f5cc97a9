// In which fiches each word of a question is, and how well. Documentation/recherche-format.md, 4.3 to 4.5.
import { simple } from "./analyse.js";
import { QUALITES } from "./lexique.js";
import { Lecteur } from "./nombres.js";

/** A place where a word is not. */
export const RIEN = -32768;
const NOYAU = [100, 84, 40, 28];
const CORPS = [68, 52];
const PREFIXES = 40;
const FICHIERS_DE_PREFIXES = 2;
const POINTS_PAR_FAUTE = 60;
const FREQUENT = 256;

/** The fiches in which one word was found. `valeurs` has for each place twice its points, plus one where they come from the title. */
export class Accords {
  constructor(mot, places) {
    this.mot = mot;
    this.valeurs = new Int16Array(places).fill(RIEN);
    this.pris = new Set();
    this.nombre = 0;
    this.correction = "";
    this.voisins = [];
    this.sansFaute = 0;
  }

  /** Whether so many fiches were found that more of them, found less well, would not tell more. */
  get frequent() { return this.nombre >= FREQUENT; }

  contient(place) { return this.valeurs[place] !== RIEN; }

  /** Adds the lists of one word of the index, one for each field. */
  verser(liste, champs, bonus) {
    const { valeurs } = this;
    const lecteur = new Lecteur(liste);
    champs.forEach((champ, rang) => {
      const valeur = 2 * (champ + bonus) + (champs === NOYAU && rang === 0 ? 1 : 0);
      lecteur.places((place) => {
        if (valeurs[place] === RIEN) { this.nombre += 1; }
        if (valeur > valeurs[place]) { valeurs[place] = valeur; }
      });
    });
  }
}

/** Finds words in the core and in the body of the index, pass after pass. */
export class Chercheur {
  constructor(lexique, fichiers) {
    this.lexique = lexique;
    this.fichiers = fichiers;
  }

  async #listes(nom) {
    const fichier = await this.fichiers.lire(nom);
    fichier.entrees ||= fichier.listes.split(" ");
    return fichier;
  }

  /** Adds words of the core, `[[rang, bonus]]`, each once. */
  async #verserNoyau(accords, voulus) {
    const nouveaux = voulus.filter(([rang]) => !accords.pris.has(rang) && accords.pris.add(rang));
    await Promise.all(nouveaux.map(async ([rang, bonus]) => {
      const { nom, premier } = this.lexique.fichierDuNoyau(rang);
      accords.verser((await this.#listes(nom)).entrees[rang - premier], NOYAU, bonus);
    }));
  }

  /** The words that begin so and are not among `pris`, with their points: the most frequent, of few files. */
  #debuts({ forme }, pris) {
    const rangs = this.lexique.mots.debutant(forme).filter((rang) => !pris.has(rang));
    const choisis = this.lexique.parFrequence(rangs).slice(0, PREFIXES).map((rang) => ({ rang, fichier: this.lexique.fichierDuNoyau(rang).place }));
    const admis = [...new Set(choisis.map(({ fichier }) => fichier))].slice(0, FICHIERS_DE_PREFIXES);
    return choisis.filter(({ fichier }) => admis.includes(fichier)).map(({ rang }) => [rang, QUALITES.debut]);
  }

  /** First: the word itself in the core, and what goes on where it is the last. */
  async noyau(accords) {
    const { mot } = accords;
    const siens = this.lexique.mots.accords(mot);
    const debuts = mot.ouvert && mot.forme.length >= 2 ? this.#debuts(mot, siens) : [];
    await this.#verserNoyau(accords, [...siens, ...debuts]);
  }

  /** In how many fiches of the core a word can be, at most, of those that begin with it where it may go on. */
  auPlus(mot) {
    const rangs = new Set(this.lexique.mots.accords(mot).keys());
    if (mot.ouvert && mot.forme.length >= 2) { for (const rang of this.lexique.mots.debutant(mot.forme)) { rangs.add(rang); } }
    let somme = 0;
    for (const rang of rangs) { somme += this.lexique.auPlus(rang); }
    return somme;
  }

  /** Whether a word is certain to be frequent before any of its lists is read. */
  frequent(mot) { return [...this.lexique.mots.accords(mot).keys()].some((rang) => this.lexique.auMoins(rang) >= FREQUENT); }

  /** Asks early for what the later passes will need of a word, so that nothing waits for it then. */
  annoncer(mot) {
    if (this.frequent(mot)) { return; }
    const pris = this.lexique.mots.accords(mot);
    const debuts = mot.tape && mot.forme.length >= 3 ? this.#debuts(mot, pris).map(([rang]) => rang) : [];
    const rangs = [...debuts, ...(pris.size ? [] : this.#voisins(mot))];
    this.#demander([...this.#fichiersDuCorps(mot), ...rangs.map((rang) => this.lexique.fichierDuNoyau(rang).nom)]);
  }

  /** The same for a word that only stands for another. */
  annoncerNoyau(mot) { this.#demander([...this.lexique.mots.accords(mot).keys()].map((rang) => this.lexique.fichierDuNoyau(rang).nom)); }

  // Whoever needs a file asks again and sees the failure then.
  #demander(noms) { for (const nom of new Set(noms)) { this.fichiers.lire(nom).catch(() => {}); } }

  #fichiersDuCorps({ forme, lemme, racine, code }) {
    if (!code && this.lexique.banals.has(racine)) { return []; }
    return [...new Set((code ? [forme] : [forme, lemme, racine]).map((f) => this.lexique.fichierDuCorps(f)).filter(Boolean))];
  }

  /** Then: longer words of the core, and the body. */
  async corps(accords) {
    const { mot } = accords;
    if (accords.frequent) { return; }
    const long = mot.forme.length >= 3;
    const debuts = mot.tape && !mot.ouvert && long ? this.#debuts(mot, accords.pris) : [];
    await Promise.all([
      this.#verserNoyau(accords, debuts),
      ...this.#fichiersDuCorps(mot).map((nom, ordre) => this.#corpsDe(accords, nom, ordre === 0 && long && Boolean(mot.code || mot.tape)))
    ]);
  }

  async #corpsDe(accords, nom, prefixe) {
    const { mot } = accords;
    const fichier = await this.#listes(nom);
    const connus = this.fichiers.motsDe(nom, fichier, this.lexique.analyse);
    const pris = mot.code ? new Map(connus.rang(mot.forme) < 0 ? [] : [[connus.rang(mot.forme), QUALITES.exacte]]) : connus.accords(mot);
    for (const [rang, qualite] of pris) { accords.verser(fichier.entrees[rang], CORPS, qualite); }
    if (!prefixe) { return; }
    for (const rang of connus.debutant(mot.forme).filter((r) => !pris.has(r)).slice(0, PREFIXES)) { accords.verser(fichier.entrees[rang], CORPS, QUALITES.debut); }
  }

  /** The words of the core that slips of the fingers may have meant, all forms of them; none for a word that titles or labels have. */
  #voisins(mot) {
    if (!mot.tape || mot.forme.length < 4 || !simple(mot.forme) || this.lexique.mots.parLemme.has(mot.lemme)) { return []; }
    mot.voisins ||= this.lexique.voisins(mot.forme);
    const { formes, parLemme } = this.lexique.mots;
    return [...new Set(mot.voisins.rangs.flatMap((rang) => parLemme.get(this.lexique.analyse.lemme(formes[rang]))))];
  }

  /** At last: what slips of the fingers may have meant. */
  async fautes(accords) {
    const { mot, nombre } = accords;
    const parents = this.#voisins(mot);
    if (!parents.length) { return; }
    accords.sansFaute = nombre;
    accords.voisins = mot.voisins.rangs.map((rang) => this.lexique.ecrits[rang]);
    [accords.correction] = accords.voisins;
    await this.#verserNoyau(accords, parents.map((rang) => [rang, QUALITES.racine - POINTS_PAR_FAUTE * mot.voisins.fautes]));
  }
}
