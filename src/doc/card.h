/* card.h - what the who's who holds of one entity beside its name: filled by link/, written by record/. */
#ifndef DOC_CARD_H
#define DOC_CARD_H

#include "base/date.h"
#include "base/str.h"
#include "base/vec.h"

struct card_term {			/* of office */
	struct str office;
	char country[4];		/* or "" */
	struct str organisation;	/* English name, or empty */
	day from, to;			/* DAY_NONE: unknown, or open */
};

struct card_member {
	struct str id, name;		/* the other side: the organisation, or the member */
	const char *kind;		/* "member", "observer" … */
	day from, to;
};

struct card {
	VEC(struct card_term) offices;
	VEC(struct card_member) member_of, members;
	struct str iso2, iso_number, cow_number, cow, fips, cameo;	/* of a country; empty where it has none */
};

#endif
