// The words of a text as the index knows them: folded, freed of elisions, with the forms of inclusive writing. Documentation/recherche-format.md, 1.

const RUN = /[\p{L}\p{Nd}]+/gu;
const LETTRE = /^[\p{L}\p{Nd}]/u;
const APOSTROPHES = new Set("‘’ʼ′´\u0060'");
const POINT = "·";
const SIMPLES = new Map([["œ", "oe"], ["Œ", "oe"], ["æ", "ae"], ["Æ", "ae"], ["ß", "ss"], ["ø", "o"], ["Ø", "o"], ["ł", "l"], ["Ł", "l"],
  ["đ", "d"], ["Đ", "d"], ["ð", "d"], ["Ð", "d"], ["ı", "i"], ["ẞ", "ss"], ["•", POINT], ["‧", POINT], ["⋅", POINT], [POINT, POINT], ...["\u00ad", "\u200b", "\u200c", "\u200d", "\ufeff"].map((vide) => [vide, ""])]);
const LONGUEUR = 40;
// From this length on a root alone says which synonym is meant.
const LONG = 5;
const connus = new Map();

function plierSigne(signe) {
  if (APOSTROPHES.has(signe)) { return "'"; }
  const simple = SIMPLES.get(signe);
  if (simple !== undefined) { return simple; }
  const parties = [...signe.normalize("NFKD")].map((partie) => SIMPLES.get(partie) ?? partie.toLowerCase());
  // Letters, digits and signs of ASCII stay; marks vanish; whatever else there is only separates.
  return parties.join("").replace(/\p{Mn}/gu, "").replace(/[^\p{L}\p{Nd}\x20-\x7e·]/gu, " ");
}

/** The folded text, and for each of its units the first and last places of the original: `{texte, debuts, fins}`. */
export function plier(original) {
  let texte = "";
  const debuts = [];
  const fins = [];
  let place = 0;
  for (const signe of original) {
    let plie = connus.get(signe);
    if (plie === undefined) {
      plie = plierSigne(signe);
      connus.set(signe, plie);
    }
    for (let rang = 0; rang < plie.length; rang += 1) {
      debuts.push(place);
      fins.push(place + signe.length);
    }
    texte += plie;
    place += signe.length;
  }
  return { texte, debuts, fins };
}

/** Only what is written in a–z takes part in lemmas and slips of the fingers. */
export function simple(forme) { return /^[a-z]+$/.test(forme); }

/** The analysis with the tables that the index publishes. */
export class Analyse {
  constructor(tables) {
    const liste = (texte) => texte.split(" ");
    this.tables = tables;
    [this.vides, this.elisions, this.courts, this.accessoires] = [tables.vides, tables.elisions, tables.courts, tables.accessoires].map((texte) => new Set(liste(texte)));
    this.soudes = liste(tables.soudes);
    this.exceptions = new Map(tables.exceptions);
  }

  lemme(forme) {
    if (forme.length < 4 || !simple(forme)) { return forme; }
    const exception = this.exceptions.get(forme);
    if (exception !== undefined) { return exception; }
    let mot = forme;
    for (const groupe of this.tables.lemme) { mot = appliquer(groupe, mot) || mot; }
    return mot;
  }

  racine(lemme) {
    if (lemme.length < 4 || !simple(lemme)) { return lemme; }
    let mot = lemme;
    for (let tour = 0; tour < 4; tour += 1) {
      const autre = appliquer(this.tables.racine, mot);
      if (autre === null) { break; }
      mot = autre;
    }
    return mot;
  }

  /** The synonym of the longest beginning of these words: `{longueur, expansions: [[mot]]}`, or null. */
  synonyme(mots) {
    this.synonymes ||= this.#synonymes();
    for (let longueur = mots.length; longueur > 0; longueur -= 1) {
      const siens = mots.slice(0, longueur);
      const expansions = this.synonymes.parLemmes.get(siens.map(({ lemme }) => lemme).join(" "))
        || (longueur === 1 && siens[0].forme.length >= LONG ? this.synonymes.parRacine.get(siens[0].racine) : null);
      if (expansions) { return { longueur, expansions }; }
    }
    return null;
  }

