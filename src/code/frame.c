#include "code/frame.h"

#include <stdlib.h>

#include "base/file.h"

static const uint32_t row_size[SEC_COUNT] = {
	1, sizeof(struct frame), sizeof(struct slot), sizeof(struct alternative), sizeof(struct condition_row),
	sizeof(struct fixed_part), sizeof(struct word_row), sizeof(struct key_row), sizeof(uint32_t), sizeof(struct ref),
	sizeof(struct member_row), sizeof(struct cue_row)
};

static bool ref_ok(const struct frames *f, struct ref r)
{
	return r.at <= f->n[SEC_STRINGS] && r.n <= f->n[SEC_STRINGS] - r.at;
}

static bool range_ok(const struct frames *f, struct range r, enum frames_section of)
{
	return r.first <= f->n[of] && r.n <= f->n[of] - r.first;
}

static bool class_ok(const struct frames *f, uint32_t id)
{
	return id == NONE || id < f->n[SEC_CLASSES];
}

static bool frame_ok(const struct frames *f, const struct frame *x)
{
	return ref_ok(f, x->file) && ref_ok(f, x->lemma) && ref_ok(f, x->mode) && ref_ok(f, x->cameo) && ref_ok(f, x->contexts) &&
	       range_ok(f, x->slots, SEC_SLOTS) && range_ok(f, x->fixed, SEC_FIXED) && x->kind <= FRAME_ADJ &&
	       (x->is_state ? x->type <= RELATION_LOCATED_IN : x->type <= EVENT_DIE) && x->stance <= STANCE_CONFIRMS &&
	       (x->status == NO_STATUS || x->status <= STATUS_NEGATED) && x->phase <= PHASE_END && x->standing <= STANDING_DENIED;
}

/* Every index of every row points into its array. */
static bool rows_ok(const struct frames *f)
{
	bool ok = true;

	for (uint32_t i = 0; ok && i < f->n[SEC_FRAMES]; i++)
		ok = frame_ok(f, &f->frames[i]);
	for (uint32_t i = 0; ok && i < f->n[SEC_SLOTS]; i++)
		ok = f->slots[i].role < ROLE_COUNT && range_ok(f, f->slots[i].alternatives, SEC_ALTERNATIVES);
	for (uint32_t i = 0; ok && i < f->n[SEC_ALTERNATIVES]; i++)
		ok = f->alternatives[i].position <= POS_OBJ_OF && ref_ok(f, f->alternatives[i].prep) &&
		     range_ok(f, f->alternatives[i].conditions, SEC_CONDITIONS);
	for (uint32_t i = 0; ok && i < f->n[SEC_CONDITIONS]; i++)
		ok = f->conditions[i].kind < COND_COUNT && ref_ok(f, f->conditions[i].lemma) && class_ok(f, f->conditions[i].class_id);
	for (uint32_t i = 0; ok && i < f->n[SEC_FIXED]; i++)
		ok = f->fixed[i].position <= POS_OBJ_OF && ref_ok(f, f->fixed[i].prep) && range_ok(f, f->fixed[i].words, SEC_WORDS);
	for (uint32_t i = 0; ok && i < f->n[SEC_WORDS]; i++)
		ok = ref_ok(f, f->words[i].lemma) && class_ok(f, f->words[i].class_id);
	for (uint32_t i = 0; ok && i < f->n[SEC_KEYS]; i++)
		ok = ref_ok(f, f->keys[i].key) && range_ok(f, f->keys[i].frames, SEC_KEY_FRAMES);
	for (uint32_t i = 0; ok && i < f->n[SEC_KEY_FRAMES]; i++)
		ok = f->key_frames[i] < f->n[SEC_FRAMES];
	for (uint32_t i = 0; ok && i < f->n[SEC_CLASSES]; i++)
		ok = ref_ok(f, f->classes[i]);
	for (uint32_t i = 0; ok && i < f->n[SEC_MEMBERS]; i++)
		ok = ref_ok(f, f->members[i].lemma) && f->members[i].class_id < f->n[SEC_CLASSES];
	for (uint32_t i = 0; ok && i < f->n[SEC_CUES]; i++)
		ok = ref_ok(f, f->cues[i].words) && f->cues[i].category < CUE_COUNT;
	return ok;
}

