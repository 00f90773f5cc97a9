// Two to four fiches side by side; which ones is in the address: ?f=rncp1,rncp2. Only their own files are read.
import { FAITS, adresse, competences, element, empechement, etat, lireFiche, nomCourt, numero, pluriel, textesDuBloc, valeur } from "./fiches.js";
import { jetons, simple } from "./mots.js";
import { chercheur } from "./propositions.js";
import { clesCommunes, correspondances, rapprocherBlocs } from "./rapprochement.js";

const MAXIMUM = 4;
const PROPOSEES = 8;
const MOTS_MONTRES = 12;
const page = document.getElementById("comparaison");
const [message, choix, champ, propositions, annonce, choisies, resultat] = ["message", "choix", "champ-ajout", "propositions", "annonce", "choisies", "resultat"]
  .map((id) => document.getElementById(id));
const racine = page.dataset.racine;
const chercher = chercheur(page.dataset);
const lues = new Map();
let tour = 0;
let frappe = 0;

function demandees() {
  const noms = (new URLSearchParams(location.search).get("f") || "").split(",").map((nom) => nom.trim().toLowerCase()).filter(Boolean);
  return [...new Set(noms)];
}

function choisir(noms) {
  history.pushState(null, "", noms.length ? "?f=" + noms.map(encodeURIComponent).join(",") : location.pathname);
  montrer();
}

/** What is known of a fiche before it is read is its name. */
function entreeDe(identifiant, fiche) { return { identifiant, adresse: adresse(identifiant), intitule: fiche ? fiche.intitule : identifiant, numero_fiche: fiche ? fiche.numero_fiche : null }; }

function lien(entree) { return element("a", { href: racine + entree.adresse }, entree.intitule); }

function montrerChoisies(entrees) {
  choisies.replaceChildren(...entrees.map((entree) => {
    const bouton = element("button", { type: "button", "aria-label": "Retirer " + entree.intitule + " " + numero(entree.numero_fiche) }, "Retirer");
    bouton.addEventListener("click", () => {
      choisir(demandees().filter((nom) => nom !== entree.identifiant));
      champ.focus();
    });
    return element("li", {}, lien(entree), element("span", { class: "precision" }, " ", numero(entree.numero_fiche), " "), bouton);
  }));
  champ.disabled = entrees.length >= MAXIMUM;
}

async function proposer() {
  const ici = frappe += 1;
  const texte = champ.value;
  let trouvees = [];
  let perdu = false;
  try { trouvees = await chercher(texte); } catch { perdu = true; }
  if (ici !== frappe) { return; }
  const prises = new Set(demandees());
  trouvees = trouvees.filter((entree) => !prises.has(entree.identifiant));
  propositions.replaceChildren(...trouvees.slice(0, PROPOSEES).map((entree) => {
    const bouton = element("button", { type: "button" }, entree.intitule, element("span", { class: "precision" }, " ", [numero(entree.numero_fiche), entree.etat_phrase].filter(Boolean).join(" · ")));
    bouton.addEventListener("click", () => ajouter(entree));
    return element("li", {}, bouton);
  }));
  if (!texte.trim()) { annonce.textContent = ""; return; }
  const suite = trouvees.length > PROPOSEES ? ", les " + PROPOSEES + " premières sont montrées" : "";
  annonce.textContent = perdu ? "La liste des fiches n’a pas pu être lue. Vérifiez votre connexion, puis écrivez à nouveau."
    : trouvees.length ? pluriel(trouvees.length, "fiche proposée", "fiches proposées") + suite + "." : "Aucune autre fiche ne contient ces mots.";
  annonce.className = trouvees.length && !suite ? "invisible" : "precision";
}

function ajouter(entree) {
  champ.value = "";
  proposer();
  choisir([...demandees(), entree.identifiant]);
  champ.focus();
}

function auClavier(evenement) {
  const boutons = [...propositions.querySelectorAll("button")];
  const place = boutons.indexOf(document.activeElement);
  if (evenement.key === "ArrowDown" && boutons.length) { boutons[Math.min(place + 1, boutons.length - 1)].focus();
  } else if (evenement.key === "ArrowUp" && place >= 0) { (place ? boutons[place - 1] : champ).focus();
  } else if (evenement.key === "Escape" && boutons.length) { champ.value = ""; proposer(); champ.focus();
  } else if (evenement.key === "Enter" && document.activeElement === champ && boutons.length === 1) { boutons[0].click();
  } else { return; }
  evenement.preventDefault();
}

/** The fiche of a name, read once; null where there is none. */
async function lire(nom) {
  if (!lues.has(nom)) { lues.set(nom, await lireFiche(nom, racine)); }
  return lues.get(nom);
}

