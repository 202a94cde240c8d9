#include "cli/reporting.h"

static int to_standard_error(void *user, const char *bytes, size_t n)
{
	(void)user;
	fwrite(bytes, 1, n, stderr);
	return 0;
}

int reporting_open(struct reporting *r, const struct settings *s, struct cou_options *o)
{
	*r = (struct reporting){ .wanted = s->report, .in_file = s->report_file != NULL };
	if (!r->wanted)
		return EXIT_DONE;
	o->report = r->in_file ? output_write : to_standard_error;
	o->report_user = &r->file;
	o->report_format = r->in_file ? COU_JSONL : COU_TABLE;
	return r->in_file ? output_open_file(&r->file, s->report_file) : EXIT_DONE;
}

int reporting_close(struct reporting *r)
{
	return r->in_file && r->file.file ? output_close(&r->file) : EXIT_DONE;
}
