// What changed from one certification to the one that follows it: ?avant=rncp1&apres=rncp2.
import { FAITS, adresse, competences, dateEnClair, element, empechement, etat, lireFiche, nomCourt, numero, pluriel, textesDuBloc, valeur } from "./fiches.js";
import { difference, normal, simple } from "./mots.js";
import { rapprocherBlocs, rapprocherCompetences } from "./rapprochement.js";

const page = document.getElementById("versions");
const message = document.getElementById("message");
const resultat = document.getElementById("resultat");
const racine = page.dataset.racine;
const parametres = new URLSearchParams(location.search);

// In the order in which they are counted and shown.
const GENRES = [
  ["ajoutee", "Ajoutée", "compétence ajoutée", "compétences ajoutées"], ["retiree", "Retirée", "compétence retirée", "compétences retirées"],
  ["deplacee", "Déplacée", "compétence déplacée", "compétences déplacées"],
  ["deplacee-reformulee", "Déplacée et reformulée", "compétence déplacée et reformulée", "compétences déplacées et reformulées"],
  ["reformulee", "Reformulée", "compétence reformulée", "compétences reformulées"], ["inchangee", "Inchangée", "compétence inchangée", "compétences inchangées"]
];
const LIBELLES = new Map(GENRES.map(([genre, libelle]) => [genre, libelle]));

/** Added and removed words, marked and said: a screen reader does not tell `ins` and `del`. */
function marques(avant, apres) {
  return difference(avant, apres).flatMap(({ genre, texte }, rang) => {
    const espace = rang ? " " : "";
    if (genre === "meme") { return [espace + texte]; }
    const ajout = genre === "ajout";
    return [espace, element(ajout ? "ins" : "del", {}, element("span", { class: "invisible" }, ajout ? "[ajouté\u00a0: " : "[retiré\u00a0: "), texte, element("span", { class: "invisible" }, "]"))];
  });
}

const DATES = [["Décision d’enregistrement", "date_decision"], ["Prise d’effet", "date_effet"]];

/** The facts of both fiches; lists show what came and what went. */
function lignesDeFaits() {
  const dates = DATES.map(([titre, cle]) => ({ titre, absent: "Non précisée", valeurs: (f) => [dateEnClair((f.enregistrement || {})[cle])].filter(Boolean) }));
  return [{ titre: "Intitulé", absent: "", valeurs: (f) => [f.intitule] }, ...FAITS.slice(0, 3), ...dates, ...FAITS.slice(3)];
}

function changement(avant, apres) {
  const egales = avant.map(normal).sort().join("\n") === apres.map(normal).sort().join("\n");
  // What a fiche does not state did not begin or end with it.
  return egales ? (avant.length ? "Inchangé" : "Précisé par aucune") : !avant.length ? "Précisé après seulement" : !apres.length ? "Précisé avant seulement" : "Modifié";
}

function cote(siens, autres, balise, absent) {
  if (!siens.length) { return valeur([], absent); }
  const connus = new Set(autres.map(normal));
  const items = siens.map((texte) => !autres.length || connus.has(normal(texte)) ? texte : element(balise, {}, texte));
  return items.length === 1 ? items[0] : element("ul", { class: "nu" }, items.map((item) => element("li", {}, item)));
}

