// One-step exchange of two folders: not in the Glibc module, hence this shim.
#ifndef PARCHEMIN_CFILEEXCHANGE_H
#define PARCHEMIN_CFILEEXCHANGE_H

/// Exchanges two paths of one file system in one step. Returns 0, or the errno of the failure.
int pfile_exchange(const char *first, const char *second);

#endif
