/* blocks.c - what each stretch of a text is: headline, lead, paragraph, subheading, caption, and what scrapers leave (RECORD.md §5). */
#include "ingest/ingest.h"

#include "base/file.h"
#include "base/unicode.h"
#include "base/utf8.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#define GAP "\xE2\x80\xA6"		/* … */

enum { SUBHEADING_MAX = 80, LEFTOVER_MAX = 160, BYLINE_MAX = 90 };

/* ---- the words ------------------------------------------------------------------------ */

static void add_column(struct leftovers *l, int column, struct str word)
{
	uint32_t *at = map_put(&l->columns, unicode_lower_str(&l->a, word)), rank = l->columns.n < COLUMN_RANKS ? l->columns.n : COLUMN_RANKS - 1;

	if (*at == MAP_NONE)
		*at = (uint32_t)column * COLUMN_RANKS + rank;
}

static int read_words(struct leftovers *l, const char *path, struct error *e)
{
	struct str text, line;
	int r = file_read(&l->a, path, 1 << 20, &text, e);

	if (r)
		return r;
	for (uint32_t number = 1; str_split(&text, '\n', &line); number++) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#')
			continue;
		size_t colon = str_find(line, ':');
		struct str head = str_trim(str_sub(line, 0, colon)), list, word;

		if (colon == line.n)
			return error_set(e, COU_EDATA, "%s:%u: a ':' is missing", path, number);
		list = str_sub(line, colon + 1, line.n);
		while (str_split(&list, ',', &word)) {
			word = str_trim(word);
			if (!word.n)
				continue;
			if (str_is(head, "time"))
				*vec_push(&l->a, &l->times) = word;
			else if (str_is(head, "updated"))
				*vec_push(&l->a, &l->updates) = word;
			else if (str_is(head, "related"))
				*vec_push(&l->a, &l->related) = word;
			else if (str_is(head, "comments"))
				*vec_push(&l->a, &l->comments) = word;
			else if (str_is(head, "boilerplate"))
				*vec_push(&l->a, &l->boilerplate) = word;
			else if (str_is(head, "byline"))
				*vec_push(&l->a, &l->bylines) = word;
			else if (str_is(head, "agency"))
				*map_put(&l->agencies, unicode_lower_str(&l->a, word)) = 1;
			else if (str_is(head, "tracking"))
				*vec_push(&l->a, &l->tracking) = word;
			else if (str_is(head, "class"))
				*map_put(&l->classes, word) = 1;
			else if (str_starts(head, STR("column ")) && column_find(str_sub(head, 7, head.n)) >= 0)
				add_column(l, column_find(str_sub(head, 7, head.n)), word);
			else
				return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is none of time, updated, related, comments, boilerplate, byline, class, agency, tracking, column …", path, number, STR_ARG(head));
		}
	}
	return COU_OK;
}

/* "month 3: maart, mrt, mrt." of time.txt; all its other lines are read elsewhere. */
static int read_months(struct leftovers *l, const char *path, struct error *e)
{
	struct str text, line, word;
	int r = file_read(&l->a, path, 1 << 20, &text, e);

	while (!r && str_split(&text, '\n', &line)) {
		size_t colon = str_find(line, ':');
		uint32_t month = 0;

		if (!str_starts(line, STR("month ")) || colon == line.n)
			continue;
		for (size_t i = 6; i < colon && line.p[i] >= '0' && line.p[i] <= '9' && month < 13; i++)
			month = month * 10 + (uint32_t)(line.p[i] - '0');
		for (line = str_sub(line, colon + 1, line.n); month && month <= 12 && str_split(&line, ',', &word);) {
			word = str_trim(word);
			if (word.n && word.p[word.n - 1] != '.')
				*map_put(&l->months, word) = month;
		}
	}
	return r;
}

static int by_name(const void *x, const void *y)
{
	return strcmp(*(char *const *)x, *(char *const *)y);
}

