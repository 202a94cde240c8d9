/* arena.h - memory by lifetime.
 *
 * Three lifetimes exist in the program (process, batch, document), each with an
 * arena of its own.  What is allocated in an arena is freed with it, never singly.
 * Every byte of the program's own memory enters here, so that a limit can be set
 * and a failure tested in one place.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *first, *current;
	size_t used;		/* bytes handed out since the last reset */
};

/* An arena that is all zeroes is ready for use. */
void arena_init(struct arena *a);

/* Frees everything. */
void arena_free(struct arena *a);

/* Forgets everything but keeps the memory for the next document. */
void arena_reset(struct arena *a);

/* Zeroed memory, aligned to 16 bytes.  Never NULL: the program stops with a clear
 * message when the system gives no more. */
void *arena_alloc(struct arena *a, size_t size);

/* A longer copy of old (old_size bytes); grows in place when old was the last piece. */
void *arena_grow(struct arena *a, void *old, size_t old_size, size_t size);

void *arena_dup(struct arena *a, const void *p, size_t size);

#define arena_new(a, type)		((type *)arena_alloc((a), sizeof(type)))
#define arena_array(a, type, n)		((type *)arena_alloc((a), sizeof(type) * (size_t)(n)))

#endif
