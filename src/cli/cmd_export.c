/* cmd_export.c - coulisse export: lines of the record in the formats of others. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "cli/output.h"
#include "cli/words.h"

enum { FILES_MAX = 8 };

struct folder {
	struct settings s[FILES_MAX];
	char path[FILES_MAX][4096];
	const char *dir;
	char name[FILES_MAX][64];
	struct output out[FILES_MAX];
	size_t n;
};

/* The open file of that name, or NULL after a message. */
static struct output *file_of(struct folder *f, const char *name)
{
	size_t i = 0;

	while (i < f->n && strcmp(f->name[i], name) != 0)
		i++;
	if (i < f->n)
		return &f->out[i];
	if (i == FILES_MAX)
		return NULL;
	snprintf(f->name[i], sizeof(f->name[i]), "%s", name);
	snprintf(f->path[i], sizeof(f->path[i]), "%.4000s/%s", f->dir, name);
	f->s[i].output = f->path[i];
	if (output_open(&f->out[i], &f->s[i]))
		return NULL;
	f->n++;
	return &f->out[i];
}

static int write_in_folder(void *folder, const char *file, const char *bytes, size_t n)
{
	struct output *o = file_of(folder, file);

	return o ? output_write(o, bytes, n) : -1;
}

static int write_alone(void *output, const char *file, const char *bytes, size_t n)
{
	(void)file;
	return output_write(output, bytes, n);
}

static void held(void *user, size_t lines, const char *why)
{
	(void)user;
	diagnose("export", "held back: %zu %s", lines, why);
}

/* Lines come from a store when one is named, or no file is. */
static bool stored(const struct settings *s)
{
	return s->store_given || (s->store && !s->n);
}

static int run(const struct settings *s, cou_write_file *write, void *user, struct cou_error *e)
{
	static const char *const standard_input[] = { "-" };
	struct cou_export o = { .format = s->to, .all = s->all, .held = held, .store = stored(s) ? s->store : NULL, .question = &s->q };
	struct cou *c;
	int rc = open_program(&c, s, e);

	if (rc)
		return rc;
	rc = cou_export(c, &o, s->n ? s->paths : standard_input, s->n ? s->n : !stored(s), write, user, e);
	cou_close(c);
	return rc;
}

static int export_alone(const struct settings *s)
{
	struct cou_error e = { 0 };
	struct output out;

	if (output_open(&out, s))
		return EXIT_FAILED;
	return output_exit(&out, run(s, write_alone, &out, &e), &e);
}

static int export_folder(const struct settings *s)
{
	struct folder f = { .dir = s->output };
	struct cou_error e = { 0 };
	bool broken = false;
	int rc;

	if (mkdir(s->output, 0777) != 0 && errno != EEXIST) {
		diagnose(s->output, "%s", strerror(errno));
		return EXIT_FAILED;
	}
	rc = run(s, write_in_folder, &f, &e);
	for (size_t i = 0; i < f.n; i++)
		broken |= output_close(&f.out[i]) != 0;
	if (rc < 0 && rc != COU_ESTORE)
		diagnose("", "%s", e.text);
	if (rc == COU_EUSAGE)
		return EXIT_USAGE;
	if (rc < 0 || broken)
		return EXIT_FAILED;
	return rc == COU_UNREADABLE ? EXIT_UNREADABLE : EXIT_DONE;
}

int cmd_export(const struct settings *s)
{
	if (!s->to) {
		diagnose("export", "--to is missing; it is one of: %s", cou_export_formats());
		return EXIT_USAGE;
	}
	if (!cou_export_is_folder(s->to))
		return export_alone(s);
	if (!s->output) {
		diagnose("export", "%s is several files: give their folder with -o", s->to);
		return EXIT_USAGE;
	}
	return export_folder(s);
}