static int find_sections(struct frames *f, const char *path, struct error *e)
{
	const struct frames_header *h = (const struct frames_header *)(const void *)f->file.p;
	const char *base = f->file.p;
	const void *at[SEC_COUNT];

	if (f->file.n < sizeof(*h) || memcmp(h->magic, FRAMES_MAGIC, 8) != 0)
		return error_set(e, COU_EDATA, "%s: is no frame lexicon", path);
	if (h->version != FRAMES_VERSION || h->sections != SEC_COUNT)
		return error_set(e, COU_EDATA, "%s: is a frame lexicon of version %u; this program reads version %u", path, h->version, FRAMES_VERSION);
	if (h->size != f->file.n)
		return error_set(e, COU_EDATA, "%s: is truncated or damaged (%zu bytes, %llu expected)", path, f->file.n, (unsigned long long)h->size);
	if (str_hash(str_sub(f->file, sizeof(*h), f->file.n)) != h->checksum)
		return error_set(e, COU_EDATA, "%s: is damaged (checksum)", path);
	for (int i = 0; i < SEC_COUNT; i++) {
		uint64_t end = (uint64_t)h->section[i].offset + (uint64_t)h->section[i].count * row_size[i];

		if (h->section[i].offset % 8 || end > f->file.n)
			return error_set(e, COU_EDATA, "%s: is damaged (section %d)", path, i);
		at[i] = base + h->section[i].offset;
		f->n[i] = h->section[i].count;
	}
	f->strings = at[SEC_STRINGS];
	f->frames = at[SEC_FRAMES];
	f->slots = at[SEC_SLOTS];
	f->alternatives = at[SEC_ALTERNATIVES];
	f->conditions = at[SEC_CONDITIONS];
	f->fixed = at[SEC_FIXED];
	f->words = at[SEC_WORDS];
	f->keys = at[SEC_KEYS];
	f->key_frames = at[SEC_KEY_FRAMES];
	f->classes = at[SEC_CLASSES];
	f->members = at[SEC_MEMBERS];
	f->cues = at[SEC_CUES];
	return rows_ok(f) ? 0 : error_set(e, COU_EDATA, "%s: is damaged (index out of range)", path);
}

static void add_bits(struct frames *f, struct map *m, struct str word, uint64_t bits)
{
	uint32_t *v = map_put(m, word);

	if (*v == MAP_NONE) {
		*v = (uint32_t)f->cue_bits.n;
		vec_add(&f->a, &f->cue_bits, (uint64_t)0);
	}
	f->cue_bits.at[*v] |= bits;
}

static struct str joined(struct frames *f, struct str words)
{
	struct buf b;

	buf_init(&b, &f->a);
	for (size_t i = 0; i < words.n; i++)
		if (words.p[i] != ' ')
			buf_byte(&b, words.p[i]);
	return buf_str(&b);
}

static void index_cue(struct frames *f, uint32_t row)
{
	const struct cue_row *c = &f->cues[row];
	struct str words = frames_str(f, c->words);
	size_t space = str_find(words, ' ');
	uint64_t bit = 1ull << c->category;
	uint32_t *v;

	if (c->form && space == words.n) {
		add_bits(f, &f->cue_forms, words, bit);
		return;
	}
	if (!c->form)	/* "aan geven" is also the particle verb aangeven */
		add_bits(f, &f->cue_lemmas, space == words.n ? words : joined(f, words), bit);
	if (space == words.n)
		return;
	v = map_put(&f->cue_first, str_sub(words, 0, space));
	if (*v == MAP_NONE) {
		*v = (uint32_t)f->cue_lists.n;
		vec_push(&f->a, &f->cue_lists);
	}
	vec_add(&f->a, &f->cue_lists.at[*v].rows, row);
}

static uint32_t class_named(const struct frames *f, const char *name)
{
	for (uint32_t i = 0; i < f->n[SEC_CLASSES]; i++)
		if (str_is(frames_str(f, f->classes[i]), name))
			return i;
	return NONE;
}

