/* owner.c - whose a role or body is: "the French army", "the ministers of Iran and Syria", "EU leaders". */
#include "link/candidates.h"
#include "link/describe.h"

#include "base/unicode.h"

bool take_owner(const struct linking *k, uint32_t mention, struct belongs *b)
{
	if (mention == NONE || !k->d->mentions.at[mention].n_entities)
		return false;
	uint32_t e = k->d->mentions.at[mention].entities[0];
	const struct entity *x = &k->d->entities.at[e];

	if (x->kind == KIND_PEOPLE || (x->kind == KIND_PERSON && !x->country[0]))
		return false;
	if (!x->country[0] && x->kind == KIND_PLACE)
		return false;
	b->entity = e;
	memcpy(b->country, x->country, 4);
	b->is_organisation = x->kind == KIND_ORGANISATION || x->kind == KIND_PARTY || x->kind == KIND_ARMED_GROUP || x->kind == KIND_COMPANY ||
			     x->kind == KIND_GOVERNMENT;
	return true;
}

static bool is_office(const struct linking *k, uint32_t n)
{
	uint32_t f, l;
	struct str prefix;
	const struct agent *x = agent_at(k, n, &f, &l, &prefix);

	return x && x->office.n;
}

/* "the party DENK", whose name hangs on the noun and is described later */
static bool is_named_body(const struct linking *k, uint32_t n, uint32_t name)
{
	uint32_t f, l, m = k->d->mention_of[name];
	struct str prefix;
	const struct agent *x = m == NONE || k->d->mentions.at[m].n_entities != 1 ? NULL : agent_at(k, n, &f, &l, &prefix);
	enum kind kind = x ? k->d->entities.at[k->d->mentions.at[m].entities[0]].kind : KIND_UNKNOWN;

	return x && (x->kind == KIND_PARTY || x->kind == KIND_ORGANISATION || x->kind == KIND_ARMED_GROUP) &&
	       (kind == KIND_PARTY || kind == KIND_ORGANISATION || kind == KIND_ARMED_GROUP);
}

static void owner_under(const struct linking *k, uint32_t n, struct belongs *b, int depth)
{
	/* "of the Indian state of Kerala" is Kerala's */
	for (uint32_t c = tk(k, n)->child; c != NONE && in_words(k->l, WORDS_COUNTRY, k->lower[n]); c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_NMOD && k->d->mention_of[c] != NONE && take_owner(k, k->d->mention_of[c], b))
			return;
	for (uint32_t c = tk(k, n)->child; c != NONE && b->entity == NONE; c = tk(k, c)->next) {
		switch (tk(k, c)->deprel) {
		case DEP_AMOD: case DEP_COMPOUND: case DEP_NMOD_POSS: case DEP_NMOD_DESC: case DEP_NMOD_UNMARKED: case DEP_DET:
			take_owner(k, k->d->mention_of[c], b);
			break;
		case DEP_APPOS: case DEP_FLAT: case DEP_FLAT_NAME:	/* "the government of prime minister Abiy" */
			if (depth == 0 && (is_office(k, n) || (c == n + 1 && is_named_body(k, n, c))))
				take_owner(k, k->d->mention_of[c], b);
			break;
		case DEP_NMOD: case DEP_OBL:
			if (c > n && doc_child(k->d, n, DEP_NMOD_POSS) != NONE)	/* "their citizens from Chad" */
				break;
			if (is_of(k, c) || (c < n && doc_child(k->d, c, DEP_CASE) == NONE))
				take_owner(k, k->d->mention_of[c], b);
			/* "a spokesman of the French government": that is described only later */
			if (b->entity == NONE && depth > 0 && c > n && is_of(k, c) && k->d->mention_of[c] == NONE && (tk(k, c)->upos == UPOS_NOUN || tk(k, c)->upos == UPOS_PROPN))
				owner_under(k, c, b, depth - 1);
			break;
		default:
			break;
		}
	}
	for (uint32_t c = tk(k, n)->child; c != NONE && b->entity == NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_NMOD && c > n) {	/* "in Syria" */
			for (uint32_t g = tk(k, c)->child; g != NONE; g = tk(k, g)->next)
				if (tk(k, g)->deprel == DEP_CASE && in_words(k->l, WORDS_IN, k->lower[g]) && take_owner(k, k->d->mention_of[c], b))
					b->weak = true;
		}
}

