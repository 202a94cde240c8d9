/* linker.c - opening a language's names and roles, and the order of the linking: names, descriptions and titles, pronouns. */
#include "link/linking.h"

#include "base/file.h"
#include "base/unicode.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const class_names[] = {
#define CLASS_(n, w) w,
	WORD_CLASSES(CLASS_)
#undef CLASS_
};

enum { FILE_MAX_BYTES = 8 << 20 };

/* Each word of a list "a, b c, d" to put(): words of one entry joined by '_'. */
static void each_word(struct arena *a, struct str list, void (*put)(void *, struct str), void *with)
{
	struct str item;

	while (str_split(&list, ',', &item)) {
		item = str_trim(item);
		if (!item.n)
			continue;
		char *copy = arena_alloc(a, item.n + 1);

		memcpy(copy, item.p, item.n);
		for (size_t i = 0; i < item.n; i++)
			copy[i] = copy[i] == ' ' ? '_' : copy[i];
		put(with, (struct str){ copy, item.n });
	}
}

struct put_agent { struct linker *l; uint32_t agent; struct str twice; };

static void put_agent(void *with, struct str word)
{
	struct put_agent *p = with;
	uint32_t *slot = map_put(&p->l->agent_of, word);

	if (*slot != MAP_NONE)
		p->twice = word;
	*slot = p->agent;
}

static void put_word(void *with, struct str word)
{
	*map_put(with, word) = 1;
}

/* "KIND SECTOR [plural] [leader] [weak] [state] [proper] [alone] [member] [= office]: word, word", or "none: word, word" */
static int read_agent(struct linker *l, struct str head, struct str list, const char *path, uint32_t line, struct error *e)
{
	struct agent x = { 0 };
	size_t equals = str_find(head, '=');
	struct str left = str_trim(str_sub(head, 0, equals)), word;

	if (equals < head.n)
		x.office = str_dup(&l->a, str_trim(str_sub(head, equals + 1, head.n)));
	for (int i = 0; str_split(&left, ' ', &word); i++) {
		word = str_trim(word);
		if (!word.n)
			continue;
		if (i == 0 && str_is(word, "none")) {
			x.none = true;
		} else if (i == 0) {
			int kind = kind_find(word);

			if (kind < 0)
				return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is no kind of participant", path, line, STR_ARG(word));
			x.kind = (enum kind)kind;
		} else if (i == 1) {
			if (word.n > 3)
				return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is no sector code of three letters, nor -", path, line, STR_ARG(word));
			if (!str_is(word, "-"))
				memcpy(x.sector, word.p, word.n);
		} else if (str_is(word, "plural")) {
			x.plural = true;
		} else if (str_is(word, "leader")) {
			x.leader = true;
		} else if (str_is(word, "weak")) {
			x.weak = true;
		} else if (str_is(word, "state")) {
			x.state = true;
		} else if (str_is(word, "proper")) {
			x.proper = true;
		} else if (str_is(word, "alone")) {
			x.alone = true;
		} else if (str_is(word, "member")) {
			x.member = true;
		} else if (str_is(word, "hired")) {
			x.hired = true;
		} else if (str_is(word, "topic")) {
			x.topic = true;
		} else {
			return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is none of plural, leader, weak, state, proper, alone, hired, topic, member", path, line, STR_ARG(word));
		}
	}
	*vec_push(&l->a, &l->agents) = x;
	struct put_agent p = { l, (uint32_t)l->agents.n - 1, STR_NONE };

	each_word(&l->a, list, put_agent, &p);
	if (p.twice.n)
		return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" stands here twice or in a line before", path, line, STR_ARG(p.twice));
	return COU_OK;
}

static int read_lists(struct linker *l, const char *dir, const char *name, bool agents, struct error *e)
{
	char path[4096];
	struct str text, line;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	int r = file_read(&l->a, path, FILE_MAX_BYTES, &text, e);

	for (uint32_t number = 1; !r && str_split(&text, '\n', &line); number++) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#')
			continue;
		size_t colon = str_find(line, ':');

		if (colon == line.n)
			return error_set(e, COU_EDATA, "%s:%u: a ':' is missing between what the words are and the words", path, number);
		struct str head = str_trim(str_sub(line, 0, colon)), list = str_sub(line, colon + 1, line.n);

		if (agents) {
			r = read_agent(l, head, list, path, number, e);
			continue;
		}
		int class = -1;

		for (int i = 0; i < WORD_CLASS_COUNT; i++)
			if (str_is(head, class_names[i]))
				class = i;
		if (class < 0)
			return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is no class of words known here", path, number, STR_ARG(head));
		each_word(&l->a, list, put_word, &l->words[class]);
	}
	return r;
}

