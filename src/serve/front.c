/* front.c - what every request passes before it is answered: is it one, may this client ask (before its body is read), what does it ask for.
 *
 * Runs on the HTTP thread: what is answered here (the page's files, refusals) is in memory; all else goes to a worker.
 */
#include "serve/api.h"

#include <stdio.h>

#include "base/jsonwrite.h"
#include "serve/assets.h"

/* Nothing of elsewhere is loaded, sent to, or framed around the page, and no script stands in it. */
static const char policy[] =
	"default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
	" frame-ancestors 'none'";

static void protect(struct exchange *x)
{
	exchange_header(x, "Content-Security-Policy", str_c(policy));
	exchange_header(x, "X-Content-Type-Options", STR("nosniff"));
	exchange_header(x, "X-Frame-Options", STR("DENY"));
	exchange_header(x, "Referrer-Policy", STR("no-referrer"));
	exchange_header(x, "Cross-Origin-Opener-Policy", STR("same-origin"));
	exchange_header(x, "Cross-Origin-Resource-Policy", STR("same-origin"));
}

void front_say(struct exchange *x, unsigned status, const char *why)
{
	struct buf b;

	buf_init(&b, &x->a);
	json_open(&b, '{');
	json_key(&b, "error");
	json_text(&b, str_c(why));
	json_close(&b, '}');
	buf_byte(&b, '\n');
	exchange_status(x, status);
	exchange_header(x, "Content-Type", STR("application/json"));
	exchange_header(x, "Cache-Control", STR("no-store"));
	if (status == 401)
		exchange_header(x, "WWW-Authenticate", STR("Bearer"));
	if (status == 503)
		exchange_header(x, "Retry-After", STR("1"));
	exchange_write(x, b.p, b.n);
}

static void refuse(struct exchange *x, unsigned status, const char *why)
{
	front_say(x, status, why);
	exchange_finish(x, true);
}

/* ---- the page's files --------------------------------------------------------------------- */

static void send_asset(struct exchange *x, const struct asset *f)
{
	bool packed = f->packed.n && request_takes_gzip(x->r.accept_encoding), for_ever = request_param(&x->r, "v").n || assets_is_hashed(f);
	struct str etag = str_printf(&x->a, "\"%s\"", f->hash);

	exchange_header(x, "Content-Type", str_c(f->type));
	exchange_header(x, "ETag", etag);
	exchange_header(x, "Vary", STR("Accept-Encoding"));
	exchange_header(x, "Cache-Control", for_ever ? STR("public, max-age=31536000, immutable") : STR("no-cache"));
	if (request_has_etag(x->r.if_none_match, etag)) {
		exchange_status(x, 304);
		exchange_finish(x, true);
		return;
	}
	if (packed)
		exchange_header(x, "Content-Encoding", STR("gzip"));
	exchange_fixed(x, packed ? f->packed : f->bytes);
}

/* The token as its owner wrote it into the address: a form would have written + for a blank, which no token has. */
static struct str plus_for_blank(struct arena *a, struct str given)
{
	char *to = arena_dup(a, given.p, given.n);

	for (size_t i = 0; i < given.n; i++)
		to[i] = to[i] == ' ' ? '+' : to[i];
	return (struct str){ to, given.n };
}

/* "/?token=…": the browser keeps the token, and the address bar does not. */
static void keep_token(struct exchange *x, struct str token)
{
	exchange_status(x, 303);
	exchange_header(x, "Set-Cookie", str_printf(&x->a, TOKEN_COOKIE "=%.*s; Path=/; HttpOnly; SameSite=Strict", STR_ARG(token)));
	exchange_header(x, "Location", STR("/"));
	exchange_header(x, "Cache-Control", STR("no-store"));
	exchange_finish(x, true);
}

/* ---- the gate ------------------------------------------------------------------------------- */

/* A page of another site has the browser ask: it would not get to read the answer, but would have it made. */
static bool is_of_another_site(const struct request *r)
{
	return str_starts(r->path, STR(API_PREFIX)) && (str_is(r->fetch_site, "cross-site") || str_is(r->fetch_site, "same-site"));
}

bool front_gate(void *serve, struct exchange *x)
{
	struct serve *s = serve;
	struct str token = s->setup->token, given = plus_for_blank(&x->a, request_param(&x->r, "token"));

	protect(x);
	if (x->bad.code)
		refuse(x, x->bad.code == COU_ELIMIT ? 414 : 400, x->bad.text);
	else if (x->too_large)
		refuse(x, 413, "the body is larger than 1 MB");
	else if (x->r.method == METHOD_OTHER)
		refuse(x, 405, "only GET, HEAD and POST are answered");
	else if (s->loopback && !request_host_is_local(x->r.host, s->setup->address))
		refuse(x, 403, "the Host of the request is not this machine's loopback name (localhost, 127.0.0.1, [::1])");
	else if (token.n && str_is(x->r.path, "/") && x->r.method == METHOD_GET && request_same_secret(given, token))
		keep_token(x, token);
	else if (token.n && !request_has_token(&x->r, token))
		refuse(x, 401, "a token is needed: Authorization: Bearer TOKEN, or once /?token=TOKEN in a browser");
	else if (x->r.method == METHOD_POST && !request_origin_is_own(x->r.origin, x->r.host))
		refuse(x, 403, "the Origin of the request is another site");
	else if (is_of_another_site(&x->r))
		refuse(x, 403, "a page of another site asks (Sec-Fetch-Site)");
	else
		return false;
	return true;
}

/* ---- which answer ------------------------------------------------------------------------------ */

static bool is_messages(const struct serve *s, struct str path, struct str *lang)
{
	const struct str before = STR("/messages/"), behind = STR(".json");

	if (!str_starts(path, before) || !str_ends(path, behind) || path.n <= before.n + behind.n)
		return false;
	*lang = str_sub(path, before.n, path.n - behind.n);
	for (size_t i = 0; i < s->setup->n_langs; i++)
		if (str_eq(s->setup->langs[i], *lang))
			return true;
	return false;
}

void front(void *serve, struct exchange *x)
{
	struct serve *s = serve;
	const struct asset *f;
	const struct route *route;
	struct str ids[2], lang;
	bool other = false;

	f = x->r.method == METHOD_GET ? assets_find(x->r.path) : NULL;
	route = f ? NULL : api_find(&x->a, x->r.method, x->r.raw, ids, &other);
	if (f)
		send_asset(x, f);
	else if (!route && !(x->r.method == METHOD_GET && is_messages(s, x->r.path, &lang)))
		refuse(x, other ? 405 : 404, other ? "not by this method" : "no such address; " API_PREFIX "/openapi.json lists them");
	else if (!workers_give(s->workers, x, route && api_takes_long(&x->a, route, &x->r)))
		refuse(x, 503, "too many requests are waiting");
}
