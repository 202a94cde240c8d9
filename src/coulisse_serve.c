/* coulisse_serve.c - the library as a server: the page and the JSON API over a store. */
#include "coulisse_run.h"

#include <stdio.h>

#include "coulisse_question.h"
#include "serve/serve.h"
#include "store/store.h"

enum { LANGS_MAX = 32 };

/* ---- what the server has the library do ------------------------------------------------ */

struct server {
	struct cou *c;
	const char *store;
};

static int failed(const struct cou_error *from, int rc, struct error *e)
{
	return rc < 0 ? error_set(e, rc, "%s", from->text) : rc;
}

static int explain(void *server, struct str text, struct str date, struct str lang, serve_write *write, void *to, struct error *e)
{
	struct server *s = server;
	struct cou_options o = { .date = date.n ? date.p : NULL, .lang = lang.n ? lang.p : NULL };
	struct cou_error err = { 0 };

	return failed(&err, cou_explain(s->c, &o, text.p, text.n, write, to, &err), e);
}

static int correct(void *server, const struct serve_correction *from, size_t n, struct error *e)
{
	struct server *s = server;
	struct arena a = { 0 };
	struct cou_correction *all = arena_array(&a, struct cou_correction, n);
	struct cou_error err = { 0 };
	int rc;

	for (size_t i = 0; i < n; i++)
		all[i] = (struct cou_correction){ .verb = from[i].verb.p, .line = from[i].line.p, .field = from[i].field.p, .value = from[i].value.p, .who = from[i].who.p };
	rc = cou_correct(s->c, s->store, NULL, all, n, &err);
	arena_free(&a);
	return failed(&err, rc, e);
}

static int export(void *server, const char *format, const struct question *q, bool all, serve_write_file *write, void *to, struct error *e)
{
	struct server *s = server;
	struct cou_question question = question_to(q);
	struct cou_export o = { .format = format, .all = all, .store = s->store, .question = &question };
	struct cou_error err = { 0 };

	return failed(&err, cou_export(s->c, &o, NULL, 0, write, to, &err), e);
}

/* ---- serving ------------------------------------------------------------------------------ */

static int check(const struct cou_serving *o, struct str token, struct error *e)
{
	if (o->port > 65535)
		return error_set(e, COU_EUSAGE, "%u is no port", o->port);
	if (token.n && !request_token_is_sound(token))
		return error_set(e, COU_EUSAGE, "a token has %d to %d letters, digits and - . _ ~ + / =", TOKEN_MIN, TOKEN_MAX);
	if (!token.n && !http_is_loopback(o->address))
		return error_set(e, COU_EUSAGE, "%s can be reached by others: a token is needed (--token-file, COULISSE_TOKEN)", o->address);
	return 0;
}

/* Where it listens, for people: with brackets around IPv6. */
static void tell(const struct cou_serving *o, unsigned port)
{
	bool six = strchr(o->address, ':') != NULL;
	char url[128];

	snprintf(url, sizeof(url), "http://%s%.80s%s:%u/", six ? "[" : "", o->address, six ? "]" : "", port);
	if (o->listening)
		o->listening(o->user, url);
}

static int serve(struct cou *c, const char *store, const struct cou_serving *o, struct str token, struct error *e)
{
	struct server own = { c, store };
	struct str langs[LANGS_MAX];
	struct serve_setup setup = {
		.version = cou_version(), .store = store, .home = flow_home_of(c->flow), .address = o->address, .token = token, .read_only = o->read_only != 0,
		.world = flow_world(c->flow, e), .langs = langs, .n_langs = flow_languages(c->flow, langs, LANGS_MAX),
		.calls = { &own, cou_export_formats, cou_export_is_folder, export, correct, explain },
	};
	unsigned port = o->port;
	struct store *held;		/* so that the files beside an SQLite store stay while there is a server */
	int socket, rc;

	if (!setup.world)
		return COU_EDATA;
	if (store_open(&held, store, DB_READ, NULL, e))
		return COU_ESTORE;
	socket = http_listen(o->address, &port, e);
	if (socket < 0) {
		store_close(held);
		return socket;
	}
	tell(o, port);
	rc = o->ready && o->ready(o->user) ? error_set(e, COU_ESTORE, "given up before the start") : serve_run(&setup, socket, o->stop, o->user, e);
	store_close(held);
	return rc;
}

int cou_serve(struct cou *c, const char *store, const struct cou_serving *given, struct cou_error *e)
{
	struct cou_serving o = *given;
	struct str token = str_c(o.token);
	struct error err = { 0 };
	int rc;

	if (!o.address)
		o.address = "127.0.0.1";
	rc = check(&o, token, &err);
	if (!rc)
		rc = serve(c, store, &o, token, &err);
	return rc < 0 ? run_failed(e, &err) : COU_DONE;
}
