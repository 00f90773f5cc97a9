// Fiches by their place: in which file they are shown, which number they have, what a row says.
import { derniere } from "./lexique.js";
import { noms, sommes } from "./nombres.js";

const PAR_BLOC = 32;
const PAR_GROUPE = 16;
// Digits of a number of today.
const USUELLE = 5;
const ETATS = ["non-precisee", "en-vigueur", "echeance-proche", "echue", "depubliee", "declaree-active", "declaree-inactive"];

export function jour(jours) { return jours ? new Date(jours * 86400000).toISOString().slice(0, 10) : null; }

export class Places {
  constructor(manifeste, fichiers) {
    this.fichiers = fichiers;
    let depart = 0;
    this.sections = manifeste.sections.map(({ prefixe, nombre, premiers, groupes }) => {
      const blocs = Math.ceil(nombre / PAR_BLOC);
      const section = { prefixe, depart, blocs, premiers: sommes(premiers), groupes: noms(groupes), nombre };
      depart += blocs;
      return section;
    });
  }

  async #bloc(section, rang) {
    const nom = "fiches/" + section.groupes[Math.floor(rang / PAR_GROUPE)] + "/" + (rang % PAR_GROUPE) + ".json";
    const lu = await this.fichiers.lire(nom);
    lu.pretes ||= lu.fiches.map((ligne, place) => fiche(ligne, lu, section.prefixe, (section.depart + rang) * PAR_BLOC + place));
    return lu.pretes;
  }

  /** The fiches of places, in the same order. */
  lire(places) {
    return Promise.all(places.map(async (place) => {
      const bloc = place >> 5;
      const section = this.sections[derniere(this.sections.map(({ depart }) => depart), bloc)];
      return (await this.#bloc(section, bloc - section.depart))[place & 31];
    }));
  }

  /** The fiches whose numbers lie in a range, of one section. */
  async #entre(section, premier, dernier) {
    const de = derniere(section.premiers, premier);
    const a = derniere(section.premiers, dernier);
    const rangs = [];
    for (let rang = Math.max(0, de); rang <= a; rang += 1) { rangs.push(rang); }
    const lus = await Promise.all(rangs.map((rang) => this.#bloc(section, rang)));
    return lus.flat().filter(({ chiffres }) => chiffres >= premier && chiffres <= dernier);
  }

  /** The fiches of a number, `{exactes, debutant}`; without a prefix those of every section that has numbers. */
  async numero({ prefixe, chiffres }) {
    const nombre = Number(chiffres);
    const sections = this.sections.filter((s) => s.premiers.length && (!prefixe || s.prefixe === prefixe));
    const exactes = (await Promise.all(sections.map((s) => this.#entre(s, nombre, nombre)))).flat();
    const debutant = await Promise.all(sections.flatMap((section) => {
      const etendues = [];
      if (chiffres.length < 3 || nombre === 0 || String(nombre) !== chiffres) { return etendues; }
      // Longer numbers than the register gives are not looked for: that would take a file more.
      const longueur = Math.max(USUELLE, String(section.premiers[section.premiers.length - 1]).length);
      for (let fois = 10; String(nombre * fois).length <= longueur; fois *= 10) { etendues.push(this.#entre(section, nombre * fois, (nombre + 1) * fois - 1)); }
      return etendues;
    }));
    return { exactes, debutant: debutant.flat().sort((a, b) => a.place - b.place) };
  }
}

function fiche(ligne, { types, certificateurs }, prefixe, place) {
  const [numero, intitule, type = 0, niveau = 0, etat = 0, fin = 0, limite = 0, certificateur = 0, suite = 0, propre] = ligne;
  const identifiant = propre || (typeof numero === "number" ? prefixe.toLowerCase() + numero : numero);
  return {
    place, chiffres: typeof numero === "number" ? numero : -1, identifiant, adresse: "fiches/" + identifiant + "/",
    numero: typeof numero === "number" ? prefixe + numero : "", intitule, type: type ? types[type - 1] : "", niveau, etat: ETATS[etat],
    fin: jour(fin), limite: jour(limite), certificateur: certificateur ? certificateurs[certificateur - 1] : "",
    remplacee: suite ? { numero: suite[0], adresse: suite[1] ? "fiches/" + suite[1] + "/" : "", intitule: suite[2] } : null
  };
}
