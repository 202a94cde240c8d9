/* frame_text.c - reads frames, classes and cues; a hand-written scanner of one line at a time. */
#include "code/frame_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define WORD_(n, w) w,
static const char *const role_words[] = { ROLES(WORD_) };
static const char *const position_words[] = { POSITIONS(WORD_) };
static const char *const condition_words[] = { CONDITIONS(WORD_) };
static const char *const kind_words[] = { FRAME_KINDS(WORD_) };
static const char *const phase_words[] = { PHASES(WORD_) };
static const char *const cue_words[] = { CUES(WORD_) };
#undef WORD_

#define FIND(words, s) find_word(words, sizeof(words) / sizeof(*(words)), s)

struct line {			/* where the reader stands */
	struct lexicon *x;
	struct str file;
	uint32_t number;
};

struct section {		/* a "=" heading and its defaults */
	bool open;
	struct frame proto;
	struct range default_slots[3];	/* by frame_kind */
	struct frame default_proto[3];
	bool has_default[3];
};

static int find_word(const char *const *words, size_t n, struct str s)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(s, words[i]))
			return (int)i;
	return -1;
}

__attribute__((format(printf, 2, 3)))
static void complain(const struct line *l, const char *format, ...)
{
	va_list ap;

	fprintf(stderr, "%.*s:%u: ", STR_ARG(l->file), l->number);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	l->x->errors++;
}

static struct ref intern(struct lexicon *x, struct str s)
{
	struct ref r = { map_get(&x->interned, s), (uint32_t)s.n };

	if (r.at == MAP_NONE) {
		r.at = (uint32_t)x->strings.n;
		*map_put(&x->interned, str_dup(x->a, s)) = r.at;
		buf_add(&x->strings, s);
	}
	return r;
}

/* '_' taken out (keys, class members) or turned into a blank (prepositions, cues). */
static struct str without_underscore(struct lexicon *x, struct str s, bool blank)
{
	struct buf b;

	buf_init(&b, x->a);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '_')
			buf_byte(&b, s.p[i]);
		else if (blank)
			buf_byte(&b, ' ');
	}
	return buf_str(&b);
}

static uint32_t class_id(const struct line *l, struct str name)
{
	struct lexicon *x = l->x;

	for (uint32_t i = 0; i < x->classes.n; i++)
		if (str_eq(str_sub(buf_str(&x->strings), x->classes.at[i].at, x->classes.at[i].at + x->classes.at[i].n), name))
			return i;
	vec_add(x->a, &x->classes, intern(x, name));
	vec_add(x->a, &x->class_defined, false);
	return (uint32_t)x->classes.n - 1;
}

static uint32_t use_class(const struct line *l, struct str name)
{
	struct class_use u = { l->file, l->number, class_id(l, name) };

	vec_add(l->x->a, &l->x->class_uses, u);
	return u.class_id;
}

/* ---- slots ------------------------------------------------------------------------ */

static void read_position(const struct line *l, struct str s, uint32_t *position, struct ref *prep)
{
	int p = FIND(position_words, s);

	if (!s.n)
		complain(l, "a position is missing");
	*position = p > 0 ? (uint32_t)p : POS_PREP;
	if (*position == POS_PREP)
		*prep = intern(l->x, without_underscore(l->x, s, true));
}

static void read_condition(const struct line *l, struct str s)
{
	struct condition_row *c = vec_push(l->x->a, &l->x->conditions);
	int kind;

	c->class_id = NONE;
	if (s.n && s.p[0] == '^') {
		c->negated = 1;
		s = str_trim(str_sub(s, 1, s.n));
	}
	if (s.n > 1 && s.p[0] == '@') {
		c->kind = COND_CLASS;
		c->class_id = use_class(l, str_sub(s, 1, s.n));
	} else if (s.n > 1 && s.p[0] == '=') {
		c->kind = COND_LEMMA;
		c->lemma = intern(l->x, without_underscore(l->x, str_sub(s, 1, s.n), false));
	} else if ((kind = FIND(condition_words, s)) > COND_CLASS) {
		c->kind = (uint32_t)kind;
	} else {
		complain(l, "unknown condition \"%.*s\" (actor person country org group place people company state thing number money @class =lemma)", STR_ARG(s));
	}
}

