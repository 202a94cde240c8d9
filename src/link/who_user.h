/* who_user.h - a user's own table laid over data/who.bin: entities added and corrected without a rebuild.  Format: doc/who.md.
 *
 * The program sees one world: who.c asks here first.
 */
#ifndef LINK_WHO_USER_H
#define LINK_WHO_USER_H

#include "link/who.h"

struct who_user;

/* Reads the table at path over base, whose count of entities is the first index of the new ones.  Errors name file and line. */
int who_user_read(struct who_user **out, const struct who *base, const char *path, struct error *e);
void who_user_free(struct who_user *u);

/* Meanings of the key with the user's first, or NULL where the table says nothing about it (then the base is right). */
const struct who_hit *who_user_find(const struct who_user *u, struct str lang, struct str key, uint32_t *n);

/* Entity i as the user has it, or NULL: as the base has it. */
const struct who_entity *who_user_entity(const struct who_user *u, uint32_t i);

uint32_t who_user_count(const struct who_user *u);		/* of new entities */
uint32_t who_user_by_id(const struct who_user *u, struct str id);	/* a new one, or NONE */

/* All terms of one person, those of the base too; NULL where the table adds none. */
const struct who_term *who_user_terms(const struct who_user *u, uint32_t person, uint32_t *n);

/* The terms of one person that the table adds. */
const struct who_term *who_user_own_terms(const struct who_user *u, uint32_t person, uint32_t *n);

/* All terms that the table adds. */
const struct who_term *who_user_all_terms(const struct who_user *u, uint32_t *n);

#endif
