// The field as a combobox: below it, ways to end the last word, taken from the titles that were found.

/** Up to `maximum` texts that end what was typed with a whole word of these titles. */
export function completer(texte, titres, maximum) {
  const debut = /[\p{L}\p{N}]+$/u.exec(texte);
  if (!debut || debut[0].length < 2) { return []; }
  const cherche = plat(debut[0]);
  const comptes = new Map();
  for (const titre of titres) {
    for (const mot of new Set((titre.match(/[\p{L}\p{N}]+/gu) || []).map((m) => m.toLowerCase()))) {
      if (mot.length > debut[0].length && plat(mot).startsWith(cherche)) { comptes.set(mot, (comptes.get(mot) || 0) + 1); }
    }
  }
  const mots = [...comptes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([mot]) => mot);
  return mots.slice(0, maximum).map((mot) => texte.slice(0, debut.index) + mot);
}

function plat(texte) { return texte.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }

/** Ties a field and its listbox together; `surChoix(texte)` is called with the text that was chosen. */
export function creerCombobox(champ, boite, surChoix) {
  let place = -1;
  const options = () => [...boite.children];

  function designer(nouvelle) {
    place = nouvelle;
    options().forEach((option, rang) => option.setAttribute("aria-selected", rang === place ? "true" : "false"));
    if (place < 0) { champ.removeAttribute("aria-activedescendant"); } else { champ.setAttribute("aria-activedescendant", options()[place].id); }
  }

  function montrer(textes) {
    boite.replaceChildren(...textes.map((texte, rang) => {
      const option = document.createElement("li");
      option.id = "completion-" + rang;
      option.setAttribute("role", "option");
      option.textContent = texte;
      return option;
    }));
    champ.setAttribute("aria-expanded", textes.length ? "true" : "false");
    designer(-1);
  }

  function choisir(rang) {
    const texte = options()[rang].textContent;
    montrer([]);
    surChoix(texte);
  }

  champ.addEventListener("keydown", (evenement) => {
    const nombre = options().length;
    const pas = { ArrowDown: 1, ArrowUp: -1 }[evenement.key];
    if (pas && nombre) { designer(place + pas >= nombre ? -1 : place + pas < -1 ? nombre - 1 : place + pas);
    } else if (evenement.key === "Enter" && place >= 0) { choisir(place);
    } else if (evenement.key === "Escape" && nombre) { montrer([]);
    } else { return; }
    evenement.preventDefault();
  });
  // The field keeps the focus while the pointer chooses.
  boite.addEventListener("pointerdown", (evenement) => evenement.preventDefault());
  boite.addEventListener("click", ({ target }) => {
    const rang = options().indexOf(target.closest("[role=option]"));
    if (rang >= 0) { choisir(rang); champ.focus(); }
  });
  return { montrer };
}
