#include "link/who.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "link/who_file.h"
#include "link/who_user.h"

/* One pointer and one count for each section, typed. */
struct who {
	struct str file;
	struct arena a;
	struct who_term *terms;		/* [N(TERMS)] */
	struct who_user *user;		/* or NULL */
	uint32_t longest;
	uint32_t n[WHO_SEC_COUNT];
#define POINTER_(name, type) const type *name;
	WHO_SECTIONS(POINTER_)
#undef POINTER_
};

#define N(section) (w->n[WHO_SEC_##section])

static const uint32_t row_size[WHO_SEC_COUNT] = {
#define SIZE_(name, type) sizeof(type),
	WHO_SECTIONS(SIZE_)
#undef SIZE_
};

static struct str text(const struct who *w, struct who_ref r)
{
	return (struct str){ w->STRINGS + r.at, r.n };
}

/* ---- opening ---------------------------------------------------------------------------------------------- */

static bool ref_ok(const struct who *w, struct who_ref r)
{
	return r.at <= N(STRINGS) && r.n <= N(STRINGS) - r.at;
}

static bool refs_ok(const struct who *w, const struct who_ref *refs, uint32_t n)
{
	bool ok = true;

	for (uint32_t i = 0; i < n; i++)
		ok &= ref_ok(w, refs[i]);
	return ok;
}

static bool below(const uint32_t *at, uint32_t n, uint32_t limit)
{
	bool ok = true;

	for (uint32_t i = 0; i < n; i++)
		ok &= at[i] < limit;
	return ok;
}

static bool code_ok(const char code[4])
{
	return code[3] == '\0';
}

static bool entities_ok(const struct who *w)
{
	bool ok = true;

	for (uint32_t i = 0; i < N(ENTITIES); i++) {
		const struct who_row *r = &w->ENTITIES[i];

		ok &= ref_ok(w, r->id) && ref_ok(w, r->name) && code_ok(r->country) && code_ok(r->sector) && r->kind <= KIND_AGREEMENT &&
		      r->female <= 2 && r->located <= 1 && r->precision <= PLACE_COUNTRY;
	}
	return ok;
}

static bool keys_ok(const struct who *w)
{
	uint64_t ranges = (uint64_t)N(KEYS) * N(LANGS);
	bool ok = refs_ok(w, w->KEYS, N(KEYS)) && ranges == N(RANGES) && N(SLOTS) && (N(SLOTS) & (N(SLOTS) - 1)) == 0;

	for (uint32_t i = 0; ok && i < N(RANGES); i++)
		ok = w->RANGES[i].first <= N(HITS) && w->RANGES[i].n <= N(HITS) - w->RANGES[i].first;
	for (uint32_t i = 0; ok && i < N(HITS); i++)
		ok = w->HITS[i].entity < N(ENTITIES) && (uint32_t)w->HITS[i].how <= WHO_SEAT;
	return ok && below(w->SLOTS, N(SLOTS), N(KEYS) + 1);
}

static bool terms_ok(const struct who *w)
{
	bool ok = true;

	for (uint32_t i = 0; ok && i < N(TERMS); i++) {
		const struct who_term_row *t = &w->TERMS[i];

		ok = ref_ok(w, t->office) && ref_ok(w, t->office_class) && code_ok(t->country) && code_ok(t->sector) && t->person < N(ENTITIES) &&
		     (t->organisation == NONE || t->organisation < N(ENTITIES)) && (i == 0 || w->TERMS[i - 1].person <= t->person);
	}
	for (uint32_t i = 0; ok && i < N(OFFICES); i++)
		ok = ref_ok(w, w->OFFICES[i].office) && ref_ok(w, w->OFFICES[i].office_class) && code_ok(w->OFFICES[i].country);
	return ok && below(w->HOLDERS, N(HOLDERS), N(TERMS));
}

