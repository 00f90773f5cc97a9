// Which blocs, and which competences, stand beside each other: official correspondances first, then words in common.
// A closeness of words is no equivalence, and is never called one.
import { cles, normal } from "./mots.js";

// Shares of weighted words in common from which two blocs, two competences of paired blocs, two of others are put side by side.
const SEUIL_BLOCS = 0.25;
const SEUIL_MEME_BLOC = 0.42;
const SEUIL_AUTRE_BLOC = 0.6;

/** What a word weighs: the rarer among the groups, the more. */
function poids(groupes) {
  const nombres = new Map();
  for (const groupe of groupes) { for (const cle of groupe.keys()) { nombres.set(cle, (nombres.get(cle) || 0) + 1); } }
  return (cle) => Math.log(1 + groupes.length / (nombres.get(cle) || 1));
}

/** The share of words in common, 0 to 1 (Dice, by weight), and these words, the weightiest first. */
function proximite(a, b, pese) {
  let total = 0;
  let commun = 0;
  const communs = [];
  for (const cle of a.keys()) {
    const valeur = pese(cle);
    total += valeur;
    if (b.has(cle)) { commun += valeur; communs.push([valeur, cle]); }
  }
  for (const cle of b.keys()) { total += pese(cle); }
  communs.sort((x, y) => y[0] - x[0] || (x[1] < y[1] ? -1 : 1));
  return { part: total ? 2 * commun / total : 0, communs: communs.map(([, cle]) => cle) };
}

/** The same competence, whatever sign ends it. */
function memeTexte(une, autre) { return une === autre || sansFin(une) === sansFin(autre); }

function sansFin(texte) { return normal(texte).replace(/[\s.;:,]+$/, ""); }

function codeNormal(code) { return String(code || "").replace(/\s+/g, "").toUpperCase(); }

/** The correspondances that fiche `de` declares towards fiche `vers`. */
export function correspondances(de, vers) {
  return (de.correspondances || []).filter((lien) => vers.numero_fiche && codeNormal(lien.fiche_cible) === codeNormal(vers.numero_fiche));
}

function blocsDeCode(rangees, fiche, codes) {
  const voulus = new Set(codes.map(codeNormal));
  return rangees.filter((r) => r.blocs.some((b) => b.fiche === fiche && b.bloc.code && voulus.has(codeNormal(b.bloc.code))));
}

/**
 * The blocs of several fiches in rows. A row is `{blocs: [{fiche, bloc, mots, titre}], officielles: [numero de la fiche qui déclare],
 * communs: [mot]}`; `fiche` is a place in `fiches`, `mots` and `titre` the Maps of keys of the bloc and of its title.
 */
export function rapprocherBlocs(fiches, textesDuBloc) {
  let rangees = [];
  fiches.forEach((fiche, place) => {
    for (const bloc of fiche.blocs_competences || []) {
      rangees.push({ blocs: [{ fiche: place, bloc, mots: cles(textesDuBloc(bloc)), titre: cles([bloc.libelle]) }], officielles: [], communs: [] });
    }
  });
  const pese = poids(rangees.map((r) => r.blocs[0].mots));
  const reunir = (une, autre) => {
    if (une === autre) { return une; }
    une.blocs.push(...autre.blocs);
    une.officielles.push(...autre.officielles);
    une.communs.push(...autre.communs);
    rangees = rangees.filter((r) => r !== autre);
    return une;
  };
  fiches.forEach((de, i) => fiches.forEach((vers, j) => {
    if (i === j) { return; }
    for (const lien of correspondances(de, vers)) {
      const siens = blocsDeCode(rangees, i, lien.blocs || []);
      const autres = blocsDeCode(rangees, j, lien.blocs_cibles || []);
      if (!siens.length || !autres.length) { continue; }
      const reunie = [...siens, ...autres].reduce(reunir);
      if (!reunie.officielles.includes(i)) { reunie.officielles.push(i); }
    }
  }));
  for (;;) {
    let meilleure = null;
    for (let x = 0; x < rangees.length; x += 1) {
      for (let y = x + 1; y < rangees.length; y += 1) {
        const trouvee = rapprochement(rangees[x], rangees[y], pese);
        if (trouvee && (!meilleure || trouvee.part > meilleure.part)) { meilleure = { ...trouvee, une: rangees[x], autre: rangees[y] }; }
      }
    }
    if (!meilleure) { break; }
    const reunie = reunir(meilleure.une, meilleure.autre);
    for (const cle of meilleure.communs) { if (!reunie.communs.includes(cle)) { reunie.communs.push(cle); } }
  }
  for (const rangee of rangees) { rangee.blocs.sort((a, b) => a.fiche - b.fiche || a.bloc.numero - b.bloc.numero); }
  const rang = (r) => Math.min(...r.blocs.map((b) => b.fiche)) * 10000 + r.blocs[0].bloc.numero;
  return rangees.sort((a, b) => rang(a) - rang(b));
}

