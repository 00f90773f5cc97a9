// What a text asks for: levels, codes, and slots of words. Documentation/recherche-format.md, 4.1 and 4.2.
import { plier, simple } from "./analyse.js";

const ENTRE = "[ \\-_:./°#]*";
const NOMBRE = "(\\d{1,4} \\d{3}|\\d{1,7})";
const AVANT = "(?<![\\p{L}\\p{Nd}])";
const APRES = "(?![\\p{L}\\p{Nd}])";
const motif = (texte) => new RegExp(AVANT + texte + APRES, "gu");
const BAC = motif("bac(?: *\\+ *| plus *)([2-8])");
const NIVEAU = motif("niveau ([1-8])");
const NIVEAUX = { 2: 5, 3: 6, 4: 6, 5: 7, 6: 7, 7: 7, 8: 8 };
const FICHE = motif("(rncp|rs)" + ENTRE + "(?:(?:numero|no|n)" + ENTRE + ")?" + NOMBRE + "(?:" + ENTRE + "bc" + ENTRE + "(\\d+))?");
const CODES = [
  [motif("idcc" + ENTRE + "(\\d{1,4})"), ([, n]) => "idcc" + Number(n)],
  [motif("formacode" + ENTRE + "(\\d{5})"), ([, n]) => "formacode" + n],
  [motif("nsf" + ENTRE + "(\\d{2,3}[a-z]?)"), ([, n]) => "nsf" + n],
  [motif("(?:rome" + ENTRE + ")?([a-n])" + ENTRE + "(\\d{4})"), ([, lettre, n]) => "rome" + lettre + n],
  [motif("(\\d{3}[a-z])"), ([, n]) => "nsf" + n]
];
const SEUL = new RegExp("^" + NOMBRE + "$", "u");
const MAXIMUM = 12;

/** Levels and codes, and the folded text that is left for words. */
export function lireCodes(original, analyse) {
  // Before the tables are read, only a text that is nothing but a code is certain to be one.
  const plie = plier(original);
  const remarques = [];
  const codes = [];
  let niveau = 0;
  let numero = null;
  let texte = plie.texte;
  const couper = (expression, prendre) => {
    texte = texte.replace(expression, (...groupes) => {
      const trouve = groupes[0];
      prendre(groupes, groupes[groupes.length - 2]);
      return " ".repeat(trouve.length);
    });
  };
  const saisi = (debut, longueur) => original.slice(plie.debuts[debut], plie.fins[debut + longueur - 1]);
  couper(BAC, ([tout, chiffre], place) => {
    niveau = NIVEAUX[chiffre];
    remarques.push({ saisi: saisi(place, tout.length), niveau: String(niveau) });
  });
  couper(NIVEAU, ([, chiffre]) => { niveau = Number(chiffre); });
  const sansNiveau = original && remarques.length ? texte.replace(/ +/g, " ").trim() : original;
  const avantCodes = texte;
  couper(FICHE, ([tout, prefixe, chiffres, bloc], place) => {
    if (!numero) { numero = { prefixe: prefixe.toUpperCase(), chiffres: chiffres.replace(" ", ""), bloc: bloc ? Number(bloc) : 0, saisi: saisi(place, tout.length) }; }
  });
  for (const [expression, forme] of CODES) {
    couper(expression, (groupes, place) => codes.push({ forme: forme(groupes), saisi: saisi(place, groupes[0].length) }));
  }
  if (!numero && !codes.length) {
    const reste = texte.split(/[^\p{L}\p{Nd}]+/u).filter((mot) => mot && !(analyse && (analyse.accessoires.has(mot) || analyse.vides.has(mot)))).join(" ");
    const seul = SEUL.exec(reste);
    if (seul && seul[1].replace(" ", "").length >= 3) { numero = { prefixe: "", chiffres: seul[1].replace(" ", ""), bloc: 0, saisi: seul[1] }; }
  }
  return { plie: { ...plie, texte }, avantCodes: { ...plie, texte: avantCodes }, niveau, remarques, sansNiveau, numero, codes };
}

/** The slots of the words that are left: `{alternatives: [[mot]], genre, mots}`. */
export function casiers(plie, codes, lexique, original) {
  const { analyse } = lexique;
  const tous = analyse.motsPlies(plie);
  const vus = new Set();
  let liste = [];
  for (const mot of tous) {
    if (vus.has(mot.lemme)) { continue; }
    vus.add(mot.lemme);
    const avant = liste[liste.length - 1];
    if (avant && avant.mots[0].debut === mot.debut) { avant.alternatives.push([mot]);
    } else { liste.push({ alternatives: [[mot]], mots: [mot], genre: "mot" }); }
  }
  liste = [...codes.map((code) => ({ alternatives: [[codeEnMot(code)]], mots: [codeEnMot(code)], genre: "code" })), ...liste].slice(0, MAXIMUM);
  const dernier = tous.length && !/\s$/u.test(original) ? tous[tous.length - 1] : null;
  for (const casier of liste) { for (const mot of casier.mots) { mot.dernier = dernier !== null && mot.debut === dernier.debut; } }
  return couper(coller(synonymes(liste, analyse), lexique), lexique);
}

function codeEnMot({ forme, saisi }) { return { forme, lemme: forme, racine: forme, debut: -1, fin: -1, code: true, saisi }; }

function synonymes(liste, analyse) {
  const resultat = [];
  for (let rang = 0; rang < liste.length;) {
    const trouve = analyse.synonyme(liste.slice(rang, rang + 3).map((c) => (c.genre === "mot" ? c.mots[0].lemme : "")));
    if (!trouve) {
      resultat.push(liste[rang]);
      rang += 1;
      continue;
    }
    const pris = liste.slice(rang, rang + trouve.longueur);
    const siens = pris.flatMap(({ mots }) => mots);
    resultat.push({ alternatives: [siens, ...trouve.expansions.map(({ mots }) => mots)], mots: siens, genre: "synonyme", textes: trouve.expansions.map(({ texte }) => texte) });
    rang += trouve.longueur;
  }
  return resultat;
}

function seul({ genre, alternatives, mots }) { return genre === "mot" && alternatives.length === 1 && mots.length === 1 && simple(mots[0].forme); }

function coller(liste, { mots: noyau, analyse }) {
  const resultat = [];
  for (const casier of liste) {
    const avant = resultat[resultat.length - 1];
    const [a, b] = avant && seul(avant) && seul(casier) ? [avant.mots[0], casier.mots[0]] : [null, null];
    if (a && noyau.rang(a.forme + b.forme) >= 0) {
      const colle = { ...analyse.mot(a.forme + b.forme), debut: a.debut, fin: b.fin };
      resultat[resultat.length - 1] = { alternatives: [[a, b], [colle]], mots: [a, b], genre: "colle" };
    } else { resultat.push(casier); }
  }
  return resultat;
}

function couper(liste, { mots: noyau, analyse }) {
  for (const casier of liste) {
    const [{ forme }] = casier.mots;
    if (!seul(casier) || forme.length < 6 || noyau.accords(casier.mots[0]).size) { continue; }
    for (let place = 3; place <= forme.length - 3; place += 1) {
      if (noyau.rang(forme.slice(0, place)) >= 0 && noyau.rang(forme.slice(place)) >= 0) {
        casier.alternatives.push([analyse.mot(forme.slice(0, place)), analyse.mot(forme.slice(place))]);
        casier.genre = "coupe";
        break;
      }
    }
  }
  return liste;
}