int leftovers_open(struct leftovers *l, const char *home, struct error *e)
{
	char path[4096];
	char *names[64];
	size_t n = 0;

	memset(l, 0, sizeof(*l));
	map_init(&l->agencies, &l->a);
	map_init(&l->classes, &l->a);
	map_init(&l->months, &l->a);
	map_init(&l->columns, &l->a);
	snprintf(path, sizeof(path), "%s/data/agencies.txt", home);
	int r = read_words(l, path, e);

	snprintf(path, sizeof(path), "%s/data/tracking.txt", home);
	r = r ? r : read_words(l, path, e);
	snprintf(path, sizeof(path), "%s/lang", home);
	DIR *d = r ? NULL : opendir(path);

	if (!r && !d)
		r = error_set(e, COU_EDATA, "%s: no such folder", path);
	for (struct dirent *x; d && n < 64 && (x = readdir(d)); )
		if (x->d_name[0] != '.' && strlen(x->d_name) == 2)
			names[n++] = (char *)str_dup(&l->a, str_c(x->d_name)).p;
	if (d)
		closedir(d);
	qsort(names, n, sizeof(*names), by_name);
	for (size_t i = 0; i < n && !r; i++) {
		snprintf(path, sizeof(path), "%s/lang/%s/blocks.txt", home, names[i]);
		r = read_words(l, path, e);
		snprintf(path, sizeof(path), "%s/lang/%s/time.txt", home, names[i]);
		r = r ? r : read_months(l, path, e);
	}
	if (r)
		leftovers_close(l);
	return r;
}

void leftovers_close(struct leftovers *l)
{
	arena_free(&l->a);
	memset(l, 0, sizeof(*l));
}

/* ---- looking at a line ------------------------------------------------------------------- */

bool full_stop(struct str s)
{
	static const char *const closing[] = { "\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB" };
	bool more = true;

	while (more) {
		more = false;
		for (size_t i = 0; i < sizeof(closing) / sizeof(*closing); i++)
			if (str_ends(s, str_c(closing[i]))) {
				s.n -= strlen(closing[i]);
				more = true;
			}
	}
	return str_ends(s, STR(".")) || str_ends(s, STR("!")) || str_ends(s, STR("?")) || str_ends(s, STR("\xE2\x80\xA6"));
}

static char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Does the line begin with the words?  word: nothing but digits and signs behind it; word*: anything, but the line is no sentence
 * (unless a colon stands behind the word); word**: anything. */
static bool begins_with(struct str line, struct str words)
{
	int stars = 0;
	size_t at;

	while (words.n && words.p[words.n - 1] == '*' && stars < 2) {
		words.n--;
		stars++;
	}
	if (line.n < words.n)
		return false;
	for (size_t i = 0; i < words.n; i++)
		if (ascii_lower(line.p[i]) != words.p[i])
			return false;
	at = words.n;
	if (at < line.n) {
		uint32_t c = utf8_next(line, &at);

		if (c != UTF8_BAD && (unicode_is_letter(c) || c == '-'))
			return false;
	}
	if (stars == 2)
		return true;
	if (stars == 1)
		return !full_stop(line) || (words.n < line.n && line.p[words.n] == ':');
	for (at = words.n; at < line.n;) {
		uint32_t c = utf8_next(line, &at);

		if (c != UTF8_BAD && unicode_is_letter(c))
			return false;
	}
	return true;
}

/* The place of the words, in lower case, in the line, or its length. */
static size_t find_words(struct str line, struct str words)
{
	for (size_t at = 0; at + words.n <= line.n; at++) {
		size_t i = 0;

		while (i < words.n && ascii_lower(line.p[at + i]) == words.p[i])
			i++;
		if (i == words.n)
			return at;
	}
	return line.n;
}

/* "the post … appeared first on": both, in this order, whatever else stands in the line. */
static bool has_both(struct str line, struct str words, size_t gap)
{
	struct str first = str_trim(str_sub(words, 0, gap)), then = str_trim(str_sub(words, gap + strlen(GAP), words.n));

	return !find_words(line, first) && find_words(str_sub(line, first.n, line.n), then) < line.n - first.n;
}

