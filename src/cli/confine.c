#include "cli/confine.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/sandbox.h"
#include "base/str.h"
#include "base/vec.h"

struct paths {
	struct arena *a;
	VEC(const char *) at;
};

static void add(struct paths *p, struct str path)
{
	*vec_push(p->a, &p->at) = path.p;
}

/* lang/ and data/; a language, or its model, may be a link that leads elsewhere. */
static void add_home(struct paths *p, const char *home)
{
	struct str lang = str_printf(p->a, "%s/lang", home);
	DIR *d = opendir(lang.p);

	add(p, str_printf(p->a, "%s/data", home));
	add(p, lang);
	for (struct dirent *x; d && (x = readdir(d)); ) {
		if (x->d_name[0] == '.')
			continue;
		add(p, str_printf(p->a, "%s/%s", lang.p, x->d_name));
		add(p, str_printf(p->a, "%s/%s/%s.model", lang.p, x->d_name, x->d_name));
	}
	if (d)
		closedir(d);
}

/* Lists are read anew, and whoever changes one puts a new file in its place: then it is the folder that must be read, with all below it.  Not where that is the
 * user's own, or one above it. */
static void add_folder(struct paths *p, const char *list)
{
	const char *home = getenv("HOME");
	char *folder = realpath(list, NULL), *slash = folder ? strrchr(folder, '/') : NULL, *own = home ? realpath(home, NULL) : NULL;

	if (slash && slash > folder) {
		*slash = 0;
		if (!own || strncmp(own, folder, strlen(folder)) != 0 || (own[strlen(folder)] != '/' && own[strlen(folder)] != 0))
			add(p, str_dup(p->a, str_c(folder)));
	}
	free(folder);
	free(own);
}

/* SQLite's file, and those that it puts beside it. */
static const char *add_store(struct paths *p, const char *store)
{
	const char *slash = strrchr(store, '/');

	add(p, str_c(store));
	add(p, str_printf(p->a, "%s-wal", store));
	add(p, str_printf(p->a, "%s-shm", store));
	return !slash ? "." : slash == store ? "/" : str_dup(p->a, (struct str){ store, (size_t)(slash - store) }).p;
}

int confine(void *confinement)
{
	const struct confinement *f = confinement;
	const struct settings *s = f->s;
	struct arena a = { 0 };
	struct paths reads = { .a = &a }, writes = { .a = &a };
	struct sandbox_rules rules = { 0 };

	if (s->no_sandbox) {
		if (s->verbose)
			fprintf(stderr, "sandbox: none wanted\n");
		return 0;
	}
	add_home(&reads, cou_home(f->c));
	for (size_t i = 0; i < s->n; i++) {
		add(&reads, str_c(s->paths[i]));
		if (f->rereads)
			add_folder(&reads, s->paths[i]);
	}
	if (f->works && !s->n)
		add(&reads, STR("/"));
	if (s->frames)
		add(&reads, str_c(s->frames));
	rules.connects = f->fetches;
	rules.serves = f->serves;
	for (size_t i = 0; i < s->n; i++)
		rules.connects |= cou_fetches(s->paths[i]) != 0;
	if (rules.connects && s->fetching.authorities)
		add(&reads, str_c(s->fetching.authorities));
	if (f->store && strstr(f->store, "://")) {
		rules.connected = true;
		rules.local = f->serves || f->works;
		rules.connects |= f->serves || f->works;
	} else if (f->store) {
		rules.tidies = add_store(&writes, f->store);
		add(&reads, STR("/dev/urandom"));
	}
	rules.reads = reads.at.at;
	rules.n_reads = reads.at.n;
	rules.writes = writes.at.at;
	rules.n_writes = writes.at.n;
	struct sandbox in_force = sandbox_enter(&rules);

	arena_free(&a);
	if (s->verbose)
		fprintf(stderr, "sandbox: %s\n", sandbox_words(in_force));
	return 0;
}
