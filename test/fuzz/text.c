/* Any bytes as a text in a language that the first byte chooses, through all stages, as lines, table, trees and explanation. */
#include <stdlib.h>

#include "coulisse.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static int swallow(void *user, const char *bytes, size_t n)
{
	(void)user;
	for (size_t i = 0; i < n; i++)
		*(volatile char *)&(char){ bytes[i] };
	return 0;
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	static struct cou *c;
	static const enum cou_format formats[] = { COU_JSONL, COU_TABLE, COU_CONLLU, COU_TREES, COU_LAYERS };
	struct cou_options o = { .date = "2024-03-05", .min_confidence = -1 };
	struct cou_error e;

	if (!c && cou_open(&c, getenv("COULISSE_HOME") ? getenv("COULISSE_HOME") : "build", &e))
		abort();
	if (!n)
		return 0;
	o.lang = *p & 1 ? "nl" : "en";
	o.format = formats[(*p >> 1) % (sizeof(formats) / sizeof(*formats))];
	if (*p & 64)
		cou_explain(c, &o, (const char *)p + 1, n - 1, swallow, NULL, &e);
	else
		cou_code_text(c, &o, (const char *)p + 1, n - 1, swallow, NULL, &e);
	return 0;
}