int linker_open(struct linker **out, const struct who *w, const char *lang_dir, struct error *e)
{
	struct linker *l = calloc(1, sizeof(*l));
	const char *slash = strrchr(lang_dir, '/');

	*out = NULL;
	if (!l)
		return error_set(e, COU_EDATA, "out of memory");
	arena_init(&l->a);
	l->who = w;
	l->lang = str_dup(&l->a, str_c(slash ? slash + 1 : lang_dir));
	map_init(&l->agent_of, &l->a);
	for (int i = 0; i < WORD_CLASS_COUNT; i++)
		map_init(&l->words[i], &l->a);
	int r = read_lists(l, lang_dir, "agents.txt", true, e);

	if (!r)
		r = read_lists(l, lang_dir, "pronouns.txt", false, e);
	if (r) {
		linker_close(l);
		return r;
	}
	*out = l;
	return COU_OK;
}

void linker_close(struct linker *l)
{
	if (!l)
		return;
	arena_free(&l->a);
	free(l);
}

bool in_words(const struct linker *l, enum word_class c, struct str word)
{
	return map_get(&l->words[c], word) != MAP_NONE;
}

/* ---- entities and mentions ---------------------------------------------------------- */

static void set_place(struct entity *x, const struct who_entity *w)
{
	x->place = (struct place){ .id = w->id, .name = w->name, .lat = w->lat, .lon = w->lon, .located = w->located, .precision = w->precision };
	memcpy(x->place.country, w->country, 4);
	if (x->kind == KIND_COUNTRY)
		x->place.precision = PLACE_COUNTRY;
}

/* The office that a person holds on the day of the document, and the sector: that of the office, else of the last one held before; ELI
 * (CAMEO: former officials, celebrities) two years after it.  Without a day: of the last office. */
static void set_office(const struct linking *k, struct entity *x, uint32_t w)
{
	enum { AFTER = 730, AFTER_HEAD = 60, HEAD = 90 };	/* days; a former minister may hold an office that the world does not know of */
	const struct who_term *terms, *last = NULL;
	uint32_t n = who_terms(k->l->who, w, &terms);
	uint32_t rank = 0;
	day at = k->d->date;

	for (uint32_t i = 0; i < n; i++) {
		bool begun = at == DAY_NONE || terms[i].from == DAY_NONE || terms[i].from <= at;

		if (begun && at != DAY_NONE && (terms[i].to == DAY_NONE || terms[i].to >= at) && (!x->office.n || terms[i].rank > rank)) {
			rank = terms[i].rank;
			x->office = terms[i].office;
			struct who_entity body = terms[i].organisation == NONE ? (struct who_entity){ .sector = "GOV" } : who_entity(k->l->who, terms[i].organisation);

			memcpy(x->sector, terms[i].sector[0] ? terms[i].sector : terms[i].organisation != NONE && body.sector[0] ? body.sector :
			       x->sector[0] ? x->sector : "GOV", 4);
			if (!x->country[0])
				memcpy(x->country, terms[i].country, 4);
		}
		if (begun && (!last || terms[i].to == DAY_NONE || (last->to != DAY_NONE && terms[i].to >= last->to)))
			last = &terms[i];
	}
	if (!x->office.n && !last && n && at != DAY_NONE && !strcmp(x->sector, "GOV"))	/* who comes to office years later */
		memset(x->sector, 0, sizeof(x->sector));
	if (x->office.n || !last)
		return;
	if (last->to != DAY_NONE && (at == DAY_NONE || last->to < at - (last->rank >= HEAD ? AFTER_HEAD : AFTER)))
		memcpy(x->sector, "ELI", 4);
	else if (last->sector[0] && !x->sector[0])
		memcpy(x->sector, last->sector, 4);
}