function faits(avant, apres, entrees, date) {
  const cellule = (place, contenu) => element("td", { "data-fiche": place ? "Après" : "Avant" }, element("div", {}, contenu));
  const tete = (place, fiche) => element("th", { scope: "col" }, place ? "Après\u00a0: " : "Avant\u00a0: ", element("a", { href: racine + entrees[place].adresse }, numero(fiche.numero_fiche) || fiche.intitule));
  const lignes = lignesDeFaits().map(({ titre, absent, valeurs }) => {
    const [siens, autres] = [valeurs(avant), valeurs(apres)];
    const mot = changement(siens, autres);
    return element("tr", { class: mot !== "Modifié" ? "stable" : null }, element("th", { scope: "row" }, titre),
      cellule(0, cote(siens, autres, "del", absent)), cellule(1, cote(autres, siens, "ins", absent)), element("td", { "data-fiche": "Changement" }, element("div", {}, mot)));
  });
  return element("section", { "aria-labelledby": "titre-faits" }, element("h2", { id: "titre-faits" }, "Les faits"),
    element("table", { class: "face-a-face colonnes-2" }, element("caption", { class: "invisible" }, "Les faits avant et après"),
      element("thead", {}, element("tr", {}, element("td"), tete(0, avant), tete(1, apres), element("th", { scope: "col" }, "Changement"))),
      element("tbody", {}, element("tr", {}, element("th", { scope: "row" }, "État"), cellule(0, etat(avant, date)), cellule(1, etat(apres, date)), element("td")), lignes)));
}

function sansBloc(fiche) { return !(fiche.blocs_competences || []).length; }

function attestees(fiche) { return String(fiche.capacites_attestees || "").split(/\n+/).map(simple).filter(Boolean); }

/** The blocs of a fiche; where one of the two has none, what it attests as a whole stands for them. */
function avecBlocs(fiche, autre) {
  const lignes = attestees(fiche);
  const entier = lignes.length && (sansBloc(fiche) || (sansBloc(autre) && attestees(autre).length)) ? [{ numero: 0, libelle: "Compétences attestées", code: null, competences: lignes }] : [];
  return { ...fiche, blocs_competences: [...(fiche.blocs_competences || []), ...entier] };
}

function capitale(texte) { return texte.charAt(0).toUpperCase() + texte.slice(1); }

function nomDuBloc(bloc) { return bloc.numero ? "bloc\u00a0" + bloc.numero : "compétences attestées"; }

function listeDe(rangees, place) {
  return rangees.flatMap((rangee) => rangee.blocs.filter((b) => b.fiche === place).flatMap(({ bloc }) => competences(bloc).map((texte) => ({ texte, rangee, bloc }))));
}

function titreDeRangee(anciens, nouveaux) {
  const noms = (blocs) => blocs.map((b) => nomDuBloc(b.bloc)).join(" et ");
  if (!anciens.length) { return ["Bloc ajouté", noms(nouveaux), [nouveaux.map((b) => simple(b.bloc.libelle)).join("\u00a0; ")]]; }
  if (!nouveaux.length) { return ["Bloc retiré", noms(anciens), [anciens.map((b) => simple(b.bloc.libelle)).join("\u00a0; ")]]; }
  const nom = noms(nouveaux) + (noms(nouveaux) === noms(anciens) ? "" : ", avant\u00a0: " + noms(anciens));
  if (anciens.length === 1 && nouveaux.length === 1) { return ["", nom, marques(simple(anciens[0].bloc.libelle), simple(nouveaux[0].bloc.libelle))]; }
  const regroupe = anciens.length > nouveaux.length ? "Blocs regroupés" : nouveaux.length > anciens.length ? "Bloc divisé" : "Blocs réunis";
  return [regroupe, nom, marques(anciens.map((b) => simple(b.bloc.libelle)).join("\u00a0; "), nouveaux.map((b) => simple(b.bloc.libelle)).join("\u00a0; "))];
}

function ligne(sort) {
  const { genre, avant, apres } = sort;
  const provenance = genre.startsWith("deplacee") ? element("span", { class: "precision" }, " du " + nomDuBloc(avant.bloc) + " au " + nomDuBloc(apres.bloc)) : "";
  const texte = genre === "ajoutee" ? [element("ins", {}, apres.texte)] : genre === "retiree" ? [element("del", {}, avant.texte)] : marques(avant.texte, apres.texte);
  return element("li", { class: "sort sort-" + genre, "data-genre": genre }, element("p", { class: "etiquette" }, LIBELLES.get(genre), provenance), element("p", { class: "sort-texte" }, ...texte));
}

