/* file.h - files: read whole, mapped, walked. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* The whole file (or standard input for "-") into the arena; at most max bytes, else COU_ELIMIT. */
int file_read(struct arena *a, const char *path, size_t max, struct str *bytes, struct error *e);

/* Read-only mapping; an empty or unreadable file is COU_EDATA. */
int file_map(const char *path, struct str *bytes, struct error *e);
void file_unmap(struct str bytes);

#endif
