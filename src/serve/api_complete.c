/* api_complete.c - what may be meant by what was typed so far in the one filter box: who:Iran type:CONSULT,AGREE text:"drones" …
 *
 * The box holds words with blanks between; quotation marks keep a value together.  A word "filter:value,value" is completed in its last value, out of what the
 * record holds, the most frequent first; any other word is the beginning of a filter, or of a name.
 */
#include "serve/api.h"

#include "base/jsonwrite.h"
#include "base/unicode.h"
#include "base/utf8.h"

enum { ITEMS_MAX = 20, TYPED_MAX = 2000, SUMS_MAX = 4096 };

struct completing {
	struct arena *a;
	const struct index *x;
	const struct who *world;
	struct buf *b;
	struct str word;		/* folded beginning of the value */
	size_t n;			/* items written */
};

static void item(struct completing *k, struct str value, struct str label, uint32_t n, const char *kind)
{
	struct buf *b = k->b;

	if (k->n == ITEMS_MAX)
		return;
	k->n++;
	json_open(b, '{');
	json_key(b, "value");
	json_text(b, value);
	json_key(b, "label");
	json_text(b, label);
	json_key(b, "n");
	json_int(b, n);
	json_key(b, "kind");
	json_text(b, str_c(kind));
	json_close(b, '}');
}

/* Does a word of the folded text begin so? */
static bool begins(struct str folded, struct str word)
{
	if (!word.n)
		return true;
	for (size_t i = 0; i + word.n <= folded.n; i++)
		if ((!i || folded.p[i - 1] == ' ' || folded.p[i - 1] == '-') && memcmp(folded.p + i, word.p, word.n) == 0)
			return true;
	return false;
}

/* As the box takes it: in quotation marks where a blank, comma or colon is in it. */
static struct str quoted(struct completing *k, struct str value)
{
	bool plain = true;

	for (size_t i = 0; i < value.n; i++)
		plain &= value.p[i] != ' ' && value.p[i] != ',' && value.p[i] != ':' && value.p[i] != '"';
	return plain ? value : str_printf(k->a, "\"%.*s\"", STR_ARG(value));
}

/* ---- lists with sums ---------------------------------------------------------------------- */

/* The words of the list that begin so, the most frequent first. */
static void from_sums(struct completing *k, const struct index_words *list, const uint32_t *sums, const char *kind)
{
	bool *taken = arena_array(k->a, bool, list->n + 1);

	for (size_t round = 0; round < ITEMS_MAX && k->n < ITEMS_MAX; round++) {
		size_t best = list->n;

		for (size_t i = 0; i < list->n; i++)
			if (!taken[i] && sums[i] && list->at[i].n && (best == list->n || sums[i] > sums[best]) && begins(unicode_fold(k->a, list->at[i]), k->word))
				best = i;
		if (best == list->n)
			return;
		taken[best] = true;
		item(k, quoted(k, list->at[best]), list->at[best], sums[best], kind);
	}
}

static uint32_t type_of(const struct index_line *l)
{
	return l->type;
}

static uint32_t mode_of(const struct index_line *l)
{
	return l->mode;
}

static void from_lines(struct completing *k, const struct index_words *list, uint32_t (*of)(const struct index_line *l), const char *kind)
{
	uint32_t *sums = arena_array(k->a, uint32_t, list->n + 1);

	for (uint32_t i = 0; i < k->x->n_lines; i++)
		sums[of(&k->x->lines[i])]++;
	from_sums(k, list, sums, kind);
}

static void from_documents(struct completing *k, const struct index_words *list, bool langs, const char *kind)
{
	uint32_t *sums = arena_array(k->a, uint32_t, list->n + 1);

	for (uint32_t i = 0; i < k->x->n_documents; i++)
		sums[langs ? k->x->documents[i].lang : k->x->documents[i].source]++;
	from_sums(k, list, sums, kind);
}

