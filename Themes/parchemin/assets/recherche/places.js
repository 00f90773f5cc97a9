// Fiches by their place or their number: in which file they are shown, and what a row says. Documentation/recherche-format.md, 3.5.
import { derniere } from "./lexique.js";
import { nombres, noms, sommes, textes, valeur } from "./nombres.js";

const PAR_BLOC = 64;
const PAR_GROUPE = 16;
// Digits of a number of today.
const USUELLE = 5;
const ETATS = ["non-precisee", "en-vigueur", "echeance-proche", "echue", "depubliee", "declaree-active", "declaree-inactive"];

function jour(jours) { return jours ? new Date(jours * 86400000).toISOString().slice(0, 10) : null; }

function nom(dossier, groupes, rang) { return dossier + "/" + groupes[Math.floor(rang / PAR_GROUPE)] + "/" + (rang % PAR_GROUPE) + ".json"; }

export class Places {
  // Fiches that were found by their number, by place: their rows are there already.
  #trouvees = new Map();

  constructor(manifeste, fichiers) {
    this.fichiers = fichiers;
    this.nombre = manifeste.nombre;
    this.groupes = noms(manifeste.fiches);
    this.communs = manifeste.communs;
    this.sections = manifeste.sections.map(({ prefixe, premiers, groupes }) => {
      const bornes = sommes(premiers);
      return { prefixe, premiers: bornes.slice(0, -1), dernier: bornes[bornes.length - 1], groupes: noms(groupes) };
    });
  }

  /** The names that many rows share, asked for early or with the first row. */
  lireCommuns() { return this.fichiers.lire("communs-" + this.communs + ".json"); }

  async #bloc(rang) {
    const [lu, communs] = await Promise.all([this.fichiers.lire(nom("fiches", this.groupes, rang)), this.lireCommuns()]);
    lu.pretes ||= lignes(lu, communs);
    return lu.pretes;
  }

  /** The fiches of places, in the same order. */
  lire(places) {
    return Promise.all(places.map(async (place) => {
      if (this.#trouvees.has(place)) { return this.#trouvees.get(place); }
      const fiche = (await this.#bloc(Math.floor(place / PAR_BLOC)))[place % PAR_BLOC];
      fiche.place = place;
      return fiche;
    }));
  }

  async #blocDeNumeros(section, rang) {
    const lu = await this.fichiers.lire(nom("numeros", section.groupes, rang));
    if (!lu.pretes) {
      lu.pretes = lignes(lu, { types: [], certificateurs: [] });
      nombres(lu[11]).forEach((place, ligne) => { lu.pretes[ligne].place = place; });
    }
    return lu.pretes;
  }

  /** The fiches whose numbers lie in a range, of one section. */
  async #entre(section, premier, dernier) {
    if (premier > section.dernier) { return []; }
    const de = derniere(section.premiers, premier);
    const a = derniere(section.premiers, dernier);
    const rangs = [];
    for (let rang = Math.max(0, de); rang <= a; rang += 1) { rangs.push(rang); }
    const lus = await Promise.all(rangs.map((rang) => this.#blocDeNumeros(section, rang)));
    const trouvees = lus.flat().filter(({ chiffres }) => chiffres >= premier && chiffres <= dernier);
    for (const fiche of trouvees) { this.#trouvees.set(fiche.place, fiche); }
    return trouvees;
  }

  /** The fiches of a number, `{exactes, debutant}`, in order of registers and numbers; without a prefix those of every register. */
  async numero({ prefixe, chiffres }) {
    const nombre = Number(chiffres);
    const sections = this.sections.filter((s) => s.premiers.length && (!prefixe || s.prefixe === prefixe));
    const exactes = (await Promise.all(sections.map((s) => this.#entre(s, nombre, nombre)))).flat();
    const debutant = await Promise.all(sections.map(async (section) => {
      if (chiffres.length < 3 || nombre === 0 || String(nombre) !== chiffres) { return []; }
      const etendues = [];
      // Longer numbers than the register gives are not looked for: that would take a file more.
      const longueur = Math.max(USUELLE, String(section.dernier).length);
      for (let fois = 10; String(nombre * fois).length <= longueur; fois *= 10) { etendues.push(this.#entre(section, nombre * fois, (nombre + 1) * fois - 1)); }
      return (await Promise.all(etendues)).flat();
    }));
    return { exactes, debutant: debutant.flat() };
  }
}

/** The rows of a file; what many files share is named in `communs`. */
function lignes([intitules, numeros, etats, natures, titulaires, fins, limites, suites, types, certificateurs, exceptions], communs) {
  const tous = [communs.types.concat(types), communs.certificateurs.concat(certificateurs)];
  const [rangsDeTypes, rangsDeNoms, jours, derniers] = [natures, titulaires, fins, limites].map(nombres);
  const particulieres = new Map(exceptions.map(([rang, ...valeurs]) => [rang, valeurs]));
  return textes(intitules).map((intitule, rang) => {
    const [propre, ...autre] = particulieres.get(rang) || [""];
    const numero = autre[3] || numeroDe(trois(numeros, rang));
    const etat = valeur(etats, rang);
    const identifiant = propre || numero.toLowerCase();
    return {
      place: -1, chiffres: numero ? Number(numero.replace(/\D/g, "")) : -1, identifiant, adresse: "fiches/" + identifiant + "/", numero, intitule,
      type: tous[0][rangsDeTypes[rang] - 1] || "", niveau: Math.floor(etat / 7), etat: ETATS[etat % 7], fin: jour(jours[rang]),
      limite: jour(derniers[rang]), certificateur: tous[1][rangsDeNoms[rang] - 1] || "", remplacee: suite(trois(suites, rang), autre)
    };
  });
}

/** The successor: a number whose fiche is there under its own name, or what stands among the exceptions. */
function suite(code, [numero = "", identifiant = "", intitule = ""]) {
  if (code) { return { numero: numeroDe(code), adresse: "fiches/" + numeroDe(code).toLowerCase() + "/", intitule: "" }; }
  return numero || intitule ? { numero, adresse: identifiant ? "fiches/" + identifiant + "/" : "", intitule } : null;
}

/** The number of three characters: twice the number, and one more in the second register; nought for none. */
function trois(texte, rang) { return valeur(texte, 3 * rang) << 12 | valeur(texte, 3 * rang + 1) << 6 | valeur(texte, 3 * rang + 2); }

function numeroDe(code) { return code ? (code & 1 ? "RS" : "RNCP") + (code >> 1) : ""; }
