// The only door to libxml2: allocation, error callbacks and options stay on this side.
#ifndef PARCHEMIN_CLIBXML2_H
#define PARCHEMIN_CLIBXML2_H

/// Starts libxml2 once for the process; safe to call from several threads.
void pxml_initialise(void);

#endif
