// Written by Scripts/embed-theme: run it again after adding or removing a file of Themes/parchemin.
#include "include/CEmbeddedTheme.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../Themes/parchemin/assets/comparer.js" suffix(,)
0};
static const unsigned char file1[] = {
#embed "../../Themes/parchemin/assets/elements.js" suffix(,)
0};
static const unsigned char file2[] = {
#embed "../../Themes/parchemin/assets/etat.js" suffix(,)
0};
static const unsigned char file3[] = {
#embed "../../Themes/parchemin/assets/fiches.js" suffix(,)
0};
static const unsigned char file4[] = {
#embed "../../Themes/parchemin/assets/icone.svg" suffix(,)
0};
static const unsigned char file5[] = {
#embed "../../Themes/parchemin/assets/impression.css" suffix(,)
0};
static const unsigned char file6[] = {
#embed "../../Themes/parchemin/assets/livret.css" suffix(,)
0};
static const unsigned char file7[] = {
#embed "../../Themes/parchemin/assets/mots.js" suffix(,)
0};
static const unsigned char file8[] = {
#embed "../../Themes/parchemin/assets/propositions.js" suffix(,)
0};
static const unsigned char file9[] = {
#embed "../../Themes/parchemin/assets/rapprochement.js" suffix(,)
0};
static const unsigned char file10[] = {
#embed "../../Themes/parchemin/assets/recherche/accords.js" suffix(,)
0};
static const unsigned char file11[] = {
#embed "../../Themes/parchemin/assets/recherche/adresse.js" suffix(,)
0};
static const unsigned char file12[] = {
#embed "../../Themes/parchemin/assets/recherche/affichage.js" suffix(,)
0};
static const unsigned char file13[] = {
#embed "../../Themes/parchemin/assets/recherche/analyse.js" suffix(,)
0};
static const unsigned char file14[] = {
#embed "../../Themes/parchemin/assets/recherche/classement.js" suffix(,)
0};
static const unsigned char file15[] = {
#embed "../../Themes/parchemin/assets/recherche/colonnes.js" suffix(,)
0};
static const unsigned char file16[] = {
#embed "../../Themes/parchemin/assets/recherche/completions.js" suffix(,)
0};
static const unsigned char file17[] = {
#embed "../../Themes/parchemin/assets/recherche/fichiers.js" suffix(,)
0};
static const unsigned char file18[] = {
#embed "../../Themes/parchemin/assets/recherche/filtres.js" suffix(,)
0};
static const unsigned char file19[] = {
#embed "../../Themes/parchemin/assets/recherche/lexique.js" suffix(,)
0};
static const unsigned char file20[] = {
#embed "../../Themes/parchemin/assets/recherche/marques.js" suffix(,)
0};
static const unsigned char file21[] = {
#embed "../../Themes/parchemin/assets/recherche/messages.js" suffix(,)
0};
static const unsigned char file22[] = {
#embed "../../Themes/parchemin/assets/recherche/methodes.js" suffix(,)
0};
static const unsigned char file23[] = {
#embed "../../Themes/parchemin/assets/recherche/moteur.js" suffix(,)
0};
static const unsigned char file24[] = {
#embed "../../Themes/parchemin/assets/recherche/nombres.js" suffix(,)
0};
static const unsigned char file25[] = {
#embed "../../Themes/parchemin/assets/recherche/ouvrier.js" suffix(,)
0};
static const unsigned char file26[] = {
#embed "../../Themes/parchemin/assets/recherche/page.js" suffix(,)
0};
static const unsigned char file27[] = {
#embed "../../Themes/parchemin/assets/recherche/passages.js" suffix(,)
0};
static const unsigned char file28[] = {
#embed "../../Themes/parchemin/assets/recherche/places.js" suffix(,)
0};
static const unsigned char file29[] = {
#embed "../../Themes/parchemin/assets/recherche/question.js" suffix(,)
0};
static const unsigned char file30[] = {
#embed "../../Themes/parchemin/assets/recherche/service.js" suffix(,)
0};
static const unsigned char file31[] = {
#embed "../../Themes/parchemin/assets/site.css" suffix(,)
0};
static const unsigned char file32[] = {
#embed "../../Themes/parchemin/assets/versions.js" suffix(,)
0};
static const unsigned char file33[] = {
#embed "../../Themes/parchemin/templates/accessibilite.mustache" suffix(,)
0};
static const unsigned char file34[] = {
#embed "../../Themes/parchemin/templates/accueil.mustache" suffix(,)
0};
static const unsigned char file35[] = {
#embed "../../Themes/parchemin/templates/agenda.mustache" suffix(,)
0};
static const unsigned char file36[] = {
#embed "../../Themes/parchemin/templates/bloc.mustache" suffix(,)
0};
static const unsigned char file37[] = {
#embed "../../Themes/parchemin/templates/cadre.mustache" suffix(,)
0};
static const unsigned char file38[] = {
#embed "../../Themes/parchemin/templates/comparer.mustache" suffix(,)
0};
static const unsigned char file39[] = {
#embed "../../Themes/parchemin/templates/document.mustache" suffix(,)
0};
static const unsigned char file40[] = {
#embed "../../Themes/parchemin/templates/donnees.mustache" suffix(,)
0};
static const unsigned char file41[] = {
#embed "../../Themes/parchemin/templates/echeances-mois.mustache" suffix(,)
0};
static const unsigned char file42[] = {
#embed "../../Themes/parchemin/templates/echeances.mustache" suffix(,)
0};
static const unsigned char file43[] = {
#embed "../../Themes/parchemin/templates/erreur-404.mustache" suffix(,)
0};
static const unsigned char file44[] = {
#embed "../../Themes/parchemin/templates/fait.mustache" suffix(,)
0};
static const unsigned char file45[] = {
#embed "../../Themes/parchemin/templates/faits.mustache" suffix(,)
0};
static const unsigned char file46[] = {
#embed "../../Themes/parchemin/templates/fiche-blocs.mustache" suffix(,)
0};
static const unsigned char file47[] = {
#embed "../../Themes/parchemin/templates/fiche-cadre-legal.mustache" suffix(,)
0};
static const unsigned char file48[] = {
#embed "../../Themes/parchemin/templates/fiche-complements.mustache" suffix(,)
0};
static const unsigned char file49[] = {
#embed "../../Themes/parchemin/templates/fiche-contenu.mustache" suffix(,)
0};
static const unsigned char file50[] = {
#embed "../../Themes/parchemin/templates/fiche-etat.mustache" suffix(,)
0};
static const unsigned char file51[] = {
#embed "../../Themes/parchemin/templates/fiche-evaluation.mustache" suffix(,)
0};
static const unsigned char file52[] = {
#embed "../../Themes/parchemin/templates/fiche-lien.mustache" suffix(,)
0};
static const unsigned char file53[] = {
#embed "../../Themes/parchemin/templates/fiche-lignee.mustache" suffix(,)
0};
static const unsigned char file54[] = {
#embed "../../Themes/parchemin/templates/fiche-mentions.mustache" suffix(,)
0};
static const unsigned char file55[] = {
#embed "../../Themes/parchemin/templates/fiche-source.mustache" suffix(,)
0};
static const unsigned char file56[] = {
#embed "../../Themes/parchemin/templates/fiche-voies.mustache" suffix(,)
0};
static const unsigned char file57[] = {
#embed "../../Themes/parchemin/templates/fiche.mustache" suffix(,)
0};
static const unsigned char file58[] = {
#embed "../../Themes/parchemin/templates/graphique.mustache" suffix(,)
0};
static const unsigned char file59[] = {
#embed "../../Themes/parchemin/templates/lettres.mustache" suffix(,)
0};
static const unsigned char file60[] = {
#embed "../../Themes/parchemin/templates/ligne.mustache" suffix(,)
0};
static const unsigned char file61[] = {
#embed "../../Themes/parchemin/templates/liste.mustache" suffix(,)
0};
static const unsigned char file62[] = {
#embed "../../Themes/parchemin/templates/listes.mustache" suffix(,)
0};
static const unsigned char file63[] = {
#embed "../../Themes/parchemin/templates/livret-fiche.mustache" suffix(,)
0};
static const unsigned char file64[] = {
#embed "../../Themes/parchemin/templates/livret.mustache" suffix(,)
0};
static const unsigned char file65[] = {
#embed "../../Themes/parchemin/templates/livrets.mustache" suffix(,)
0};
static const unsigned char file66[] = {
#embed "../../Themes/parchemin/templates/mentions-legales.mustache" suffix(,)
0};
static const unsigned char file67[] = {
#embed "../../Themes/parchemin/templates/page.mustache" suffix(,)
0};
static const unsigned char file68[] = {
#embed "../../Themes/parchemin/templates/pagination.mustache" suffix(,)
0};
static const unsigned char file69[] = {
#embed "../../Themes/parchemin/templates/plan-du-site.mustache" suffix(,)
0};
static const unsigned char file70[] = {
#embed "../../Themes/parchemin/templates/recherche.mustache" suffix(,)
0};
static const unsigned char file71[] = {
#embed "../../Themes/parchemin/templates/table-de-fiches.mustache" suffix(,)
0};
static const unsigned char file72[] = {
#embed "../../Themes/parchemin/templates/versions.mustache" suffix(,)
0};
static const unsigned char file73[] = {
#embed "../../Themes/parchemin/textes.txt" suffix(,)
0};