function evaluation(anciens, nouveaux) {
  const texte = (blocs) => blocs.flatMap((b) => b.bloc.modalites_evaluation || []).map(simple).join("\u00a0; ");
  const [avant, apres] = [texte(anciens), texte(nouveaux)];
  if (!anciens.length || !nouveaux.length || (!avant && !apres)) { return ""; }
  if (normal(avant) === normal(apres)) { return element("p", { class: "precision" }, "Modalités d’évaluation inchangées."); }
  return element("details", {}, element("summary", {}, "Modalités d’évaluation modifiées"), element("p", { class: "sort-texte" }, ...marques(avant, apres)));
}

function montrerRangee(rangee, sorts) {
  const [anciens, nouveaux] = [0, 1].map((place) => rangee.blocs.filter((b) => b.fiche === place));
  const [etiquette, nom, titre] = titreDeRangee(anciens, nouveaux);
  const siens = sorts.filter((s) => (s.apres || s.avant).rangee === rangee);
  const rang = (s) => s.apres ? nouveaux.findIndex((b) => b.bloc === s.apres.bloc) * 1000 + competences(s.apres.bloc).indexOf(s.apres.texte) : Infinity;
  const changes = siens.filter((s) => s.genre !== "inchangee").sort((a, b) => (rang(a) === rang(b) ? 0 : rang(a) - rang(b)));
  const stables = siens.filter((s) => s.genre === "inchangee");
  const parties = sorts.filter((s) => s.genre.startsWith("deplacee") && s.avant.rangee === rangee && s.apres.rangee !== rangee);
  const raison = !anciens.length || !nouveaux.length ? "" : rangee.officielles.length ? "Blocs mis en regard par la correspondance officielle déclarée." : "Blocs mis en regard par un rapprochement automatique, par les mots communs.";
  return element("section", { class: "rangee" },
    element("p", { class: "reference" }, etiquette ? element("strong", {}, etiquette + "\u00a0: ") : "", etiquette ? nom : capitale(nom)), element("h3", {}, ...titre),
    raison ? element("p", { class: "raison" }, raison) : "",
    changes.length ? element("ul", { class: "sorts" }, changes.map(ligne)) : element("p", { class: "precision" }, siens.length ? "Aucune compétence n’a changé." : ""),
    parties.length ? element("ul", { class: "precision" }, parties.map((s) => element("li", {}, "Déplacée vers le " + nomDuBloc(s.apres.bloc) + "\u00a0: " + s.avant.texte))) : "",
    stables.length ? element("details", {}, element("summary", {}, pluriel(stables.length, "compétence inchangée", "compétences inchangées")), element("ul", { class: "sorts" }, stables.map((s) => element("li", { "data-genre": s.genre }, s.apres.texte)))) : "",
    evaluation(anciens, nouveaux));
}

