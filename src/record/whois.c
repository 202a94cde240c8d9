#include "record/whois.h"

#include "base/jsonwrite.h"

enum { MEMBERS_SHOWN = 40 /* in the table; JSON has all */, DEPTH_MAX = 80 };

uint32_t whois_mention(const struct doc *d, uint32_t end)
{
	uint32_t best = NONE, least = UINT32_MAX;

	for (uint32_t i = 0; i < d->mentions.n; i++) {
		const struct mention *m = &d->mentions.at[i];
		uint32_t depth = 0;

		for (uint32_t t = m->head; d->tokens.at[t].head != NONE && depth < DEPTH_MAX; t = d->tokens.at[t].head)
			depth += 2;
		depth += m->how == MENTION_ADJECTIVE || m->how == MENTION_PRONOUN;
		if (m->n_entities && m->span.start < end && depth < least) {
			least = depth;
			best = i;
		}
	}
	return best;
}

/* A place that acts is its government where it has one of its own, or is the seat of one; else its people. */
static const char *sector_of(const struct mention *m, const struct entity *x)
{
	bool seat = false;

	if (x->kind != KIND_PLACE || x->sector[0])
		return x->sector;
	for (uint32_t i = 0; i < m->n_rivals; i++)
		seat |= m->rivals[i].why >> WHY_SEAT & 1 && m->rivals[i].kind == KIND_COUNTRY;
	return seat || x->place.precision == PLACE_REGION ? "GOV" : "CVL";
}

void whois_reasons(struct buf *out, uint32_t why)
{
	bool more = false;

	for (uint32_t bit = 0; why >> bit; bit++) {
		if (!(why >> bit & 1))
			continue;
		if (more)
			buf_add(out, STR(", "));
		buf_add(out, str_c(link_reason_word((enum link_reason)bit)));
		more = true;
	}
}

static float probability_of(const struct mention *m, const struct entity *x)
{
	return m->n_rivals ? m->rivals[0].probability : x->probability;
}

/* ---- JSON ------------------------------------------------------------------------------------------------------ */

static void json_member(struct buf *b, const char *key, struct str value)
{
	json_key(b, key);
	json_text_or_null(b, value);
}

static void json_why(struct buf *b, uint32_t why)
{
	json_key(b, "why");
	json_open(b, '[');
	for (uint32_t bit = 0; why >> bit; bit++)
		if (why >> bit & 1)
			json_text(b, str_c(link_reason_word((enum link_reason)bit)));
	json_close(b, ']');
}

static void json_rival(struct buf *b, const struct rival *r)
{
	json_open(b, '{');
	json_member(b, "id", r->id);
	json_member(b, "name", r->name);
	json_member(b, "kind", str_c(kind_word(r->kind)));
	json_member(b, "country", str_c(r->country));
	json_key(b, "probability");
	json_fixed(b, r->probability, 3);
	json_why(b, r->why);
	json_close(b, '}');
}

static void json_days(struct buf *b, day from, day to)
{
	char iso[11];

	json_key(b, "from");
	if (from != DAY_NONE)
		day_iso(from, iso);
	json_text_or_null(b, from == DAY_NONE ? STR_NONE : str_c(iso));
	json_key(b, "to");
	if (to != DAY_NONE)
		day_iso(to, iso);
	json_text_or_null(b, to == DAY_NONE ? STR_NONE : str_c(iso));
}

static void json_members(struct buf *b, const char *key, const struct card_member *at, size_t n)
{
	if (!n)
		return;
	json_key(b, key);
	json_open(b, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(b, '{');
		json_member(b, "id", at[i].id);
		json_member(b, "name", at[i].name);
		json_member(b, "kind", str_c(at[i].kind));
		json_days(b, at[i].from, at[i].to);
		json_close(b, '}');
	}
	json_close(b, ']');
}

static void json_card(struct buf *b, const struct card *card)
{
	if (card->iso2.n || card->cow.n || card->fips.n) {
		json_key(b, "codes");
		json_open(b, '{');
		json_member(b, "iso2", card->iso2);
		json_member(b, "iso_number", card->iso_number);
		json_member(b, "cow_number", card->cow_number);
		json_member(b, "cow", card->cow);
		json_member(b, "fips", card->fips);
		json_member(b, "cameo", card->cameo);
		json_close(b, '}');
	}
	if (card->offices.n) {
		json_key(b, "offices");
		json_open(b, '[');
		for (size_t i = 0; i < card->offices.n; i++) {
			const struct card_term *t = &card->offices.at[i];

			json_open(b, '{');
			json_member(b, "office", t->office);
			json_member(b, "country", str_c(t->country));
			json_member(b, "organisation", t->organisation);
			json_days(b, t->from, t->to);
			json_close(b, '}');
		}
		json_close(b, ']');
	}
	json_members(b, "member_of", card->member_of.at, card->member_of.n);
	json_members(b, "members", card->members.at, card->members.n);
}

