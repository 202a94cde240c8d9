/* Any bytes as a user's table of entities: refused with a message, or every answer of the world stays in bounds.
 *
 * COULISSE_HOME: the build folder.  The world below the table is the few rows of world/, which open in no time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "link/who.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static void ask(const struct who *w)
{
	struct arena a = { 0 };
	uint32_t count = who_count(w), people[16], hits;

	for (uint32_t i = count > 64 ? count - 64 : 0; i < count; i++) {
		struct who_entity x = who_entity(w, i);
		const struct who_term *terms;
		struct str key;

		who_fold(&a, x.name, &key);
		const struct who_hit *h = who_find(w, STR("en"), key, &hits);

		for (uint32_t k = 0; k < hits; k++)
			if (h[k].entity >= count)
				abort();
		for (uint32_t k = 0, t = who_terms(w, i, &terms); k < t; k++)
			if (terms[k].person != i || (who_holder(w, terms[k].office, terms[k].country, 19000) != NONE &&
						     who_held(w, terms[k].office, terms[k].country, terms[k].organisation, people, 16) > 16))
				abort();
	}
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	const char *home = getenv("COULISSE_HOME") ? getenv("COULISSE_HOME") : "build";
	char path[] = "/tmp/fuzz-who-XXXXXX", world[4096];
	struct error e = { 0 };
	struct who *w;
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, p, n) != (ssize_t)n)
		abort();
	close(fd);
	snprintf(world, sizeof(world), "%s/test/fuzz", home);
	if (who_open(&w, world, path, &e) == 0) {
		ask(w);
		who_close(w);
	} else if (!e.text[0]) {
		abort();
	}
	unlink(path);
	return 0;
}