/* The comma-separated pieces of s outside brackets. */
static bool next_outside(struct str *rest, struct str *piece)
{
	int depth = 0;

	if (!rest->p)
		return false;
	for (size_t i = 0; i < rest->n; i++) {
		if (rest->p[i] == '[')
			depth++;
		else if (rest->p[i] == ']')
			depth--;
		else if (rest->p[i] == ',' && depth == 0) {
			*piece = str_sub(*rest, 0, i);
			*rest = str_sub(*rest, i + 1, rest->n);
			return true;
		}
	}
	*piece = *rest;
	*rest = STR_NONE;
	return true;
}

static void read_alternative(const struct line *l, struct str s)
{
	size_t open = str_find(s, '[');
	struct lexicon *x = l->x;
	struct alternative alt = { 0 };

	read_position(l, str_trim(str_sub(s, 0, open)), &alt.position, &alt.prep);
	alt.conditions.first = (uint32_t)x->conditions.n;
	if (open < s.n) {
		struct str rest = str_sub(s, open + 1, s.n), piece;

		if (!rest.n || rest.p[rest.n - 1] != ']')
			complain(l, "\"%.*s\": the bracket is not closed", STR_ARG(s));
		else
			rest.n--;
		while (str_split(&rest, ',', &piece))
			read_condition(l, str_trim(piece));
	}
	alt.conditions.n = (uint32_t)x->conditions.n - alt.conditions.first;
	vec_add(x->a, &x->alternatives, alt);
}

static void read_slot(const struct line *l, int role, struct str s)
{
	struct lexicon *x = l->x;
	struct slot slot = { .role = (uint32_t)role };
	struct str piece;

	if (s.n && s.p[s.n - 1] == '!') {
		slot.required = 1;
		s.n--;
	}
	slot.alternatives.first = (uint32_t)x->alternatives.n;
	while (next_outside(&s, &piece))
		read_alternative(l, str_trim(piece));
	slot.alternatives.n = (uint32_t)x->alternatives.n - slot.alternatives.first;
	vec_add(x->a, &x->slots, slot);
}

static bool read_attribute(const struct line *l, struct frame *f, struct str key, struct str value)
{
	int v = 0;

	if (str_is(key, "sym"))
		f->symmetric = 1;
	else if (str_is(key, "weak"))
		f->weak = 1;
	else if (str_is(key, "mode"))
		f->mode = intern(l->x, value);
	else if (str_is(key, "cameo"))
		f->cameo = intern(l->x, value);
	else if (str_is(key, "context"))
		f->contexts = intern(l->x, value);
	else if (str_is(key, "status") && (v = status_find(value)) >= 0)
		f->status = (uint8_t)v;
	else if (str_is(key, "stance") && (v = stance_find(value)) >= 0)
		f->stance = (uint8_t)v;
	else if (str_is(key, "standing") && (v = standing_find(value)) >= 0)
		f->standing = (uint8_t)v;
	else if (str_is(key, "phase") && (v = FIND(phase_words, value)) >= 0)
		f->phase = (uint8_t)v;
	else
		return false;
	return true;
}

/* The next word of the line; blanks inside brackets and after commas belong to it. */
static bool next_item(struct str *rest, struct str *item)
{
	int depth = 0;
	size_t i = 0;

	*rest = str_trim(*rest);
	if (!rest->n)
		return false;
	for (; i < rest->n; i++) {
		char c = rest->p[i];

		if (c == '[')
			depth++;
		else if (c == ']')
			depth--;
		else if ((c == ' ' || c == '\t') && depth <= 0 && rest->p[i - 1] != ',')
			break;
	}
	*item = str_sub(*rest, 0, i);
	*rest = str_sub(*rest, i, rest->n);
	return true;
}

/* Slots and attributes; returns the slots, fills attributes of f. */
static struct range read_slots(const struct line *l, struct str s, struct frame *f)
{
	struct range r = { (uint32_t)l->x->slots.n, 0 };
	struct str item;

	while (next_item(&s, &item)) {
		size_t eq = str_find(item, '=');
		struct str key = str_sub(item, 0, eq), value = eq < item.n ? str_sub(item, eq + 1, item.n) : STR_NONE;
		int role = FIND(role_words, key);

		if (role >= 0 && eq < item.n)
			read_slot(l, role, value);
		else if (!read_attribute(l, f, key, value))
			complain(l, "\"%.*s\" is neither a slot (role=position) nor an attribute", STR_ARG(item));
	}
	r.n = (uint32_t)l->x->slots.n - r.first;
	return r;
}

