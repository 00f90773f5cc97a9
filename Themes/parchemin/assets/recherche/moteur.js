// Answers questions from the files of the index. Documentation/recherche-format.md, 4; the engine in Swift gives the same answers.
import { Accords, Chercheur } from "./accords.js";
import { simple } from "./analyse.js";
import { Colonnes, filtrer, trier } from "./colonnes.js";
import { marques } from "./marques.js";
import { Places } from "./places.js";
import { casiers, lireCodes } from "./question.js";

const PAR_PAGE = 10;
const MINCE = 10;
const NUMERO_EXACT = 1000000;
const NUMERO_DEBUTANT = 900000;

/** The search of one publication of a catalogue. */
export class Moteur {
  #derniere = null;

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
    const fiches = await this.places.lire(ordre.slice(debut, debut + PAR_PAGE));
    const analyse = trouvee.casiers.length ? (await this.fichiers.lexique()).analyse : null;
    this.#derniere = { trouvee, fiches };
    return {
      texte: demande.texte, date: this.manifeste.date, nombre: this.manifeste.nombre, total: ordre.length, page, pages, debut,
      fiches: fiches.map((fiche) => ({ ...fiche, score: trouvee.scores.get(fiche.place), marques: analyse ? marques(fiche.intitule, trouvee.cherches, analyse) : [] })),
      facettes: filtree.facettes, absentes: ["niveau", "etat", "type", "voie", "nsf", "rome", "certificateur", "convention"].filter((nom) => !this.colonnes.a(nom)),
      mots: trouvee.casiers.length ? comprendre(trouvee.casiers, demande.texte, fiches, await this.fichiers.lexique()) : trouvee.mots, niveaux: trouvee.remarques, sansNiveau: trouvee.sansNiveau, partielle: trouvee.partielle
    };
  }

  /** Every fiche that answers a text, in order: `{places, scores, casiers, mots, …}`. */
  async trouver(texte, filtree = false) {
    const rapide = lireCodes(texte, null);
    const parNumero = rapide.numero ? await this.#numero(rapide) : null;
    if (parNumero) { return parNumero; }
    const lexique = await this.fichiers.lexique();
    const lus = lireCodes(texte, lexique.analyse);
    if (lus.numero && !rapide.numero) {
      const numero = await this.#numero(lus);
      if (numero) { return numero; }
    }
    const codes = lus.numero && !lus.numero.prefixe && lus.numero.chiffres.length === 5
      ? [{ forme: "formacode" + lus.numero.chiffres, saisi: lus.numero.saisi }] : lus.codes;
    const liste = casiers(codes === lus.codes ? (lus.numero ? lus.avantCodes : lus.plie) : lus.plie, codes, lexique, texte);
    const vide = { places: [], scores: new Map(), casiers: [], cherches: [], mots: [], remarques: lus.remarques, sansNiveau: lus.sansNiveau, partielle: false };
    if (!liste.length) { return filtree || lus.niveau ? { ...vide, places: await this.#toutes() } : vide; }
    return { ...vide, ...await this.#classer(liste, lus, lexique) };
  }

  async #numero({ numero, remarques, sansNiveau }) {
    const { exactes, debutant } = await this.places.numero(numero);
    const fiches = [...exactes, ...debutant];
    if (!fiches.length) { return null; }
    const scores = new Map([...debutant.map(({ place }) => [place, NUMERO_DEBUTANT]), ...exactes.map(({ place }) => [place, NUMERO_EXACT])]);
    return { places: fiches.map(({ place }) => place), scores, casiers: [], cherches: [], mots: [{ saisi: numero.saisi, genre: "code", nombre: fiches.length }], remarques, sansNiveau, partielle: false, bloc: exactes.length ? numero.bloc : 0 };
  }

  /** All fiches: those in force first. */
  async #toutes() {
    const { actives } = await this.colonnes.rangs();
    const places = [];
    for (const section of this.places.sections) { for (let p = 0; p < section.nombre; p += 1) { places.push(section.depart * 32 + p); } }
    return places.sort((a, b) => actives[b] - actives[a] || a - b);
  }

  async #classer(liste, lus, lexique) {
    const total = this.manifeste.places;
    const chercheur = new Chercheur(lexique, this.fichiers, total);
    const rangs = this.colonnes.rangs();
    const deNiveau = lus.niveau && this.colonnes.a("niveau") ? this.colonnes.facette("niveau") : null;
    const accords = new Map();
    for (const casier of liste) {
      casier.accords = casier.alternatives.map((mots) => mots.map((mot) => {
        if (!accords.has(mot.forme)) { accords.set(mot.forme, new Accords(mot, total)); }
        return accords.get(mot.forme);
      }));
    }
    const tous = [...accords.values()];
    await Promise.all(tous.map((un) => chercheur.noyau(un)));
    await Promise.all(tous.filter(({ mot }) => mot.dernier).map((un) => chercheur.prefixes(un)));
    let releve = relever(liste, total);
    if (releve.parfaits < MINCE) {
      await Promise.all(tous.map(async (un) => {
        const long = un.mot.forme.length >= 3;
        if (!un.mot.dernier && long) { await chercheur.prefixes(un); }
        await chercheur.corps(un, un.mot.dernier || long);
      }));
      releve = relever(liste, total);
    }
    if (releve.parfaits < MINCE) {
      await Promise.all(tous.filter(({ mot, nombre }) => !mot.code && mot.forme.length >= 4 && simple(mot.forme) && nombre < MINCE).map((un) => chercheur.fautes(un)));
      releve = relever(liste, total);
    }
    const { places, scores, partielle } = noter(liste, releve, await rangs, await deNiveau, lus.niveau);
    return { places, scores, partielle, casiers: liste, cherches: cherches(liste) };
  }

  /** For the fiches of the last answer that words outside their title found: `[{place, titre, texte, marques, adresse}]`. */
  async extraits() {
    if (!this.#derniere || !this.manifeste.extraits || !this.#derniere.trouvee.casiers.length) { return []; }
    const { trouvee, fiches } = this.#derniere;
    // Only now, so that the first results do not wait for it.
    const [{ passage }, { analyse }] = await Promise.all([import("./passages.js"), this.fichiers.lexique()]);
    const dans = trouvee.casiers.filter(({ titres }) => titres);
    const voulues = fiches.filter(({ place }) => dans.some(({ titres }) => !titres[place]));
    const trouves = await Promise.all(voulues.map(async (fiche) => {
      const json = await this.fichiers.fiche(fiche.adresse);
      const trouve = json ? passage(json, trouvee.casiers, trouvee.cherches, analyse) : null;
      return trouve ? { ...trouve, place: fiche.place, adresse: fiche.adresse + trouve.adresse } : null;
    }));
    return trouves.filter(Boolean);
  }
}

