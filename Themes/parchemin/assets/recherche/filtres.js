// The facets: values with their counts, each a box to tick. A facet is read when it is opened or used.
import { element, nombre } from "../elements.js";
import { FACETTES, basculer } from "./adresse.js";

const MONTREES = 12;

// Facets whose values have an order of their own; the others put what is most frequent first.
const NATURELLES = new Set(["niveau", "etat"]);

/**
 * The panel of facets. `surChoix(demande)` is called with the new question, `surOuverture()` when a facet opens and its counts are
 * needed. Returns `{ouvertes(), montrer(demande, reponse)}`.
 */
export function creerFiltres(panneau, { surChoix, surOuverture }) {
  const groupes = new Map(FACETTES.map(([nom, titre]) => [nom, creerGroupe(nom, titre)]));
  panneau.replaceChildren(...[...groupes.values()].map(({ details }) => details));
  let demande = null;

  function creerGroupe(nom, titre) {
    const choisies = element("span", { class: "entree-nombre" });
    const valeurs = element("ul", { class: "nu facette" });
    const tri = element("input", { type: "search", autocomplete: "off", "aria-label": "Chercher dans «\u00a0" + titre + "\u00a0»", placeholder: "Chercher…" });
    const champ = element("div", { class: "champ champ-facette", hidden: true }, tri);
    const suite = element("p", { class: "precision" });
    const details = element("details", { "data-facette": nom }, element("summary", {}, titre, " ", choisies), champ, valeurs, suite);
    const groupe = { details, valeurs, champ, tri, suite, choisies, connues: null };
    details.addEventListener("toggle", () => { if (details.open && !groupe.connues) { surOuverture(); } });
    tri.addEventListener("input", () => remplir(nom, groupe));
    valeurs.addEventListener("change", ({ target }) => surChoix(basculer(demande, nom, target.value)));
    return groupe;
  }

  /** The values to show: those ticked, then the most frequent, or those that hold what is looked for. */
  function remplir(nom, groupe) {
    const siennes = demande.filtres[nom] || [];
    const cherche = plat(groupe.tri.value);
    const toutes = NATURELLES.has(nom) ? groupe.connues || [] : [...(groupe.connues || [])].sort((a, b) => b.nombre - a.nombre);
    const prises = toutes.filter(({ valeur }) => siennes.includes(valeur));
    const autres = toutes.filter(({ valeur, nombre: n }) => !siennes.includes(valeur) && n > 0);
    const voulues = cherche ? autres.filter(({ libelle }) => cherche.split(" ").every((mot) => plat(libelle).includes(mot))) : autres;
    const montrees = [...prises, ...voulues.slice(0, Math.max(0, MONTREES - prises.length))];
    const actif = document.activeElement && groupe.valeurs.contains(document.activeElement) ? document.activeElement.value : null;
    groupe.valeurs.replaceChildren(...montrees.map(({ valeur, libelle, nombre: n }) => element("li", {}, element("label", {},
      caseACocher(valeur, siennes.includes(valeur)), element("span", {}, libelle), element("span", { class: "entree-nombre" }, nombre(n))))));
    if (actif !== null) { (groupe.valeurs.querySelector("input[value=\"" + CSS.escape(actif) + "\"]") || groupe.details.querySelector("summary")).focus(); }
    const reste = prises.length + voulues.length - montrees.length;
    groupe.champ.hidden = autres.length + prises.length <= MONTREES && !cherche;
    groupe.suite.textContent = reste > 0 ? "Et " + nombre(reste) + (reste > 1 ? " autres valeurs\u00a0: cherchez-les par leur nom." : " autre valeur\u00a0: cherchez-la par son nom.")
      : montrees.length ? "" : cherche ? "Aucune valeur ne contient ces mots." : "Aucune valeur parmi ces fiches.";
  }

  return {
    /** The facets whose counts are needed. */
    ouvertes: () => [...groupes].filter(([, { details }]) => details.open).map(([nom]) => nom),
    montrer(nouvelle, reponse) {
      demande = nouvelle;
      for (const [nom, groupe] of groupes) {
        const siennes = demande.filtres[nom] || [];
        groupe.choisies.textContent = siennes.length ? "(" + siennes.length + ")" : "";
        groupe.connues = reponse.facettes[nom] || null;
        groupe.details.hidden = reponse.absentes.includes(nom);
        if (groupe.connues) { remplir(nom, groupe); }
      }
    }
  };
}

function caseACocher(valeur, cochee) {
  const boite = element("input", { type: "checkbox", value: valeur });
  boite.checked = cochee;
  return boite;
}

function plat(texte) { return texte.toLowerCase().replace(/œ/g, "oe").normalize("NFD").replace(/[\u0300-\u036f]/g, "").trim(); }
