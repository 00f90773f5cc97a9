// In which fiches each word of a question is, and how well: points for each place. Documentation/recherche-format.md, 4.3.
import { Lecteur } from "./nombres.js";

const NOYAU = [100, 90, 40, 30];
const CORPS = [60, 50];
const RIEN = -32768;
const PREFIXES = 40;
const FICHIERS_DE_PREFIXES = 2;

/** The fiches in which one word was found: points by place, and whether in the title. */
export class Accords {
  constructor(mot, places) {
    this.mot = mot;
    this.points = new Int16Array(places).fill(RIEN);
    this.titres = new Uint8Array(places);
    this.rangs = new Map();
    this.nombre = 0;
    this.correction = null;
    this.passes = new Set();
  }

  contient(place) { return this.points[place] !== RIEN; }

  /** Adds the lists of one word of the index. */
  verser(liste, champs, bonus) {
    const lecteur = new Lecteur(liste);
    champs.forEach((champ, rang) => {
      const titre = champs === NOYAU && rang === 0 ? 1 : 0;
      lecteur.places((place) => {
        if (this.points[place] === RIEN) { this.nombre += 1; }
        if (champ + bonus > this.points[place]) { this.points[place] = champ + bonus; }
        if (titre) { this.titres[place] = 1; }
      });
    });
  }
}

/** Finds words in the core and in the body of the index. */
export class Chercheur {
  constructor(lexique, fichiers, places) {
    this.lexique = lexique;
    this.fichiers = fichiers;
    this.places = places;
  }

  async #listes(nom) {
    const fichier = await this.fichiers.lire(nom);
    fichier.entrees ||= fichier.listes.split(" ");
    return fichier;
  }

  /** Adds words of the core, `[[rang, bonus]]`, each once. */
  async #verserNoyau(accords, voulus) {
    const nouveaux = voulus.filter(([rang]) => !accords.rangs.has(rang));
    for (const [rang] of nouveaux) { accords.rangs.set(rang, true); }
    await Promise.all(nouveaux.map(async ([rang, bonus]) => {
      const { nom, premier } = this.lexique.fichierDuNoyau(rang);
      accords.verser((await this.#listes(nom)).entrees[rang - premier], NOYAU, bonus);
    }));
  }

  async noyau(accords) {
    if (accords.mot.code) { return; }
    await this.#verserNoyau(accords, [...this.lexique.mots.accords(accords.mot)]);
  }

  async prefixes(accords) {
    const { forme, code } = accords.mot;
    if (code || forme.length < 2) { return; }
    const rangs = this.lexique.mots.debutant(forme).filter((rang) => !accords.rangs.has(rang))
      .sort((a, b) => this.lexique.classe(b) - this.lexique.classe(a) || a - b).slice(0, PREFIXES);
    const admis = [...new Set(rangs.map((rang) => this.lexique.fichierDuNoyau(rang).place))].slice(0, FICHIERS_DE_PREFIXES);
    await this.#verserNoyau(accords, rangs.filter((rang) => admis.includes(this.lexique.fichierDuNoyau(rang).place)).map((rang) => [rang, 3]));
  }

  /** The files of the body in which a word may be. */
  fichiersDuCorps({ forme, lemme, racine, code }) {
    return [...new Set((code ? [forme] : [forme, lemme, racine]).map((f) => this.lexique.fichierDuCorps(f)).filter(Boolean))];
  }

  async corps(accords, prefixe) {
    const { mot } = accords;
    await Promise.all(this.fichiersDuCorps(mot).map(async (nom, ordre) => {
      const fichier = await this.#listes(nom);
      const connus = this.fichiers.motsDe(nom, fichier, this.lexique.analyse);
      const pris = mot.code ? new Map(connus.rang(mot.forme) >= 0 ? [[connus.rang(mot.forme), 9]] : []) : connus.accords(mot);
      for (const [rang, qualite] of pris) { accords.verser(fichier.entrees[rang], CORPS, qualite); }
      if (prefixe && ordre === 0 && !mot.code && mot.forme.length >= 2) {
        for (const rang of connus.debutant(mot.forme).filter((r) => !pris.has(r)).slice(0, PREFIXES)) { accords.verser(fichier.entrees[rang], CORPS, 3); }
      }
    }));
  }

  async fautes(accords) {
    const { fautes, rangs } = this.lexique.voisins(accords.mot.forme);
    if (!rangs.length) { return; }
    const { formes, parLemme } = this.lexique.mots;
    const voulus = rangs.flatMap((rang) => parLemme.get(this.lexique.analyse.lemme(formes[rang]))).map((rang) => [rang, 4 - 60 * fautes]);
    accords.sansFaute = accords.nombre;
    accords.correction = this.lexique.ecrits[rangs[0]];
    accords.voisins = rangs.map((rang) => this.lexique.ecrits[rang]);
    await this.#verserNoyau(accords, [...new Map(voulus)]);
  }
}
