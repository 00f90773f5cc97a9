// How many slips of the fingers lie between two words.

/** The slips that a word of this length may have. */
export function fautesPermises(longueur) { return longueur < 4 ? 0 : longueur < 8 ? 1 : 2; }