static void json_entity(struct buf *b, const struct doc *d, const struct mention *m, const struct card *card)
{
	const struct entity *x = m->n_entities ? &d->entities.at[m->entities[0]] : NULL;

	json_member(b, "id", x ? x->id : STR_NONE);
	json_member(b, "name", x ? x->name : STR_NONE);
	json_member(b, "kind", str_c(kind_word(x ? x->kind : KIND_UNKNOWN)));
	json_member(b, "country", x ? str_c(x->country) : STR_NONE);
	json_member(b, "sector", x ? str_c(sector_of(m, x)) : STR_NONE);
	json_member(b, "office", x ? x->office : STR_NONE);
	json_key(b, "probability");
	json_fixed(b, x ? probability_of(m, x) : 0, 3);
	json_member(b, "how", str_c(mention_how_word(m->how)));
	json_why(b, m->n_rivals ? m->rivals[0].why : 0);
	json_key(b, "rivals");
	json_open(b, '[');
	for (uint32_t i = 1; i < m->n_rivals; i++)
		json_rival(b, &m->rivals[i]);
	json_close(b, ']');
	json_card(b, card);
}

void whois_json(struct buf *out, struct str phrase, const struct doc *d, uint32_t mention, const struct card *card)
{
	json_open(out, '{');
	json_member(out, "text", phrase);
	if (mention == NONE) {
		json_member(out, "id", STR_NONE);
		json_member(out, "kind", str_c(kind_word(KIND_UNKNOWN)));
		json_member(out, "country", STR_NONE);
		json_member(out, "sector", STR_NONE);
	} else {
		json_entity(out, d, &d->mentions.at[mention], card);
	}
	json_close(out, '}');
	buf_byte(out, '\n');
}

/* ---- for people ------------------------------------------------------------------------------------------------ */

static void row(struct buf *b, const char *key, struct str value)
{
	if (value.n)
		buf_printf(b, "  %-12s %.*s\n", key, STR_ARG(value));
}

static void days(struct buf *b, day from, day to)
{
	char iso[11];

	buf_add(b, STR("  "));
	if (from != DAY_NONE) {
		day_iso(from, iso);
		buf_add(b, str_c(iso));
	}
	buf_add(b, STR(".."));
	if (to != DAY_NONE) {
		day_iso(to, iso);
		buf_add(b, str_c(iso));
	}
	buf_byte(b, '\n');
}

static void members(struct buf *b, const char *key, const struct card_member *at, size_t n)
{
	for (size_t i = 0; i < n && i < MEMBERS_SHOWN; i++) {
		buf_printf(b, "  %-12s %.*s (%s)", i ? "" : key, STR_ARG(at[i].name), at[i].kind);
		days(b, at[i].from, at[i].to);
	}
	if (n > MEMBERS_SHOWN)
		buf_printf(b, "  %-12s and %zu more\n", "", n - MEMBERS_SHOWN);
}

void whois_table(struct buf *out, struct str phrase, const struct doc *d, uint32_t mention, const struct card *card)
{
	const struct mention *m = mention == NONE ? NULL : &d->mentions.at[mention];
	const struct entity *x = m && m->n_entities ? &d->entities.at[m->entities[0]] : NULL;

	if (!x) {
		buf_printf(out, "%.*s: unknown\n", STR_ARG(phrase));
		return;
	}
	buf_printf(out, "%.*s\n", STR_ARG(x->name));
	row(out, "id", x->id);
	row(out, "kind", str_c(kind_word(x->kind)));
	row(out, "country", str_c(x->country));
	row(out, "sector", str_c(sector_of(m, x)));
	row(out, "office", x->office);
	buf_printf(out, "  %-12s %.2f  %s", "probability", (double)probability_of(m, x), mention_how_word(m->how));
	if (m->n_rivals) {
		buf_add(out, STR(": "));
		whois_reasons(out, m->rivals[0].why);
	}
	buf_byte(out, '\n');
	for (uint32_t i = 1; i < m->n_rivals; i++) {
		const struct rival *r = &m->rivals[i];

		buf_printf(out, "  %-12s %.2f  %.*s (%s%s%s, %.*s): ", i == 1 ? "rivals" : "", (double)r->probability, STR_ARG(r->name), kind_word(r->kind),
			   r->country[0] ? ", " : "", r->country, STR_ARG(r->id));
		whois_reasons(out, r->why);
		buf_byte(out, '\n');
	}
	if (card->iso2.n || card->cow.n || card->fips.n)
		buf_printf(out, "  %-12s ISO %.*s %.*s, COW %.*s %.*s, FIPS %.*s, CAMEO %.*s\n", "codes", STR_ARG(card->iso2), STR_ARG(card->iso_number),
			   STR_ARG(card->cow_number), STR_ARG(card->cow), STR_ARG(card->fips), STR_ARG(card->cameo));
	for (size_t i = 0; i < card->offices.n; i++) {
		const struct card_term *t = &card->offices.at[i];

		buf_printf(out, "  %-12s %.*s, ", i ? "" : "offices", STR_ARG(t->office));
		buf_add(out, t->organisation.n ? t->organisation : str_c(t->country));
		days(out, t->from, t->to);
	}
	members(out, "member of", card->member_of.at, card->member_of.n);
	members(out, "members", card->members.at, card->members.n);
}