/* ---- frame lines -------------------------------------------------------------------- */

static void read_heading(const struct line *l, struct section *sec, struct str s)
{
	struct str item, type;
	size_t slash;
	int v;

	memset(sec, 0, sizeof(*sec));
	sec->proto.status = NO_STATUS;
	size_t base = l->file.n;	/* of the path, the name alone: no path of a machine goes into the lexicon */

	while (base > 0 && l->file.p[base - 1] != '/')
		base--;
	sec->proto.file = intern(l->x, str_sub(l->file, base, l->file.n));
	sec->proto.user = l->x->user;
	if (!next_item(&s, &type)) {
		complain(l, "a type is missing behind \"=\"");
		return;
	}
	if (str_is(type, "none")) {
		sec->proto.silent = 1;
		v = EVENT_SAY;
	} else if (str_is(type, "new")) {	/* = new TRADE like COOPERATE */
		struct str name, like;

		if (!next_item(&s, &name) || !next_item(&s, &like) || !str_is(like, "like") || !next_item(&s, &type) || (v = event_type_find(type)) < 0) {
			complain(l, "a type of your own is written: = new NAME like TYPE");
			return;
		}
		for (size_t i = 0; i < name.n; i++)
			if (!((name.p[i] >= 'A' && name.p[i] <= 'Z') || name.p[i] == '_')) {
				complain(l, "\"%.*s\": the name of a type is written in capitals", STR_ARG(name));
				return;
			}
		sec->proto.own = intern(l->x, name);
	} else if (str_is(type, "state")) {
		if (!next_item(&s, &type) || (v = relation_find(type)) < 0) {
			complain(l, "\"%.*s\" is no relation of RECORD.md", STR_ARG(type));
			return;
		}
		sec->proto.is_state = 1;
	} else {
		slash = str_find(type, '/');
		v = event_type_find(str_sub(type, 0, slash));
		if (v < 0) {
			complain(l, "\"%.*s\" is no event type", STR_ARG(type));
			return;
		}
		if (slash < type.n)
			sec->proto.mode = intern(l->x, str_sub(type, slash + 1, type.n));
	}
	sec->proto.type = (uint8_t)v;
	sec->open = true;
	while (next_item(&s, &item)) {
		size_t eq = str_find(item, '=');

		if (!read_attribute(l, &sec->proto, str_sub(item, 0, eq), eq < item.n ? str_sub(item, eq + 1, item.n) : STR_NONE))
			complain(l, "unknown attribute \"%.*s\"", STR_ARG(item));
	}
}

static struct range read_words(const struct line *l, struct str s)
{
	struct lexicon *x = l->x;
	struct range r = { (uint32_t)x->words.n, 0 };
	struct str word;

	while (str_split(&s, ',', &word)) {
		struct word_row w = { .class_id = NONE };

		word = str_trim(word);
		if (!word.n)
			continue;
		if (word.p[0] == '@')
			w.class_id = use_class(l, str_sub(word, 1, word.n));
		else
			w.lemma = intern(x, without_underscore(x, word, false));
		vec_add(x->a, &x->words, w);
	}
	r.n = (uint32_t)x->words.n - r.first;
	if (!r.n)
		complain(l, "a fixed part without a word");
	return r;
}

static void read_fixed(const struct line *l, struct str s)
{
	size_t colon = str_find(s, ':');
	struct fixed_part p = { 0 };

	if (colon == s.n) {
		complain(l, "\"+ %.*s\": a fixed part is written POSITION:LEMMA", STR_ARG(s));
		return;
	}
	read_position(l, str_trim(str_sub(s, 0, colon)), &p.position, &p.prep);
	p.words = read_words(l, str_sub(s, colon + 1, s.n));
	vec_add(l->x->a, &l->x->fixed, p);
}

static void add_default_slots(const struct line *l, struct frame *f)
{
	static const char *const slots[] = { "actor=subj recipient=obj", "actor=gen", "recipient=subj" };
	static const char *const state_slots[] = { "subject=subj object=obj", "subject=gen", "subject=subj" };

	f->slots = read_slots(l, str_c(f->is_state ? state_slots[f->kind] : slots[f->kind]), f);
}

