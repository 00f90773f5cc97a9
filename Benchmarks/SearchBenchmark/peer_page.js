// The page on which Pagefind is measured: ten results with their excerpts, as a reader would see them.
const lire = async (texte) => {
  const pagefind = await window.pagefind;
  const reponse = await pagefind.search(texte);
  return Promise.all(reponse.results.slice(0, 10).map(async (resultat) => {
    const fiche = await resultat.data();
    // The excerpt was read with it; only the title is compared.
    return fiche.meta.title;
  }));
};
window.pagefind = import("./pagefind/pagefind.js");
window.pret = window.pagefind.then((pagefind) => pagefind.init());
window.demander = lire;
window.taper = async (texte) => {
  const durees = [];
  for (let longueur = 1; longueur <= texte.length; longueur += 1) {
    const debut = performance.now();
    await lire(texte.slice(0, longueur));
    durees.push(performance.now() - debut);
  }
  return durees;
};