/* A closed list of the standards, in its own order. */
static void from_standard(struct completing *k, const char *const *words, size_t n, const char *kind)
{
	for (size_t i = 0; i < n; i++)
		if (begins(str_c(words[i]), k->word))
			item(k, str_c(words[i]), str_c(words[i]), 0, kind);
}

/* ---- names --------------------------------------------------------------------------------- */

static void from_actors(struct completing *k, const char *before)
{
	for (uint32_t i = 0; i < k->x->n_actors && k->n < ITEMS_MAX; i++) {
		const struct index_actor *x = &k->x->actors[k->x->by_fame[i]];
		bool sayable = x->name.n && str_find(x->name, '"') == x->name.n && str_find(x->name, ',') == x->name.n;

		if (!x->lines || str_is(x->kind, "unknown") || !begins(x->folded, k->word))
			continue;
		item(k, str_printf(k->a, "%s%.*s", before, STR_ARG(sayable ? quoted(k, x->name) : x->id)), x->name.n ? x->name : x->id, x->lines, "actor");
	}
}

static void from_places(struct completing *k)
{
	uint32_t *sums = arena_array(k->a, uint32_t, k->x->n_places + 1);
	struct index_words names = { 0 };

	for (uint32_t i = 0; i < k->x->n_lines; i++)
		if (k->x->lines[i].place != INDEX_NONE)
			sums[k->x->lines[i].place]++;
	for (uint32_t i = 0; i < k->x->n_places; i++)
		vec_add(k->a, &names, k->x->places[i].name);
	from_sums(k, &names, sums, "place");
}

/* Countries by code or name, by how many lines have actors of theirs. */
static void from_countries(struct completing *k)
{
	struct index_words codes = { 0 };
	struct map of;
	uint32_t *sums = arena_array(k->a, uint32_t, SUMS_MAX);
	bool *taken = arena_array(k->a, bool, SUMS_MAX);

	map_init(&of, k->a);
	for (uint32_t i = 0; i < k->x->n_actors; i++) {
		uint32_t *at;

		if (k->x->actors[i].country.n != 3)
			continue;
		at = map_put(&of, k->x->actors[i].country);
		if (*at == MAP_NONE && codes.n < SUMS_MAX) {
			*at = (uint32_t)codes.n;
			vec_add(k->a, &codes, k->x->actors[i].country);
		}
		if (*at != MAP_NONE)
			sums[*at] += k->x->actors[i].lines;
	}
	for (size_t round = 0; round < ITEMS_MAX && k->n < ITEMS_MAX; round++) {
		size_t best = codes.n;
		struct str name = STR_NONE;

		for (size_t i = 0; i < codes.n; i++) {
			char code[4] = { 0 };
			uint32_t entity;
			struct str its;

			memcpy(code, codes.at[i].p, 3);
			entity = who_country(k->world, code);
			its = entity == UINT32_MAX ? codes.at[i] : who_entity(k->world, entity).name;
			if (taken[i] || (best < codes.n && sums[i] <= sums[best]) ||
			    (!begins(unicode_fold(k->a, its), k->word) && !begins(unicode_fold(k->a, codes.at[i]), k->word)))
				continue;
			best = i;
			name = its;
		}
		if (best == codes.n)
			return;
		taken[best] = true;
		item(k, codes.at[best], name, sums[best], "country");
	}
}

/* ---- filters --------------------------------------------------------------------------------- */

#define WORD_(n, w) w,
static const char *const statuses[] = { STATUSES(WORD_) }, *const stances[] = { STANCES(WORD_) }, *const relations[] = { RELATIONS(WORD_) },
			*const standings[] = { STANDINGS(WORD_) };
#undef WORD_
static const char *const quads[] = { "1", "2", "3", "4" };

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

