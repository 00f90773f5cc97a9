// What a text asks for: levels, codes, and slots of words. Documentation/recherche-format.md, 4.1 and 4.2.
import { plier, simple } from "./analyse.js";

const ENTRE = "[ \\-_:./#]*";
const AVANT = "(?<![\\p{L}\\p{Nd}])";
const APRES = "(?![\\p{L}\\p{Nd}])";
const motif = (texte) => new RegExp(AVANT + texte + APRES, "gu");
const BAC = motif("bac(?: *\\+ *| +plus *)([2-8])");
const NIVEAU = motif("niveau +([1-8])");
const NIVEAUX = { 2: 5, 3: 6, 4: 6, 5: 7, 6: 7, 7: 7, 8: 8 };
const FICHE = new RegExp(AVANT + "(rncp|rs)" + ENTRE + "(?:(?:numero|no|n)(?![a-z])" + ENTRE + ")?(\\d{1,4} \\d{3}(?!\\d)|\\d{1,7}(?!\\d))(?:" + ENTRE + "bc" + ENTRE + "(\\d{1,3}))?" + APRES, "u");
const SEUL = motif("(\\d{1,4} \\d{3}|\\d{3,7})");
// Tried one after the other at each place where a word may begin.
const CODES = [
  ["idcc" + ENTRE + "(\\d{1,4})", ([, n]) => "idcc" + n.replace(/^0+/, "")],
  ["formacode" + ENTRE + "(\\d{5})", ([, n]) => "formacode" + n],
  ["nsf" + ENTRE + "(\\d{2,3}[a-z]?)", ([, n]) => "nsf" + n],
  ["(?:rome" + ENTRE + ")?([a-n])[ \\-_:./#]?(\\d{4})", ([, lettre, n]) => "rome" + lettre + n],
  ["(\\d{3}[a-z])", ([, n]) => "nsf" + n]
].map(([texte, forme]) => [new RegExp(AVANT + texte + APRES, "yu"), forme]);
const MAXIMUM = 12;

/** Levels and codes, and the folded text that is left for words. Before `analyse` is known, only a text that is nothing but a code is certain to be one. */
export function lireCodes(original, analyse, numeros = true) {
  const plie = plier(original);
  const remarques = [];
  const niveaux = [];
  const codes = [];
  let numero = null;
  let { texte } = plie;
  const saisi = (debut, longueur) => original.slice(plie.debuts[debut], plie.fins[debut + longueur - 1]);
  const oter = (debut, longueur) => { texte = texte.slice(0, debut) + " ".repeat(longueur) + texte.slice(debut + longueur); };
  for (const trouve of texte.matchAll(BAC)) {
    niveaux.push(NIVEAUX[trouve[1]]);
    remarques.push({ saisi: saisi(trouve.index, trouve[0].length), niveau: String(NIVEAUX[trouve[1]]) });
    oter(trouve.index, trouve[0].length);
  }
  for (const trouve of texte.matchAll(NIVEAU)) {
    niveaux.push(Number(trouve[1]));
    oter(trouve.index, trouve[0].length);
  }
  const sansNiveau = remarques.length ? texte.replace(/ +/g, " ").trim() : original;
  const deFiche = numeros ? FICHE.exec(texte) : null;
  if (deFiche) {
    const [tout, prefixe, chiffres, bloc] = deFiche;
    numero = { prefixe: prefixe.toUpperCase(), chiffres: chiffres.replace(" ", ""), bloc: Number(bloc || 0), saisi: saisi(deFiche.index, tout.length) };
    oter(deFiche.index, tout.length);
  }
  for (let place = 0; place < texte.length; place += 1) {
    for (const [expression, forme] of CODES) {
      expression.lastIndex = place;
      const trouve = expression.exec(texte);
      if (!trouve) { continue; }
      codes.push({ forme: forme(trouve), saisi: saisi(place, trouve[0].length) });
      oter(place, trouve[0].length);
      break;
    }
  }
  if (numeros && !numero && !codes.length) { numero = nombreSeul(texte, analyse); }
  return { plie: { ...plie, texte }, niveaux: [...new Set(niveaux)], remarques, sansNiveau, numero, codes };
}

