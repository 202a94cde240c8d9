#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/error.h"

int output_open(struct output *o, const struct settings *s)
{
	return output_open_file(o, s->output);
}

int output_open_file(struct output *o, const char *path)
{
	*o = (struct output){ .file = stdout, .name = path ? path : "standard output" };
	if (path)
		o->file = fopen(path, "wb");
	if (o->file)
		return EXIT_DONE;
	diagnose(o->name, "%s", strerror(errno));
	return EXIT_FAILED;
}

int output_write(void *output, const char *bytes, size_t n)
{
	struct output *o = output;

	if (fwrite(bytes, 1, n, o->file) == n && fflush(o->file) == 0)
		return 0;
	o->broken = errno ? errno : EIO;
	return -1;
}

int output_close(struct output *o)
{
	errno = 0;
	if (o->file != stdout && fclose(o->file) != 0 && !o->broken)
		o->broken = errno ? errno : EIO;
	if (o->file == stdout && fflush(stdout) != 0 && !o->broken)
		o->broken = errno ? errno : EIO;
	if (!o->broken)
		return EXIT_DONE;
	diagnose(o->name, "%s", strerror(o->broken));
	return EXIT_FAILED;
}

int output_terminal(const struct output *o, unsigned *columns)
{
	struct winsize w;

	if (!isatty(fileno(o->file)))
		return 0;
	if (ioctl(fileno(o->file), TIOCGWINSZ, &w) == 0 && w.ws_col)
		*columns = w.ws_col;
	return 1;
}

int exit_of(int result, const struct cou_error *e)
{
	if (result < 0)
		diagnose("", "%s", e->text);
	if (result == COU_EUSAGE)
		return EXIT_USAGE;
	if (result < 0)
		return EXIT_FAILED;
	return result == COU_UNREADABLE ? EXIT_UNREADABLE : result == COU_NOTHING ? EXIT_NOTHING : EXIT_DONE;
}

int output_exit(struct output *o, int result, const struct cou_error *e)
{
	int closed = output_close(o), code = o->broken && result < 0 ? EXIT_FAILED : exit_of(result, e);

	return closed && code != EXIT_USAGE ? EXIT_FAILED : code;
}
