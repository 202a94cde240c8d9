/* Any bytes as record lines, as `coulisse export` and `diff` read them: each line refused or taken, by every format. */
#include <stdlib.h>
#include <unistd.h>

#include "coulisse.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static int swallow_file(void *user, const char *file, const char *bytes, size_t n)
{
	(void)user;
	(void)file;
	for (size_t i = 0; i < n; i++)
		*(volatile char *)&(char){ bytes[i] };
	return 0;
}

static int swallow(void *user, const char *bytes, size_t n)
{
	return swallow_file(user, "", bytes, n);
}

/* Every format once, one after the other. */
static void export_all(struct cou *c, const char *path)
{
	char names[400], *rest = names;
	size_t n = 0;

	for (const char *p = cou_export_formats(); *p && n < sizeof(names) - 1; p++)
		names[n++] = *p;
	names[n] = 0;
	while (*rest) {
		char *name = rest;
		struct cou_export o = { .all = 1 };
		struct cou_error e;

		while (*rest && *rest != ' ')
			rest++;
		if (*rest)
			*rest++ = 0;
		o.format = name;
		cou_export(c, &o, &path, 1, swallow_file, NULL, &e);
	}
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	static struct cou *c;
	static const struct cou_question form;
	char path[] = "/tmp/fuzz-lines-XXXXXX";
	struct cou_error e;
	int fd = mkstemp(path);

	if (!c && cou_open(&c, getenv("COULISSE_HOME") ? getenv("COULISSE_HOME") : "build", &e))
		abort();
	if (fd < 0 || write(fd, p, n) != (ssize_t)n)
		abort();
	close(fd);
	export_all(c, path);
	cou_diff(path, "/dev/null", &form, swallow, NULL, &e);
	unlink(path);
	return 0;
}
