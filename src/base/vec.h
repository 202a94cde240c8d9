/* vec.h - a growing array in an arena.
 *
 *	struct { struct token *at; size_t n, cap; } tokens = { 0 };
 *	struct token *t = vec_push(arena, &tokens);	(zeroed)
 *	for (size_t i = 0; i < tokens.n; i++) use(tokens.at[i]);
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(type)	struct { type *at; size_t n, cap; }

#define vec_push(a, v)									\
	((v)->n == (v)->cap								\
	 ? (void)((v)->at = vec_grow_((a), (v)->at, &(v)->cap, sizeof(*(v)->at)))	\
	 : (void)0,									\
	 memset(&(v)->at[(v)->n], 0, sizeof(*(v)->at)), &(v)->at[(v)->n++])

#define vec_add(a, v, value)	(*(vec_push((a), (v))) = (value))

static inline void *vec_grow_(struct arena *a, void *at, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 8;

	at = arena_grow(a, at, *cap * size, more * size);
	*cap = more;
	return at;
}

#endif
