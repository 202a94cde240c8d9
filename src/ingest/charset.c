/* charset.c - UTF-8 out of bytes in any charset. */
#include "ingest/ingest.h"

#include "base/unicode.h"
#include "base/utf8.h"

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

struct str transported(struct arena *a, struct str bytes, struct str charset)
{
	struct str head = str_sub(bytes, 0, bytes.n < 256 ? bytes.n : 256), utf8;
	bool declared = str_search(str_sub(head, 0, str_search(head, STR("?>"))), STR("encoding")) < str_search(head, STR("?>"));

	if (!charset.n || charset.n >= 40 || declared || utf8_check(bytes) == bytes.n || (bytes.n && (unsigned char)bytes.p[0] >= 0xFE))
		return bytes;
	return unicode_convert(a, bytes, str_dup(a, charset).p, &utf8, NULL) ? bytes : utf8;
}