  #synonymes() {
    const parLemmes = new Map();
    const seuls = [];
    for (const [cle, textes] of this.tables.synonymes) {
      const mots = this.mots(cle);
      const lemmes = mots.map(({ lemme }) => lemme).join(" ");
      const expansions = textes.map((texte) => this.mots(texte)).filter((liste) => liste.length);
      parLemmes.set(lemmes, [...(parLemmes.get(lemmes) || []), ...expansions]);
      if (mots.length === 1 && mots[0].forme.length >= LONG) { seuls.push(mots[0]); }
    }
    const parRacine = new Map();
    for (const { racine, lemme } of seuls) { if (!parRacine.has(racine)) { parRacine.set(racine, parLemmes.get(lemme)); } }
    return { parLemmes, parRacine };
  }

  /** A word with its lemma and root. */
  mot(forme) {
    const lemme = this.lemme(forme);
    return { forme, lemme, racine: this.racine(lemme) };
  }

  /** The words of a text in their order, `debut` and `fin` being places of it; the two words of an inclusive form have one `place`. */
  mots(original) { return this.motsPlies(plier(original)); }

  motsPlies({ texte, debuts, fins }) {
    const runs = [...texte.matchAll(RUN)].map((m) => ({ mot: m[0], debut: m.index, fin: m.index + m[0].length }));
    const trouves = [];
    let place = 0;
    const ajouter = (forme, debut, fin) => {
      const courte = /^[\x00-\x7f]*$/.test(forme) ? forme.slice(0, LONGUEUR) : forme;
      if (!this.vides.has(courte)) { trouves.push({ ...this.mot(courte), debut: debuts[debut], fin: fins[fin - 1], place }); }
    };
    while (place < runs.length) { place = this.#un(texte, runs, place, ajouter); }
    return trouves;
  }

  /** Reads what begins at one run; returns the next run to look at. */
  #un(texte, runs, rang, ajouter) {
    const { mot, debut, fin } = runs[rang];
    const suivant = runs[rang + 1];
    const initiales = this.#initiales(texte, runs, rang);
    if (initiales > 1) {
      const dernier = runs[rang + initiales - 1];
      const lettres = runs.slice(rang, rang + initiales).map((run) => run.mot).join("");
      ajouter(lettres, debut, texte[dernier.fin] === "." ? dernier.fin + 1 : dernier.fin);
      return rang + initiales;
    }
    if (suivant && texte[fin] === "'" && suivant.debut === fin + 1) {
      if (this.soudes.some((soude) => (mot + "'" + suivant.mot).startsWith(soude))) {
        ajouter(mot + suivant.mot, debut, suivant.fin);
        return rang + 2;
      }
      if (!this.elisions.has(mot)) { ajouter(mot, debut, fin); }
      return rang + 1;
    }
    const inclusive = this.#inclusive(texte, runs, rang);
    if (inclusive) {
      ajouter(mot, debut, inclusive.fin);
      if (inclusive.feminin) { ajouter(inclusive.feminin, debut, inclusive.fin); }
      return inclusive.suite;
    }
    ajouter(mot, debut, fin);
    return rang + 1;
  }

  /** How many letters with dots between them begin here. */
  #initiales(texte, runs, rang) {
    let nombre = 0;
    while (runs[rang + nombre] && /^[a-z]$/.test(runs[rang + nombre].mot)) {
      nombre += 1;
      const ici = runs[rang + nombre - 1];
      const suivant = runs[rang + nombre];
      if (texte[ici.fin] !== "." || !suivant || suivant.debut !== ici.fin + 1) { break; }
    }
    return nombre;
  }

  /** `chargé(e)`, `vendeurs/euses`, `technicien·ne·s`: where the form ends, and the feminine; null for anything else. */
  #inclusive(texte, runs, rang) {
    const { mot, fin } = runs[rang];
    const ajout = runs[rang + 1];
    if (mot.length < 3 || !simple(mot) || !ajout || ajout.debut !== fin + 1) { return null; }
    const signe = texte[fin];
    const parentheses = signe === "(";
    const point = signe === POINT;
    if (!parentheses && signe !== "/" && !point && signe !== "." && signe !== "-") { return null; }
    let bout = ajout.fin;
    let suite = rang + 2;
    let pluriel = false;
    if (parentheses && texte[bout] !== ")") { return null; }
    if (parentheses) { bout += 1; }
    const apres = runs[suite];
    if (apres && apres.mot === "s" && signe !== "/" && (parentheses ? apres.debut === bout : texte[bout] === signe && apres.debut === bout + 1)) {
      pluriel = true;
      bout = apres.fin;
      suite += 1;
    }
    if (LETTRE.test(texte.slice(bout, bout + 2))) { return null; }
    const marque = ajout.mot.length > 1 && ajout.mot.endsWith("s");
    const court = marque ? ajout.mot.slice(0, -1) : ajout.mot;
    const motPluriel = mot.endsWith("s");
    const base = motPluriel ? mot.slice(0, -1) : mot;
    const permis = (signe !== "." && signe !== "-") || this.courts.has(ajout.mot);
    const regle = permis ? this.tables.feminins.find(([s, terminaison]) => s === court && base.endsWith(terminaison)) : undefined;
    if (regle) {
      const feminin = base.slice(0, base.length - regle[1].length) + regle[2] + (motPluriel || marque || pluriel ? "s" : "");
      return { fin: bout, suite, feminin };
    }
    return parentheses && ajout.mot === "s" ? { fin: bout, suite, feminin: "" } : null;
  }
}

/** The word after the first rule that applies, or null. */
function appliquer(regles, mot) {
  for (const [suffixe, remplacement, minimum] of regles) {
    if (mot.length - suffixe.length >= minimum && mot.endsWith(suffixe)) { return mot.slice(0, mot.length - suffixe.length) + remplacement; }
  }
  return null;
}