/** For each slot the points of each place; how many slots each place matches, and how many match all. */
function relever(liste, total) {
  const nombres = new Uint8Array(total);
  for (const casier of liste) {
    const points = new Int16Array(total).fill(-32768);
    const titres = new Uint8Array(total);
    casier.nombre = 0;
    casier.accords.forEach((mots, ordre) => {
      const malus = ordre ? 5 : 0;
      for (let place = 0; place < total; place += 1) {
        let moindre = 32767;
        let titre = 1;
        for (const un of mots) {
          if (un.points[place] < moindre) { moindre = un.points[place]; }
          titre &= un.titres[place];
        }
        if (moindre === -32768 || !mots.length) { continue; }
        if (moindre - malus > points[place]) { points[place] = moindre - malus; }
        titres[place] |= titre;
      }
    });
    for (let place = 0; place < total; place += 1) {
      if (points[place] !== -32768) {
        casier.nombre += 1;
        nombres[place] += 1;
      }
    }
    casier.points = points;
    casier.titres = titres;
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
function noter(liste, { nombres, parfaits, plus }, { actives, longueurs }, niveaux, niveau) {
  const minimum = parfaits >= MINCE || liste.length < 2 ? liste.length : parfaits ? liste.length - 1 : plus;
  const partielle = parfaits === 0 && plus > 0 && liste.length > 1;
  const seuil = parfaits === 0 ? plus : minimum;
  const total = nombres.length;
  const cles = [];
  if (seuil > 0) {
    const poids = liste.map(({ nombre }) => Math.max(4, 20 - (32 - Math.clz32(nombre))));
    const voulu = niveaux ? niveaux.valeurs.findIndex(([valeur]) => Number(valeur) === niveau) : -1;
    for (let place = 0; place < total; place += 1) {
      if (nombres[place] < seuil) { continue; }
      let somme = 0;
      let points = 0;
      let t = 0;
      for (let rang = 0; rang < liste.length; rang += 1) {
        const siens = liste[rang].points[place];
        if (siens === -32768) { continue; }
        somme += poids[rang];
        points += siens;
        t += liste[rang].titres[place];
      }
      const proximite = t ? Math.max(0, 24 - 3 * Math.max(0, longueurs[place] - t)) : 0;
      let bonus = 0;
      if (voulu >= 0) { niveaux.de(place, (rang) => { if (rang === voulu) { bonus = 40; } }); }
      cles.push((somme * 65536 + (points + proximite + 12 * actives[place] + bonus) * 32) * total + (total - 1 - place));
    }
  }
  const ordre = Float64Array.from(cles).sort().reverse();
  const places = Array.from(ordre, (cle) => total - 1 - (cle % total));
  const scores = new Map();
  ordre.forEach((cle, rang) => scores.set(places[rang], Math.floor(cle / total)));
  return { places, scores, partielle };
}

/** The words to be marked: those that were asked for, expansions and corrections that matched. */
function cherches(liste) {
  const mots = liste.flatMap(({ accords }) => accords.flatMap((alternative) => alternative.flatMap((un) => un.mot.code ? [] : [un.mot, ...(un.correction ? [{ correction: un.correction }] : [])])));
  return mots.map((mot) => ({ ...mot, prefixe: Boolean(mot.dernier) }));
}

/** How each slot was understood, and which of its synonyms found fiches of the page. */
function comprendre(liste, texte, fiches, lexique) {
  return liste.map(({ accords, mots, genre, nombre }) => {
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