function essentiel(fiches, entrees) {
  const cellule = (place, contenu) => element("td", { "data-fiche": nomCourt(fiches[place]) }, element("div", {}, contenu));
  const lignes = [["État", (f) => etat(f, page.dataset.date)], ...FAITS.map((fait) => [fait.titre, (f) => valeur(fait.valeurs(f), fait.absent)])];
  return element("section", { "aria-labelledby": "titre-essentiel" }, element("h2", { id: "titre-essentiel" }, "L’essentiel"),
    element("table", { class: "face-a-face colonnes-" + fiches.length },
      element("caption", { class: "invisible" }, "Les faits principaux de chaque fiche"),
      element("thead", {}, element("tr", {}, element("td"), fiches.map((f, place) => element("th", { scope: "col" }, lien(entrees[place]), element("span", { class: "precision" }, " ", numero(f.numero_fiche)))))),
      element("tbody", {}, lignes.map(([titre, contenu]) => element("tr", {}, element("th", { scope: "row" }, titre), fiches.map((f, place) => cellule(place, contenu(f, place))))))));
}

function marquer(texte, communes) { return jetons(texte).map(({ texte: mot, cle }) => cle && communes.has(cle) ? element("mark", {}, mot) : mot); }

function montrerBloc({ bloc }, entree, communes) {
  const titre = element("h4", {}, element("a", { href: racine + entree.adresse + "#bloc-" + bloc.numero }, ...marquer(simple(bloc.libelle), communes)));
  const items = competences(bloc);
  const textes = items.length ? items : textesDuBloc(bloc).slice(1);
  return element("div", { class: "bloc-compare" }, element("p", { class: "reference" }, "Bloc\u00a0" + bloc.numero, bloc.code ? element("span", { class: "code" }, " · " + bloc.code) : ""), titre,
    textes.length ? element("div", { class: "tirets" }, element("ul", {}, textes.map((texte) => element("li", {}, ...marquer(texte, communes))))) : element("p", { class: "inconnu" }, "Aucune compétence décrite"));
}

/** Why the blocs of a row stand side by side. */
function raison(rangee, fiches) {
  const phrases = [];
  if (rangee.officielles.length) { phrases.push(element("p", { class: "raison raison-officielle" }, "Correspondance officielle, déclarée par " + rangee.officielles.map((place) => nomCourt(fiches[place])).join(" et ") + ".")); }
  if (rangee.communs.length) {
    const noms = rangee.communs.slice(0, MOTS_MONTRES).map((cle) => rangee.blocs.map((b) => b.mots.get(cle)).find(Boolean) || cle);
    const reste = rangee.communs.length - noms.length;
    phrases.push(element("p", { class: "raison" }, "Rapprochement automatique par les mots communs\u00a0: " + noms.join(", ") + (reste ? " et " + pluriel(reste, "autre", "autres") : "") + "."));
  }
  return phrases;
}

function montrerRangee(rangee, place, fiches, entrees) {
  const communes = clesCommunes(rangee);
  const presentes = fiches.map((_, f) => rangee.blocs.filter((b) => b.fiche === f));
  const seule = presentes.filter((blocs) => blocs.length).length === 1;
  const premier = rangee.blocs[0];
  const titre = seule ? "Seulement dans " + nomCourt(fiches[premier.fiche]) + (rangee.blocs.length > 1 ? ", " + pluriel(rangee.blocs.length, "bloc", "blocs") : "") : "Rapprochement " + place;
  return element("section", { class: "rangee" + (seule ? " rangee-seule" : "") }, element("h3", {}, titre), raison(rangee, fiches),
    element("div", { class: "cotes colonnes-" + fiches.length }, presentes.map((blocs, f) => element("div", { class: "cote" + (blocs.length ? "" : " cote-vide") },
      element("p", { class: "cote-fiche" }, element("span", { class: "code" }, nomCourt(fiches[f]))),
      blocs.length ? blocs.map((b) => montrerBloc(b, entrees[f], communes)) : element("p", { class: "inconnu" }, "Aucun bloc rapproché")))));
}

/** Correspondances that no row can show: those of whole certifications. */
function correspondancesEntieres(fiches) {
  const nom = (codes) => codes && codes.length ? codes.join(", ") : "toute la certification";
  return fiches.flatMap((de) => fiches.filter((vers) => vers !== de).flatMap((vers) => correspondances(de, vers)
    .filter((l) => !(l.blocs || []).length || !(l.blocs_cibles || []).length)
    .map((l) => element("li", {}, nomCourt(de) + " déclare une correspondance\u00a0: " + nom(l.blocs) + " → " + nom(l.blocs_cibles) + " (" + nomCourt(vers) + ")."))));
}

