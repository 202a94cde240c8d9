/* syntax.h - grammatical relations as the frames name them, over UD trees of any language.
 *
 * "subj" is who does it, in the active and the passive, in relative clauses, in
 * infinitives (by control), in participles and in coordination; "obj" who undergoes it.
 */
#ifndef CODE_SYNTAX_H
#define CODE_SYNTAX_H

#include "code/frame.h"

enum { HEADS_MAX = 24 };	/* participants of one slot: more are cut */

struct heads {			/* tokens that fill a position, in text order of discovery */
	uint32_t at[HEADS_MAX];
	uint32_t n;
};

struct numbers;

struct coding {			/* one document being coded */
	const struct numbers *numbers;
	const struct frames *f;
	struct doc *d;
	uint64_t *cues;		/* [tokens] categories of the word, with multi-word cues on their first token */
	struct str *keys;	/* [tokens] lemma in lower case without '_' */
	uint8_t *taken;		/* [tokens] part of an event already: no trigger of its own */
	uint8_t *dated;		/* [tokens] part of a temporal expression */
};

/* Direct speech? */
static inline bool is_quoted(const struct coding *c, uint32_t t)
{
	return c->d->quote_of[t] != NONE;
}

static inline const struct token *tok(const struct coding *c, uint32_t t)
{
	return &c->d->tokens.at[t];
}

/* Fills keys and cues. */
void coding_init(struct coding *c, const struct frames *f, struct doc *d);

/* Puts right what the parser gets wrong; changes tags, heads and relations of d's tokens (mend.c). */
void mend_trees(struct coding *c);

bool is_nominal(const struct coding *c, uint32_t t);
bool is_passive(const struct coding *c, uint32_t v);

/* Has every frame of the verb an object, so that one without is not whole?  Frames without subject are those of the verb used as a noun. */
bool needs_object(const struct coding *c, uint32_t v);

/* Has a frame of the verb an object?  True of verbs that no frame has. */
bool may_have_object(const struct coding *c, uint32_t v);

/* "het bombarderen van de stad", "the bombing of the city": a verb with an article, whose object (or, where it has none, subject) stands behind "of". */
bool is_nominalised(const struct coding *c, uint32_t v);
bool has_cue(const struct coding *c, uint32_t t, uint64_t cue);

/* First dependent of t whose word has one of the cues and relation among rels (0: any), or NONE. */
uint32_t child_with_cue(const struct coding *c, uint32_t t, uint64_t cue);

/* The fillers of a position of trigger t; coordination is expanded.  prep is used by POS_PREP. */
void fillers(const struct coding *c, uint32_t t, enum position p, struct str prep, struct heads *out);

/* The clause that verb v, put behind it, says: "It is a disgrace, says the minister"; else NONE. */
uint32_t said_before(const struct coding *c, uint32_t v);

/* Logical subject and object of a verb. */
void subjects(const struct coding *c, uint32_t v, struct heads *out);
void objects(const struct coding *c, uint32_t v, struct heads *out);

/* Does the preposition of nominal t read as prep ("tegen", "because of")? */
bool has_preposition(const struct coding *c, uint32_t t, struct str prep);

/* Possible keys of a verb: its lemma, and with its particle ("val"+"aan" → "aanvallen", "call"+"off" → "calloff").
 * *complement[i] is the nominal whose preposition was taken as the particle, or NONE.  Returns how many (<= 8). */
unsigned verb_keys(const struct coding *c, uint32_t v, struct str keys[8], uint32_t complement[8]);

/* The verb that governs a noun as its subject or object through support verbs, or NONE; *as_object says which. */
uint32_t governing_verb(const struct coding *c, uint32_t n, bool *as_object);

/* The mention that a nominal stands for: its own, or that of "a group of X"; NONE otherwise. */
uint32_t mention_for(const struct coding *c, uint32_t t);

/* The noun that clause v says more about: "a decision to withdraw", also where the parser hung the infinitive on the noun's verb; NONE. */
uint32_t noun_over(const struct coding *c, uint32_t v);

/* The verb over the noun that participle v modifies ("hit a convoy ferrying …"), or NONE. */
uint32_t verb_over_noun(const struct coding *c, uint32_t v);

/* "state television", "government programmes": does the noun t before another, which has that mention, say of what sort it is, not whose? */
bool is_adjunct(const struct coding *c, uint32_t t, uint32_t mention);

/* Whose a thing is: the mention of its possessor, country adjective or noun adjunct ("Israeli airbase"); NONE. */
uint32_t owner_of(const struct coding *c, uint32_t t);

#endif