uint32_t entity_of_who(struct linking *k, uint32_t w)
{
	for (uint32_t i = 0; i < k->who.n; i++)
		if (k->who.at[i] == w)
			return i;
	struct who_entity from = who_entity(k->l->who, w);
	struct entity *x = vec_push(k->d->a, &k->d->entities);

	*vec_push(k->d->a, &k->who) = w;
	x->id = from.id;
	x->name = from.name;
	x->kind = from.kind;
	memcpy(x->country, from.country, 4);
	memcpy(x->sector, from.sector, 4);
	if (x->kind == KIND_COUNTRY && !x->sector[0])
		memcpy(x->sector, "GOV", 4);
	x->female = from.female;
	x->known = true;
	x->probability = 0.5f;		/* each name that means it may raise that */
	if (x->kind == KIND_PLACE || x->kind == KIND_COUNTRY)
		set_place(x, &from);
	if (x->kind == KIND_PERSON)
		set_office(k, x, w);
	return (uint32_t)k->d->entities.n - 1;
}

uint32_t entity_new(struct linking *k, struct str name, enum kind kind, const char *country, const char *sector)
{
	struct entity *x = vec_push(k->d->a, &k->d->entities);

	*vec_push(k->d->a, &k->who) = NONE;
	x->name = name;
	x->kind = kind;
	snprintf(x->country, sizeof(x->country), "%.3s", country);
	snprintf(x->sector, sizeof(x->sector), "%.3s", sector);
	x->probability = 0.7f;
	return (uint32_t)k->d->entities.n - 1;
}

uint32_t mention_new(struct linking *k, uint32_t first, uint32_t last, uint32_t head, enum mention_how how, uint32_t entity)
{
	struct mention *m = vec_push(k->d->a, &k->d->mentions);
	uint32_t index = (uint32_t)k->d->mentions.n - 1;

	*m = (struct mention){ .first = first, .last = last, .head = head, .span = doc_span(k->d, first, last), .how = how };
	if (entity != NONE) {
		m->entities = arena_array(k->d->a, uint32_t, 1);
		m->entities[0] = entity;
		m->n_entities = 1;
	}
	k->d->mention_of[head] = index;
	for (uint32_t t = first; t <= last; t++)
		if (k->covered[t] == NONE)
			k->covered[t] = index;
	return index;
}

void mention_means(struct linking *k, uint32_t mention, const uint32_t *entities, uint32_t n)
{
	struct mention *m = &k->d->mentions.at[mention];

	m->entities = arena_dup(k->d->a, entities, n * sizeof(*entities));
	m->n_entities = n;
}

/* An id for everybody whom the world does not know: the same in every document for the same name, kind and country (and, of bodies and of
 * people without a name, sector). */
static void mint_ids(struct linking *k)
{
	for (size_t i = 0; i < k->d->entities.n; i++) {
		struct entity *x = &k->d->entities.at[i];
		struct str key;

		if (k->who.at[i] != NONE)
			continue;
		who_fold(k->d->a, x->name, &key);
		key = str_printf(k->d->a, "%.*s|%s|%s|%s", STR_ARG(key), kind_word(x->kind), x->country, x->kind == KIND_PERSON ? "" : x->sector);
		x->id = str_printf(k->d->a, "x-%012llx", (unsigned long long)(str_hash(key) >> 16));
	}
}

int link_doc(const struct linker *l, struct doc *d)
{
	struct linking k = { .l = l, .d = d };

	d->mention_of = arena_array(d->a, uint32_t, d->tokens.n + 1);
	k.covered = arena_array(d->a, uint32_t, d->tokens.n + 1);
	k.lower = arena_array(d->a, struct str, d->tokens.n + 1);
	for (uint32_t t = 0; t < d->tokens.n; t++) {
		d->mention_of[t] = k.covered[t] = NONE;
		k.lower[t] = tk(&k, t)->cased ? unicode_lower_str(d->a, tk(&k, t)->form) : tk(&k, t)->form;
	}
	find_quotes(d);
	part_adjacent_names(&k);
	retag_names(&k);
	find_names(&k);
	join_strange_titles(&k);
	find_descriptions(&k);
	relink(&k);
	find_speeches(&k);
	resolve_pronouns(&k);
	title_pronouns(&k);
	mint_ids(&k);
	memcpy(d->theme, k.theme, sizeof(d->theme));
	memcpy(d->scene, k.scene, sizeof(d->scene));
	return COU_OK;
}
