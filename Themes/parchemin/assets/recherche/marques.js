// Which words of a text were asked for, and how near to each other they stand. Documentation/recherche-format.md, 4.6 and 4.7.

/** True when a word of a text answers a word that was asked for. */
export function accorde(mot, { forme, lemme, racine, ouvert }) {
  return mot.forme === forme || mot.lemme === lemme || mot.racine === racine || (ouvert && forme.length > 1 && mot.forme.startsWith(forme));
}

/** The places of the words of a text that were asked for, `[[debut, fin]]`. */
export function marques(texte, cherches, analyse) {
  const tous = cherches.flatMap((cherche) => (cherche.correction ? analyse.mots(cherche.correction) : [cherche]));
  const places = [];
  for (const mot of analyse.mots(texte)) {
    const derniere = places[places.length - 1];
    if (!tous.some((cherche) => accorde(mot, cherche)) || (derniere && derniere[1] > mot.debut)) { continue; }
    places.push([mot.debut, mot.fin]);
  }
  return places;
}

const VOISINS = 3;
const EN_ORDRE = 1;

/** How near to each other the words that were typed stand in a title. */
function voisinage(titre, tapes, analyse) {
  let rang = -1;
  let place = -1;
  const rangs = tapes.map(() => []);
  for (const mot of analyse.mots(titre)) {
    if (mot.place !== place) { rang += 1; }
    place = mot.place;
    tapes.forEach((tape, numero) => { if (accorde(mot, tape)) { rangs[numero].push(rang); } });
  }
  return rangs.slice(1).reduce((somme, suivants, numero) => {
    const siens = rangs[numero];
    if (siens.some((un) => suivants.includes(un + 1))) { return somme + VOISINS; }
    return somme + (siens.length && suivants.length && siens[0] < suivants[suivants.length - 1] ? EN_ORDRE : 0);
  }, 0);
}

/** The fiches of a page, those first whose titles have the words as they were typed, with the points of that in their scores. */
export function rapprocher(fiches, casiers, analyse) {
  const tapes = casiers.filter(({ genre }) => genre !== "code").flatMap(({ alternatives: [mots] }) => mots);
  const notees = fiches.map((fiche) => ({ ...fiche, score: fiche.score + 32 * voisinage(fiche.intitule, tapes, analyse) }));
  return notees.sort((a, b) => b.score - a.score || a.place - b.place);
}
