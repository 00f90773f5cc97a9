// Which passage of a fiche answers a question best. Documentation/recherche-format.md, 4.7.
import { simple as enClair } from "../mots.js";
import { accorde, marques } from "./marques.js";

/** The passages of a fiche in the order in which they are preferred: `[{titre, adresse, texte}]`. */
function passages(fiche) {
  const blocs = fiche.blocs_competences || [];
  const nom = (bloc) => "Bloc\u00a0" + bloc.numero;
  const lignes = (texte) => String(texte || "").split(/\n+/).map(enClair).filter(Boolean);
  const competences = blocs.flatMap((bloc) => {
    const siennes = (bloc.competences || []).map((texte, rang) => ({ texte, adresse: "#bloc-" + bloc.numero + "-c" + (rang + 1) }));
    const unites = (bloc.unites || []).flatMap((unite, u) => (unite.competences || []).map((texte, rang) => ({ texte, adresse: "#bloc-" + bloc.numero + "-u" + (u + 1) + "-c" + (rang + 1) })));
    const listees = siennes.length || unites.length ? [] : lignes(bloc.liste_competences).map((texte) => ({ texte, adresse: "#bloc-" + bloc.numero }));
    return [...siennes, ...unites, ...listees].map(({ texte, adresse }) => ({ titre: nom(bloc) + ", " + enClair(bloc.libelle), adresse, texte: enClair(texte) }));
  });
  const libelles = blocs.map((bloc) => ({ titre: nom(bloc), adresse: "#bloc-" + bloc.numero, texte: enClair(bloc.libelle) }));
  const emplois = lignes(fiche.type_emploi_accessibles).map((texte) => ({ titre: "Emploi", adresse: "#emplois", texte }));
  const activites = lignes(fiche.activites_visees).map((texte) => ({ titre: "Activité", adresse: "#activites", texte }));
  const attestees = lignes(fiche.capacites_attestees).map((texte) => ({ titre: "Compétence attestée", adresse: "#competences", texte }));
  return [...competences, ...libelles, ...emplois, ...activites, ...attestees];
}

/** How many slots a text answers. */
function tenus(texte, casiers, analyse) {
  const mots = analyse.mots(texte);
  const tient = (cherche) => mots.some((mot) => accorde(mot, cherche));
  return casiers.filter(({ accords }) => accords.some((alternative) => alternative.length && alternative.every((un) =>
    tient(un.mot) || (un.correction && analyse.mots(un.correction).some(tient))))).length;
}

const LONGUEUR = 260;

/** A long passage is cut between words, around the first word that was asked for. */
function abreger(texte, places) {
  if (texte.length <= LONGUEUR) { return { texte, marques: places }; }
  const premiere = places.length ? places[0][0] : 0;
  let debut = premiere < LONGUEUR / 2 ? 0 : texte.lastIndexOf(" ", premiere - LONGUEUR / 4) + 1;
  let fin = texte.lastIndexOf(" ", debut + LONGUEUR);
  if (fin <= debut) { fin = debut + LONGUEUR; }
  const avant = debut > 0 ? "… " : "";
  const decalage = debut - avant.length;
  const marquees = places.filter(([a, b]) => a >= debut && b <= fin).map(([a, b]) => [a - decalage, b - decalage]);
  return { texte: avant + texte.slice(debut, fin) + (fin < texte.length ? " …" : ""), marques: marquees };
}

/** The passage that answers the most slots, the first of equals; null when none does. */
export function passage(fiche, casiers, cherches, analyse) {
  let meilleur = null;
  let plus = 0;
  for (const un of passages(fiche)) {
    const combien = tenus(un.texte, casiers, analyse);
    if (combien > plus) {
      plus = combien;
      meilleur = un;
    }
  }
  return meilleur ? { ...meilleur, ...abreger(meilleur.texte, marques(meilleur.texte, cherches, analyse)) } : null;
}