/** The number of a text that is nothing else, but for words that say nothing beside one. */
function nombreSeul(texte, analyse) {
  const [trouve] = texte.matchAll(SEUL);
  if (!trouve) { return null; }
  const reste = texte.slice(0, trouve.index) + " " + texte.slice(trouve.index + trouve[0].length);
  const mots = reste.match(/[\p{L}\p{Nd}]+/gu) || [];
  const muets = mots.every((mot) => analyse && (analyse.accessoires.has(mot) || analyse.vides.has(mot)));
  return muets ? { prefixe: "", chiffres: trouve[1].replace(" ", ""), bloc: 0, saisi: trouve[1] } : null;
}

/**
 * The slots of a question: `{alternatives: [[mot]], genre}`, the first alternative being what was typed. A word that was typed
 * is `tape`, the last one `ouvert` where it may go on.
 */
export function casiers(plie, codes, lexique) {
  const { analyse } = lexique;
  // Of an inclusive form the first word is enough: the other has its lemma.
  const tous = analyse.motsPlies(plie).filter((mot, rang, liste) => !rang || liste[rang - 1].place !== mot.place);
  const mots = tous.filter((mot, rang) => tous.findIndex(({ lemme }) => lemme === mot.lemme) === rang).slice(0, MAXIMUM).map((mot) => ({ ...mot, tape: true }));
  const dernier = mots[mots.length - 1];
  // A word that stands before already is not the one that goes on.
  if (dernier) { dernier.ouvert = /[\p{L}\p{Nd}]$/u.test(plie.texte) && tous[tous.length - 1].forme === dernier.forme; }
  const deCodes = codes.map(({ forme, saisi }) => ({ alternatives: [[{ forme, lemme: forme, racine: forme, code: true, saisi }]], genre: "code" }));
  const liste = coller(synonymes(mots, analyse), lexique);
  for (const casier of liste) { couper(casier, lexique); }
  return [...liste, ...deCodes];
}

function synonymes(mots, analyse) {
  const liste = [];
  for (let rang = 0; rang < mots.length;) {
    const trouve = analyse.synonyme(mots.slice(rang, rang + 3));
    const longueur = trouve ? trouve.longueur : 1;
    liste.push({ alternatives: [mots.slice(rang, rang + longueur), ...(trouve ? trouve.expansions : [])], genre: trouve ? "synonyme" : "mot" });
    rang += longueur;
  }
  return liste;
}

/** The only word of a slot, where nothing else stands for it. */
function seul({ alternatives }) { return alternatives.length === 1 && alternatives[0].length === 1 ? alternatives[0][0] : null; }

/** The only word of a slot that was typed, whatever else stands for it. */
function tape({ alternatives: [mots] }) { return mots.length === 1 ? mots[0] : null; }

/** « cyber sécurité » is « cybersécurité » as well, where titles have that word. */
function coller(liste, { mots: noyau, analyse }) {
  const resultat = [];
  for (const casier of liste) {
    const avant = resultat[resultat.length - 1];
    const [a, b] = avant ? [tape(avant), tape(casier)] : [null, null];
    const colle = a && b ? a.forme + b.forme : "";
    if (colle && (noyau.rang(colle) >= 0 || (seul(avant) && seul(casier) && b.ouvert && colle.length >= 6 && noyau.debutant(colle).length))) {
      resultat[resultat.length - 1] = { alternatives: [[a, b], [{ ...analyse.mot(colle), ouvert: b.ouvert }]], genre: "colle" };
    } else { resultat.push(casier); }
  }
  return resultat;
}

/** A word that titles do not know may be two that were written as one. */
function couper(casier, { mots: noyau, analyse }) {
  const mot = seul(casier);
  if (!mot || mot.forme.length < 6 || !simple(mot.forme) || noyau.parRacine.has(mot.racine)) { return; }
  for (let place = 3; place <= mot.forme.length - 3; place += 1) {
    const parties = [mot.forme.slice(0, place), mot.forme.slice(place)];
    if (parties.every((partie) => noyau.rang(partie) >= 0)) {
      casier.alternatives.push(parties.map((partie) => analyse.mot(partie)));
      return;
    }
  }
}
