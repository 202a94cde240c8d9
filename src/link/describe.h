/* describe.h - between the files that read descriptions: which role (agent.c), whose (owner.c), whose title (title.c), who bears it (bearer.c), of which country by the context (theme.c). */
#ifndef LINK_DESCRIBE_H
#define LINK_DESCRIBE_H

#include "link/linking.h"

enum {
	JOINED_MAX = 8,			/* owners of one noun */
	OFFICE_BACK = 60		/* sentences in which "the president" is still he who was called so */
};

struct belongs {			/* the country or organisation of a description */
	char country[4];
	uint32_t entity;		/* or NONE */
	bool is_organisation;
	bool weak;			/* only "in Syria" */
};

/* Does nominal n hang on another by "of"? */
bool is_of(const struct linking *k, uint32_t n);

/* A hyphen inside a word. */
bool is_hyphen(const struct linking *k, uint32_t t);

/* Whose "of" hangs on the name of one with a title: "spokeswoman Ann Smith of Philips"; *b stays where there is none. */
void owner_of_name(const struct linking *k, uint32_t name, struct belongs *b);

/* The last body named or described before n, of which a spokesman without owner speaks; *b stays where there is none near. */
void owner_before(const struct linking *k, uint32_t n, struct belongs *b);

/* Whose the noun n, with its words first..last, is; public: a body of a state, which a town in its name does not own. */
struct belongs owner(struct linking *k, uint32_t n, uint32_t first, uint32_t last, struct str prefix, bool public);

/* "Russian and Turkish troops", "the ministers of Iran and Syria", a body in the singular ("the German and French government"): the countries that are joined at n, each
 * of which has its own; how many, 0 where there is one or none. */
uint32_t joined_owners(const struct linking *k, uint32_t n, bool body, struct belongs owners[JOINED_MAX], uint32_t tokens[JOINED_MAX]);

/* The mention of a named person that token t heads, or NONE. */
uint32_t person_mention(const struct linking *k, uint32_t t);

/* The last token of what belongs to title noun n behind its words: "of Kharkiv region"; last where nothing does. */
uint32_t tail_of(const struct linking *k, uint32_t n, uint32_t last);

/* "Minister of Trade and Energy Maud Holm", "High Commissioner for Human Rights Ann Lind": the name at the end of a title in capitals, whatever the tree
 * says; NONE. */
uint32_t named_behind(const struct linking *k, uint32_t n, uint32_t last);

/* The named person whom title noun n describes, or NONE. */
uint32_t titled(const struct linking *k, uint32_t n, uint32_t last);

/* "X is no minister", "is X minister?": does the sentence not say that its subject is what predicate n tells? */
bool is_denied(const struct linking *k, uint32_t n);

/* Words before the title: "voormalig", "then", "designate". */
void time_of_title(const struct linking *k, uint32_t n, uint32_t first, bool *former, bool *future);

/* Leftmost word of the phrase around first..last: articles, adjectives, adjuncts right before it. */
uint32_t phrase_begin(const struct linking *k, uint32_t head, uint32_t first);

/* "the", "his", "Iran's" before noun n of a phrase that begins at first? */
bool is_definite(const struct linking *k, uint32_t first, uint32_t n);

/* Who has governed is of the elite. */
const char *sector_of_former(const char *sector, bool former);

/* Soldiers, police, spies. */
bool is_force(const char *sector);

/* The sector of one who is described: that of the body or the side that he belongs to, where the noun alone says little ("president of the
 * Knesset", "Boko Haram gunmen", "chairman of the company"). */
const char *sector_of(const struct linking *k, const struct agent *x, uint32_t n, const struct belongs *b);

/* The town or region whose office x, named by noun n, is: "the mayor of Ghent", "the Bavarian prime minister"; NONE where it is the country's, also by its capital
 * ("the Brussels prime minister"), and of members of a parliament, whose district it is. */
uint32_t local_owner(const struct linking *k, const struct agent *x, uint32_t n, const struct belongs *b);

/* The person of that mention is called x, by noun n with its words first..last, of whom b tells. */
void add_title(struct linking *k, const struct agent *x, uint32_t person, uint32_t first, uint32_t n, uint32_t last, const struct belongs *b);

/* The country of most mentions of countries and their places, when it has two thirds of at least three; the scene with half of them. */
void find_theme(struct linking *k);

/* Whose politics the document is about: the country of two thirds of all who are named with an office or as a public body, and of the
 * countries named; its code, or "". */
void find_polity(struct linking *k);

/* Whose "the army", "the government" is: as named before with a country, else that of the politics told of. */
void country_of_context(const struct linking *k, const struct agent *x, uint32_t t, struct belongs *b);

/* Makes who the mention means the owner, where it may be one; false where not. */
bool take_owner(const struct linking *k, uint32_t mention, struct belongs *b);

/* "Party leader and Prime Minister Ann Smith", "Ann Smith, mayor and until lately senator": the person named beside a bare title is its bearer; mention or
 * NONE. */
uint32_t bearer_beside(const struct linking *k, const struct agent *x, uint32_t t);

/* "Minister, banker and republican Ann Smith resigns": the person named behind the last of several bare titles that are the subject of a singular verb; mention or
 * NONE. */
uint32_t bearer_of_list(const struct linking *k, const struct agent *x, uint32_t t);

/* "Forza Italia, the party that he leads": the name right before a noun in apposition, where it can be one; mention or NONE. */
uint32_t named_before(const struct linking *k, const struct agent *x, uint32_t t, uint32_t begin);

/* "Queen Elizabeth", a name that begins with the title of who bears it. */
void royal_title(struct linking *k, uint32_t t);

/* "The National Ombudsman, Ann Smith, ": a body that is called by the office of one person, and his name behind it. */
void name_holder(struct linking *k, uint32_t t);

/* "Jansen (VVD)": a party in brackets behind the name of its member. */
void party_in_brackets(struct linking *k);

/* "A senior British officer, Major Chris Smith, said": the description behind or before whose comma the name stands means its bearer, and gives the country. */
void name_described(struct linking *k);

/* "Ali Hassan, a 22-year-old Iraqi, was arrested": one of a people beside a name gives its bearer the country. */
void named_of_people(const struct linking *k);

#endif
