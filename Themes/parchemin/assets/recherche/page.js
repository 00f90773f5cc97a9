// The search page: the field, the facets, the list, and the address that states all of it.
import { element, pluriel } from "../elements.js";
import { TRIS, ecrireAdresse, filtree, lireAdresse } from "./adresse.js";
import { montrerExtraits, montrerFiches } from "./affichage.js";
import { completer, creerCombobox } from "./completions.js";
import { creerFiltres } from "./filtres.js";
import { compte, echec, lienVers, remarques, rienTrouve } from "./messages.js";
import { ouvrir } from "./service.js";

const COMPLETIONS = 6;
const PAUSE = 200;
const [formulaire, champ, completions, ligneDeCompte, notes, outils, tris, panneau, choix, resultats, pages, rien, aide, panne] =
  ["recherche", "champ-recherche", "completions", "compte", "remarques", "outils", "tri", "facettes", "choix", "resultats", "pages", "rien", "aide", "panne"]
    .map((id) => document.getElementById(id));
const racine = formulaire.dataset.racine;
const demander = ouvrir(formulaire.dataset.manifeste);
let demande = lireAdresse(location.search);
let tour = 0;

const filtres = creerFiltres(panneau, { surChoix: (nouvelle) => poser(nouvelle), surOuverture: () => montrer() });
const combobox = creerCombobox(champ, completions, (texte) => { champ.value = texte; poser({ ...demande, texte: texte.trim(), page: 1 }); });

/** Takes a new question: into the address, then onto the page. While typing, the address of the last one is replaced. */
function poser(nouvelle, enTapant = false) {
  demande = nouvelle;
  const adresse = ecrireAdresse(demande);
  if (enTapant) { history.replaceState(null, "", adresse); } else { history.pushState(null, "", adresse); }
  montrer(enTapant);
}

async function montrer(enTapant = false) {
  const ici = tour += 1;
  const posee = demande;
  resultats.setAttribute("aria-busy", "true");
  let reponse;
  try {
    reponse = await demander("chercher", { ...posee, ouvertes: filtres.ouvertes() });
  } catch (erreur) {
    if (ici === tour) { montrerPanne(erreur); }
    return;
  }
  if (ici !== tour) { return; }
  panne.hidden = true;
  montrerReponse(posee, reponse);
  combobox.montrer(enTapant && champ === document.activeElement ? completer(champ.value, reponse.fiches.map(({ intitule }) => intitule), COMPLETIONS) : []);
  resultats.dataset.question = posee.texte;
  resultats.setAttribute("aria-busy", "false");
  await montrerSuite(ici, reponse);
  // Nothing more will change by itself.
  if (ici === tour) { resultats.dataset.complete = posee.texte; }
}

function montrerReponse(posee, reponse) {
  ligneDeCompte.textContent = compte(posee, reponse);
  notes.replaceChildren(...remarques(posee, reponse));
  montrerFiches(resultats, reponse, racine);
  filtres.montrer(posee, reponse);
  const vide = !reponse.total && (posee.texte || filtree(posee));
  rien.replaceChildren(...(vide ? rienTrouve(posee, reponse) : []));
  aide.hidden = Boolean(reponse.total) && Boolean(posee.texte || filtree(posee));
  outils.hidden = !reponse.total && !filtree(posee);
  tris.replaceChildren(...TRIS.map(([nom, titre]) => element("li", {}, nom === posee.tri ? element("span", { "aria-current": "true" }, titre) : lienVers({ ...posee, tri: nom, page: 1 }, titre))));
  montrerPages(posee, reponse);
  const nombre = Object.values(posee.filtres).flat().length;
  choix.textContent = nombre ? pluriel(nombre, "filtre", "filtres") : "";
}

function montrerPages(posee, { page, pages: combien }) {
  pages.hidden = combien < 2;
  pages.firstElementChild.replaceChildren(...[
    page > 1 ? element("li", {}, lienVers({ ...posee, page: page - 1 }, "Page précédente")) : "",
    element("li", {}, "Page\u00a0" + page + " sur " + combien),
    page < combien ? element("li", {}, lienVers({ ...posee, page: page + 1 }, "Page suivante")) : ""
  ].filter(Boolean));
}

/** Passages come after the results: a list without them is already of use. */
async function montrerSuite(ici, reponse) {
  if (!reponse.fiches.length || !demande.texte) { return; }
  // Who goes on typing does not read them.
  await new Promise((suite) => { setTimeout(suite, PAUSE); });
  if (ici !== tour) { return; }
  try {
    const extraits = await demander("extraits");
    if (ici === tour) { montrerExtraits(resultats, extraits, racine); }
  } catch (erreur) {
    if (ici === tour) { montrerPanne(erreur); }
  }
}

function montrerPanne(erreur) {
  const perimee = erreur.genre === "peremption";
  const bouton = element("button", { type: "button" }, perimee ? "Recharger la page" : "Réessayer");
  bouton.addEventListener("click", () => { if (perimee) { location.reload(); } else { montrer(); champ.focus(); } });
  panne.replaceChildren(element("p", {}, echec(erreur)), bouton);
  panne.hidden = false;
  aide.hidden = false;
  resultats.setAttribute("aria-busy", "false");
  if (!resultats.childElementCount) { ligneDeCompte.textContent = ""; }
}

champ.addEventListener("input", () => poser({ ...demande, texte: champ.value.trim(), page: 1 }, true));
formulaire.addEventListener("submit", (evenement) => {
  evenement.preventDefault();
  poser({ ...demande, texte: champ.value.trim(), page: 1 });
});
document.addEventListener("click", (evenement) => {
  const lien = evenement.target.closest("a[data-demande]");
  if (!lien || evenement.ctrlKey || evenement.metaKey || evenement.shiftKey || evenement.button) { return; }
  evenement.preventDefault();
  const nouvelle = lireAdresse(new URL(lien.href).search);
  champ.value = nouvelle.texte;
  const tournee = nouvelle.page !== demande.page;
  poser(nouvelle);
  // A new page of the list is read from its top.
  if (tournee) { document.getElementById("titre-resultats").focus(); } else if (!document.contains(lien)) { champ.focus(); }
});
window.addEventListener("popstate", () => {
  demande = lireAdresse(location.search);
  champ.value = demande.texte;
  montrer();
});

champ.value = demande.texte;
for (const nom of Object.keys(demande.filtres)) { panneau.querySelector("[data-facette=\"" + nom + "\"]").open = true; }
if (window.matchMedia("(min-width: 62rem)").matches) { document.getElementById("volet").open = true; }
montrer();
