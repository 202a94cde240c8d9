/* sniff.c - which format, which encoding. */
#include "ingest/ingest.h"

#include "base/unicode.h"
#include "base/utf8.h"

static bool starts_tag(struct str s)
{
	static const char *const tags[] = { "<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<meta", "<!--" };

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		size_t n = strlen(tags[i]), k = 0;

		while (k < n && k < s.n && (s.p[k] | (s.p[k] >= 'A' && s.p[k] <= 'Z' ? 0x20 : 0)) == tags[i][k])
			k++;
		if (k == n)
			return true;
	}
	return false;
}

const char *sniff(struct str bytes, struct error *e)
{
	struct str head = str_sub(bytes, 0, bytes.n < 4096 ? bytes.n : 4096);

	if (head.n >= 2 && ((unsigned char)head.p[0] ^ (unsigned char)head.p[1]) == 1 && (unsigned char)head.p[0] >= 0xFE)
		return "text";		/* UTF-16 byte order mark */
	if (head.n >= 3 && !memcmp(head.p, "\xEF\xBB\xBF", 3))
		head = str_sub(head, 3, head.n);
	if (!str_trim(head).n && bytes.n <= 4096) {
		error_set(e, COU_EINPUT, "empty");
		return NULL;
	}
	size_t control = 0;

	for (size_t i = 0; i < head.n; i++) {
		unsigned char c = (unsigned char)head.p[i];

		if (!c) {
			error_set(e, COU_EINPUT, "binary: a zero byte at offset %zu", i);
			return NULL;
		}
		control += c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 27;
	}
	if (control * 20 > head.n) {
		error_set(e, COU_EINPUT, "binary: %zu control characters in the first %zu bytes", control, head.n);
		return NULL;
	}
	head = str_trim(head);
	if (str_starts(head, STR("%PDF-")) || str_starts(head, STR("{\\rtf"))) {
		error_set(e, COU_EINPUT, "a document of a word processor or printer; convert it to text first");
		return NULL;
	}
	if (head.n && head.p[0] == '{') {
		struct str first = str_trim(str_sub(head, 0, str_find(head, '\n')));

		/* an object that goes on in the next line */
		return str_find(head, '\n') < head.n && (first.n == 1 || str_ends(first, STR(","))) ? "json" : "jsonl";
	}
	if (head.n && head.p[0] == '[' && str_starts(str_trim(str_sub(head, 1, head.n)), STR("{")))
		return "json";
	if (str_starts(head, STR("<?xml")) && str_search(head, STR("<html")) == head.n) {
		error_set(e, COU_EINPUT, "XML that is no page: feeds are not read");
		return NULL;
	}
	return starts_tag(head) || (head.n && head.p[0] == '<' && str_search(head, STR("<html")) < head.n) ? "html" : "text";
}

int to_utf8(struct arena *a, struct str bytes, struct str charset, struct str *utf8, struct error *e)
{
	const unsigned char *p = (const unsigned char *)bytes.p;

	if (bytes.n >= 3 && !memcmp(p, "\xEF\xBB\xBF", 3)) {
		*utf8 = str_sub(bytes, 3, bytes.n);
	} else if (bytes.n >= 2 && p[0] == 0xFF && p[1] == 0xFE) {
		return unicode_convert(a, str_sub(bytes, 2, bytes.n), "utf-16le", utf8, e);
	} else if (bytes.n >= 2 && p[0] == 0xFE && p[1] == 0xFF) {
		return unicode_convert(a, str_sub(bytes, 2, bytes.n), "utf-16be", utf8, e);
	} else {
		*utf8 = bytes;
	}
	size_t bad = utf8_check(*utf8);

	if (bad == utf8->n)
		return COU_OK;
	if (charset.n && charset.n < 40 && !str_is(charset, "utf-8"))
		return unicode_convert(a, bytes, str_dup(a, charset).p, utf8, e);
	return error_set(e, COU_EINPUT, "byte %zu is no UTF-8; convert the file first (iconv -f windows-1252 -t utf-8)", bad);
}