static const struct pembed_theme_file files[] = {
    {"assets/comparer.js", file0, sizeof file0 - 1},
    {"assets/elements.js", file1, sizeof file1 - 1},
    {"assets/etat.js", file2, sizeof file2 - 1},
    {"assets/fiches.js", file3, sizeof file3 - 1},
    {"assets/icone.svg", file4, sizeof file4 - 1},
    {"assets/impression.css", file5, sizeof file5 - 1},
    {"assets/livret.css", file6, sizeof file6 - 1},
    {"assets/mots.js", file7, sizeof file7 - 1},
    {"assets/propositions.js", file8, sizeof file8 - 1},
    {"assets/rapprochement.js", file9, sizeof file9 - 1},
    {"assets/recherche/accords.js", file10, sizeof file10 - 1},
    {"assets/recherche/adresse.js", file11, sizeof file11 - 1},
    {"assets/recherche/affichage.js", file12, sizeof file12 - 1},
    {"assets/recherche/analyse.js", file13, sizeof file13 - 1},
    {"assets/recherche/classement.js", file14, sizeof file14 - 1},
    {"assets/recherche/colonnes.js", file15, sizeof file15 - 1},
    {"assets/recherche/completions.js", file16, sizeof file16 - 1},
    {"assets/recherche/fichiers.js", file17, sizeof file17 - 1},
    {"assets/recherche/filtres.js", file18, sizeof file18 - 1},
    {"assets/recherche/lexique.js", file19, sizeof file19 - 1},
    {"assets/recherche/marques.js", file20, sizeof file20 - 1},
    {"assets/recherche/messages.js", file21, sizeof file21 - 1},
    {"assets/recherche/methodes.js", file22, sizeof file22 - 1},
    {"assets/recherche/moteur.js", file23, sizeof file23 - 1},
    {"assets/recherche/nombres.js", file24, sizeof file24 - 1},
    {"assets/recherche/ouvrier.js", file25, sizeof file25 - 1},
    {"assets/recherche/page.js", file26, sizeof file26 - 1},
    {"assets/recherche/passages.js", file27, sizeof file27 - 1},
    {"assets/recherche/places.js", file28, sizeof file28 - 1},
    {"assets/recherche/question.js", file29, sizeof file29 - 1},
    {"assets/recherche/service.js", file30, sizeof file30 - 1},
    {"assets/site.css", file31, sizeof file31 - 1},
    {"assets/versions.js", file32, sizeof file32 - 1},
    {"templates/accessibilite.mustache", file33, sizeof file33 - 1},
    {"templates/accueil.mustache", file34, sizeof file34 - 1},
    {"templates/agenda.mustache", file35, sizeof file35 - 1},
    {"templates/bloc.mustache", file36, sizeof file36 - 1},
    {"templates/cadre.mustache", file37, sizeof file37 - 1},
    {"templates/comparer.mustache", file38, sizeof file38 - 1},
    {"templates/document.mustache", file39, sizeof file39 - 1},
    {"templates/donnees.mustache", file40, sizeof file40 - 1},
    {"templates/echeances-mois.mustache", file41, sizeof file41 - 1},
    {"templates/echeances.mustache", file42, sizeof file42 - 1},
    {"templates/erreur-404.mustache", file43, sizeof file43 - 1},
    {"templates/fait.mustache", file44, sizeof file44 - 1},
    {"templates/faits.mustache", file45, sizeof file45 - 1},
    {"templates/fiche-blocs.mustache", file46, sizeof file46 - 1},
    {"templates/fiche-cadre-legal.mustache", file47, sizeof file47 - 1},
    {"templates/fiche-complements.mustache", file48, sizeof file48 - 1},
    {"templates/fiche-contenu.mustache", file49, sizeof file49 - 1},
    {"templates/fiche-etat.mustache", file50, sizeof file50 - 1},
    {"templates/fiche-evaluation.mustache", file51, sizeof file51 - 1},
    {"templates/fiche-lien.mustache", file52, sizeof file52 - 1},
    {"templates/fiche-lignee.mustache", file53, sizeof file53 - 1},
    {"templates/fiche-mentions.mustache", file54, sizeof file54 - 1},
    {"templates/fiche-source.mustache", file55, sizeof file55 - 1},
    {"templates/fiche-voies.mustache", file56, sizeof file56 - 1},
    {"templates/fiche.mustache", file57, sizeof file57 - 1},
    {"templates/graphique.mustache", file58, sizeof file58 - 1},
    {"templates/lettres.mustache", file59, sizeof file59 - 1},
    {"templates/ligne.mustache", file60, sizeof file60 - 1},
    {"templates/liste.mustache", file61, sizeof file61 - 1},
    {"templates/listes.mustache", file62, sizeof file62 - 1},
    {"templates/livret-fiche.mustache", file63, sizeof file63 - 1},
    {"templates/livret.mustache", file64, sizeof file64 - 1},
    {"templates/livrets.mustache", file65, sizeof file65 - 1},
    {"templates/mentions-legales.mustache", file66, sizeof file66 - 1},
    {"templates/page.mustache", file67, sizeof file67 - 1},
    {"templates/pagination.mustache", file68, sizeof file68 - 1},
    {"templates/plan-du-site.mustache", file69, sizeof file69 - 1},
    {"templates/recherche.mustache", file70, sizeof file70 - 1},
    {"templates/table-de-fiches.mustache", file71, sizeof file71 - 1},
    {"templates/versions.mustache", file72, sizeof file72 - 1},
    {"textes.txt", file73, sizeof file73 - 1},
    {NULL, NULL, 0},
};

const struct pembed_theme_file *pembed_theme_files(void) { return files; }
size_t pembed_theme_count(void) { return sizeof files / sizeof files[0] - 1; }