bool is_hyphen(const struct linking *k, uint32_t t)
{
	return str_is(tk(k, t)->form, "-") && t > 0 && t + 1 < k->d->tokens.n && tk(k, t - 1)->span.end == tk(k, t)->span.start &&
	       tk(k, t + 1)->span.start == tk(k, t)->span.end;
}

struct belongs owner(struct linking *k, uint32_t n, uint32_t first, uint32_t last, struct str prefix, bool public)
{
	struct belongs b = { "", NONE, false, false };

	if (prefix.n) {
		struct str key;
		uint32_t count;
		size_t hyphen = str_find(prefix, '-');

		if (hyphen + 1 < prefix.n && in_words(k->l, WORDS_FORMER_PREFIX, unicode_lower_str(k->d->a, str_sub(prefix, 0, hyphen))))	/* "oud-VVD-leider" */
			prefix = str_sub(prefix, hyphen + 1, prefix.n);
		who_fold(k->d->a, prefix, &key);
		const struct who_hit *h = who_find(k->l->who, k->l->lang, key, &count);

		for (uint32_t i = 0; i < count && b.entity == NONE; i++) {
			struct who_entity x = who_entity(k->l->who, h[i].entity);

			if (public && x.kind == KIND_PERSON && (x.weight >= 500 || governs_now(k, h[i].entity)) && who_country(k->l->who, x.country) != NONE) {	/* "the Trump government" */
				b.entity = entity_of_who(k, who_country(k->l->who, x.country));
				memcpy(b.country, x.country, 4);
				break;
			}
			if ((x.kind == KIND_PERSON && x.weight < 500) || (x.kind == KIND_PLACE && h[i].how != WHO_SEAT))
				continue;
			b.entity = entity_of_who(k, h[i].entity);
			memcpy(b.country, k->d->entities.at[b.entity].country, 4);
			b.is_organisation = x.kind != KIND_COUNTRY && x.kind != KIND_PERSON;
		}
	}
	if (b.entity == NONE)
		owner_under(k, n, &b, 1);
	/* "Russian President Putin": the adjective hangs on the name; "US foreign minister": on the first word */
	const struct sentence *s = &k->d->sentences.at[tk(k, n)->sentence];

	for (uint32_t t = first; b.entity == NONE && t-- > s->first && first - t < 4; ) {
		uint32_t m = k->covered[t];

		if (public && t + 2 < first && is_hyphen(k, t + 1))	/* "the Luxembourg-based court" is not Luxembourg's */
			continue;

		if (m != NONE && (k->d->mentions.at[m].how == MENTION_ADJECTIVE || tk(k, t)->deprel == DEP_COMPOUND || tk(k, t)->deprel == DEP_NMOD_POSS ||
				  tk(k, t)->deprel == DEP_NMOD_DESC || tk(k, t)->deprel == DEP_AMOD || tk(k, t)->deprel == DEP_NMOD_UNMARKED))
			take_owner(k, m, &b);
		else if (tk(k, t)->upos != UPOS_ADJ && tk(k, t)->upos != UPOS_NOUN && tk(k, t)->upos != UPOS_PART && tk(k, t)->upos != UPOS_PROPN &&
			 !str_is(tk(k, t)->form, "-") && tk(k, t)->deprel != DEP_AMOD)
			break;
	}
	/* "a vice president at PG&E" */
	for (uint32_t c = tk(k, n)->child; c != NONE && b.entity == NONE; c = tk(k, c)->next) {
		uint32_t at = tk(k, c)->deprel == DEP_NMOD && c > n ? doc_child(k->d, c, DEP_CASE) : NONE;

		if (at != NONE && in_words(k->l, WORDS_WORKS_AT, k->lower[at]) && take_owner(k, k->d->mention_of[c], &b) && !b.is_organisation)
			b = (struct belongs){ "", NONE, false, false };
	}
	/* "minister of defence of Iran": the owner hangs on the last word of the office */
	if (b.entity == NONE && last > n)
		for (uint32_t t = n + 1; t <= last && b.entity == NONE; t++)
			owner_under(k, t, &b, 0);
	/* right behind it, whatever the tree says: in names of several words all hang on the first */
	uint32_t behind = (last > n ? last : n) + 1;

