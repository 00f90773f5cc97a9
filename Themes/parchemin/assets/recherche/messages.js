// What the search says in words: how many, how it understood the question, what to do when nothing was found.
import { element, nombre, pluriel } from "../elements.js";
import { ecrireAdresse, filtree } from "./adresse.js";

const GUILLEMETS = (texte) => "«\u00a0" + texte + "\u00a0»";

/** A link to another question; the page follows it without loading itself again. */
export function lienVers(demande, texte) { return element("a", { href: ecrireAdresse(demande), "data-demande": true }, texte); }

/** The line of the count, which a screen reader speaks. */
export function compte(demande, reponse) {
  if (!demande.texte && !filtree(demande)) { return pluriel(reponse.nombre, "fiche", "fiches") + " dans ce catalogue."; }
  const page = reponse.pages > 1 ? ", page\u00a0" + reponse.page + " sur " + nombre(reponse.pages) : "";
  const filtres = filtree(demande) ? " avec ces filtres" : "";
  return reponse.total ? pluriel(reponse.total, "fiche trouvée", "fiches trouvées") + filtres + page + "." : "Aucune fiche trouvée" + filtres + (demande.texte ? " pour " + GUILLEMETS(demande.texte) : "") + ".";
}

/** How the question was understood, where that differs from what was typed. */
export function remarques(demande, reponse) {
  const phrases = [];
  const corriges = reponse.mots.filter((mot) => mot.corrige);
  if (corriges.length && reponse.total) {
    phrases.push(["Résultats pour ", ...corriges.flatMap((mot, rang) => [rang ? ", " : "", element("em", {}, mot.corrige)]),
      "\u00a0: aucune fiche, ou presque, ne contient ", corriges.map((mot) => GUILLEMETS(mot.saisi)).join(", "), "."]);
  }
  for (const { saisi, synonymes } of reponse.mots.filter((mot) => mot.synonymes && mot.synonymes.length)) {
    phrases.push([GUILLEMETS(saisi), " a aussi été cherché comme ", ...synonymes.flatMap((synonyme, rang) => [rang ? ", " : "", element("em", {}, synonyme)]), "."]);
  }
  for (const { saisi, niveau } of reponse.niveaux) {
    phrases.push([GUILLEMETS(saisi), " est une notation non officielle. Le cadre national parle du ",
      lienVers({ ...demande, texte: reponse.sansNiveau, filtres: { ...demande.filtres, niveau: [niveau] }, page: 1 }, "niveau\u00a0" + niveau), "."]);
  }
  if (reponse.partielle && reponse.total) {
    const absents = reponse.mots.filter(({ nombre: n }) => !n).map(({ saisi }) => GUILLEMETS(saisi));
    phrases.push(["Aucune fiche ne contient tous ces mots\u00a0: voici celles qui en contiennent le plus.", absents.length ? " Dans aucune fiche\u00a0: " + absents.join(", ") + "." : ""]);
  }
  if (reponse.renouvelee) { phrases.push(["Le catalogue vient d’être publié à nouveau\u00a0: ces résultats sont ceux de sa nouvelle version."]); }
  return phrases.map((phrase) => element("p", {}, ...phrase));
}

/** What was understood word by word, the nearest terms, and a way out of filters. */
export function rienTrouve(demande, reponse) {
  const items = reponse.mots.map((mot) => element("li", {}, GUILLEMETS(mot.saisi), "\u00a0: ",
    mot.nombre ? "dans " + pluriel(mot.nombre, "fiche", "fiches") : mot.genre === "code" ? "lu comme un code, qu’aucune fiche ne porte" : "dans aucune fiche",
    mot.proches && mot.proches.length ? [". Mots voisins\u00a0: ", ...mot.proches.flatMap((proche, rang) => [rang ? ", " : "", lienVers({ ...demande, texte: remplacer(demande.texte, mot.saisi, proche), page: 1 }, proche)])] : "", "."));
  return [
    items.length ? element("div", {}, element("h3", {}, "Ce qui a été compris"), element("ul", {}, items)) : null,
    filtree(demande) && demande.texte ? element("p", {}, lienVers({ ...demande, filtres: {}, page: 1 }, "Chercher sans les filtres")) : null
  ].filter(Boolean);
}

function remplacer(texte, mot, autre) {
  const place = texte.toLowerCase().indexOf(mot.toLowerCase());
  return place < 0 ? autre : texte.slice(0, place) + autre + texte.slice(place + mot.length);
}

/** What to say when an answer did not come. */
export function echec(erreur) {
  if (erreur.genre === "peremption") { return "Ce catalogue vient d’être publié à nouveau\u00a0: rechargez la page pour chercher dans sa nouvelle version."; }
  const fichier = erreur.adresse ? " (fichier " + erreur.adresse.split("/").pop() + ")" : "";
  return "Une partie de l’index n’a pas pu être lue" + fichier + ". Vérifiez votre connexion, puis réessayez, ou parcourez les listes.";
}