/* A frame with a recipient of its own is not symmetric, whatever the default is, unless it says so. */
static void read_own_slots(const struct line *l, struct str s, struct frame *f)
{
	uint8_t symmetric = f->symmetric;

	f->symmetric = 0;
	f->slots = read_slots(l, s, f);
	for (uint32_t i = f->slots.first; i < f->slots.first + f->slots.n; i++)
		if (l->x->slots.at[i].role == ROLE_RECIPIENT)
			return;
	f->symmetric |= symmetric;
}

static void read_frame(const struct line *l, struct section *sec, int kind, struct str s)
{
	size_t bar = str_find(s, '|');
	struct str head = str_sub(s, 0, bar), lemmas, part;
	size_t plus = str_find(head, '+');
	struct frame_sign sign = { str_hash(str_trim(str_sub(head, plus, head.n))), str_hash(bar < s.n ? str_trim(str_sub(s, bar, s.n)) : STR("")) };
	struct lexicon *x = l->x;
	struct frame f = sec->has_default[kind] ? sec->default_proto[kind] : sec->proto;

	f.kind = (uint8_t)kind;
	f.line = l->number;
	f.fixed.first = (uint32_t)x->fixed.n;
	str_split(&head, '+', &lemmas);
	while (str_split(&head, '+', &part))
		read_fixed(l, str_trim(part));
	f.fixed.n = (uint32_t)x->fixed.n - f.fixed.first;
	if (bar < s.n)
		read_own_slots(l, str_sub(s, bar + 1, s.n), &f);
	else if (sec->has_default[kind])
		f.slots = sec->default_slots[kind];
	else
		add_default_slots(l, &f);
	while (str_split(&lemmas, ',', &part)) {
		struct str key = str_trim(part);

		f.suffix_only = key.n > 1 && key.p[0] == '-';
		if (f.suffix_only)
			key = str_sub(key, 1, key.n);
		if (!key.n || str_find(key, ' ') < key.n) {
			complain(l, "\"%.*s\" is no lemma (parts are joined by _, lemmas separated by commas)", STR_ARG(key));
			continue;
		}
		f.lemma = intern(x, without_underscore(x, key, false));
		f.parted = str_find(key, '_') < key.n;
		vec_add(x->a, &x->frames, f);
		vec_add(x->a, &x->signs, sign);
	}
}

static void read_default(const struct line *l, struct section *sec, struct str s)
{
	struct str word;
	int kind = next_item(&s, &word) ? FIND(kind_words, word) : -1;
	size_t bar = str_find(s, '|');

	if (kind < 0 || bar == s.n) {
		complain(l, "a default is written: default verb|noun|adj | SLOTS");
		return;
	}
	sec->default_proto[kind] = sec->proto;
	sec->default_slots[kind] = read_slots(l, str_sub(s, bar + 1, s.n), &sec->default_proto[kind]);
	sec->has_default[kind] = true;
}

static bool next_line(struct line *l, struct str *rest, struct str *s)
{
	while (str_split(rest, '\n', s)) {
		l->number++;
		*s = str_trim(str_sub(*s, 0, str_find(*s, '#')));
		if (s->n)
			return true;
	}
	return false;
}

void lexicon_add_frames(struct lexicon *x, struct str name, struct str text)
{
	struct line l = { x, name, 0 };
	struct section sec = { 0 };
	struct str s;

	while (next_line(&l, &text, &s)) {
		struct str word;
		int kind;

		if (s.p[0] == '=') {
			read_heading(&l, &sec, str_sub(s, 1, s.n));
			continue;
		}
		next_item(&s, &word);
		kind = FIND(kind_words, word);
		if (!sec.open)
			complain(&l, "a frame before the first heading (= TYPE)");
		else if (str_is(word, "default"))
			read_default(&l, &sec, s);
		else if (kind >= 0)
			read_frame(&l, &sec, kind, s);
		else
			complain(&l, "\"%.*s\": a line begins with =, default, verb, noun or adj", STR_ARG(word));
	}
}