static void filters(struct completing *k)
{
	static const char *const words[] = { "who", "with", "actor", "recipient", "by", "stance", "type", "mode", "quad", "status", "relation", "standing", "country", "place",
					     "since", "until", "as-of", "known", "text", "source", "lang", "min-confidence" };

	for (size_t i = 0; i < COUNT(words); i++)
		if (begins(str_c(words[i]), k->word))
			item(k, str_printf(k->a, "%s:", words[i]), str_c(words[i]), 0, "filter");
}

static void values(struct completing *k, struct str filter)
{
	if (str_is(filter, "who") || str_is(filter, "with") || str_is(filter, "actor") || str_is(filter, "recipient") || str_is(filter, "by"))
		from_actors(k, "");
	else if (str_is(filter, "type"))
		from_lines(k, &k->x->types, type_of, "type");
	else if (str_is(filter, "mode"))
		from_lines(k, &k->x->modes, mode_of, "mode");
	else if (str_is(filter, "place"))
		from_places(k);
	else if (str_is(filter, "country"))
		from_countries(k);
	else if (str_is(filter, "source"))
		from_documents(k, &k->x->sources, false, "source");
	else if (str_is(filter, "lang"))
		from_documents(k, &k->x->langs, true, "lang");
	else if (str_is(filter, "status"))
		from_standard(k, statuses, COUNT(statuses), "status");
	else if (str_is(filter, "stance"))
		from_standard(k, stances, COUNT(stances), "stance");
	else if (str_is(filter, "relation"))
		from_standard(k, relations, COUNT(relations), "relation");
	else if (str_is(filter, "standing"))
		from_standard(k, standings, COUNT(standings), "standing");
	else if (str_is(filter, "quad"))
		from_standard(k, quads, COUNT(quads), "quad");
}

/* ---- what was typed ---------------------------------------------------------------------------- */

/* The last word, from its first byte; *colon: of the one behind its filter, or n; *value: where its last value begins. */
static size_t last_word(struct str q, size_t *colon, size_t *value)
{
	size_t from = 0;
	bool open = false;

	*colon = q.n;
	*value = 0;
	for (size_t i = 0; i < q.n; i++) {
		if (q.p[i] == '"')
			open = !open;
		if (open)
			continue;
		if (q.p[i] == ' ') {
			from = *value = i + 1;
			*colon = q.n;
		} else if (q.p[i] == ':' && *colon == q.n) {
			*colon = i;
			*value = i + 1;
		} else if (q.p[i] == ',' && *colon < q.n) {
			*value = i + 1;
		}
	}
	return from;
}

static void complete(struct completing *k, struct str q)
{
	size_t colon, value, from = last_word(q, &colon, &value);
	struct str word = str_sub(q, value, q.n);

	while (word.n && word.p[0] == '"')
		word = str_sub(word, 1, word.n);
	while (word.n && word.p[word.n - 1] == '"')
		word.n--;
	k->word = unicode_fold(k->a, word);
	json_key(k->b, "from");
	json_int(k->b, (long long)utf8_count(str_sub(q, 0, value)));
	json_key(k->b, "items");
	json_open(k->b, '[');
	if (colon < q.n) {
		values(k, str_sub(q, from, colon));
	} else {
		filters(k);
		if (k->word.n)
			from_actors(k, "who:");
	}
	json_close(k->b, ']');
}

int answer_complete(struct call *c, struct error *e)
{
	struct str q = request_param(c->r, "q");
	struct index *x;
	struct buf b;

	if (q.n > TYPED_MAX)
		return error_set(e, COU_EUSAGE, "q: more than %d bytes", TYPED_MAX);
	x = keeper_index(c->serve->keeper, e);
	if (!x)
		return COU_ESTORE;
	buf_init(&b, c->a);
	json_open(&b, '{');
	complete(&(struct completing){ .a = c->a, .x = x, .world = c->serve->setup->world, .b = &b }, q);
	json_close(&b, '}');
	call_send_json(c, buf_str(&b), x->revision);
	index_leave(x);
	return 0;
}
