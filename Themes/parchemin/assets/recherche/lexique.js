// The words that titles, labels and certifiers are made of, in memory; and which file holds the lists of each word.
import { Analyse, plier, simple } from "./analyse.js";
import { mots, noms, sommes } from "./nombres.js";

/** What a word of the index is worth, by what it shares with the word that was asked for. */
export const QUALITES = { exacte: 18, lemme: 15, racine: 6, debut: 4 };

/** The words of one file, found by forme, lemme and racine. */
export class Mots {
  constructor(formes, analyse) {
    this.formes = formes;
    this.parLemme = new Map();
    this.parRacine = new Map();
    formes.forEach((forme, rang) => {
      const lemme = analyse.lemme(forme);
      ajouter(this.parLemme, lemme, rang);
      ajouter(this.parRacine, analyse.racine(lemme), rang);
    });
  }

  /** The rank of a forme, or -1. */
  rang(forme) {
    const place = this.borne(forme);
    return this.formes[place] === forme ? place : -1;
  }

  /** The rank of the first forme that is not before this one. */
  borne(forme) {
    let bas = 0;
    let haut = this.formes.length;
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if (this.formes[milieu] < forme) { bas = milieu + 1; } else { haut = milieu; }
    }
    return bas;
  }

  /** The ranks that match a word, each once with its best quality: `[[rang, qualite]]`. */
  accords({ forme, lemme, racine }) {
    const trouves = new Map();
    const exact = this.rang(forme);
    if (exact >= 0) { trouves.set(exact, QUALITES.exacte); }
    for (const rang of this.parLemme.get(lemme) || []) { if (!trouves.has(rang)) { trouves.set(rang, QUALITES.lemme); } }
    for (const rang of this.parRacine.get(racine) || []) { if (!trouves.has(rang)) { trouves.set(rang, QUALITES.racine); } }
    return trouves;
  }

  /** The ranks of the formes that begin so. */
  debutant(forme) {
    const rangs = [];
    for (let rang = this.borne(forme); rang < this.formes.length && this.formes[rang].startsWith(forme); rang += 1) { rangs.push(rang); }
    return rangs;
  }
}

function ajouter(table, cle, rang) {
  const rangs = table.get(cle);
  if (rangs) { rangs.push(rang); } else { table.set(cle, [rang]); }
}

export class Lexique {
  constructor(json) {
    this.version = json.version;
    this.analyse = new Analyse(json.analyse);
    this.ecrits = mots(json.mots);
    this.mots = new Mots(this.ecrits.map((mot) => plier(mot).texte), this.analyse);
    this.classes = json.classes;
    this.noyau = { debuts: sommes(json.noyau.debuts), noms: noms(json.noyau.noms) };
    this.corps = { debuts: mots(json.corps.debuts), noms: noms(json.corps.noms) };
    this.banals = new Set(mots(json.corps.banals).map((forme) => this.analyse.racine(this.analyse.lemme(forme))));
  }

  /** A forme as the catalogue spells it, where it is one of its words. */
  ecrit(forme) { return this.ecrits[this.mots.rang(forme)] || forme; }

  /** In how many fiches of the core a word is, at most. */
  auPlus(rang) { return this.classes[rang] === "9" ? Infinity : 2 ** (Number(this.classes[rang]) + 1) - 1; }

  /** In how many it is at least. */
  auMoins(rang) { return 2 ** Number(this.classes[rang]); }

  /** The most frequent first, then in their order. */
  parFrequence(rangs) { return [...rangs].sort((a, b) => this.classes.charCodeAt(b) - this.classes.charCodeAt(a) || a - b); }

  /** The core file that holds the lists of a word. */
  fichierDuNoyau(rang) {
    const place = derniere(this.noyau.debuts, rang);
    return { nom: "noyau/" + this.noyau.noms[place] + ".json", place, premier: this.noyau.debuts[place] };
  }

  /** The body file in which a forme would be; null where the body is empty. */
  fichierDuCorps(forme) {
    const place = Math.max(0, derniere(this.corps.debuts, forme));
    return this.corps.noms.length ? "corps/" + this.corps.noms[place] + ".json" : null;
  }

  /** Formes of the core a slip or two away, those of the fewest slips: `{fautes, rangs}`. */
  voisins(forme) {
    const permises = !simple(forme) || forme.length < 4 ? 0 : forme.length < 8 ? 1 : 2;
    let fautes = permises;
    let rangs = [];
    if (!permises) { return { fautes: 0, rangs }; }
    this.mots.formes.forEach((autre, rang) => {
      if (Math.abs(autre.length - forme.length) > fautes || !simple(autre)) { return; }
      const ecart = distance(forme, autre, fautes);
      if (ecart < 1 || ecart > fautes) { return; }
      if (ecart < fautes) { rangs = []; }
      fautes = ecart;
      rangs.push(rang);
    });
    return { fautes, rangs: this.parFrequence(rangs).slice(0, 6) };
  }
}

/** The place of the last value that is not after this one, or -1. */
export function derniere(valeurs, cherchee) {
  let bas = 0;
  let haut = valeurs.length;
  while (bas < haut) {
    const milieu = (bas + haut) >> 1;
    if (valeurs[milieu] <= cherchee) { bas = milieu + 1; } else { haut = milieu; }
  }
  return bas - 1;
}

const lignes = [new Uint8Array(96), new Uint8Array(96), new Uint8Array(96)];

/** Insertions, deletions, substitutions, exchanges of neighbours; a first letter that differs costs one more. `maximum + 1` stands for more. */
export function distance(a, b, maximum) {
  const premiere = a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]) ? 0 : 1;
  if (premiere > maximum || b.length > 90 || a.length > 90) { return maximum + 1; }
  let [avant, ici, suite] = lignes;
  for (let j = 0; j <= b.length; j += 1) { ici[j] = j; }
  for (let i = 1; i <= a.length; i += 1) {
    suite[0] = i;
    let moindre = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cout = Math.min(ici[j] + 1, suite[j - 1] + 1, ici[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) { cout = Math.min(cout, avant[j - 2] + 1); }
      suite[j] = cout;
      if (cout < moindre) { moindre = cout; }
    }
    if (moindre + premiere > maximum) { return maximum + 1; }
    [avant, ici, suite] = [ici, suite, avant];
  }
  return Math.min(maximum + 1, ici[b.length] + premiere);
}
