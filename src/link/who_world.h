/* who_world.h - the tables of data/ and lang/XX/ as coulisse-who reads them, before they become who.bin.
 *
 * Formats: doc/who.md.  Every error is said on standard error as FILE:LINE: what, and counted; reading goes on.
 */
#ifndef LINK_WHO_WORLD_H
#define LINK_WHO_WORLD_H

#include "base/map.h"
#include "base/vec.h"
#include "link/who.h"

enum { WHO_MAX_LANGS = 32, WHO_MAX_TABLE = 64 << 20 };

#define ALL_LANGS UINT32_MAX

struct world_entity {
	struct who_entity x;
	struct str family;		/* given by the table, or empty */
	struct str capital;		/* of a country */
	bool is_capital;		/* a city, of its country */
	bool weighed;			/* weight stood in the table */
	bool by_hand;			/* first table of people: later ones may add to it */
};

struct world_name {
	uint32_t lang;			/* or ALL_LANGS */
	struct str key;			/* folded */
	uint32_t entity;
	enum who_how how;
};

struct world_term {
	struct who_term x;
	struct str office_class;
	day seen;
	bool by_hand;
};

struct world_office {
	struct str office, office_class;
	char country[4];
	double rank;			/* 0..100 */
	char sector[4];
};

struct world {
	struct arena *a;
	uint32_t errors;
	VEC(struct str) langs;
	VEC(struct world_entity) entities;
	VEC(struct world_name) names;
	VEC(struct world_term) terms;
	VEC(struct world_office) offices;
	VEC(struct who_codes) codes;
	VEC(struct who_member) members;
	struct map by_id, by_code, by_name;	/* by_name: folded English name of what is no person and no city; MAP_NONE - 1: several */
	struct map cities;			/* "Name, CODE" */
	struct map people;			/* "folded name|CODE" of people */
	struct map particles;			/* family.txt: word to enum particle */
	struct map family_first;		/* country codes whose people put the family name first */
	/* where reading is */
	const char *file;
	uint32_t line;
	day seen;
	bool by_hand;
};

enum particle { PARTICLE_KEEP, PARTICLE_DROP, PARTICLE_SUFFIX };

void world_init(struct world *w, struct arena *a);

/* Reads all tables of data_dir and of each language folder under lang_root.  Nonzero when there were errors. */
int world_read(struct world *w, const char *data_dir, const char *lang_root);

/* Adds the keys that follow from the tables: family names, short full names, capitals as seats; weighs people by their offices. */
void world_derive(struct world *w);

struct str world_office_class(const struct world *w, struct str office, const char country[4]);

#endif
