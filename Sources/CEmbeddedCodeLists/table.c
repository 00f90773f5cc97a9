// The published code lists, in the program itself. Scripts/generate-code-lists writes the data files.
#include "include/CEmbeddedCodeLists.h"

// Package manifests cannot ask for C23 before tools 6.2; clang has #embed in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char abreges[] = {
#embed "data/abreges.tsv"
};
static const unsigned char idcc[] = {
#embed "data/idcc.tsv"
};
static const unsigned char niveaux[] = {
#embed "data/niveaux.tsv"
};
static const unsigned char nsf[] = {
#embed "data/nsf.tsv"
};
static const unsigned char nsf_lettres[] = {
#embed "data/nsf-lettres.tsv"
};
static const unsigned char nsf_libelles[] = {
#embed "data/nsf-libelles.tsv"
};
static const unsigned char rome[] = {
#embed "data/rome.tsv"
};
static const unsigned char rome_4[] = {
#embed "data/rome-4.tsv"
};
static const unsigned char voies_acces[] = {
#embed "data/voies-acces.tsv"
};

static const struct pembed_codelists_file files[] = {
    {"abreges.tsv", abreges, sizeof abreges},
    {"idcc.tsv", idcc, sizeof idcc},
    {"niveaux.tsv", niveaux, sizeof niveaux},
    {"nsf-lettres.tsv", nsf_lettres, sizeof nsf_lettres},
    {"nsf-libelles.tsv", nsf_libelles, sizeof nsf_libelles},
    {"nsf.tsv", nsf, sizeof nsf},
    {"rome-4.tsv", rome_4, sizeof rome_4},
    {"rome.tsv", rome, sizeof rome},
    {"voies-acces.tsv", voies_acces, sizeof voies_acces},
};

const struct pembed_codelists_file *pembed_codelists_files(void) { return files; }
size_t pembed_codelists_count(void) { return sizeof files / sizeof files[0]; }