function montrer(avant, apres, entrees, date) {
  const sansBlocs = sansBloc(avant) || sansBloc(apres);
  const fiches = [avecBlocs(avant, apres), avecBlocs(apres, avant)];
  message.textContent = "De «\u00a0" + avant.intitule + "\u00a0» (" + nomCourt(avant) + ") à «\u00a0" + apres.intitule + "\u00a0» (" + nomCourt(apres) + ").";
  document.title = nomCourt(avant) + " et " + nomCourt(apres) + ", versions – " + document.title.split(" – ").pop();
  const muettes = fiches.filter((f) => !f.blocs_competences.some((bloc) => competences(bloc).length));
  if (muettes.length) {
    resultat.replaceChildren(faits(avant, apres, entrees, date), element("section", {}, element("h2", {}, "Blocs et compétences"),
      element("p", {}, muettes.map(nomCourt).join(" et ") + (muettes.length > 1 ? " ne décrivent" : " ne décrit") + " aucune compétence une à une\u00a0: ce qui a changé ne peut pas être dit.")));
    return;
  }
  const rangees = rapprocherBlocs(fiches, textesDuBloc);
  const sorts = rapprocherCompetences(listeDe(rangees, 0), listeDe(rangees, 1));
  const comptes = GENRES.map(([genre, , un, plusieurs]) => [sorts.filter((s) => s.genre === genre).length, un, plusieurs]).filter(([n]) => n);
  const seuls = [0, 1].map((place) => rangees.filter((r) => r.blocs.every((b) => b.fiche === place && b.bloc.numero)).length);
  const bilan = [...comptes.map(([n, un, plusieurs]) => pluriel(n, un, plusieurs)), seuls[1] ? pluriel(seuls[1], "bloc ajouté", "blocs ajoutés") : "", seuls[0] ? pluriel(seuls[0], "bloc retiré", "blocs retirés") : ""].filter(Boolean);
  const premier = (r) => { const b = r.blocs.find((x) => x.fiche === 1); return b ? b.bloc.numero : 10000 + r.blocs[0].bloc.numero; };
  const section = element("section", { "aria-labelledby": "titre-competences" }, element("h2", { id: "titre-competences" }, "Blocs et compétences"),
    element("p", { class: "note" }, "Les mots ", element("ins", {}, "ajoutés"), " sont soulignés, les mots ", element("del", {}, "retirés"), " sont barrés. Une compétence est dite reformulée quand ses mots la rapprochent assez d’une ancienne\u00a0: ce calcul est automatique."),
    sansBlocs ? element("p", { class: "note" }, "L’une des deux fiches ne décrit pas de bloc\u00a0: les compétences attestées de l’ensemble sont comparées aussi.") : "");
  for (const rangee of [...rangees].sort((a, b) => premier(a) - premier(b))) { section.append(montrerRangee(rangee, sorts)); }
  resultat.replaceChildren(bilan.length ? element("section", { "aria-labelledby": "titre-bilan" }, element("h2", { id: "titre-bilan", class: "invisible" }, "En bref"), element("ul", { class: "bilan" }, bilan.map((texte) => element("li", {}, texte)))) : "", faits(avant, apres, entrees, date), section);
}

async function commencer() {
  const noms = ["avant", "apres"].map((nom) => (parametres.get(nom) || "").trim().toLowerCase());
  if (!noms[0] && !noms[1]) { message.textContent = "Choisissez ci-dessous deux générations à comparer, ou ouvrez une fiche\u00a0: sous «\u00a0Avant et après\u00a0», le lien «\u00a0Ce qui a changé\u00a0» mène ici."; return; }
  const empeche = empechement();
  if (empeche) { message.textContent = empeche; return; }
  if (!noms[0] || !noms[1] || noms[0] === noms[1]) { message.textContent = "Il faut deux fiches différentes, l’une «\u00a0avant\u00a0» et l’autre «\u00a0apres\u00a0», dans l’adresse de cette page."; return; }
  message.textContent = "Lecture des deux fiches…";
  const reponses = await Promise.allSettled(noms.map((nom) => lireFiche(nom, racine)));
  const perdues = noms.filter((_, place) => reponses[place].status === "rejected");
  if (perdues.length) { message.textContent = perdues.map((nom) => "La fiche «\u00a0" + nom + "\u00a0» n’a pas pu être lue.").join(" ") + " Vérifiez votre connexion, puis rechargez la page."; return; }
  const inconnus = noms.filter((_, place) => reponses[place].value === null);
  if (inconnus.length) { message.textContent = "Aucune fiche de ce catalogue n’a l’identifiant " + inconnus.map((nom) => "«\u00a0" + nom + "\u00a0»").join(" ni ") + "."; return; }
  montrer(reponses[0].value, reponses[1].value, noms.map((nom) => ({ adresse: adresse(nom) })), page.dataset.date);
}

commencer();
