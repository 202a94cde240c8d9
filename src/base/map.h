/* map.h - text to a number: open addressing in an arena, linear probing, load at most 1/2.
 *
 * Keys are not copied: they must live as long as the map.  Iteration goes by
 * insertion order (the slots point into an array), so output never depends on hashes.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_entry {
	struct str key;
	uint32_t value;
};

struct map {
	struct arena *a;
	struct map_entry *entries;	/* [n], in order of insertion */
	uint32_t *slots;		/* [n_slots], index into entries + 1, 0 = free */
	uint32_t n, cap, n_slots;
};

#define MAP_NONE UINT32_MAX

void map_init(struct map *m, struct arena *a);

/* Value of key, or MAP_NONE. */
uint32_t map_get(const struct map *m, struct str key);

/* The place of key's value; made with value MAP_NONE when absent.  Valid until the next map_put. */
uint32_t *map_put(struct map *m, struct str key);

#endif
