/* embedded.c - the article of a page that is filled in the browser: out of the JSON that such pages carry along (Next.js's __NEXT_DATA__ and its kin).
 *
 * There is no schema; every newsroom names its parts as it likes.  What is alike is the form: somewhere stands a list whose members hold a sentence
 * or a piece of markup each, or one long string of markup.  The list (or string) with most running text is the article; headline and date stand in the
 * object around it.
 */
#include "ingest/extract.h"

enum { DEPTH_MAX = 24, SCRIPT_MAX = 8 << 20, MEMBERS_MAX = 2000, TEXT_MIN = 200, SENTENCE_MIN = 40 };

struct find {
	struct page *p;
	const struct json *path[DEPTH_MAX + 1];		/* from the whole to here */
	const struct json *best_path[DEPTH_MAX + 1];
	const struct json *best;
	int best_depth;
	size_t best_text;
};

/* The member of an object that holds its text. */
static struct str text_member(const struct json *j)
{
	static const char *const names[] = { "text", "content", "html", "value", "body", "paragraph", "data" };
	struct str best = json_string(j);

	for (size_t i = 0; !best.n && json_type(j) == JSON_OBJECT && i < sizeof(names) / sizeof(*names); i++) {
		const struct json *m = json_get(j, names[i]);

		best = json_string(m);
		if (!best.n && json_type(m) == JSON_OBJECT)
			for (size_t k = 0; !best.n && k < sizeof(names) / sizeof(*names); k++)
				best = json_string(json_get(m, names[k]));
	}
	return best;
}

/* Is it prose?  A sentence has blanks between words, an address or a key has not. */
static size_t prose(struct str s)
{
	size_t blanks = 0;

	if (s.n < SENTENCE_MIN || str_starts(s, STR("http")) || s.p[0] == '{')
		return 0;
	for (size_t i = 0; i < s.n; i++)
		blanks += s.p[i] == ' ';
	return blanks * 12 >= s.n ? s.n : 0;
}

static void look(struct find *f, const struct json *j, int depth)
{
	size_t text = 0;

	if (depth > DEPTH_MAX)
		return;
	f->path[depth] = j;
	if (json_type(j) == JSON_STRING) {
		text = prose(json_string(j));
		text = str_search(json_string(j), STR("<p")) < json_string(j).n ? text : 0;
	}
	if (json_type(j) == JSON_ARRAY) {
		size_t members = 0, wordy = 0;

		for (const struct json *m = json_first(j); m && members < MEMBERS_MAX; m = json_next(m), members++) {
			size_t n = prose(text_member(m));

			text += n;
			wordy += n > 0;
		}
		text = wordy * 2 >= members ? text : 0;
	}
	if (text > f->best_text && text >= TEXT_MIN) {
		f->best = j;
		f->best_text = text;
		f->best_depth = depth;
		memcpy(f->best_path, f->path, sizeof(f->path));
	}
	if (json_type(j) == JSON_ARRAY || json_type(j) == JSON_OBJECT)
		for (const struct json *m = json_first(j); m; m = json_next(m))
			look(f, m, depth + 1);
}

/* Paragraphs of a string that may be markup. */
static void add(struct page *p, struct buf *out, struct str s)
{
	struct dom m;

	if (!s.n)
		return;
	if (out->n)
		buf_add(out, STR("\n\n"));
	if (str_find(s, '<') == s.n && str_find(s, '&') == s.n) {
		buf_add(out, s);
		return;
	}
	if (dom_read(p->a, s, &m, NULL))
		return;
	for (uint32_t i = 0; i < m.n; i++) {
		if (m.nodes[i].element == ELEMENT_TEXT)
			dom_text(out, m.nodes[i].text);
		else if (i && ((m.nodes[i].bits & BLOCK_LEVEL) || m.nodes[i].element == ELEMENT_BR) && out->n && out->p[out->n - 1] != '\n')
			buf_add(out, STR("\n\n"));
	}
}

struct str embedded_prose(struct page *p, struct str s)
{
	struct buf out;

	if (str_search(s, STR("</")) == s.n && str_search(s, STR("<br")) == s.n && str_search(s, STR("<p")) == s.n)
		return s;
	buf_init(&out, p->a);
	add(p, &out, s);
	return buf_str(&out);
}

static void complete(struct find *f)
{
	static const char *const dates[] = { "datePublished", "publishedAt", "published_at", "published", "publicationDate", "publishDate", "firstPublished",
		"firstPublishedAt", "pubDate", "date", "createdAt" };
	static const char *const titles[] = { "headline", "title" };
	struct metadata *t = &f->p->meta;

	for (int depth = f->best_depth; depth >= 0; depth--) {
		const struct json *j = f->best_path[depth];

		for (size_t i = 0; i < sizeof(dates) / sizeof(*dates) && t->date == DAY_NONE; i++) {
			struct str s = json_string(json_get(j, dates[i]));

			if (s.n && (t->date = date_in(f->p->l, s)) != DAY_NONE)
				t->published.value = str_dup(f->p->a, s);
		}
		for (size_t i = 0; i < sizeof(titles) / sizeof(*titles) && !t->title.value.n; i++)
			t->title.value = str_dup(f->p->a, json_string(json_get(j, titles[i])));
	}
}

struct str embedded_text(struct page *p)
{
	struct buf out;

	buf_init(&out, p->a);
	for (uint32_t i = 0; i < p->m.n && !out.n; i++) {
		const struct node *n = &p->m.nodes[i];
		struct find f = { .p = p };
		struct json *j;

		if (n->element != ELEMENT_SCRIPT || n->text.n < TEXT_MIN || n->text.n > SCRIPT_MAX || json_parse(&j, str_trim(n->text), NULL))
			continue;
		look(&f, j, 0);
		if (f.best) {
			complete(&f);
			if (json_type(f.best) == JSON_STRING)
				add(p, &out, json_string(f.best));
			else
				for (const struct json *m = json_first(f.best); m; m = json_next(m))
					add(p, &out, text_member(m));
		}
		json_free(j);
	}
	return buf_str(&out);
}
