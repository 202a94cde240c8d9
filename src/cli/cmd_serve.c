/* cmd_serve.c - coulisse serve: the page and its API. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "cli/confine.h"
#include "cli/output.h"
#include "cli/words.h"

enum { TOKEN_FILE_MAX = 4096 };

static volatile sig_atomic_t signalled;

static void on_signal(int number)
{
	(void)number;
	signalled = 1;
}

struct serving {
	const struct settings *s;
	struct confinement confinement;
};

static int is_signalled(void *user)
{
	(void)user;
	return signalled;
}

/* The first one asks to leave; the second one ends the program as it always does. */
static void catch_signals(void)
{
	struct sigaction a = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND }, none = { .sa_handler = SIG_IGN };

	sigaction(SIGINT, &a, NULL);
	sigaction(SIGTERM, &a, NULL);
	sigaction(SIGPIPE, &none, NULL);
}

/* Twice away, so that nobody need wait for the browser. */
static void open_browser(const char *url)
{
	pid_t child = fork();

	if (child == 0) {
		if (fork() == 0) {
			execlp("xdg-open", "xdg-open", url, (char *)NULL);
			diagnose("serve", "xdg-open: %s", strerror(errno));
		}
		_exit(0);
	}
	if (child > 0)
		waitpid(child, NULL, 0);
}

static void say_address(void *user, const char *url)
{
	const struct serving *g = user;

	printf("%s\n", url);
	fflush(stdout);
	if (g->s->open)
		open_browser(url);
}

static int give_up_rights(void *user)
{
	return confine(&((struct serving *)user)->confinement);
}

/* The first line of the file, else the environment's; an empty one is none. */
static int read_token(const struct settings *s, struct arena *a, const char **token)
{
	const char *environment = getenv("COULISSE_TOKEN");
	struct error e = { 0 };
	struct str text;

	*token = environment && *environment ? environment : NULL;
	if (!s->token_file)
		return 0;
	if (file_read(a, s->token_file, TOKEN_FILE_MAX, &text, &e)) {
		diagnose("serve", "%s", e.text);
		return -1;
	}
	text = str_trim(str_sub(text, 0, str_find(text, '\n')));
	if (!text.n) {
		diagnose(s->token_file, "its first line is empty: no token");
		return -1;
	}
	*token = str_dup(a, text).p;
	return 0;
}

int cmd_serve(const struct settings *s)
{
	struct serving g = { .s = s, .confinement = { .s = s, .store = s->store, .serves = true } };
	struct cou_serving o = { .address = s->address, .port = s->port, .read_only = s->read_only, .listening = say_address, .ready = give_up_rights,
				 .stop = is_signalled, .user = &g };
	struct arena a = { 0 };
	struct cou_error e = { 0 };
	struct cou *c;
	int rc;

	if (!s->store || s->n) {
		diagnose("serve", s->n ? "takes options alone" : "no store given: -d news.db (see coulisse serve --help)");
		return EXIT_USAGE;
	}
	if (read_token(s, &a, &o.token)) {
		arena_free(&a);
		return EXIT_USAGE;
	}
	rc = open_program(&c, s, &e);
	if (!rc) {
		g.confinement.c = c;
		catch_signals();
		rc = cou_serve(c, s->store, &o, &e);
		cou_close(c);
	}
	arena_free(&a);
	return exit_of(rc, &e);
}
