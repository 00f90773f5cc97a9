// Search over the index of the catalogue (index.json): every word must be found, by its beginning.
(function () {
  "use strict";

  var formulaire = document.getElementById("recherche");
  var champ = document.getElementById("champ-recherche");
  var compte = document.getElementById("compte");
  var resultats = document.getElementById("resultats");
  var aide = document.getElementById("aide");
  if (!formulaire || !champ || !compte || !resultats || !aide) { return; }

  var racine = formulaire.getAttribute("data-racine") || "./";
  var MAXIMUM = 100;
  var ELISIONS = /^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)'(?=.)/;
  var VIDES = { de: 1, du: 1, des: 1, la: 1, le: 1, les: 1, un: 1, une: 1, en: 1, et: 1, au: 1, aux: 1, a: 1, l: 1, d: 1, pour: 1, dans: 1, par: 1 };
  var VOIES = { FI: "formation initiale", CA: "apprentissage", FC: "formation continue", CQ: "contrat de professionnalisation", CL: "candidature individuelle", VAE: "validation des acquis de l’expérience" };

  /** Lower case, without accents, one apostrophe. */
  function plier(texte) {
    return String(texte).toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’‘ʼ′´`]/g, "'")
      .normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "");
  }

  /** The words of a text; an elided article is left out. */
  function mots(texte) {
    var trouves = [];
    plier(texte).split(/[^a-z0-9']+/).forEach(function (morceau) {
      var mot = morceau.replace(/^'+|'+$/g, "").replace(ELISIONS, "").replace(/'/g, "");
      if (mot) { trouves.push(mot); }
    });
    return trouves;
  }

  var GENRES = [["euses", "eur"], ["euse", "eur"], ["trices", "teur"], ["trice", "teur"], ["ieres", "ier"], ["iere", "ier"], ["iennes", "ien"], ["ienne", "ien"], ["eres", "er"], ["ere", "er"], ["ives", "if"], ["ive", "if"], ["eurs", "eur"], ["ees", "e"], ["ee", "e"]];

  /** One form for vendeur, vendeuse, vendeurs, vendeuses; codes are left as they are. */
  function forme(mot) {
    if (mot.length < 5 || /\d/.test(mot)) { return mot; }
    for (var rang = 0; rang < GENRES.length; rang += 1) {
      var fin = GENRES[rang][0];
      if (mot.length > fin.length + 2 && mot.slice(-fin.length) === fin) { return mot.slice(0, -fin.length) + GENRES[rang][1]; }
    }
    return mot.replace(/[sx]$/, "");
  }

  /** The words of a question: RNCP 31387, rncp-31387 and RNCP31387 are one code. */
  function question(texte) {
    var liste = mots(texte.replace(/\b(rncp|rs)[\s-]*(?=\d)/gi, "$1"));
    var pleins = liste.filter(function (mot) { return !VIDES[mot]; });
    return pleins.length ? pleins : liste;
  }

  function liste(valeur) { return Array.isArray(valeur) ? valeur : valeur === undefined || valeur === null ? [] : [valeur]; }

  function paire(valeur) {
    if (valeur && typeof valeur === "object") { return [valeur.code, valeur.libelle].filter(Boolean).join(" "); }
    return valeur === undefined || valeur === null ? "" : String(valeur);
  }

  function pairs(valeur) { return liste(valeur).map(paire).join(" "); }

  function nomDuNiveau(niveau) {
    if (niveau === null || niveau === undefined) { return ""; }
    var rang = typeof niveau === "object" ? niveau.europe : niveau;
    return rang === null || rang === undefined ? "" : "niveau " + rang;
  }

  // Weight of each field: the title first, then codes, then the rest.
  var CHAMPS = [
    { poids: 40, texte: function (f) { return f.intitule; } },
    { poids: 30, texte: function (f) { return [f.numero_fiche, String(f.numero_fiche || "").replace(/^\D+/, ""), f.identifiant].join(" "); } },
    { poids: 24, texte: function (f) { return paire(f.abrege); } },
    { poids: 20, texte: function (f) { return pairs(f.emplois); } },
    { poids: 16, texte: function (f) { return pairs(f.codes_rome); } },
    { poids: 14, texte: function (f) { return pairs(f.blocs); } },
    { poids: 12, texte: function (f) { return [pairs(f.codes_nsf), pairs(f.conventions)].join(" "); } },
    { poids: 10, texte: function (f) { return liste(f.certificateurs).map(function (c) { return c && c.nom ? c.nom : c; }).join(" "); } },
    { poids: 6, texte: function (f) { return nomDuNiveau(f.niveau); } },
    { poids: 4, texte: function (f) { return liste(f.voies_acces).map(function (code) { return code + " " + (VOIES[code] || ""); }).join(" "); } }
  ];

  function preparer(fiche) {
    var champs = CHAMPS.map(function (c) { return mots(c.texte(fiche) || ""); });
    return { fiche: fiche, champs: champs, formes: champs.map(function (liste) { return liste.map(forme); }) };
  }

  /** How well one word is found; 0 when it is not. A whole word counts more than its beginning. */
  function valeurDuMot(mot, champs, formes) {
    var meilleure = 0;
    var cherchee = forme(mot);
    for (var rang = 0; rang < champs.length; rang += 1) {
      var poids = CHAMPS[rang].poids;
      if (poids + 3 <= meilleure) { continue; }
      for (var place = 0; place < champs[rang].length; place += 1) {
        var autre = champs[rang][place];
        if (autre === mot) { meilleure = Math.max(meilleure, poids + 3); break; }
        if (autre.indexOf(mot) === 0 || formes[rang][place] === cherchee) { meilleure = Math.max(meilleure, poids); }
      }
    }
    return meilleure;
  }

  var EN_COURS = { "en-vigueur": 2, "echeance-proche": 2, "declaree-active": 1, "non-precisee": 1 };

  function codeEtat(fiche) { return fiche.etat && fiche.etat.code ? fiche.etat.code : String(fiche.etat || ""); }

  function chercher(fiches, texte) {
    var cherches = question(texte);
    if (!cherches.length) { return []; }
    var trouvees = [];
    fiches.forEach(function (preparee, rang) {
      var total = 0;
      for (var place = 0; place < cherches.length; place += 1) {
        var valeur = valeurDuMot(cherches[place], preparee.champs, preparee.formes);
        if (!valeur) { return; }
        total += valeur;
      }
      trouvees.push({ fiche: preparee.fiche, total: total, cours: EN_COURS[codeEtat(preparee.fiche)] || 0, rang: rang });
    });
    trouvees.sort(function (a, b) { return b.total - a.total || b.cours - a.cours || a.rang - b.rang; });
    return trouvees.map(function (trouvee) { return trouvee.fiche; });
  }

  function element(nom, classe, texte) {
    var cree = document.createElement(nom);
    if (classe) { cree.className = classe; }
    if (texte) { cree.textContent = texte; }
    return cree;
  }

  var MOIS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

  function enClair(iso) {
    var p = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso || "");
    return p ? (+p[3] === 1 ? "1er" : +p[3]) + "\u00a0" + MOIS[+p[2] - 1] + "\u00a0" + p[1] : "";
  }

  function phraseEtat(fiche) {
    if (fiche.etat && fiche.etat.phrase) { return fiche.etat.phrase; }
    var fin = enClair(fiche.date_fin);
    var phrases = {
      "en-vigueur": "En vigueur jusqu’au " + fin, "echeance-proche": "En vigueur jusqu’au " + fin + ", échéance proche",
      echue: "Échue depuis le " + fin, depubliee: "Dépubliée du répertoire", "declaree-active": "Déclarée active par sa source",
      "declaree-inactive": "Déclarée inactive par sa source", "non-precisee": "Validité non précisée"
    };
    return phrases[codeEtat(fiche)] || "";
  }

  /** The first bloc or job that holds a searched word, to show why a fiche was found. */
  function extrait(fiche, cherches) {
    var sources = [["Bloc", liste(fiche.blocs)], ["Emploi", liste(fiche.emplois)], ["Métier", liste(fiche.codes_rome)]];
    var titre = mots(fiche.intitule);
    function tient(mot, liste) { return liste.some(function (m) { return m.indexOf(mot) === 0 || forme(m) === forme(mot); }); }
    var reste = cherches.filter(function (mot) { return !tient(mot, titre); });
    for (var rang = 0; reste.length && rang < sources.length; rang += 1) {
      for (var place = 0; place < sources[rang][1].length; place += 1) {
        var texte = paire(sources[rang][1][place]);
        var siens = mots(texte);
        if (reste.some(function (mot) { return tient(mot, siens); })) {
          return sources[rang][0] + "\u00a0: " + texte;
        }
      }
    }
    return "";
  }

  /** The state at the date of the index, corrected for today as on every page. */
  function ligneEtat(fiche, phrase, dateIndex) {
    var etat = element("p");
    var sceau = element("span", "sceau-petit sceau-" + codeEtat(fiche));
    sceau.appendChild(element("span", "etat-phrase", phrase));
    etat.appendChild(sceau);
    etat.setAttribute("data-etat", codeEtat(fiche));
    if (fiche.date_fin && codeEtat(fiche) !== "depubliee") { etat.setAttribute("data-fin", fiche.date_fin); }
    if (enClair(dateIndex)) {
      etat.setAttribute("data-calcul", dateIndex);
      etat.appendChild(document.createTextNode(" "));
      var precision = element("span", "precision", "état au ");
      var jour = element("time", "etat-calcul", enClair(dateIndex));
      jour.setAttribute("datetime", dateIndex);
      precision.appendChild(jour);
      etat.appendChild(precision);
    }
    if (window.parchemin) { window.parchemin.corriger(etat); }
    return etat;
  }

  function resultat(fiche, dateIndex, cherches) {
    var ligne = element("li");
    var titre = element("h3");
    var lien = element("a", "", fiche.intitule);
    var adresse = racine + (fiche.adresse || "fiches/" + fiche.identifiant + "/");
    lien.href = location.protocol === "file:" ? adresse + "index.html" : adresse;
    titre.appendChild(lien);
    ligne.appendChild(titre);
    var noms = liste(fiche.certificateurs).map(function (c) { return c && c.nom ? c.nom : c; });
    var niveau = nomDuNiveau(fiche.niveau);
    var numero = String(fiche.numero_fiche || "").replace(/^(RNCP|RS)(\d)/, "$1\u00a0$2");
    var faits = [numero, fiche.abrege ? fiche.abrege.code || String(fiche.abrege) : "", niveau.charAt(0).toUpperCase() + niveau.slice(1), noms.slice(0, 2).join(", ")];
    ligne.appendChild(element("p", "precision", faits.filter(Boolean).join(" · ")));
    var raison = extrait(fiche, cherches);
    if (raison) { ligne.appendChild(element("p", "", raison)); }
    var phrase = phraseEtat(fiche);
    if (phrase) { ligne.appendChild(ligneEtat(fiche, phrase, dateIndex)); }
    return ligne;
  }

  function nombre(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f"); }

  function montrer(index, texte) {
    resultats.textContent = "";
    aide.hidden = true;
    if (!texte.trim()) {
      compte.textContent = nombre(index.fiches.length) + " fiches dans ce catalogue.";
      return;
    }
    var trouvees = chercher(index.fiches, texte);
    var cherches = question(texte);
    trouvees.slice(0, MAXIMUM).forEach(function (fiche) { resultats.appendChild(resultat(fiche, index.date, cherches)); });
    if (!trouvees.length) {
      compte.textContent = "Aucune fiche ne contient tous ces mots\u00a0: «\u00a0" + texte.trim() + "\u00a0».";
      aide.hidden = false;
    } else {
      var suite = trouvees.length > MAXIMUM ? ", les " + MAXIMUM + " premières sont montrées" : "";
      compte.textContent = nombre(trouvees.length) + (trouvees.length > 1 ? " fiches trouvées" : " fiche trouvée") + suite + ".";
    }
  }

  function demande() { return new URLSearchParams(location.search).get("q") || ""; }

  function echec(message) {
    compte.textContent = message;
    aide.hidden = false;
  }

  function commencer(index) {
    montrer(index, champ.value);
    var attente;
    champ.addEventListener("input", function () {
      clearTimeout(attente);
      attente = setTimeout(function () { noter(index, true); }, 120);
    });
    formulaire.addEventListener("submit", function (evenement) {
      evenement.preventDefault();
      clearTimeout(attente);
      noter(index, false);
    });
    window.addEventListener("popstate", function () {
      champ.value = demande();
      montrer(index, champ.value);
    });
  }

  /** Writes the question into the address, so that it can be shared and gone back to. */
  function noter(index, enTapant) {
    var texte = champ.value;
    if (texte !== demande()) {
      var adresse = texte ? "?q=" + encodeURIComponent(texte) : location.pathname;
      if (enTapant) { history.replaceState(null, "", adresse); } else { history.pushState(null, "", adresse); }
    }
    montrer(index, texte);
  }

  champ.value = demande();
  if (location.protocol === "file:") {
    echec("La recherche a besoin d’un serveur web\u00a0: ouverte depuis un dossier, cette page ne peut pas lire l’index du catalogue.");
    return;
  }
  compte.textContent = "Lecture de l’index du catalogue…";
  fetch(formulaire.getAttribute("data-index"))
    .then(function (reponse) {
      if (!reponse.ok) { throw new Error("HTTP " + reponse.status); }
      return reponse.json();
    })
    .then(function (index) {
      if (!index || !Array.isArray(index.fiches)) { throw new Error("index"); }
      commencer({ fiches: index.fiches.map(preparer), date: index.date });
    })
    .catch(function () {
      echec("L’index du catalogue n’a pas pu être lu. Rechargez la page, ou parcourez les listes.");
    });
})();
