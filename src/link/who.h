/* who.h - the world as compiled data: countries, peoples, organisations, people and their terms of office, places.
 *
 * data/who.bin is made by coulisse-who from the tables in data/ and lang/XX/; it is memory-mapped and read only.
 * A key is a name folded by who_fold: NFC, lower case, no diacritics, words joined by one space, no full stops inside abbreviations.
 * Dashes count as spaces and apostrophes vanish: "Noord-Korea" is "noord korea", "Sana'a" is "sanaa".
 */
#ifndef LINK_WHO_H
#define LINK_WHO_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/str.h"
#include "doc/words.h"
#include "link/link.h"

enum who_how {				/* what the name is to the entity */
	WHO_NAME,			/* name or alias: "Rusland", "NAVO", "Vladimir Poetin" */
	WHO_FAMILY,			/* family name alone: "Poetin" */
	WHO_ADJECTIVE,			/* "Russische" → the country */
	WHO_INHABITANT,			/* "Rus", "Russen" → its people */
	WHO_SEAT,			/* capital or seat that may stand for the government or organisation: "Moskou", "het Kremlin" */
};

struct who_entity {
	struct str id;			/* QID, "geonames:…", or minted "x-…" */
	struct str name;		/* English */
	enum kind kind;
	char country[4];
	char sector[4];
	uint8_t female;			/* 0 unknown, 1 no, 2 yes */
	bool located;
	double lat, lon;
	enum precision_place precision;
	uint32_t weight;		/* population of a place, else importance; larger wins a tie */
};

struct who_hit {
	uint32_t entity;
	enum who_how how;
};

struct who_term {			/* of office */
	uint32_t person;
	struct str office;		/* usual English term: "president", "minister of foreign affairs" */
	char country[4], sector[4];	/* sector: of the office */
	uint32_t rank;			/* of the office, 0 to 100: how much its holder is in the news */
	uint32_t organisation;		/* entity or NONE */
	day from, to;			/* DAY_NONE: open */
	day seen;			/* the last day on which the data know of it; DAY_NONE: they do not say */
};

struct who_codes {			/* of a state or territory; "" where it has none */
	char country[4];		/* ISO 3166-1 alpha-3 */
	char iso2[4], iso_number[4];	/* ISO 3166-1 alpha-2 and numeric */
	char cow_number[4], cow[4];	/* Correlates of War: number and abbreviation */
	char fips[4], cameo[4];		/* FIPS 10-4, CAMEO */
};

#define WHO_MEMBERSHIPS(X) X(MEMBER, "member") X(CANDIDATE, "candidate") X(OBSERVER, "observer") X(ASSOCIATE, "associate") X(SUSPENDED, "suspended")
#define WHO_MEMBERSHIP_(n, w) WHO_##n,
enum who_membership { WHO_MEMBERSHIPS(WHO_MEMBERSHIP_) WHO_MEMBERSHIP_COUNT };
#undef WHO_MEMBERSHIP_

struct who_member {
	uint32_t member, organisation;	/* entities */
	int32_t from, to;		/* days; DAY_NONE: unknown, or until now */
	uint32_t kind;			/* enum who_membership */
};

/* Codes of a country, or NULL. */
const struct who_codes *who_codes(const struct who *w, const char country[4]);

/* What entity is or was a member of; *n rows. */
const struct who_member *who_memberships(const struct who *w, uint32_t entity, uint32_t *n);

/* Who is or was a member of the organisation; indexes for who_member_at; *n of them. */
const uint32_t *who_members(const struct who *w, uint32_t organisation, uint32_t *n);
struct who_member who_member_at(const struct who *w, uint32_t index);

const char *who_membership_word(enum who_membership kind);

/* Folds `name` into *key, allocated in a. */
void who_fold(struct arena *a, struct str name, struct str *key);

/* All entities the folded key may mean in language lang, best first; *n of them; the array belongs to w. */
const struct who_hit *who_find(const struct who *w, struct str lang, struct str key, uint32_t *n);

/* The languages whose names the world knows; how many. */
uint32_t who_languages(const struct who *w, struct str *lang, uint32_t max);

/* Longest number of words in any key. */
uint32_t who_longest(const struct who *w);

/* Fields of entity i; strings point into w. */
struct who_entity who_entity(const struct who *w, uint32_t i);
uint32_t who_count(const struct who *w);

/* Entity with that ISO 3166-1 alpha-3 code (the country itself), or NONE; by id, or NONE. */
uint32_t who_country(const struct who *w, const char iso3[4]);
uint32_t who_by_id(const struct who *w, struct str id);

/* Terms of one person, by date. */
uint32_t who_terms(const struct who *w, uint32_t person, const struct who_term **terms);

/* Who held that office of that country (or organisation) at that day; the last known holder when at is DAY_NONE or after the data end
 * is NOT assumed: NONE; NONE too where several hold it at once (spokesmen, ambassadors). */
uint32_t who_holder(const struct who *w, struct str office, const char country[4], day at);

/* Everybody who ever held that office of that country, or of that organisation (country "" then); how many, at most max. */
uint32_t who_held(const struct who *w, struct str office, const char country[4], uint32_t organisation, uint32_t *persons, uint32_t max);

/* Does one of the person's terms cover that day? */
bool who_in_office(const struct who *w, uint32_t person, day at);

/* Are the two offices of that country one and the same: "premier" and "prime minister"? */
bool who_same_office(const struct who *w, struct str office, struct str other, const char country[4]);

/* The same for an office of an organisation: "secretary-general" of NATO. */
uint32_t who_holder_in(const struct who *w, struct str office, uint32_t organisation, day at);

#endif