	if (b.entity == NONE && behind + 1 < s->end && in_words(k->l, WORDS_OF, k->lower[behind])) {
		uint32_t t = tk(k, behind + 1)->upos == UPOS_DET && behind + 2 < s->end ? behind + 2 : behind + 1;

		if (k->covered[t] != NONE && k->d->mentions.at[k->covered[t]].first == t && k->d->mentions.at[k->covered[t]].n_entities &&
		    k->d->entities.at[k->d->mentions.at[k->covered[t]].entities[0]].kind == KIND_COUNTRY)
			take_owner(k, k->covered[t], &b);
	}
	return b;
}

void owner_of_name(const struct linking *k, uint32_t name, struct belongs *b)
{
	const struct mention *m = &k->d->mentions.at[k->d->mention_of[name]];
	uint32_t of = m->last + 1;

	for (uint32_t c = tk(k, name)->child; c != NONE && b->entity == NONE; c = tk(k, c)->next)
		if (c > name && (tk(k, c)->deprel == DEP_NMOD || tk(k, c)->deprel == DEP_OBL) && is_of(k, c))
			take_owner(k, k->d->mention_of[c], b);
	if (b->entity != NONE || of + 2 >= k->d->sentences.at[tk(k, name)->sentence].end || !in_words(k->l, WORDS_OF, k->lower[of]))
		return;
	if (k->covered[of + 1] != NONE)
		take_owner(k, k->covered[of + 1], b);
	else if (tk(k, of + 1)->upos == UPOS_DET && k->d->mention_of[of + 2] == NONE)	/* "treasurer Ann Smith of the party DENK" */
		owner_under(k, of + 2, b, 0);
}

/* "A spokesman said", after a sentence about a firm: the last body that spoke or of which was spoken. */
void owner_before(const struct linking *k, uint32_t n, struct belongs *b)
{
	enum { SENTENCES_BACK = 3 };

	for (uint32_t t = n; t-- > 0 && tk(k, t)->sentence + SENTENCES_BACK >= tk(k, n)->sentence && b->entity == NONE; ) {
		uint32_t m = k->d->mention_of[t];
		const struct entity *x = m == NONE || k->d->mentions.at[m].n_entities != 1 ? NULL : &k->d->entities.at[k->d->mentions.at[m].entities[0]];

		if (x && strcmp(x->sector, "JRN") && (x->kind == KIND_ORGANISATION || x->kind == KIND_PARTY || x->kind == KIND_ARMED_GROUP || x->kind == KIND_COMPANY ||
						      x->kind == KIND_GOVERNMENT))
			take_owner(k, m, b);
	}
}

static bool is_land(const struct linking *k, uint32_t t, struct belongs *b)
{
	uint32_t m = k->d->mention_of[t];
	const struct entity *x = m != NONE && k->d->mentions.at[m].n_entities == 1 ? &k->d->entities.at[k->d->mentions.at[m].entities[0]] : NULL;

	*b = (struct belongs){ "", NONE, false, false };
	return x && (x->kind == KIND_COUNTRY || (x->kind == KIND_ORGANISATION && !strcmp(x->sector, "IGO"))) && take_owner(k, m, b);
}

uint32_t joined_owners(const struct linking *k, uint32_t n, bool body, struct belongs owners[JOINED_MAX], uint32_t tokens[JOINED_MAX])
{
	for (uint32_t c = body || tk(k, n)->bits & FEAT_PLUR ? tk(k, n)->child : NONE; c != NONE; c = tk(k, c)->next) {
		uint32_t count = 0;

		switch (tk(k, c)->deprel) {
		case DEP_AMOD: case DEP_COMPOUND: case DEP_NMOD_POSS: case DEP_NMOD_DESC: case DEP_NMOD:
			break;
		default:
			continue;
		}
		if ((c > n && !is_of(k, c)) || !is_land(k, c, &owners[0]))
			continue;
		tokens[count++] = c;
		for (uint32_t g = tk(k, c)->child; g != NONE && count < JOINED_MAX; g = tk(k, g)->next)
			if (tk(k, g)->deprel == DEP_CONJ && is_land(k, g, &owners[count]) && owners[count].entity != owners[0].entity)
				tokens[count++] = g;
		return count > 1 ? count : 0;
	}
	return 0;
}
