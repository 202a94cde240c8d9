/* cmd_correct.c - coulisse correct ID …: what a person says of a line; or what was said. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "cli/output.h"
#include "cli/words.h"

static int usage(const char *why)
{
	diagnose("correct", "%s (usage: coulisse correct -d STORE ID accept|reject|undo|set FIELD=VALUE…|merge ID|split [ID])", why);
	return EXIT_USAGE;
}

static const char *person(const struct settings *s)
{
	const char *user = getenv("USER");

	return s->person ? s->person : user && *user ? user : "unknown";
}

/* FIELD=VALUE becomes two texts; NULL when it is none. */
static int split(struct arena *a, const char *word, struct cou_correction *c)
{
	const char *is = strchr(word, '=');
	char *field;

	if (!is || is == word)
		return -1;
	field = arena_dup(a, word, strlen(word) + 1);
	field[is - word] = 0;
	c->field = field;
	c->value = field + (is - word) + 1;
	return 0;
}

static int correct(const struct settings *s)
{
	enum { FIELDS_MAX = 32 };
	struct cou_correction all[FIELDS_MAX];
	size_t n = 0, fields = s->n > 2 ? s->n - 2 : 0;
	struct cou_error e = { 0 };
	struct arena a = { 0 };
	struct cou *c;
	int rc = 0;

	if (s->n < 2)
		return usage("an id and what to say of it are needed");
	bool sets = strcmp(s->paths[1], "set") == 0, merges = strcmp(s->paths[1], "merge") == 0, splits = strcmp(s->paths[1], "split") == 0;

	if (sets ? !fields || fields > FIELDS_MAX : merges ? fields != 1 : splits ? fields > 1 : fields != 0)
		return usage("set takes FIELD=VALUE, merge an ID, split one or none, the others nothing");
	do {
		all[n] = (struct cou_correction){ .verb = s->paths[1], .line = s->paths[0], .who = person(s), .value = fields && !sets ? s->paths[2] : NULL };
		if (sets && split(&a, s->paths[2 + n], &all[n]))
			rc = usage("set takes FIELD=VALUE");
	} while (!rc && ++n < fields && sets);
	if (!rc)
		rc = exit_of(open_program(&c, s, &e), &e);
	if (!rc) {
		rc = exit_of(cou_correct(c, s->store, NULL, all, n, &e), &e);
		cou_close(c);
	}
	arena_free(&a);
	return rc;
}

int cmd_correct(const struct settings *s)
{
	struct settings list = *s;

	if (!s->store)
		return usage("no store given: -d news.db");
	if (!s->list)
		return correct(s);
	list.command = s->gold ? "gold" : s->orphans ? "orphans" : "corrections";
	return cmd_ask(&list);
}
