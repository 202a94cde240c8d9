#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	_Alignas(16) unsigned char bytes[];
};

enum { BLOCK_MIN = 64 * 1024, ALIGN = 16 };

static size_t round_up(size_t n)
{
	return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static struct arena_block *block_new(size_t size)
{
	struct arena_block *b = NULL;

	if (size < SIZE_MAX - sizeof(*b))
		b = malloc(sizeof(*b) + size);
	if (!b) {
		fprintf(stderr, "coulisse: out of memory (%zu bytes wanted)\n", size);
		abort();
	}
	b->next = NULL;
	b->size = size;
	b->used = 0;
	return b;
}

void arena_init(struct arena *a)
{
	memset(a, 0, sizeof(*a));
}

void arena_free(struct arena *a)
{
	struct arena_block *b = a->first;

	while (b) {
		struct arena_block *next = b->next;

		free(b);
		b = next;
	}
	arena_init(a);
}

void arena_reset(struct arena *a)
{
	for (struct arena_block *b = a->first; b; b = b->next)
		b->used = 0;
	a->current = a->first;
	a->used = 0;
}

void *arena_alloc(struct arena *a, size_t size)
{
	size_t need = round_up(size ? size : 1);
	struct arena_block *b = a->current;
	void *p;

	while (b && b->size - b->used < need && b->next)
		b = b->next;
	if (!b || b->size - b->used < need) {
		size_t grow = a->current ? a->current->size * 2 : BLOCK_MIN;
		struct arena_block *n;

		if (grow > 16u << 20)
			grow = 16u << 20;
		n = block_new(need > grow ? need : grow);
		if (b)
			b->next = n;
		else
			a->first = n;
		b = n;
	}
	a->current = b;
	p = b->bytes + b->used;
	b->used += need;
	a->used += need;
	memset(p, 0, need);
	return p;
}

void *arena_grow(struct arena *a, void *old, size_t old_size, size_t size)
{
	struct arena_block *b = a->current;
	size_t had = round_up(old_size ? old_size : 1), want = round_up(size ? size : 1);
	void *p;

	if (old && b && (unsigned char *)old + had == b->bytes + b->used && b->size - b->used >= want - had) {
		memset(b->bytes + b->used, 0, want - had);
		b->used += want - had;
		a->used += want - had;
		return old;
	}
	p = arena_alloc(a, size);
	if (old)
		memcpy(p, old, old_size);
	return p;
}

void *arena_dup(struct arena *a, const void *p, size_t size)
{
	void *q = arena_alloc(a, size);

	if (size)
		memcpy(q, p, size);
	return q;
}
