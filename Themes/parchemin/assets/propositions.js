// Fiches that answer to a few letters, for whoever chooses one. Nothing is read before somebody writes something.
import { plier } from "./mots.js";

/** The search of the catalogue, where it has one: only what a question needs is read. */
function parLaRecherche(manifeste, date) {
  let service = null;
  return async (texte) => {
    service ||= import("./recherche/service.js").then(({ chercher, ouvrir }) => ({ chercher, demander: ouvrir(manifeste) }));
    try {
      const { chercher, demander } = await service;
      return (await chercher(demander, texte)).map(({ identifiant, intitule, numero, etat, fin }) => ({
        identifiant, intitule, numero_fiche: numero, etat_phrase: phrase(etat, fin, date)
      }));
    } catch (erreur) {
      service = null;
      throw erreur;
    }
  };
}

function phrase(etat, fin, date) {
  return fin && etat !== "depubliee" && window.parchemin ? window.parchemin.etatDe({ enregistrement: { date_fin: fin } }, date).phrase : "";
}

/** Without a search page, the index of the whole catalogue: the fiches that hold every beginning of word that was typed. */
function parLIndex(adresse) {
  let lecture = null;
  return async (texte) => {
    const cherches = plier(texte).split(/[^a-z0-9]+/).filter(Boolean);
    lecture ||= lireIndex(adresse);
    try {
      return (await lecture).filter((une) => cherches.every((cherche) => une.mots.some((mot) => mot.startsWith(cherche)))).map(({ fiche }) => fiche);
    } catch (erreur) {
      lecture = null;
      throw erreur;
    }
  };
}

async function lireIndex(adresse) {
  const reponse = await fetch(adresse);
  if (!reponse.ok) { throw new Error("HTTP " + reponse.status); }
  const index = await reponse.json();
  if (!index || !Array.isArray(index.fiches)) { throw new Error("index"); }
  return index.fiches.map((fiche) => ({ fiche, mots: mots(fiche) }));
}

function mots(f) {
  const textes = [f.intitule, f.numero_fiche, String(f.numero_fiche || "").replace(/^\D+/, ""), f.identifiant, ...(f.emplois || []), ...(f.certificateurs || [])];
  return textes.flatMap((texte) => plier(texte || "").split(/[^a-z0-9]+/)).filter(Boolean);
}

/**
 * A function that promises the fiches that answer a text: `[{identifiant, intitule, numero_fiche, etat_phrase}]`, and throws when what
 * it needs cannot be read. `donnees` holds `manifeste` (where the catalogue has a search), `index` and `date`.
 */
export function chercheur({ manifeste, index, date }) {
  const chercher = manifeste ? parLaRecherche(manifeste, date) : parLIndex(index);
  return async (texte) => texte.trim() ? chercher(texte) : [];
}
