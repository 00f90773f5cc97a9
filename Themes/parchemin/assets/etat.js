// What a page cannot know when it is written: the day on which it is read, and whether it is read from a folder.
// A classic deferred script, so that it also runs from a folder; the page is whole without it.
(function () {
  "use strict";

  var MOIS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
  // The same table as `EtatDeValidite`.
  var MOIS_AVANT_ECHEANCE = 8;
  var INSECABLE = "\u00a0";

  function date(iso) {
    var parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso || "");
    return parts ? { an: +parts[1], mois: +parts[2], jour: +parts[3], iso: iso } : null;
  }

  function isoOf(an, mois, jour) {
    return an + "-" + (mois < 10 ? "0" : "") + mois + "-" + (jour < 10 ? "0" : "") + jour;
  }

  function enClair(jour) {
    return (jour.jour === 1 ? "1er" : jour.jour) + INSECABLE + MOIS[jour.mois - 1] + INSECABLE + jour.an;
  }

  function moisAvant(jour, nombre) {
    var rang = jour.an * 12 + jour.mois - 1 - nombre;
    var an = Math.floor(rang / 12);
    var mois = (rang % 12) + 1;
    var dernier = new Date(Date.UTC(an, mois, 0)).getUTCDate();
    return isoOf(an, mois, Math.min(jour.jour, dernier));
  }

  /** The state at `jour` (ISO) of a certification whose last day of validity is `fin`. */
  function etatAu(jour, fin, limite) {
    if (jour > fin.iso) {
      return {
        code: "echue",
        phrase: "Échue depuis le " + enClair(fin),
        delivrance: limite && jour <= limite.iso ? "Délivrance encore possible jusqu’au " + enClair(limite) : ""
      };
    }
    var proche = jour >= moisAvant(fin, MOIS_AVANT_ECHEANCE);
    return {
      code: proche ? "echeance-proche" : "en-vigueur",
      phrase: "En vigueur jusqu’au " + enClair(fin) + (proche ? ", échéance proche" : ""),
      delivrance: ""
    };
  }

  /** The state at `jour` of a fiche as its JSON states it. */
  function etatDe(fiche, jour) {
    var dates = fiche.enregistrement || {};
    var fin = date(dates.date_fin);
    if (/^Dépubliée/.test(fiche.etat_fiche || "")) { return { code: "depubliee", phrase: "Dépubliée du répertoire", fin: null }; }
    if (fin) {
      var etat = etatAu(jour, fin, date(dates.date_limite_delivrance));
      return { code: etat.code, phrase: etat.phrase, fin: fin.iso };
    }
    if (fiche.actif === true) { return { code: "declaree-active", phrase: "Déclarée active par sa source", fin: null }; }
    if (fiche.actif === false) { return { code: "declaree-inactive", phrase: "Déclarée inactive par sa source", fin: null }; }
    return { code: "non-precisee", phrase: "Validité non précisée", fin: null };
  }

  function aujourdhui() {
    // The day in Paris, whatever the clock of the reader.
    try {
      var parts = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris", year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());
      if (date(parts)) { return parts; }
    } catch (error) { /* An old browser: its own day will do. */ }
    var now = new Date();
    return isoOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  function corriger(element, jour) {
    var fin = date(element.getAttribute("data-fin"));
    var calcul = element.getAttribute("data-calcul");
    // A page of a later day than the reader's clock is right as it is.
    if (!fin || !calcul || jour <= calcul) { return; }
    var ancien = element.getAttribute("data-etat");
    var etat = etatAu(jour, fin, date(element.getAttribute("data-limite")));
    var phrase = element.querySelector(".etat-phrase");
    if (phrase && etat.code !== ancien) {
      phrase.textContent = etat.phrase;
      var sceau = phrase.parentNode;
      sceau.classList.remove("sceau-" + ancien);
      sceau.classList.add("sceau-" + etat.code);
      element.setAttribute("data-etat", etat.code);
      // What is past steps back in lists and results, whenever it came to be past.
      var ligne = element.closest(".ligne, [data-etat-de]");
      if (ligne && ligne.hasAttribute("data-etat-de")) {
        ligne.setAttribute("data-etat-de", etat.code);
      } else if (ligne) {
        ligne.classList.remove("ligne-" + ancien);
        ligne.classList.add("ligne-" + etat.code);
      }
    }
    var delivrance = element.querySelector(".etat-delivrance");
    if (delivrance) {
      delivrance.textContent = etat.delivrance;
      delivrance.hidden = !etat.delivrance;
    }
    var instant = element.querySelector(".etat-calcul");
    if (instant) {
      instant.setAttribute("datetime", jour);
      instant.textContent = enClair(date(jour));
    }
  }

  function corrigerTout() {
    var jour = aujourdhui();
    var elements = document.querySelectorAll("[data-etat][data-fin]");
    for (var rang = 0; rang < elements.length; rang += 1) { corriger(elements[rang], jour); }
    // The head of a table says of which day its states are.
    var entetes = document.querySelectorAll("th .etat-calcul");
    for (var place = 0; place < entetes.length; place += 1) {
      if (entetes[place].getAttribute("datetime") >= jour) { continue; }
      entetes[place].setAttribute("datetime", jour);
      entetes[place].textContent = enClair(date(jour));
    }
  }

  // From a folder nobody turns `fiches/` into `fiches/index.html`.
  function relierLesDossiers() {
    var liens = document.querySelectorAll("a[href]");
    for (var rang = 0; rang < liens.length; rang += 1) {
      var lien = liens[rang];
      var href = lien.getAttribute("href");
      if (/^([a-z][a-z0-9+.-]*:|#)/i.test(href)) { continue; }
      lien.setAttribute("href", href.replace(/^([^?#]*\/)(?=$|[?#])/, "$1index.html"));
    }
  }

  function relierLesFormulaires() {
    var formulaires = document.querySelectorAll("form[action]");
    for (var rang = 0; rang < formulaires.length; rang += 1) {
      var action = formulaires[rang].getAttribute("action");
      if (/\/$/.test(action)) { formulaires[rang].setAttribute("action", action + "index.html"); }
    }
  }

  // A folded text must be on paper too, also where the style sheet cannot open it.
  var fermes = [];
  window.addEventListener("beforeprint", function () {
    fermes = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    fermes.forEach(function (element) { element.open = true; });
  });
  window.addEventListener("afterprint", function () {
    fermes.forEach(function (element) { element.open = false; });
    fermes = [];
  });

  // The pages of search and comparison write states of their own.
  window.parchemin = { corriger: function (element, jour) { corriger(element, jour || aujourdhui()); }, etatDe: etatDe };
  corrigerTout();
  if (location.protocol === "file:") {
    relierLesDossiers();
    relierLesFormulaires();
  }
})();
