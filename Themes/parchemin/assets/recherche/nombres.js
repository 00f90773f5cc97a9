// The way in which the index writes numbers, lists of places and words as text.

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const VALEURS = new Uint8Array(128);
for (let rang = 0; rang < ALPHABET.length; rang += 1) { VALEURS[ALPHABET.charCodeAt(rang)] = rang; }

/** The value of one character. */
export function valeur(texte, place) { return VALEURS[texte.charCodeAt(place)]; }

/** Reads numbers from a text one after the other. */
export class Lecteur {
  constructor(texte, place = 0) {
    this.texte = texte;
    this.place = place;
  }

  get fini() { return this.place >= this.texte.length; }

  nombre() {
    let resultat = 0;
    let poids = 1;
    for (;;) {
      const chiffre = VALEURS[this.texte.charCodeAt(this.place)];
      this.place += 1;
      resultat += (chiffre & 31) * poids;
      if (chiffre < 32) { return resultat; }
      poids *= 32;
    }
  }

  /** Calls `pour` with each place of a list: gaps, each as a quotient in ones and a remainder of so many bits, six bits a character. */
  places(pour) {
    let reste = this.nombre();
    if (!reste) { return; }
    const largeur = this.nombre();
    const { texte } = this;
    let { place } = this;
    let precedente = -1;
    let bits = 0;
    let nombre = 0;
    for (; reste > 0; reste -= 1) {
      let ecart = 0;
      for (;;) {
        if (!nombre) {
          bits = VALEURS[texte.charCodeAt(place)];
          place += 1;
          nombre = 6;
        }
        nombre -= 1;
        if (!((bits >> nombre) & 1)) { break; }
        ecart += 1;
      }
      for (let manque = largeur; manque > 0;) {
        if (!nombre) {
          bits = VALEURS[texte.charCodeAt(place)];
          place += 1;
          nombre = 6;
        }
        const pris = Math.min(manque, nombre);
        nombre -= pris;
        manque -= pris;
        ecart = (ecart << pris) | ((bits >> nombre) & ((1 << pris) - 1));
      }
      precedente += ecart + 1;
      pour(precedente);
    }
    this.place = place;
  }
}

/** All numbers of a text. */
export function nombres(texte) {
  const lecteur = new Lecteur(texte);
  const tous = [];
  while (!lecteur.fini) { tous.push(lecteur.nombre()); }
  return tous;
}

/** The sums of the numbers of a text: what was written as differences. */
export function sommes(texte) {
  let somme = 0;
  return nombres(texte).map((n) => (somme += n));
}

/** Front-coded words. */
export function mots(texte) { return texte ? textes(texte.split(" ")) : []; }

/** Front-coded texts. */
export function textes(codes) {
  let precedent = "";
  return codes.map((code) => (precedent = precedent.slice(0, VALEURS[code.charCodeAt(0)]) + code.slice(1)));
}

/** Names of eight characters, one after the other. */
export function noms(texte) { return texte.match(/.{8}/g) || []; }