static bool members_ok(const struct who *w)
{
	bool ok = N(ORG_MEMBERS) == N(MEMBERS) && below(w->ORG_MEMBERS, N(ORG_MEMBERS), N(MEMBERS));

	for (uint32_t i = 0; i < N(MEMBERS); i++)
		ok &= w->MEMBERS[i].member < N(ENTITIES) && w->MEMBERS[i].organisation < N(ENTITIES) && w->MEMBERS[i].kind < WHO_MEMBERSHIP_COUNT;
	for (uint32_t i = 0; i < N(CODES); i++) {
		const struct who_codes *c = &w->CODES[i];

		ok &= code_ok(c->country) && code_ok(c->iso2) && code_ok(c->iso_number) && code_ok(c->cow_number) && code_ok(c->cow) &&
		      code_ok(c->fips) && code_ok(c->cameo);
	}
	return ok;
}

static bool rows_ok(const struct who *w)
{
	return entities_ok(w) && members_ok(w) && refs_ok(w, w->LANGS, N(LANGS)) && keys_ok(w) && terms_ok(w) && below(w->IDS, N(IDS), N(ENTITIES)) &&
	       below(w->COUNTRIES, N(COUNTRIES), N(ENTITIES));
}

static int find_sections(struct who *w, const char *path, struct error *e)
{
	const struct who_header *h = (const struct who_header *)(const void *)w->file.p;
	const void *at[WHO_SEC_COUNT];
	int i = 0;

	if (w->file.n < sizeof(*h) || memcmp(h->magic, WHO_MAGIC, 8) != 0)
		return error_set(e, COU_EDATA, "%s: is no table of names", path);
	if (h->version != WHO_VERSION || h->sections != WHO_SEC_COUNT)
		return error_set(e, COU_EDATA, "%s: is a table of names of version %u; this program reads version %u", path, h->version, WHO_VERSION);
	if (h->size != w->file.n)
		return error_set(e, COU_EDATA, "%s: is truncated or damaged (%zu bytes, %llu expected)", path, w->file.n, (unsigned long long)h->size);
	if (str_hash(str_sub(w->file, sizeof(*h), w->file.n)) != h->checksum)
		return error_set(e, COU_EDATA, "%s: is damaged (checksum)", path);
	for (i = 0; i < WHO_SEC_COUNT; i++) {
		if (h->section[i].offset % 8 || (uint64_t)h->section[i].offset + (uint64_t)h->section[i].count * row_size[i] > w->file.n)
			return error_set(e, COU_EDATA, "%s: is damaged (section %d)", path, i);
		at[i] = w->file.p + h->section[i].offset;
		w->n[i] = h->section[i].count;
	}
	i = 0;
#define FIND_(name, type) w->name = at[i++];
	WHO_SECTIONS(FIND_)
#undef FIND_
	w->longest = h->longest;
	return rows_ok(w) ? 0 : error_set(e, COU_EDATA, "%s: is damaged (index out of range)", path);
}

static void read_terms(struct who *w)
{
	w->terms = arena_array(&w->a, struct who_term, N(TERMS));
	for (uint32_t i = 0; i < N(TERMS); i++) {
		const struct who_term_row *r = &w->TERMS[i];
		struct who_term *t = &w->terms[i];

		t->person = r->person;
		t->office = text(w, r->office);
		memcpy(t->country, r->country, 4);
		memcpy(t->sector, r->sector, 4);
		t->organisation = r->organisation;
		t->rank = r->rank;
		t->from = r->from;
		t->seen = w->TERMS[i].seen;
		t->to = r->to;
	}
}

int who_open(struct who **out, const char *data_dir, const char *user, struct error *e)
{
	struct who *w = calloc(1, sizeof(*w));
	struct str path;
	int rc;

	*out = NULL;
	if (!w)
		return error_set(e, COU_ELIMIT, "no memory for the table of names");
	path = str_printf(&w->a, "%s/who.bin", data_dir);
	rc = file_map(path.p, &w->file, e);
	if (rc == 0)
		rc = find_sections(w, path.p, e);
	if (!rc)
		read_terms(w);
	if (!rc && user)
		rc = who_user_read(&w->user, w, user, e);
	if (rc) {
		who_close(w);
		return rc;
	}
	*out = w;
	return 0;
}

