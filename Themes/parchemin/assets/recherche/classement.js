// Which fiches answer a question, and in which order. Documentation/recherche-format.md, 4.4 and 4.6.
import { RIEN } from "./accords.js";

/** Fewer fiches than this make the search look further. */
export const MINCE = 10;

/** For each slot its values; how many slots each place matches, how many places match all, how many slots at most. */
export function relever(liste, total) {
  const nombres = new Uint8Array(total);
  for (const casier of liste) {
    const [premiere, ...autres] = casier.accords;
    // Most slots are one word: its values are those of the slot.
    casier.valeurs = premiere.length === 1 && !autres.length ? premiere[0].valeurs : combiner(casier.accords, total);
    const { valeurs } = casier;
    let nombre = 0;
    for (let place = 0; place < total; place += 1) {
      if (valeurs[place] !== RIEN) {
        nombre += 1;
        nombres[place] += 1;
      }
    }
    casier.nombre = nombre;
  }
  let parfaits = 0;
  let plus = 0;
  for (let place = 0; place < total; place += 1) {
    if (nombres[place] > plus) { plus = nombres[place]; }
    if (nombres[place] === liste.length) { parfaits += 1; }
  }
  return { nombres, parfaits, plus };
}

/** The best of the alternatives at each place; the values of one are those of its least word. */
function combiner(alternatives, total) {
  const valeurs = new Int16Array(total).fill(RIEN);
  alternatives.forEach((alternative, ordre) => {
    if (!alternative.length) { return; }
    const malus = ordre ? 5 : 0;
    for (let place = 0; place < total; place += 1) {
      let points = 16383;
      let titre = 1;
      for (const un of alternative) {
        const valeur = un.valeurs[place];
        points = valeur === RIEN ? RIEN : Math.min(points, valeur >> 1);
        if (points === RIEN) { break; }
        titre &= valeur;
      }
      if (points !== RIEN) { valeurs[place] = Math.max(valeurs[place], ((points - malus) << 1) | titre); }
    }
  });
  return valeurs;
}

/** Which places are kept, in the order of their scores, then of places. */
export function noter(liste, { nombres, parfaits, plus }, { actives, longueurs }, deNiveau) {
  const seuil = parfaits >= MINCE || liste.length === 1 ? liste.length : parfaits > 0 ? liste.length - 1 : Math.max(1, plus);
  const poids = liste.map(({ nombre }) => Math.max(4, 20 - (32 - Math.clz32(nombre))));
  const colonnes = liste.map(({ valeurs }) => valeurs);
  const total = nombres.length;
  const cles = new Float64Array(total);
  let combien = 0;
  for (let place = 0; place < total; place += 1) {
    if (nombres[place] < seuil) { continue; }
    let somme = 0;
    let points = 0;
    let titre = 0;
    for (let rang = 0; rang < colonnes.length; rang += 1) {
      const valeur = colonnes[rang][place];
      if (valeur === RIEN) { continue; }
      somme += poids[rang];
      points += valeur >> 1;
      titre += valeur & 1;
    }
    const proximite = titre ? Math.max(0, 12 - 2 * Math.max(0, longueurs[place] - titre)) : 0;
    const score = somme * 65536 + (points + proximite + 4 * actives[place] + (deNiveau(place) ? 40 : 0)) * 32;
    // Ascending keys: the best score first, then the first place.
    cles[combien] = place - score * total;
    combien += 1;
  }
  const ordre = cles.subarray(0, combien).sort();
  const places = new Array(combien);
  for (let rang = 0; rang < combien; rang += 1) { places[rang] = ((ordre[rang] % total) + total) % total; }
  const score = (place) => Math.ceil(-ordre[places.indexOf(place)] / total);
  return { places, score, partielle: parfaits === 0 && plus > 0 };
}
