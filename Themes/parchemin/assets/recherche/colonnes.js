// One column for each thing that fiches are filtered, counted or sorted by, read when it is needed.
import { Lecteur, valeur } from "./nombres.js";

const MULTIPLES = new Set(["voie", "nsf", "rome", "certificateur", "convention"]);

export class Colonnes {
  constructor(manifeste, fichiers) {
    this.noms = manifeste.colonnes;
    this.places = manifeste.nombre;
    this.fichiers = fichiers;
  }

  a(nom) { return Boolean(this.noms[nom]); }

  async #lire(nom) { return this.fichiers.lire("colonnes/" + nom + "-" + this.noms[nom] + ".json"); }

  /** What ranks: `{actives, longueurs}` by place. */
  async rangs() {
    const lue = await this.#lire("rang");
    if (!lue.actives) {
      lue.actives = new Uint8Array(this.places);
      lue.longueurs = new Uint8Array(this.places);
      for (let place = 0; place < this.places; place += 1) {
        lue.actives[place] = valeur(lue.colonne, place) >> 4;
        lue.longueurs[place] = valeur(lue.colonne, place) & 15;
      }
    }
    return lue;
  }

  /** The day of each place, and one more; 0 for none. */
  async echeances() {
    const lue = await this.#lire("echeance");
    if (!lue.nombres) {
      const lecteur = new Lecteur(lue.colonne);
      lue.nombres = Int32Array.from({ length: this.places }, () => lecteur.nombre());
    }
    return lue.nombres;
  }

  /** A facet: `{valeurs: [[valeur, libelle]], de(place, pour)}`, `de` calling with the rank of each value of a place. */
  async facette(nom) {
    const lue = await this.#lire(nom);
    lue.de ||= MULTIPLES.has(nom) ? this.#multiple(lue) : simple(lue);
    return lue;
  }

  #multiple({ colonne }) {
    const lecteur = new Lecteur(colonne);
    const debuts = new Int32Array(this.places + 1);
    const rangs = [];
    for (let place = 0; place < this.places; place += 1) {
      debuts[place] = rangs.length;
      for (let reste = lecteur.nombre(); reste > 0; reste -= 1) { rangs.push(lecteur.nombre()); }
    }
    debuts[this.places] = rangs.length;
    return (place, pour) => { for (let i = debuts[place]; i < debuts[place + 1]; i += 1) { pour(rangs[i]); } };
  }
}

function simple({ largeur, colonne }) {
  return (place, pour) => {
    const rang = largeur === 2 ? valeur(colonne, 2 * place) * 64 + valeur(colonne, 2 * place + 1) : valeur(colonne, place);
    if (rang > 0) { pour(rang - 1); }
  };
}

/**
 * The places that hold all filters, and the counts of the facets asked for: a facet counts what is in the list under the filters of
 * all others. `{places, facettes: {nom: [{valeur, libelle, nombre}]}}`.
 */
export async function filtrer(colonnes, places, filtres, ouvertes) {
  const noms = [...new Set([...Object.keys(filtres), ...ouvertes])].filter((nom) => colonnes.a(nom));
  if (!noms.length && !Object.keys(filtres).length) { return { places, facettes: {} }; }
  const facettes = await Promise.all(noms.map(async (nom) => {
    const facette = await colonnes.facette(nom);
    const voulus = filtres[nom] ? new Set(filtres[nom].map((v) => facette.valeurs.findIndex(([valeurDe]) => valeurDe === v))) : null;
    return { nom, facette, voulus, comptes: new Uint32Array(facette.valeurs.length) };
  }));
  // A facet that no fiche has: nothing holds a filter on it.
  if (Object.keys(filtres).some((nom) => !colonnes.a(nom))) { return { places: [], facettes: {} }; }
  const gardees = [];
  for (const place of places) {
    let manques = 0;
    let manquee = null;
    for (const une of facettes) {
      if (!une.voulus) { continue; }
      let tient = false;
      une.facette.de(place, (rang) => { tient ||= une.voulus.has(rang); });
      if (!tient) {
        manques += 1;
        manquee = une;
      }
    }
    if (manques === 0) { gardees.push(place); }
    for (const une of facettes) {
      if (manques === 0 || (manques === 1 && manquee === une)) { une.facette.de(place, (rang) => { une.comptes[rang] += 1; }); }
    }
  }
  const comptees = facettes.map(({ nom, facette, voulus, comptes }) => [nom, facette.valeurs
    .map(([v, libelle = v], rang) => ({ valeur: v, libelle, nombre: comptes[rang], rang }))
    .filter(({ nombre, rang }) => nombre || (voulus && voulus.has(rang))).map(({ valeur: v, libelle, nombre }) => ({ valeur: v, libelle, nombre }))]);
  return { places: gardees, facettes: Object.fromEntries(comptees) };
}

/** The places in another order than that of scores: they are numbered in that of titles; `aujourdhui` parts dates to come from those that have passed. */
export async function trier(colonnes, places, tri, aujourdhui) {
  if (tri === "intitule") { return [...places].sort((a, b) => a - b); }
  const jours = await colonnes.echeances();
  const cle = (place) => { const n = jours[place]; return n === 0 ? 2e9 : n - 1 >= aujourdhui ? n : 1e9 - n; };
  return [...places].sort((a, b) => cle(a) - cle(b) || a - b);
}
