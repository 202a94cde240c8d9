#include "link/card.h"

#include "link/who.h"

static bool holds(day from, day to, day at)
{
	return at == DAY_NONE || ((from == DAY_NONE || from <= at) && (to == DAY_NONE || at <= to));
}

static void add_offices(const struct who *w, struct arena *a, uint32_t entity, day at, struct card *card)
{
	const struct who_term *terms;
	uint32_t n = who_terms(w, entity, &terms);

	for (uint32_t i = 0; i < n; i++) {
		if (!holds(terms[i].from, terms[i].to, at))
			continue;
		struct card_term *t = vec_push(a, &card->offices);

		t->office = terms[i].office;
		memcpy(t->country, terms[i].country, 4);
		t->organisation = terms[i].organisation == NONE ? STR_NONE : who_entity(w, terms[i].organisation).name;
		t->from = terms[i].from;
		t->to = terms[i].to;
	}
}

static struct card_member member_of(const struct who *w, uint32_t other, const struct who_member *m)
{
	struct who_entity x = who_entity(w, other);

	return (struct card_member){ x.id, x.name, who_membership_word((enum who_membership)m->kind), m->from, m->to };
}

void card_fill(const struct who *w, struct arena *a, struct str id, day at, struct card *card)
{
	uint32_t entity = who_by_id(w, id), n;

	memset(card, 0, sizeof(*card));
	if (entity == NONE)
		return;
	struct who_entity x = who_entity(w, entity);
	const struct who_codes *c = x.kind == KIND_COUNTRY ? who_codes(w, x.country) : NULL;

	if (c) {
		card->iso2 = str_c(c->iso2);
		card->iso_number = str_c(c->iso_number);
		card->cow_number = str_c(c->cow_number);
		card->cow = str_c(c->cow);
		card->fips = str_c(c->fips);
		card->cameo = str_c(c->cameo);
	}
	add_offices(w, a, entity, at, card);
	const struct who_member *m = who_memberships(w, entity, &n);

	for (uint32_t i = 0; i < n; i++)
		if (holds(m[i].from, m[i].to, at))
			vec_add(a, &card->member_of, member_of(w, m[i].organisation, &m[i]));
	const uint32_t *rows = who_members(w, entity, &n);

	for (uint32_t i = 0; i < n; i++) {
		struct who_member row = who_member_at(w, rows[i]);

		if (holds(row.from, row.to, at))
			vec_add(a, &card->members, member_of(w, row.member, &row));
	}
}
