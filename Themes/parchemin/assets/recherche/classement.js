// Which fiches answer a question, and in which order. Documentation/recherche-format.md, 4.4 and 4.6.
import { RIEN } from "./accords.js";

/** Fewer fiches than this make the search look further. */
export const MINCE = 10;

/** For each slot its values; how many slots each place matches, how many places match all, how many slots at most. */
export function relever(liste, total) {
  const nombres = new Uint8Array(total);
  for (const casier of liste) {
    const valeurs = new Int16Array(total).fill(RIEN);
    casier.accords.forEach((alternative, ordre) => {
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
    casier.valeurs = valeurs;
    casier.nombre = 0;
    for (let place = 0; place < total; place += 1) {
      if (valeurs[place] !== RIEN) {
        casier.nombre += 1;
        nombres[place] += 1;
      }
    }
  }
  let parfaits = 0;
  let plus = 0;
  for (let place = 0; place < total; place += 1) {
    if (nombres[place] > plus) { plus = nombres[place]; }
    if (nombres[place] === liste.length) { parfaits += 1; }
  }
  return { nombres, parfaits, plus };
}

/** Which places are kept, in the order of their scores, then of places. */
export function noter(liste, { nombres, parfaits, plus }, { actives, longueurs }, deNiveau) {
  const seuil = parfaits >= MINCE || liste.length === 1 ? liste.length : parfaits > 0 ? liste.length - 1 : Math.max(1, plus);
  const poids = liste.map(({ nombre }) => Math.max(4, 20 - (32 - Math.clz32(nombre))));
  const total = nombres.length;
  const cles = [];
  for (let place = 0; place < total; place += 1) {
    if (nombres[place] < seuil) { continue; }
    let somme = 0;
    let points = 0;
    let titre = 0;
    for (let rang = 0; rang < liste.length; rang += 1) {
      const valeur = liste[rang].valeurs[place];
      if (valeur === RIEN) { continue; }
      somme += poids[rang];
      points += valeur >> 1;
      titre += valeur & 1;
    }
    const proximite = titre ? Math.max(0, 12 - 2 * Math.max(0, longueurs[place] - titre)) : 0;
    const score = somme * 65536 + (points + proximite + 4 * actives[place] + (deNiveau(place) ? 40 : 0)) * 32;
    cles.push(score * total + (total - 1 - place));
  }
  const ordre = Float64Array.from(cles).sort().reverse();
  const places = Array.from(ordre, (cle) => total - 1 - (cle % total));
  const scores = new Map(places.map((place, rang) => [place, Math.floor(ordre[rang] / total)]));
  return { places, scores, partielle: parfaits === 0 && plus > 0 };
}