/** Two rows that share no fiche, when their closest blocs are close enough. */
function rapprochement(une, autre, pese) {
  if (une.blocs.some((a) => autre.blocs.some((b) => a.fiche === b.fiche))) { return null; }
  let meilleure = null;
  for (const a of une.blocs) {
    for (const b of autre.blocs) {
      const essai = proximite(a.mots, b.mots, pese);
      // A title says in few words what the bloc is: it counts for as much as all the rest, where that brings blocs closer.
      essai.part = Math.max(essai.part, (essai.part + proximite(a.titre, b.titre, pese).part) / 2);
      if (essai.part >= SEUIL_BLOCS && essai.communs.length > 1 && (!meilleure || essai.part > meilleure.part)) { meilleure = essai; }
    }
  }
  return meilleure;
}

/** The keys that blocs of at least two fiches of a row have, for marking. */
export function clesCommunes(rangee) {
  const vues = new Map();
  for (const { fiche, mots } of rangee.blocs) {
    for (const cle of mots.keys()) { vues.set(cle, (vues.get(cle) || new Set()).add(fiche)); }
  }
  return new Set([...vues].filter(([, fiches]) => fiches.size > 1).map(([cle]) => cle));
}

/**
 * What became of each competence. Both lists hold `{texte, rangee, bloc}` (`rangee`: the row of its bloc); answers
 * `{avant, apres, genre}` for each, one of the two missing where it was added or removed. `genre`: inchangee, reformulee,
 * deplacee, deplacee-reformulee, ajoutee, retiree.
 */
export function rapprocherCompetences(avant, apres) {
  const restes = new Set(avant);
  const nouvelles = new Set(apres);
  const paires = [];
  const retenir = (a, b, identique) => {
    restes.delete(a);
    nouvelles.delete(b);
    const memeBloc = a.rangee === b.rangee;
    paires.push({ avant: a, apres: b, genre: memeBloc ? (identique ? "inchangee" : "reformulee") : identique ? "deplacee" : "deplacee-reformulee" });
  };
  for (const memeBloc of [true, false]) {
    for (const b of [...nouvelles]) {
      const a = [...restes].find((autre) => memeTexte(autre.texte, b.texte) && (!memeBloc || autre.rangee === b.rangee));
      if (a) { retenir(a, b, true); }
    }
  }
  const mots = new Map([...avant, ...apres].map((une) => [une, cles([une.texte])]));
  const pese = poids([...mots.values()]);
  const essais = [];
  for (const a of restes) {
    for (const b of nouvelles) {
      const memeBloc = a.rangee === b.rangee;
      const { part, communs } = proximite(mots.get(a), mots.get(b), pese);
      if (part >= (memeBloc ? SEUIL_MEME_BLOC : SEUIL_AUTRE_BLOC) && communs.length > 1) { essais.push({ a, b, part: part + (memeBloc ? 0.1 : 0) }); }
    }
  }
  essais.sort((x, y) => y.part - x.part || avant.indexOf(x.a) - avant.indexOf(y.a) || apres.indexOf(x.b) - apres.indexOf(y.b));
  for (const { a, b } of essais) { if (restes.has(a) && nouvelles.has(b)) { retenir(a, b, false); } }
  return [...paires, ...[...nouvelles].map((b) => ({ apres: b, genre: "ajoutee" })), ...[...restes].map((a) => ({ avant: a, genre: "retiree" }))];
}