void who_close(struct who *w)
{
	if (!w)
		return;
	who_user_free(w->user);
	if (w->file.p)
		file_unmap(w->file);
	arena_free(&w->a);
	free(w);
}

/* ---- names ------------------------------------------------------------------------------------------------ */

/* Dashes part words; full stops, apostrophes and quotation marks vanish. */
void who_fold(struct arena *a, struct str name, struct str *key)
{
	struct str s = unicode_fold(a, unicode_nfc(a, name));
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0, at = 0;
	bool gap = false;

	while (at < s.n) {
		size_t before = at;
		uint32_t c = utf8_next(s, &at);

		if (c == '.' || c == '\'' || c == '"' || c == 0x2BB || c == 0x2BC || c == 0x2BF || c == 0x2BE)
			continue;
		if (c == '-' || c == '_' || (c != UTF8_BAD && unicode_is_space(c))) {
			gap = true;
			continue;
		}
		if (gap && n)
			p[n++] = ' ';
		gap = false;
		memcpy(p + n, s.p + before, at - before);
		n += at - before;
	}
	*key = (struct str){ p, n };
}

static uint32_t find_lang(const struct who *w, struct str lang)
{
	for (uint32_t i = 0; i < N(LANGS); i++)
		if (str_eq(text(w, w->LANGS[i]), lang))
			return i;
	return NONE;
}

const struct who_hit *who_find(const struct who *w, struct str lang, struct str key, uint32_t *n)
{
	uint32_t l = find_lang(w, lang), mask = N(SLOTS) - 1, slot = (uint32_t)str_hash(key) & mask;

	*n = 0;
	if (l == NONE)
		return NULL;
	const struct who_hit *own = w->user ? who_user_find(w->user, lang, key, n) : NULL;

	if (own)
		return own;
	for (uint32_t probe = 0; probe <= mask && w->SLOTS[slot]; probe++, slot = (slot + 1) & mask) {
		uint32_t k = w->SLOTS[slot] - 1;
		struct who_range r;

		if (!str_eq(text(w, w->KEYS[k]), key))
			continue;
		r = w->RANGES[k * N(LANGS) + l];
		*n = r.n;
		return r.n ? w->HITS + r.first : NULL;
	}
	return NULL;
}

uint32_t who_languages(const struct who *w, struct str *lang, uint32_t max)
{
	uint32_t n = N(LANGS) < max ? N(LANGS) : max;

	for (uint32_t i = 0; i < n; i++)
		lang[i] = text(w, w->LANGS[i]);
	return n;
}

uint32_t who_longest(const struct who *w)
{
	return w->longest;
}

/* ---- entities ---------------------------------------------------------------------------------------------- */

struct who_entity who_entity(const struct who *w, uint32_t i)
{
	const struct who_entity *own = w->user ? who_user_entity(w->user, i) : NULL;

	if (own)
		return *own;
	const struct who_row *r = &w->ENTITIES[i];
	struct who_entity x = {
		.id = text(w, r->id), .name = text(w, r->name), .kind = (enum kind)r->kind, .female = r->female, .located = r->located,
		.lat = r->lat / 1e5, .lon = r->lon / 1e5, .precision = (enum precision_place)r->precision, .weight = r->weight,
	};

	memcpy(x.country, r->country, 4);
	memcpy(x.sector, r->sector, 4);
	return x;
}

uint32_t who_count(const struct who *w)
{
	return N(ENTITIES) + (w->user ? who_user_count(w->user) : 0);
}

uint32_t who_country(const struct who *w, const char iso3[4])
{
	uint32_t low = 0, high = N(COUNTRIES);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		int c = strncmp(w->ENTITIES[w->COUNTRIES[mid]].country, iso3, 4);

		if (c == 0)
			return w->COUNTRIES[mid];
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NONE;
}

uint32_t who_by_id(const struct who *w, struct str id)
{
	uint32_t low = 0, high = N(IDS);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		int c = str_cmp(text(w, w->ENTITIES[w->IDS[mid]].id), id);

		if (c == 0)
			return w->IDS[mid];
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return w->user ? who_user_by_id(w->user, id) : NONE;
}

