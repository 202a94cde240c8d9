/* The first line is a request's target, the second its header fields with "|" between them (Host, Origin, Authorization, Cookie, Accept-Encoding, Content-Type,
 * If-None-Match), the rest a body of corrections: read, decoded, matched to a route and its parameters checked, as the server does before anything is asked of
 * the store. */
#include "serve/api.h"

#include <stdlib.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static void must(bool so)
{
	if (!so)
		abort();
}

static bool is_clean(struct str s)
{
	return utf8_check(s) == s.n && (!s.n || !memchr(s.p, 0, s.n));
}

static void read_headers(struct request *r, struct str line)
{
	struct str *const fields[] = { &r->host, &r->origin, &r->authorization, &r->cookie, &r->accept_encoding, &r->content_type, &r->if_none_match };

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields) && str_split(&line, '|', fields[i]); i++)
		;
}

/* A token that nobody knows is in no request that was made without it. */
static void pass_gate(const struct request *r)
{
	const struct str token = STR("0123456789abcdef-not-in-any-seed");

	must(!request_has_token(r, token));
	must(!request_host_is_local(STR("evil.example"), "127.0.0.1"));
	request_host_is_local(r->host, "192.0.2.1");
	if (r->origin.n && request_origin_is_own(r->origin, r->host))
		must(str_ends(r->origin, r->host));
	request_takes_gzip(r->accept_encoding);
	request_is_json(r->content_type);
	request_has_etag(r->if_none_match, STR("\"1-0.1.0\""));
	request_token_is_sound(r->cookie);
}

static void find_route(struct arena *a, const struct request *r)
{
	struct str ids[2] = { STR_NONE, STR_NONE };
	struct question q;
	struct error e = { 0 };
	bool other;

	for (enum request_method m = METHOD_GET; m <= METHOD_POST; m++) {
		const struct route *route = api_find(a, m, r->raw, ids, &other);

		if (!route)
			continue;
		must(is_clean(ids[0]) && is_clean(ids[1]));
		if (api_read_params(a, route, r, &q, &e) == 0)
			must(q.min_confidence >= 0 && q.min_confidence <= 1 && q.limit <= 1000000000);
		else
			must(e.text[0] != 0);
	}
}

static void read_body(struct arena *a, struct str body)
{
	struct serve_correction *all = arena_array(a, struct serve_correction, API_CORRECTIONS_MAX);
	struct error e = { 0 };
	size_t n;

	if (api_read_corrections(a, body, all, &n, &e))
		must(e.text[0] != 0);
	else
		must(n && n <= API_CORRECTIONS_MAX && all[0].verb.n && all[0].line.n && strlen(all[0].line.p) == all[0].line.n);
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct str s = { (const char *)p, n }, target, line = STR_NONE;
	struct request r = { 0 };
	struct arena a = { 0 };
	struct error e = { 0 };

	if (n && str_split(&s, '\n', &target) && request_target(&a, target, &r, &e) == 0) {
		must(r.path.p[0] == '/' && is_clean(r.path) && r.params.n <= REQUEST_PARAMS_MAX);
		for (size_t i = 0; i < r.params.n; i++)
			must(is_clean(r.params.at[i].name) && is_clean(r.params.at[i].value));
		str_split(&s, '\n', &line);
		read_headers(&r, line);
		read_body(&a, s);
		pass_gate(&r);
		find_route(&a, &r);
	}
	arena_free(&a);
	return 0;
}
