// What the comparison pages share: reading published fiches, and saying their facts in words.
import { dateEnClair, element, numero, pluriel } from "./elements.js";
import { simple } from "./mots.js";

export { dateEnClair, element, numero, pluriel };

const VOIES = [["FI", "Formation initiale"], ["CA", "Apprentissage"], ["FC", "Formation continue"], ["CQ", "Contrat de professionnalisation"],
  ["CL", "Candidature individuelle"], ["VAE", "Validation des acquis de l’expérience (VAE)"]];

/** A name short enough for a column: the number, else the type, else the title. */
export function nomCourt(fiche) { return numero(fiche.numero_fiche) || fiche.intitule; }

/** Where the page of a fiche is, from the root of the site. */
export function adresse(identifiant) { return "fiches/" + identifiant + "/"; }

/** Whether a name from an address can be that of a fiche at all. */
export function estIdentifiant(nom) { return /^[a-z0-9-]{1,200}$/.test(nom); }

/** The published fiche of an identifier; null where the site has none of that name. Throws when it cannot be read. */
export async function lireFiche(identifiant, racine) {
  if (!estIdentifiant(identifiant)) { return null; }
  const reponse = await fetch(racine + adresse(identifiant) + "index.json");
  if (reponse.status === 404 || reponse.status === 410) { return null; }
  if (!reponse.ok) { throw new Error("HTTP " + reponse.status); }
  const fiche = await reponse.json();
  if (!fiche || typeof fiche.intitule !== "string") { throw new Error("fiche"); }
  return fiche;
}

export function competences(bloc) {
  return [...(bloc.competences || []), ...(bloc.unites || []).flatMap((unite) => unite.competences || [])].map(simple).filter(Boolean);
}

/** All that is said of what a bloc certifies. */
export function textesDuBloc(bloc) {
  const unites = (bloc.unites || []).flatMap((unite) => [unite.libelle, ...(unite.activites || [])]);
  const items = competences(bloc);
  return [bloc.libelle, ...unites, ...(items.length ? items : [bloc.liste_competences || ""])].map(simple).filter(Boolean);
}

function codes(liste) { return (liste || []).map((c) => [c.code, c.libelle].filter(Boolean).join(" ")); }

function unique(liste) { return [...new Set(liste)]; }

export function niveau(fiche) {
  const n = fiche.niveau;
  if (!n) { return []; }
  if (n.europe) { return ["Niveau\u00a0" + n.europe]; }
  return n.nomenclature_1969 ? ["Niveau\u00a0" + n.nomenclature_1969 + " (nomenclature de 1969)"] : [];
}

/** The facts to put side by side: `[{titre, absent, valeurs: fiche => [texte]}]`. */
export const FAITS = [
  { titre: "Type", absent: "Non précisé", valeurs: (f) => f.abrege ? [f.abrege.libelle || f.abrege.code] : [] },
  { titre: "Niveau de qualification", absent: "Aucun niveau déclaré", valeurs: niveau },
  { titre: "Certificateur", absent: "Non communiqué", valeurs: (f) => unique((f.certificateurs || []).map((c) => c.nom)) },
  { titre: "Échéance de l’enregistrement", absent: "Non précisée", valeurs: (f) => [dateEnClair((f.enregistrement || {}).date_fin)].filter(Boolean) },
  { titre: "Dernier jour de délivrance possible", absent: "Non précisé", valeurs: (f) => [dateEnClair((f.enregistrement || {}).date_limite_delivrance)].filter(Boolean) },
  { titre: "Voies d’accès ouvertes", absent: "Non précisées", valeurs: (f) => VOIES.filter(([code]) => ((f.voies_acces || {})[code] || {}).ouverte === true).map(([, nom]) => nom) },
  { titre: "Métiers (codes ROME)", absent: "Non communiqués", valeurs: (f) => codes(f.codes_rome) },
  { titre: "Spécialités (codes NSF)", absent: "Non communiquées", valeurs: (f) => codes(f.codes_nsf) },
  { titre: "Blocs de compétences", absent: "Aucun bloc décrit", valeurs: (f) => (f.blocs_competences || []).length ? [pluriel(f.blocs_competences.length, "bloc", "blocs")] : [] }
];

export function valeur(textes, absent) {
  if (!textes.length) { return element("span", { class: "inconnu" }, absent); }
  return textes.length === 1 ? document.createTextNode(textes[0]) : element("ul", { class: "nu" }, textes.map((texte) => element("li", {}, texte)));
}

/** The state of a fiche at the date of the site, corrected for today as on every page. */
export function etat(fiche, date) {
  const dates = fiche.enregistrement || {};
  const connu = window.parchemin ? window.parchemin.etatDe(fiche, date) : { code: "non-precisee", phrase: "Voyez la fiche", fin: null };
  const cree = element("div", { "data-etat": connu.code, "data-calcul": date, "data-fin": connu.fin, "data-limite": dates.date_limite_delivrance },
    element("span", { class: "sceau-petit sceau-" + connu.code }, element("span", { class: "etat-phrase" }, connu.phrase)), " ",
    element("span", { class: "precision" }, "état au ", element("time", { class: "etat-calcul", datetime: date }, dateEnClair(date))));
  if (window.parchemin) { window.parchemin.corriger(cree); }
  return cree;
}

/** Why nothing can be read here, or "". */
export function empechement() {
  return location.protocol === "file:" ? "Ouverte depuis un dossier, cette page ne peut pas lire les fiches\u00a0: publiez le site, ou ouvrez-le avec «\u00a0parchemin serve\u00a0»." : "";
}
