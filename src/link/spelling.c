/* spelling.c - are two spellings of a name one name?  Each language and newspaper writes foreign names in its own letters: Rohani, Rouhani,
 * Ruhani; Chamenei, Khamenei; Loekasjenko, Lukashenka.  What stays is the order of the consonants. */
#include "link/spelling.h"

enum { NAME_MAX_BYTES = 64, LONG = 8 };

/* Letters that romanisations exchange, the longest first; the skeleton keeps the right side. */
static const struct {
	const char *letters, *kept;
} same_sound[] = {
	{ "shch", "s" }, { "sjtsj", "s" }, { "tsch", "k" }, { "dzh", "z" }, { "tsj", "k" }, { "tch", "k" }, { "sch", "s" }, { "dsj", "z" },
	{ "ch", "k" }, { "kh", "k" }, { "gh", "k" }, { "sh", "s" }, { "sj", "s" }, { "sz", "s" }, { "zj", "z" }, { "zh", "z" },
	{ "dj", "" }, { "dh", "d" }, { "th", "t" }, { "ph", "f" }, { "ts", "k" }, { "tz", "k" }, { "ck", "k" }, { "ks", "x" },
	{ "q", "k" }, { "g", "k" }, { "c", "k" }, { "v", "f" }, { "w", "f" }, { "z", "s" }, { "x", "x" },
	{ "a", "" }, { "e", "" }, { "i", "" }, { "o", "" }, { "u", "" }, { "y", "" }, { "j", "" }, { "h", "" },
};

struct str spelling_skeleton(struct arena *a, struct str key)
{
	char *p = arena_alloc(a, key.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < key.n; ) {
		const char *kept = NULL;
		size_t used = 1;

		for (size_t r = 0; r < sizeof(same_sound) / sizeof(*same_sound) && !kept; r++) {
			size_t length = strlen(same_sound[r].letters);

			if (length <= key.n - i && !memcmp(key.p + i, same_sound[r].letters, length)) {
				kept = same_sound[r].kept;
				used = length;
			}
		}
		char one = kept ? *kept : key.p[i];

		/* z and s are one sound to most; a letter written twice is one */
		one = one == 'z' ? 's' : one;
		if (one && !(n && p[n - 1] == one))
			p[n++] = one;
		i += used;
	}
	return (struct str){ p, n };
}

/* Letters to change, add or take away to make one of the other. */
static size_t distance(struct str a, struct str b)
{
	size_t row[NAME_MAX_BYTES + 1];

	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t up = row[j], change = corner + (a.p[i - 1] != b.p[j - 1]);

			corner = up;
			row[j] = up + 1 < row[j - 1] + 1 ? up + 1 : row[j - 1] + 1;
			row[j] = change < row[j] ? change : row[j];
		}
	}
	return row[b.n];
}

bool spelling_same(struct arena *a, struct str x, struct str y)
{
	size_t longest = x.n > y.n ? x.n : y.n;

	if (x.n < 3 || y.n < 3 || longest > NAME_MAX_BYTES)
		return false;
	if (str_eq(x, y))
		return true;
	struct str s = spelling_skeleton(a, x), t = spelling_skeleton(a, y);

	return s.n && str_eq(s, t) && distance(x, y) <= longest / 3 + (longest >= LONG);
}