/* The first of n rows, sorted by the number that stands at byte `at` of each, whose number is not below value. */
static uint32_t first_row(const void *rows, size_t size, uint32_t n, size_t at, uint32_t value)
{
	uint32_t low = 0;

	while (low < n) {
		uint32_t mid = low + (n - low) / 2, number;

		memcpy(&number, (const char *)rows + mid * size + at, sizeof(number));
		if (number < value)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

/* ---- codes and members --------------------------------------------------------------------------------------- */

const struct who_codes *who_codes(const struct who *w, const char country[4])
{
	uint32_t low = 0, high = N(CODES);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		int c = strncmp(w->CODES[mid].country, country, 4);

		if (c == 0)
			return &w->CODES[mid];
		if (c < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

const struct who_member *who_memberships(const struct who *w, uint32_t entity, uint32_t *n)
{
	uint32_t low = first_row(w->MEMBERS, sizeof(*w->MEMBERS), N(MEMBERS), offsetof(struct who_member, member), entity);

	for (*n = 0; low + *n < N(MEMBERS) && w->MEMBERS[low + *n].member == entity; ++*n)
		;
	return w->MEMBERS + low;
}

const uint32_t *who_members(const struct who *w, uint32_t organisation, uint32_t *n)
{
	uint32_t low = 0, high = N(ORG_MEMBERS);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (w->MEMBERS[w->ORG_MEMBERS[mid]].organisation < organisation)
			low = mid + 1;
		else
			high = mid;
	}
	for (*n = 0; low + *n < N(ORG_MEMBERS) && w->MEMBERS[w->ORG_MEMBERS[low + *n]].organisation == organisation; ++*n)
		;
	return w->ORG_MEMBERS + low;
}

struct who_member who_member_at(const struct who *w, uint32_t index)
{
	return w->MEMBERS[index];
}

const char *who_membership_word(enum who_membership kind)
{
#define WORD_(n, w) w,
	static const char *const words[] = { WHO_MEMBERSHIPS(WORD_) };
#undef WORD_

	return words[kind];
}

/* ---- offices ----------------------------------------------------------------------------------------------- */

static uint32_t first_term(const struct who *w, uint32_t person)
{
	return first_row(w->TERMS, sizeof(*w->TERMS), N(TERMS), offsetof(struct who_term_row, person), person);
}

uint32_t who_terms(const struct who *w, uint32_t person, const struct who_term **terms)
{
	uint32_t first = first_term(w, person), end = first, n;
	const struct who_term *own = w->user ? who_user_terms(w->user, person, &n) : NULL;

	if (own) {
		*terms = own;
		return n;
	}
	while (end < N(TERMS) && w->TERMS[end].person == person)
		end++;
	*terms = w->terms + first;
	return end - first;
}

static struct str class_of(const struct who *w, struct str office, const char country[4])
{
	struct str found = office;

	for (uint32_t i = 0; i < N(OFFICES); i++) {
		const struct who_office_row *o = &w->OFFICES[i];

		if (!str_eq(text(w, o->office), office))
			continue;
		if (o->country[0] && strncmp(o->country, country, 4) == 0)
			return text(w, o->office_class);
		if (!o->country[0])
			found = text(w, o->office_class);
	}
	return found;
}

/* The order of HOLDERS. */
static int polity_cmp(const struct who_term_row *t, const char country[4], uint32_t organisation, struct str office, struct str office_class)
{
	int c = strncmp(t->country, country, 4);

	if (c == 0)
		c = (t->organisation > organisation) - (t->organisation < organisation);
	return c ? c : str_cmp(office, office_class);
}

/* First of HOLDERS that is not before that office. */
static uint32_t first_holder(const struct who *w, struct str office_class, const char country[4], uint32_t organisation)
{
	uint32_t low = 0, high = N(HOLDERS);

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		const struct who_term_row *t = &w->TERMS[w->HOLDERS[mid]];

		if (polity_cmp(t, country, organisation, text(w, t->office_class), office_class) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool covers(const struct who_term_row *t, day at)
{
	return t->from != DAY_NONE && t->from <= at && at <= (t->to == DAY_NONE ? t->seen : t->to);
}

/* A term of the user's table that is of that office. */
static bool of_office(const struct who *w, const struct who_term *t, struct str office_class, const char country[4], uint32_t organisation)
{
	return t->organisation == organisation && !strncmp(t->country, country, 4) && str_eq(class_of(w, t->office, country), office_class);
}

static bool lasts(const struct who_term *t, day at)
{
	return (t->from == DAY_NONE || t->from <= at) && (t->to == DAY_NONE || at <= t->to);
}

static uint32_t holder(const struct who *w, struct str office, const char country[4], uint32_t organisation, day at)
{
	enum { HANDOVER = 60 };		/* days */
	struct str office_class = class_of(w, office, country);
	uint32_t found = NONE;
	day until = DAY_NONE;
	bool shared = false;

	if (at == DAY_NONE)
		return NONE;
	for (uint32_t i = first_holder(w, office_class, country, organisation); i < N(HOLDERS); i++) {
		const struct who_term_row *t = &w->TERMS[w->HOLDERS[i]];

		if (polity_cmp(t, country, organisation, text(w, t->office_class), office_class) != 0)
			break;
		if (!covers(t, at))
			continue;
		if (found != NONE && found != t->person) {
			/* two at once: one hands over to the next, or several share the office and it names nobody */
			shared |= t->from <= at - HANDOVER && until - at >= HANDOVER;
		}
		found = t->person;
		until = t->to == DAY_NONE ? t->seen : t->to;
	}
	if (shared)
		return NONE;
	uint32_t n = 0;
	const struct who_term *own = w->user ? who_user_all_terms(w->user, &n) : NULL;

	for (uint32_t i = 0; i < n; i++)
		if (of_office(w, &own[i], office_class, country, organisation) && lasts(&own[i], at))
			found = own[i].person;
	return found;
}

uint32_t who_held(const struct who *w, struct str office, const char country[4], uint32_t organisation, uint32_t *persons, uint32_t max)
{
	struct str office_class = class_of(w, office, country);
	uint32_t n = 0;

	for (uint32_t i = first_holder(w, office_class, country, organisation); i < N(HOLDERS) && n < max; i++) {
		const struct who_term_row *t = &w->TERMS[w->HOLDERS[i]];

		if (polity_cmp(t, country, organisation, text(w, t->office_class), office_class) != 0)
			break;
		persons[n++] = t->person;
	}
	uint32_t more = 0;
	const struct who_term *own = w->user ? who_user_all_terms(w->user, &more) : NULL;

	for (uint32_t i = 0; i < more && n < max; i++)
		if (of_office(w, &own[i], office_class, country, organisation))
			persons[n++] = own[i].person;
	return n;
}

bool who_in_office(const struct who *w, uint32_t person, day at)
{
	for (uint32_t i = first_term(w, person); i < N(TERMS) && w->TERMS[i].person == person && at != DAY_NONE; i++)
		if (covers(&w->TERMS[i], at))
			return true;
	uint32_t n = 0;
	const struct who_term *own = w->user ? who_user_own_terms(w->user, person, &n) : NULL;

	for (uint32_t i = 0; i < n && at != DAY_NONE; i++)
		if (lasts(&own[i], at))
			return true;
	return false;
}

bool who_same_office(const struct who *w, struct str office, struct str other, const char country[4])
{
	return str_eq(office, other) || str_eq(class_of(w, office, country), class_of(w, other, country));
}

uint32_t who_holder(const struct who *w, struct str office, const char country[4], day at)
{
	return holder(w, office, country, NONE, at);
}

uint32_t who_holder_in(const struct who *w, struct str office, uint32_t organisation, day at)
{
	static const char nowhere[4] = "";

	return holder(w, office, nowhere, organisation, at);
}
