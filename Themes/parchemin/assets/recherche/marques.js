// Which words of a text were asked for. Documentation/recherche-format.md, 4.7.

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
