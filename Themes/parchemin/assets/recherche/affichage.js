// The list of results: one link for each fiche, why it was found, and its state.
import { dateEnClair, element, numero } from "../elements.js";

const ETATS = {
  "en-vigueur": (fin) => "En vigueur jusqu’au " + fin, "echeance-proche": (fin) => "En vigueur jusqu’au " + fin + ", échéance proche",
  echue: (fin) => "Échue depuis le " + fin, depubliee: () => "Dépubliée du répertoire", "declaree-active": () => "Déclarée active par sa source",
  "declaree-inactive": () => "Déclarée inactive par sa source", "non-precisee": () => "Validité non précisée"
};

/** A text with the words that were found in it: `marques` are the first and last places of each, `[[debut, fin]]`. */
export function marquer(texte, marques) {
  const noeuds = [];
  let place = 0;
  for (const [debut, fin] of marques || []) {
    if (debut > place) { noeuds.push(texte.slice(place, debut)); }
    noeuds.push(element("mark", {}, texte.slice(debut, fin)));
    place = fin;
  }
  return [...noeuds, texte.slice(place)];
}

/** The state of a fiche in words, at the date of the index. */
export function phrase({ etat: code, fin }) { return (ETATS[code] || ETATS["non-precisee"])(dateEnClair(fin)); }

/** The state at the date of the index, corrected for today as on every page. */
function etat(fiche, date) {
  const cree = element("p", { "data-etat": fiche.etat, "data-calcul": date, "data-fin": fiche.etat === "depubliee" ? null : fiche.fin, "data-limite": fiche.limite },
    element("span", { class: "sceau-petit sceau-" + fiche.etat }, element("span", { class: "etat-phrase" }, phrase(fiche))), " ",
    element("span", { class: "precision" }, "état au ", element("time", { class: "etat-calcul", datetime: date }, dateEnClair(date))));
  if (window.parchemin) { window.parchemin.corriger(cree); }
  return cree;
}

function remplacement({ remplacee }, racine) {
  if (!remplacee) { return null; }
  const nom = numero(remplacee.numero) || remplacee.intitule;
  return element("p", { class: "precision suite" }, "Suivie de ", remplacee.adresse ? element("a", { href: racine + remplacee.adresse }, nom) : nom);
}

function ligne(fiche, { racine, date }) {
  const niveau = fiche.niveau ? "Niveau\u00a0" + fiche.niveau : "";
  const faits = [numero(fiche.numero), fiche.type, niveau, fiche.certificateur].filter(Boolean).join(" · ");
  return element("li", { "data-place": fiche.place, "data-etat-de": fiche.etat },
    element("h3", {}, element("a", { href: racine + fiche.adresse }, marquer(fiche.intitule, fiche.marques))),
    element("p", { class: "precision" }, faits),
    element("p", { class: "extrait", hidden: true }), etat(fiche, date), remplacement(fiche, racine));
}

/** Puts the fiches of an answer into the list. */
export function montrerFiches(liste, reponse, racine) {
  liste.replaceChildren(...reponse.fiches.map((fiche) => ligne(fiche, { racine, date: reponse.date })));
  liste.setAttribute("start", reponse.debut + 1);
}

/** Adds to the fiches on the page the passages that were found: `[{place, texte, marques, titre, adresse}]`. */
export function montrerExtraits(liste, extraits, racine) {
  for (const extrait of extraits) {
    const lieu = liste.querySelector("[data-place=\"" + extrait.place + "\"] .extrait");
    if (lieu) {
      lieu.replaceChildren(element("a", { href: racine + extrait.adresse }, extrait.titre), "\u00a0: ", ...marquer(extrait.texte, extrait.marques));
      lieu.hidden = false;
    }
  }
}