bool begins_with_any(struct str line, const struct phrases *w)
{
	for (size_t i = 0; i < w->n; i++) {
		size_t gap = str_search(w->at[i], STR(GAP));

		if (gap < w->at[i].n ? line.n > gap && has_both(line, w->at[i], gap) : begins_with(line, w->at[i]))
			return true;
	}
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "23:27", "0:37" at the start; the number of bytes, or 0. */
static size_t clock_at(struct str s)
{
	size_t i = 0;

	while (i < s.n && i < 2 && is_digit(s.p[i]))
		i++;
	if (!i || i + 3 > s.n || (s.p[i] != ':' && s.p[i] != '.') || !is_digit(s.p[i + 1]) || !is_digit(s.p[i + 2]))
		return 0;
	return i + 3 < s.n && is_digit(s.p[i + 3]) ? 0 : i + 3;
}

static bool ends_sentence(struct str s)
{
	static const char *const ends[] = { ".", "!", "?", ".\"", ".'", "?\"", "!\"", "…", ".”", ".’", "?”", "!”", "\"", "”", ":" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_ends(s, str_c(ends[i])))
			return true;
	return false;
}

/* A line that is only a time: a clock, or a short line that begins with a time word and holds a digit. */
static bool is_time(const struct leftovers *l, struct str line)
{
	bool digit = false;

	size_t words = 1, numbers = 0;

	if (line.n > 60 || ends_sentence(line))
		return false;
	for (size_t i = 0; i < line.n; i++) {
		bool starts = i == 0 || line.p[i - 1] == ' ' || line.p[i - 1] == ':';

		digit |= is_digit(line.p[i]);
		numbers += starts && is_digit(line.p[i]);
		words += line.p[i] == ' ';
	}
	if (words > 3 + 2 * numbers)		/* a heading with a number in it */
		return false;
	if (clock_at(line) == line.n)
		return true;
	for (size_t i = 0; digit && i < l->times.n; i++)
		if (begins_with(line, l->times.at[i]))
			return true;
	return false;
}

/* A photo agency in front of (or behind) a caption: the end of the credit, or 0. */
static size_t agency_at(const struct leftovers *l, struct str line)
{
	size_t at = 0, end = 0;

	for (int words = 0; words < 6 && at < line.n; words++) {
		size_t from = at;

		while (at < line.n && line.p[at] != ' ' && line.p[at] != '/' && line.p[at] != ',')
			at++;
		struct str word = str_sub(line, from, at);
		char lower[32];

		if (word.n && word.n < sizeof(lower)) {
			for (size_t i = 0; i < word.n; i++)
				lower[i] = word.p[i] >= 'A' && word.p[i] <= 'Z' ? (char)(word.p[i] + 32) : word.p[i];
			/* an agency is written in capitals or stands first */
			if (map_get(&l->agencies, (struct str){ lower, word.n }) != MAP_NONE && word.p[0] >= 'A' && word.p[0] <= 'Z')
				end = at;
			else if (words > 3 || (words && !is_digit(word.p[0]) && end))
				break;
		}
		while (at < line.n && (line.p[at] == ' ' || line.p[at] == '/' || line.p[at] == ','))
			at++;
	}
	return end;
}

static struct block *add(struct doc *d, enum block_type type, size_t start, size_t end)
{
	struct block *b = vec_push(d->a, &d->blocks);

	*b = (struct block){ type, { (uint32_t)start, (uint32_t)end } };
	return b;
}

size_t dateline_at(const struct leftovers *l, struct str line)
{
	struct str head = str_sub(line, 0, line.n < 80 ? line.n : 80);
	size_t dash = str_search(head, STR(" - ")), n = 3, upper = 0;

	if (dash == head.n) {
		dash = str_search(head, STR(" – "));
		n = 5;
	}
	if (dash == head.n) {
		dash = str_search(head, STR(" — "));
		n = 5;
	}
	if (dash == head.n || dash < 3)
		return 0;
	for (size_t i = 0; i < dash && head.p[i] >= 'A' && head.p[i] <= 'Z'; i++)
		upper++;
	bool bracket = head.p[dash - 1] == ')';

	if (upper < 3 && !(bracket && agency_at(l, str_sub(head, str_find(head, '(') + 1 < dash ? str_find(head, '(') + 1 : 0, dash - 1))))
		return 0;
	return dash + n;
}

/* Does a capital, a figure or a quotation follow the credit? */
static bool starts_caption(struct str line, size_t credit)
{
	size_t at = credit;
	uint32_t c = 0;

	while (at < line.n && (c = utf8_next(line, &at)) != UTF8_BAD && (unicode_is_space(c) || unicode_is_punct(c)))
		;
	return at <= line.n && c != UTF8_BAD && (unicode_is_upper(c) || unicode_is_digit(c));
}

/* Behind its first word, does the line hold mostly words with a capital, as names do? */
static bool names(struct str line)
{
	unsigned capital = 0, small = 0;
	struct str word;

	str_split(&line, ' ', &word);
	while (str_split(&line, ' ', &word)) {
		size_t at = 0;
		uint32_t c = word.n ? utf8_next(word, &at) : 0;

		if (c && c != UTF8_BAD && unicode_is_upper(c))
			capital++;
		else if (c && c != UTF8_BAD && unicode_is_letter(c))
			small++;
	}
	return capital >= 1 && small <= capital + 1;
}

static void body_line(const struct leftovers *l, struct doc *d, size_t start, size_t end, bool alone, bool *lead_seen)
{
	struct str line = doc_slice(d, (struct span){ (uint32_t)start, (uint32_t)end });
	size_t clock = clock_at(line), agency;

	if (is_time(l, line)) {
		add(d, BLOCK_TIME, start, end);
		return;
	}
	if (line.n < LEFTOVER_MAX && begins_with_any(line, &l->related)) {
		add(d, BLOCK_RELATED, start, end);
		return;
	}
	if (line.n < LEFTOVER_MAX && begins_with_any(line, &l->boilerplate)) {
		add(d, BLOCK_BOILERPLATE, start, end);
		return;
	}
	if (line.n < BYLINE_MAX && begins_with_any(line, &l->bylines) && !ends_sentence(line) && names(line)) {
		add(d, BLOCK_BYLINE, start, end);
		return;
	}
	if (clock && clock < line.n && line.p[clock] == ' ' && line.n < 200) {	/* a video: its length, then its caption */
		add(d, BLOCK_CREDIT, start, start + clock);
		add(d, BLOCK_CAPTION, start + clock + 1, end);
		return;
	}
	agency = line.n < 300 ? agency_at(l, line) : 0;
	if (agency && agency < 60) {
		if (agency == line.n) {
			add(d, BLOCK_CREDIT, start, end);
			return;
		}
		/* "AFP reported …" is a sentence; a caption begins with a capital or a figure and has, in running text, no full stop */
		if (!ends_sentence(line) && starts_caption(line, agency)) {
			add(d, BLOCK_CREDIT, start, start + agency);
			add(d, BLOCK_CAPTION, start + agency + 1, end);
			return;
		}
	}
	if (alone && line.n < SUBHEADING_MAX && !ends_sentence(line) && *lead_seen) {
		add(d, BLOCK_SUBHEADING, start, end);
		return;
	}
	size_t dateline = dateline_at(l, line);

	if (dateline && !*lead_seen && dateline < line.n) {
		add(d, BLOCK_DATELINE, start, start + dateline);
		start += dateline;
	}
	if (line.n > 2 && (line.p[0] == '-' || line.p[0] == '*') && line.p[1] == ' ') {
		add(d, BLOCK_LIST, start, end);
		return;
	}
	add(d, *lead_seen ? BLOCK_PARAGRAPH : BLOCK_LEAD, start, end);
	*lead_seen = true;
}

void find_line(const struct leftovers *l, struct doc *d, size_t start, size_t end, bool alone, bool *lead_seen)
{
	body_line(l, d, start, end, alone, lead_seen);
}

void find_blocks(const struct leftovers *l, struct doc *d, bool titled, size_t headline)
{
	bool lead_seen = false;
	size_t at = 0;
	struct str text = d->text;

	if (headline) {
		add(d, BLOCK_TITLE, 0, headline);
		at = headline;
	}
	while (at < text.n) {
		const char *nl = memchr(text.p + at, '\n', text.n - at);
		size_t end = nl ? (size_t)(nl - text.p) : text.n, start = at, stop = end;

		at = end + 1;
		while (start < stop && ((unsigned char)text.p[start] <= ' '))
			start++;
		while (stop > start && ((unsigned char)text.p[stop - 1] <= ' '))
			stop--;
		if (start == stop)
			continue;
		struct str line = str_sub(text, start, stop);
		bool video = clock_at(line) && clock_at(line) < line.n;

		if (titled && !d->blocks.n) {
			/* a scraper's first line may be a photo credit with its caption: "2024-10 EPA …" */
			size_t agency = line.n < 300 ? agency_at(l, line) : 0;

			if (agency && agency < 40 && agency < line.n && starts_caption(line, agency)) {
				add(d, BLOCK_CREDIT, start, start + agency);
				add(d, BLOCK_CAPTION, start + agency + 1, stop);
			} else {
				add(d, BLOCK_TITLE, start, stop);
				d->title = line;
			}
			continue;
		}
		body_line(l, d, start, stop, !video, &lead_seen);
	}
}