void lexicon_add_classes(struct lexicon *x, struct str name, struct str text)
{
	struct line l = { x, name, 0 };
	struct str s, word;

	while (next_line(&l, &text, &s)) {
		size_t colon = str_find(s, ':');
		uint32_t id;

		if (s.p[0] != '@' || colon == s.n) {
			complain(&l, "a class is written @name: lemma, lemma, …");
			continue;
		}
		id = class_id(&l, str_trim(str_sub(s, 1, colon)));
		x->class_defined.at[id] = true;
		s = str_sub(s, colon + 1, s.n);
		while (str_split(&s, ',', &word)) {
			word = str_trim(word);
			if (!word.n)
				continue;
			if (word.p[0] == '@') {
				struct include in = { id, use_class(&l, str_trim(str_sub(word, 1, word.n))) };

				vec_add(x->a, &x->includes, in);
			} else {
				struct member_row m = { intern(x, without_underscore(x, word, false)), id };

				vec_add(x->a, &x->members, m);
			}
		}
	}
}

void lexicon_add_cues(struct lexicon *x, struct str name, struct str text)
{
	struct line l = { x, name, 0 };
	struct str s, word;

	while (next_line(&l, &text, &s)) {
		size_t colon = str_find(s, ':');
		int category = FIND(cue_words, str_trim(str_sub(s, 0, colon)));

		if (category < 0) {
			complain(&l, "\"%.*s\" is no category of cues", STR_ARG(str_sub(s, 0, colon)));
			continue;
		}
		s = str_sub(s, colon < s.n ? colon + 1 : s.n, s.n);
		while (str_split(&s, ',', &word)) {
			struct cue_row c = { .category = (uint32_t)category };

			word = str_trim(word);
			if (str_starts(word, STR("form:"))) {
				c.form = 1;
				word = str_trim(str_sub(word, 5, word.n));
			}
			if (!word.n)
				continue;
			c.words = intern(x, without_underscore(x, word, true));
			vec_add(x->a, &x->cues, c);
		}
	}
}

void lexicon_init(struct lexicon *x, struct arena *a)
{
	memset(x, 0, sizeof(*x));
	x->a = a;
	buf_init(&x->strings, a);
	map_init(&x->interned, a);
}

unsigned lexicon_finish(struct lexicon *x)
{
	bool more = true;

	for (size_t i = 0; i < x->class_uses.n; i++) {
		struct class_use *u = &x->class_uses.at[i];
		struct line l = { x, u->file, u->line };

		if (!x->class_defined.at[u->class_id])
			complain(&l, "the class @%.*s is not defined in classes.txt", (int)x->classes.at[u->class_id].n, x->strings.p + x->classes.at[u->class_id].at);
	}
	/* closure: members of an inner class are members of the outer; at most as many rounds as there are classes */
	for (size_t round = 0; more && round <= x->classes.n; round++) {
		more = false;
		for (size_t i = 0; i < x->includes.n; i++) {
			struct include in = x->includes.at[i];
			size_t n = x->members.n;

			for (size_t m = 0; m < n; m++) {
				struct member_row row = { x->members.at[m].lemma, in.outer };
				bool have = x->members.at[m].class_id != in.inner;

				for (size_t k = 0; !have && k < x->members.n; k++)
					have = x->members.at[k].class_id == in.outer && x->members.at[k].lemma.at == row.lemma.at;
				if (!have) {
					vec_add(x->a, &x->members, row);
					more = true;
				}
			}
		}
	}
	return x->errors;
}

/* ---- the check ---------------------------------------------------------------------- */

unsigned lexicon_check(const struct lexicon *x)
{
	struct map first;		/* "lemma|kind|state|signs": frame */
	unsigned found = 0;

	map_init(&first, x->a);
	for (uint32_t i = 0; i < x->frames.n; i++) {
		const struct frame *f = &x->frames.at[i];
		struct str pool = buf_str(&x->strings);
		struct str key = str_printf(x->a, "%.*s|%d|%d|%d|%llx|%llx", (int)f->lemma.n, pool.p + f->lemma.at, f->kind, f->suffix_only, f->is_state,
					    (unsigned long long)x->signs.at[i].fixed, (unsigned long long)x->signs.at[i].slots);
		uint32_t *at = map_put(&first, key);

		if (*at == MAP_NONE) {
			*at = i;
			continue;
		}
		const struct frame *g = &x->frames.at[*at];
		bool same = f->type == g->type && f->mode.at == g->mode.at && f->mode.n == g->mode.n;

		fprintf(stderr, "%.*s:%u: %s \"%.*s\" %s %.*s:%u\n", (int)f->file.n, pool.p + f->file.at, f->line, kind_words[f->kind], (int)f->lemma.n,
			pool.p + f->lemma.at, same ? "stands already in" : "can never be chosen: the same words give another type in", (int)g->file.n,
			pool.p + g->file.at, g->line);
		found++;
	}
	return found;
}

