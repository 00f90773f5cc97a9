// Fiches that answer to a few letters, for whoever chooses one. The catalogue is read only once somebody writes something.
import { plier } from "./mots.js";

let lecture = null;

async function lire(adresse) {
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
 * The fiches that hold every beginning of word that was typed, in their title, number, jobs or certifiers:
 * `[{identifiant, intitule, numero_fiche, etat_phrase}]`. Throws when the catalogue cannot be read.
 */
export async function chercher(texte, adresse) {
  const cherches = plier(texte).split(/[^a-z0-9]+/).filter(Boolean);
  if (!cherches.length) { return []; }
  lecture = lecture || lire(adresse);
  try {
    return (await lecture).filter((une) => cherches.every((cherche) => une.mots.some((mot) => mot.startsWith(cherche)))).map(({ fiche }) => fiche);
  } catch (erreur) {
    lecture = null;
    throw erreur;
  }
}