function blocs(fiches, entrees) {
  const rangees = rapprocherBlocs(fiches, textesDuBloc);
  const section = element("section", { "aria-labelledby": "titre-blocs" }, element("h2", { id: "titre-blocs" }, "Bloc par bloc"),
    element("p", { class: "note" }, "Les correspondances officielles viennent d’abord. Les autres rapprochements ne tiennent qu’aux mots communs, qui sont surlignés\u00a0: ils aident à lire et ne disent rien des dispenses possibles."));
  const entieres = correspondancesEntieres(fiches);
  if (entieres.length) { section.append(element("ul", {}, entieres)); }
  fiches.forEach((f) => { if (!(f.blocs_competences || []).length) { section.append(element("p", {}, nomCourt(f) + "\u00a0: aucun bloc décrit dans cette fiche.")); } });
  let place = 0;
  const seule = (r) => !r.officielles.length && !r.communs.length;
  for (const groupe of [(r) => r.officielles.length, (r) => !r.officielles.length && r.communs.length]) {
    for (const rangee of rangees.filter(groupe)) { section.append(montrerRangee(rangee, place += 1, fiches, entrees)); }
  }
  // What only one fiche has stands together on its side.
  fiches.forEach((_, f) => {
    const siens = rangees.filter((r) => seule(r) && r.blocs[0].fiche === f).flatMap((r) => r.blocs);
    if (siens.length) { section.append(montrerRangee({ blocs: siens, officielles: [], communs: [] }, 0, fiches, entrees)); }
  });
  return section;
}

function echecs(perdues) {
  const bouton = element("button", { type: "button" }, "Réessayer");
  bouton.addEventListener("click", montrer);
  return element("div", { class: "echec" }, perdues.map((entree) => element("p", {}, "La fiche ", lien(entree), " n’a pas pu être lue. Vérifiez votre connexion, puis réessayez.")), bouton);
}

async function montrer() {
  const ici = tour += 1;
  const noms = demandees();
  if (noms.length) { message.textContent = "Lecture des fiches…"; }
  const reponses = await Promise.allSettled(noms.map(lire));
  if (ici !== tour) { return; }
  const inconnues = noms.filter((_, place) => reponses[place].status === "fulfilled" && reponses[place].value === null);
  const gardees = noms.map((nom, place) => ({ nom, fiche: reponses[place].value || null, perdue: reponses[place].status === "rejected" }))
    .filter(({ nom }) => !inconnues.includes(nom));
  const remarques = [];
  if (inconnues.length) { remarques.push("Aucune fiche de ce catalogue n’a l’identifiant " + inconnues.map((nom) => "«\u00a0" + nom + "\u00a0»").join(", ") + "."); }
  if (gardees.length > MAXIMUM) { remarques.push("Quatre fiches au plus se comparent\u00a0: les quatre premières sont montrées."); }
  const vues = gardees.slice(0, MAXIMUM);
  const entrees = vues.map(({ nom, fiche }) => entreeDe(nom, fiche));
  montrerChoisies(entrees);
  const perdues = entrees.filter((_, place) => vues[place].perdue);
  const fiches = vues.filter(({ perdue }) => !perdue).map(({ fiche }) => fiche);
  const bonnes = entrees.filter((_, place) => !vues[place].perdue);
  const parties = perdues.length ? [echecs(perdues)] : [];
  if (entrees.length < 2) {
    resultat.replaceChildren(...parties);
    message.textContent = [...remarques, entrees.length ? "Ajoutez une deuxième fiche pour les comparer." : "Choisissez deux à quatre fiches parmi les " + page.dataset.nombre + " de ce catalogue."].join(" ");
    return;
  }
  if (fiches.length > 1) { parties.push(essentiel(fiches, bonnes), blocs(fiches, bonnes)); }
  resultat.replaceChildren(...parties);
  if (perdues.length) { remarques.push(pluriel(perdues.length, "fiche n’a", "fiches n’ont") + " pas pu être " + (perdues.length > 1 ? "lues." : "lue.")); }
  if (fiches.length > 1) { remarques.push(pluriel(fiches.length, "fiche comparée", "fiches comparées") + "."); }
  message.textContent = remarques.join(" ");
  document.title = fiches.map(nomCourt).join(", ") + " – " + document.title.split(" – ").pop();
}

async function commencer() {
  const empeche = empechement();
  if (empeche) { message.textContent = empeche; return; }
  // Without a search there is nothing to choose from: fiches come by their own links.
  choix.hidden = !page.dataset.manifeste;
  champ.addEventListener("input", proposer);
  choix.addEventListener("keydown", auClavier);
  window.addEventListener("popstate", montrer);
  await montrer();
}

commencer();