static void index_all(struct frames *f)
{
	map_init(&f->key_map, &f->a);
	map_init(&f->suffix_map, &f->a);
	map_init(&f->member_map, &f->a);
	map_init(&f->cue_lemmas, &f->a);
	map_init(&f->cue_forms, &f->a);
	map_init(&f->cue_first, &f->a);
	for (uint32_t i = 0; i < f->n[SEC_KEYS]; i++) {
		struct range r = f->keys[i].frames;
		bool suffix = false;

		*map_put(&f->key_map, frames_str(f, f->keys[i].key)) = i;
		for (uint32_t k = r.first; k < r.first + r.n; k++)
			suffix |= f->frames[f->key_frames[k]].suffix_only;
		if (suffix)
			*map_put(&f->suffix_map, frames_str(f, f->keys[i].key)) = i;
	}
	for (uint32_t i = 0; i < f->n[SEC_MEMBERS]; i++) {
		uint32_t *v = map_put(&f->member_map, frames_str(f, f->members[i].lemma));

		if (*v == MAP_NONE)
			*v = i;
	}
	for (uint32_t i = 0; i < f->n[SEC_CUES]; i++)
		index_cue(f, i);
	f->support = class_named(f, "support");
	f->receive = class_named(f, "receive");
	f->person = class_named(f, "person");
	f->quantity = class_named(f, "quantity");
	f->lasting = class_named(f, "lasting");
	f->momentary = class_named(f, "momentary");
	f->future = class_named(f, "future");
	f->norm = class_named(f, "norm");
	f->own_up = class_named(f, "own-up");
	f->accuse = class_named(f, "accuse");
	f->evidence = class_named(f, "evidence");
	f->shows = class_named(f, "shows");
	f->source = class_named(f, "source");
	f->mishap = class_named(f, "mishap");
	f->onset = class_named(f, "onset");
	f->impact = class_named(f, "impact");
	f->weaponry = class_named(f, "weaponry");
	f->harm = class_named(f, "harm");
	f->up_to = class_named(f, "up-to");
	f->whence = class_named(f, "whence");
	f->toward = class_named(f, "toward");
	f->platform = class_named(f, "platform");
	f->conjunction = class_named(f, "conjunction");
	f->until = class_named(f, "until");
	f->facility = class_named(f, "facility");
	f->situation = class_named(f, "situation");
	f->plans = class_named(f, "plans");
	f->regret = class_named(f, "regret");
	f->anybody = class_named(f, "anybody");
	f->either = class_named(f, "either");
	f->forward = class_named(f, "forward");
	f->gather = class_named(f, "gather");
	f->district = class_named(f, "district");
	f->craft = class_named(f, "craft");
	f->about = class_named(f, "about");
	f->instance = class_named(f, "instance");
	f->refuse = class_named(f, "refuse");
	f->then = class_named(f, "then");
	f->meant = class_named(f, "meant");
	f->fruitless = class_named(f, "fruitless");
	f->participle = class_named(f, "participle");
	f->involvement = class_named(f, "involvement");
	f->sees = class_named(f, "sees");
	f->witness = class_named(f, "witness");
	f->cause = class_named(f, "cause");
	f->happen = class_named(f, "happen");
}

static int opened(struct frames *f, int rc, const char *name, struct frames **out, struct error *e)
{
	if (!rc)
		rc = find_sections(f, name, e);
	if (rc) {
		frames_close(f);
		return rc;
	}
	index_all(f);
	*out = f;
	return 0;
}

int frames_open(struct frames **out, const char *path, struct error *e)
{
	struct frames *f = calloc(1, sizeof(*f));
	int rc;

	*out = NULL;
	if (!f)
		return error_set(e, COU_EDATA, "out of memory");
	rc = file_map(path, &f->file, e);
	f->mapped = !rc;
	return opened(f, rc, path, out, e);
}

int frames_from(struct frames **out, struct str bytes, const char *name, struct error *e)
{
	struct frames *f = calloc(1, sizeof(*f));

	*out = NULL;
	if (!f)
		return error_set(e, COU_EDATA, "out of memory");
	f->file = bytes;
	return opened(f, 0, name, out, e);
}

void frames_close(struct frames *f)
{
	if (!f)
		return;
	if (f->mapped)
		file_unmap(f->file);
	arena_free(&f->a);
	free(f);
}

struct range frames_of(const struct frames *f, struct str key)
{
	uint32_t k = map_get(&f->key_map, key);

	return k == MAP_NONE ? (struct range){ 0, 0 } : f->keys[k].frames;
}

struct range frames_of_suffix(const struct frames *f, struct str key, size_t *cut)
{
	for (size_t at = 2; at + 4 <= key.n; at++) {
		uint32_t k = map_get(&f->suffix_map, str_sub(key, at, key.n));

		if (k != MAP_NONE) {
			*cut = at;
			return f->keys[k].frames;
		}
	}
	return (struct range){ 0, 0 };
}

bool frames_in_class(const struct frames *f, struct str key, uint32_t class_id)
{
	uint32_t i = map_get(&f->member_map, key);

	if (class_id == NONE || i == MAP_NONE)
		return false;
	for (; i < f->n[SEC_MEMBERS] && str_eq(frames_str(f, f->members[i].lemma), key); i++)
		if (f->members[i].class_id == class_id)
			return true;
	return false;
}

uint64_t frames_cue_lemma(const struct frames *f, struct str key)
{
	uint32_t i = map_get(&f->cue_lemmas, key);

	return i == MAP_NONE ? 0 : f->cue_bits.at[i];
}

uint64_t frames_cue_form(const struct frames *f, struct str form)
{
	uint32_t i = map_get(&f->cue_forms, form);

	return i == MAP_NONE ? 0 : f->cue_bits.at[i];
}