/* ---- the file ----------------------------------------------------------------------- */

static const char *pool;	/* for the comparators of qsort, which take no context */

static int by_lemma(const void *p, const void *q)
{
	const struct member_row *a = p, *b = q;
	int c = str_cmp((struct str){ pool + a->lemma.at, a->lemma.n }, (struct str){ pool + b->lemma.at, b->lemma.n });

	return c ? c : (a->class_id > b->class_id) - (a->class_id < b->class_id);
}

struct key_use {
	struct ref key;
	uint32_t frame;
};

static int by_key(const void *p, const void *q)
{
	const struct key_use *a = p, *b = q;
	int c = str_cmp((struct str){ pool + a->key.at, a->key.n }, (struct str){ pool + b->key.at, b->key.n });

	return c ? c : (a->frame > b->frame) - (a->frame < b->frame);
}

static void put_section(struct buf *b, struct frames_header *h, enum frames_section s, const void *rows, size_t n, size_t size)
{
	while (b->n % 8)
		buf_byte(b, 0);
	h->section[s].offset = (uint32_t)b->n;
	h->section[s].count = (uint32_t)n;
	buf_add(b, (struct str){ rows, n * size });
}

struct str lexicon_file(struct lexicon *x)
{
	struct frames_header h = { .magic = FRAMES_MAGIC, .version = FRAMES_VERSION, .sections = SEC_COUNT };
	struct key_use *uses = arena_array(x->a, struct key_use, x->frames.n);
	VEC(struct key_row) keys = { 0 };
	VEC(uint32_t) key_frames = { 0 };
	struct buf b;

	pool = x->strings.p;
	for (uint32_t i = 0; i < x->frames.n; i++)
		uses[i] = (struct key_use){ x->frames.at[i].lemma, i };
	if (x->frames.n)
		qsort(uses, x->frames.n, sizeof(*uses), by_key);
	if (x->members.n)
		qsort(x->members.at, x->members.n, sizeof(*x->members.at), by_lemma);
	for (uint32_t i = 0; i < x->frames.n; i++) {
		if (!keys.n || keys.at[keys.n - 1].key.at != uses[i].key.at || keys.at[keys.n - 1].key.n != uses[i].key.n) {
			struct key_row k = { uses[i].key, { i, 0 } };

			vec_add(x->a, &keys, k);
		}
		keys.at[keys.n - 1].frames.n++;
		vec_add(x->a, &key_frames, uses[i].frame);
	}
	buf_init(&b, x->a);
	buf_add(&b, (struct str){ (const char *)&h, sizeof(h) });
	put_section(&b, &h, SEC_STRINGS, x->strings.p, x->strings.n, 1);
	put_section(&b, &h, SEC_FRAMES, x->frames.at, x->frames.n, sizeof(struct frame));
	put_section(&b, &h, SEC_SLOTS, x->slots.at, x->slots.n, sizeof(struct slot));
	put_section(&b, &h, SEC_ALTERNATIVES, x->alternatives.at, x->alternatives.n, sizeof(struct alternative));
	put_section(&b, &h, SEC_CONDITIONS, x->conditions.at, x->conditions.n, sizeof(struct condition_row));
	put_section(&b, &h, SEC_FIXED, x->fixed.at, x->fixed.n, sizeof(struct fixed_part));
	put_section(&b, &h, SEC_WORDS, x->words.at, x->words.n, sizeof(struct word_row));
	put_section(&b, &h, SEC_KEYS, keys.at, keys.n, sizeof(struct key_row));
	put_section(&b, &h, SEC_KEY_FRAMES, key_frames.at, key_frames.n, sizeof(uint32_t));
	put_section(&b, &h, SEC_CLASSES, x->classes.at, x->classes.n, sizeof(struct ref));
	put_section(&b, &h, SEC_MEMBERS, x->members.at, x->members.n, sizeof(struct member_row));
	put_section(&b, &h, SEC_CUES, x->cues.at, x->cues.n, sizeof(struct cue_row));
	h.size = b.n;
	h.checksum = str_hash(str_sub(buf_str(&b), sizeof(h), b.n));
	memcpy(b.p, &h, sizeof(h));
	return buf_str(&b);
}
