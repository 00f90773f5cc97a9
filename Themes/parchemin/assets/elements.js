// What the scripts of all pages build with: elements, and facts in words.

const MOIS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

/** An element with its attributes and children; texts become text nodes, never markup. */
export function element(nom, attributs = {}, ...enfants) {
  const cree = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) { if (valeur !== undefined && valeur !== null && valeur !== false) { cree.setAttribute(cle, valeur === true ? "" : valeur); } }
  cree.append(...enfants.flat().filter((enfant) => enfant !== null && enfant !== undefined && enfant !== ""));
  return cree;
}

/** A whole number with thin spaces between the thousands. */
export function nombre(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f"); }

export function pluriel(combien, un, plusieurs) { return nombre(combien) + "\u00a0" + (combien > 1 ? plusieurs : un); }

export function dateEnClair(iso) {
  const p = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso || "");
  return p ? (+p[3] === 1 ? "1er" : +p[3]) + "\u00a0" + MOIS[+p[2] - 1] + "\u00a0" + p[1] : "";
}

export function numero(texte) { return String(texte || "").replace(/^(RNCP|RS)(\d)/, "$1\u00a0$2"); }
