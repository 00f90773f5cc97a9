// The words of texts: their common forms, what two texts share, how one became the other. No page, no network.

const VIDES = new Set(("a afin ai ainsi alors au aucun aussi autre autres aux avec avoir c ce cela celle celles celui ces cet cette ceux chaque "
  + "chez comme d dans de des dont du elle elles en entre est et etc etre eu il ils j l la le les leur leurs lors lui m mais meme ne ni nos notre "
  + "nous on ont ou par pas plus pour pouvoir qu quand que quel quelle quelles quels qui s sa sans se selon ses si soit son sont sous sur t tel "
  + "telle telles tels tout toute toutes tous un une vers via vos votre vous y").split(" "));

const GENRES = [["euses", "eur"], ["euse", "eur"], ["trices", "teur"], ["trice", "teur"], ["ieres", "ier"], ["iere", "ier"], ["iennes", "ien"],
  ["ienne", "ien"], ["eres", "er"], ["ere", "er"], ["ives", "if"], ["ive", "if"], ["eurs", "eur"], ["ees", "e"], ["ee", "e"]];

/** Lower case, without accents, one apostrophe. */
export function plier(texte) {
  return String(texte).toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’‘ʼ′´\u0060]/g, "'").normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "");
}

/** One form for vendeur, vendeuse, vendeurs, vendeuses; codes are left as they are. */
function forme(mot) {
  if (mot.length < 5 || /\d/.test(mot)) { return mot; }
  for (const [fin, base] of GENRES) {
    if (mot.length > fin.length + 2 && mot.endsWith(fin)) { return mot.slice(0, -fin.length) + base; }
  }
  return mot.replace(/[sx]$/, "");
}

const DERIVATIONS = ["ications", "ication", "ations", "ation", "ements", "ement", "ions", "ion", "er"];

/** One root for prospecter and prospection, vérifier and vérification; short words are left as they are. */
function racine(mot) {
  for (const fin of DERIVATIONS) {
    const reste = fin.startsWith("ic") ? mot.slice(0, -fin.length) + "i" : mot.slice(0, -fin.length);
    if (mot.endsWith(fin) && reste.length >= 4) { return reste; }
  }
  return mot;
}

/** The text in pieces, `{texte, cle}`: a word that says something has a key, the same for all its forms. */
export function jetons(texte) {
  return (texte.match(/[\p{L}\p{N}\u0300-\u036f]+|[^\p{L}\p{N}\u0300-\u036f]+/gu) || []).map((morceau) => {
    const plie = plier(morceau).trim();
    const plein = /^[a-z0-9]{2,}$/.test(plie) && !VIDES.has(plie);
    return { texte: morceau, cle: plein ? racine(forme(plie)) : "" };
  });
}

/** The keys of several texts, each with its first spelling, in the order of the texts. */
export function cles(textes) {
  const trouvees = new Map();
  for (const texte of textes) {
    for (const { texte: mot, cle } of jetons(texte)) { if (cle && !trouvees.has(cle)) { trouvees.set(cle, mot.toLowerCase()); } }
  }
  return trouvees;
}

/** CommonMark as plain words: the signs of its markup go, what a backslash guards stays. */
export function simple(texte) {
  return String(texte || "")
    .replace(/\\([!-/:-@[-\u0060{-~])/g, (_, signe) => String.fromCharCode(0xe000 + signe.charCodeAt(0)))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/<(https?:[^>]*|mailto:[^>]*)>/g, "$1")
    .replace(/^\s*(?:[-*+]|#{1,6})\s+/gm, "").replace(/\*+/g, "").replace(/(^|[^\p{L}\p{N}])_+|_+(?=[^\p{L}\p{N}]|$)/gu, "$1")
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, nom) => ({ amp: "&", lt: "<", gt: ">", quot: "\"", nbsp: "\u00a0" })[nom])
    .replace(/[\ue000-\ue07f]/g, (signe) => String.fromCharCode(signe.charCodeAt(0) - 0xe000)).replace(/[^\S\u00a0\u202f]+/g, " ").trim();
}

/** Words that may be compared: the sign of an apostrophe and the width of a space make no difference. */
export function normal(texte) { return texte.replace(/[’‘ʼ]/g, "'").replace(/\s+/g, " ").trim(); }

const MOTS_COMPARES = 1500;

/**
 * How `avant` became `apres`, word by word: `[{genre: "meme" | "retrait" | "ajout", texte}]`. The words of "meme" and
 * "ajout" are those of `apres`, of "meme" and "retrait" those of `avant`, in their order.
 */
export function difference(avant, apres) {
  const ancien = avant.split(/\s+/).filter(Boolean);
  const nouveau = apres.split(/\s+/).filter(Boolean);
  if (ancien.length > MOTS_COMPARES || nouveau.length > MOTS_COMPARES) {
    return [{ genre: "retrait", texte: avant }, { genre: "ajout", texte: apres }];
  }
  const a = ancien.map(normal);
  const b = nouveau.map(normal);
  const large = b.length + 1;
  const longueurs = new Uint16Array((a.length + 1) * large);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longueurs[i * large + j] = a[i] === b[j] ? longueurs[(i + 1) * large + j + 1] + 1 : Math.max(longueurs[(i + 1) * large + j], longueurs[i * large + j + 1]);
    }
  }
  const suites = [];
  const ajouter = (genre, mot) => {
    const derniere = suites[suites.length - 1];
    if (derniere && derniere.genre === genre) { derniere.texte += " " + mot; } else { suites.push({ genre, texte: mot }); }
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { ajouter("meme", nouveau[j]); i += 1; j += 1;
    } else if (i < a.length && (j === b.length || longueurs[(i + 1) * large + j] >= longueurs[i * large + j + 1])) { ajouter("retrait", ancien[i]); i += 1;
    } else { ajouter("ajout", nouveau[j]); j += 1; }
  }
  return suites;
}
