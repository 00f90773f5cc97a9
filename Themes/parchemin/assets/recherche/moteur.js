// Answers questions from the files of the index. Documentation/recherche-format.md, 4; the engine in Swift gives the same answers.
import { Accords, Chercheur, RIEN } from "./accords.js";
import { MINCE, noter, relever } from "./classement.js";
import { Colonnes, filtrer, trier } from "./colonnes.js";
import { marques, rapprocher } from "./marques.js";
import { Places } from "./places.js";
import { casiers, lireCodes } from "./question.js";

const PAR_PAGE = 10;
// If words were spread at random and so few fiches had all of them, it is likely that too few have.
const PROBABLES = 300;
const NUMERO_EXACT = 1000000;
const NUMERO_DEBUTANT = 900000;

/** The search of one publication of a catalogue. */
export class Moteur {
  #derniere = null;
  #commencee = false;

  constructor(fichiers) { this.fichiers = fichiers; }

  async #ouvrir() {
    if (this.places) { return; }
    this.manifeste = await this.fichiers.manifeste();
    this.places = new Places(this.manifeste, this.fichiers);
    this.colonnes = new Colonnes(this.manifeste, this.fichiers);
  }

  /** Reads what any question in words will need. */
  async preparer() {
    await Promise.all([this.#ouvrir(), this.fichiers.lexique()]);
    return true;
  }

  /** The whole answer to a question of the page: `{texte, filtres, tri, page, ouvertes}`. */
  async chercher(demande) {
    const filtres = demande.filtres || {};
    const tri = demande.tri || "pertinence";
    // Words need the lexicon at once; a mere code may do without.
    if (demande.texte && !lireCodes(demande.texte, null).numero) { this.fichiers.lexique().catch(() => {}); }
    await this.#ouvrir();
    const trouvee = await this.trouver(demande.texte || "", Object.keys(filtres).length > 0);
    const filtree = await filtrer(this.colonnes, trouvee.places, filtres, demande.ouvertes || []);
    const aujourdhui = Math.floor(Date.parse(this.manifeste.date) / 86400000);
    const ordre = tri === "pertinence" ? filtree.places : await trier(this.colonnes, filtree.places, tri, aujourdhui);
    const pages = Math.max(1, Math.ceil(ordre.length / PAR_PAGE));
    const page = Math.min(demande.page || 1, pages);
    const debut = (page - 1) * PAR_PAGE;
    const analyse = trouvee.casiers.length ? (await this.fichiers.lexique()).analyse : null;
    const lues = (await this.places.lire(ordre.slice(debut, debut + PAR_PAGE))).map((fiche) => ({ ...fiche, score: trouvee.score(fiche.place) }));
    const fiches = analyse && tri === "pertinence" ? rapprocher(lues, trouvee.casiers, analyse) : lues;
    this.#derniere = { trouvee, fiches };
    return {
      texte: demande.texte, date: this.manifeste.date, nombre: this.manifeste.nombre, total: ordre.length, page, pages, debut,
      fiches: fiches.map((fiche) => ({ ...fiche, marques: analyse ? marques(fiche.intitule, trouvee.cherches, analyse) : [] })),
      facettes: filtree.facettes, absentes: ["niveau", "etat", "type", "voie", "nsf", "rome", "certificateur", "convention"].filter((nom) => !this.colonnes.a(nom)),
      mots: trouvee.casiers.length ? comprendre(trouvee.casiers, demande.texte, fiches, await this.fichiers.lexique()) : trouvee.mots, niveaux: trouvee.remarques, sansNiveau: trouvee.sansNiveau, partielle: trouvee.partielle
    };
  }

  /** Every fiche that answers a text, in order: `{places, score(place), casiers, mots, …}`. */
  async trouver(texte, filtree = false) {
    const rapide = lireCodes(texte, null);
    const parNumero = rapide.numero ? await this.#numero(rapide) : null;
    if (parNumero) { return parNumero; }
    const lexique = await this.fichiers.lexique();
    const lus = lireCodes(texte, lexique.analyse);
    if (!lus.numero) { return this.#enMots(lus, lexique, filtree); }
    const numero = rapide.numero ? null : await this.#numero(lus);
    if (numero) { return numero; }
    // A number that no fiche has may be a Formacode; else it is a word like others.
    const { prefixe, chiffres } = lus.numero;
    const formacode = !prefixe && chiffres.length === 5 ? await this.#enMots(lireCodes("formacode " + chiffres, lexique.analyse), lexique, false) : null;
    return formacode && formacode.places.length ? formacode : this.#enMots(lireCodes(texte, lexique.analyse, false), lexique, false);
  }

  async #enMots({ plie, codes, niveaux, remarques, sansNiveau }, lexique, filtree) {
    const liste = casiers(plie, codes, lexique);
    const vide = { places: [], score: () => 0, casiers: [], cherches: [], mots: [], remarques, sansNiveau, partielle: false };
    if (!liste.length) { return filtree || niveaux.length ? { ...vide, ...await this.#toutes(niveaux) } : vide; }
    return { ...vide, ...await this.#classer(liste, niveaux, lexique) };
  }

  async #numero({ numero, remarques, sansNiveau }) {
    const { exactes, debutant } = await this.places.numero(numero);
    const fiches = [...exactes, ...debutant];
    if (!fiches.length) { return null; }
    const entiers = new Set(exactes.map(({ place }) => place));
    const score = (place) => (entiers.has(place) ? NUMERO_EXACT : NUMERO_DEBUTANT);
    return { places: fiches.map(({ place }) => place), score, casiers: [], cherches: [], mots: [{ saisi: numero.saisi, genre: "code", nombre: fiches.length }], remarques, sansNiveau, partielle: false, bloc: exactes.length ? numero.bloc : 0 };
  }

  /** All fiches, or those of some levels: those in force first. */
  async #toutes(niveaux) {
    const [{ actives }, deNiveau] = await Promise.all([this.colonnes.rangs(), this.#deNiveaux(niveaux)]);
    const toutes = Array.from({ length: this.manifeste.nombre }, (_, place) => place);
    const places = niveaux.length ? toutes.filter(deNiveau) : toutes;
    return { places: places.sort((a, b) => actives[b] - actives[a] || a - b), score: (place) => actives[place] };
  }

  /** Tells whether a place has one of some levels. */
  async #deNiveaux(niveaux) {
    if (!niveaux.length || !this.colonnes.a("niveau")) { return () => false; }
    const { valeurs, de } = await this.colonnes.facette("niveau");
    const voulus = niveaux.map((niveau) => valeurs.findIndex(([valeur]) => Number(valeur) === niveau));
    return (place) => {
      let tient = false;
      de(place, (rang) => { tient ||= voulus.includes(rang); });
      return tient;
    };
  }

  async #classer(liste, niveaux, lexique) {
    const { nombre: total } = this.manifeste;
    // Rows will be wanted: what they share comes along with the lists.
    this.places.lireCommuns().catch(() => {});
    const chercheur = new Chercheur(lexique, this.fichiers);
    const rangs = this.colonnes.rangs();
    const deNiveau = this.#deNiveaux(niveaux);
    for (const casier of liste) { casier.accords = casier.alternatives.map((mots) => mots.map((mot) => new Accords(mot, total))); }
    const chacun = (travail) => Promise.all(liste.flatMap((casier) => casier.accords.flatMap((alternative, ordre) => alternative.map((un) => travail(un, casier.genre === "synonyme" && ordre > 0)))));
    if (this.#suiteProbable(liste, chercheur, total)) { annoncer(liste, chercheur); }
    this.#commencee = true;
    await chacun((un, synonyme) => un.mot.code ? chercheur.corps(un) : synonyme ? null : chercheur.noyau(un));
    let releve = relever(liste, total);
    if (releve.parfaits < MINCE) {
      // What is frequent needs nothing that stands for it.
      const seuls = new Set(liste.filter(({ accords: [siens] }) => siens.every((un) => un.frequent)).flatMap(({ accords: [, ...autres] }) => autres.flat()));
      await chacun((un, synonyme) => un.mot.code ? null : !synonyme ? chercheur.corps(un) : seuls.has(un) ? null : chercheur.noyau(un));
      releve = relever(liste, total);
    }
    if (releve.parfaits < MINCE) {
      await chacun((un) => un.nombre < MINCE ? chercheur.fautes(un) : null);
      releve = relever(liste, total);
    }
    return { ...noter(liste, releve, await rangs, await deNiveau), casiers: liste, cherches: cherches(liste) };
  }

  /**
   * Whether the second pass will be needed: for certain where a word is unknown to titles or has too few fiches. For the first
   * question of a page, which waits for each answer of the host, also where a word or all words together are likely to have too few.
   */
  #suiteProbable(liste, chercheur, total) {
    const bornes = liste.filter(({ genre }) => genre !== "code").map(({ genre, alternatives }) => Math.max(...alternatives
      .map((mots, ordre) => (genre === "synonyme" && ordre > 0 ? 0 : Math.min(...mots.map((mot) => chercheur.auPlus(mot)))))));
    const attendues = bornes.reduce((produit, borne) => produit * Math.min(1, borne / total), total);
    return bornes.some((borne) => borne < (this.#commencee ? MINCE : 2 * MINCE)) || (!this.#commencee && bornes.length > 1 && attendues < PROBABLES);
  }

  /** For the fiches of the last answer that words outside their title found: `[{place, titre, texte, marques, adresse}]`. */
  async extraits() {
    if (!this.#derniere || !this.manifeste.extraits || !this.#derniere.trouvee.casiers.length) { return []; }
    const { trouvee, fiches } = this.#derniere;
    // Only now, so that the first results do not wait for it.
    const [{ passage }, { analyse }] = await Promise.all([import("./passages.js"), this.fichiers.lexique()]);
    const voulues = fiches.filter(({ place }) => trouvee.casiers.some(({ valeurs }) => valeurs[place] === RIEN || !(valeurs[place] & 1)));
    const trouves = await Promise.all(voulues.map(async (fiche) => {
      const json = await this.fichiers.fiche(fiche.adresse);
      const trouve = json ? passage(json, trouvee.casiers, trouvee.cherches, analyse) : null;
      return trouve ? { ...trouve, place: fiche.place, adresse: fiche.adresse + trouve.adresse } : null;
    }));
    return trouves.filter(Boolean);
  }
}

/** Asks early for what the second pass will need. */
function annoncer(liste, chercheur) {
  for (const { alternatives: [siens, ...autres], genre } of liste) {
    for (const mot of siens) { chercheur.annoncer(mot); }
    if (genre !== "synonyme") { for (const mot of autres.flat()) { chercheur.annoncer(mot); } }
    else if (!siens.every((mot) => chercheur.frequent(mot))) { for (const mot of autres.flat()) { chercheur.annoncerNoyau(mot); } }
  }
}

/** The words to be marked: those that were asked for, expansions and corrections. */
function cherches(liste) {
  return liste.flatMap(({ accords }) => accords.flat()).flatMap((un) => un.mot.code ? [] : un.correction ? [un.mot, { correction: un.correction }] : [un.mot]);
}

/** How each slot was understood, and which of its synonyms found fiches of the page. */
function comprendre(liste, texte, fiches, lexique) {
  return liste.map(({ accords, alternatives: [mots], genre, nombre }) => {
    const [premier] = mots;
    const [siens, ...autres] = accords;
    const tient = (alternative, { place }) => alternative.length > 0 && alternative.every((un) => un.contient(place));
    const utiles = genre === "synonyme" ? autres.filter((autre) => fiches.some((fiche) => tient(autre, fiche) && !tient(siens, fiche))) : [];
    const corriges = siens.filter(({ correction, sansFaute }) => correction && sansFaute === 0);
    return {
      saisi: premier.code ? premier.saisi : texte.slice(premier.debut, mots[mots.length - 1].fin), genre, nombre,
      corrige: corriges.length && nombre ? corriges[0].correction : "",
      synonymes: utiles.map((autre) => autre.map(({ mot }) => lexique.ecrit(mot.forme)).join(" ")),
      proches: siens.flatMap(({ voisins = [] }) => voisins).slice(0, 4)
    };
  });
}
