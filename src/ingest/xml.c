/* xml.c - expat's events gathered into a tree. */
#include "ingest/xml.h"

#include "base/map.h"
#include "base/unicode.h"

#include <expat.h>
#include <strings.h>

enum { SEPARATOR = 1 };			/* between namespace and local name; no character of either */

struct growing {
	struct arena *a;
	XML_Parser parser;
	struct xml *root, *at;
	struct buf text;		/* that stands at the end of `at` so far */
	size_t depth, nodes;
	struct map names;		/* each kept once; the value is its entry */
	const char *const *unwanted;	/* attributes that are not kept; ends with NULL, or is NULL */
	bool prefixes;			/* names come with them, no namespaces */
	struct error *e;
};

static int stop(struct growing *r, int code, const char *what)
{
	if (!r->e->code)
		error_set(r->e, code, "line %lu: %s", (unsigned long)XML_GetCurrentLineNumber(r->parser), what);
	XML_StopParser(r->parser, XML_FALSE);
	return code;
}

static struct xml *add(struct growing *r)
{
	struct xml *x;

	if (++r->nodes > XML_NODES_MAX) {
		stop(r, COU_ELIMIT, "too many elements");
		return NULL;
	}
	x = arena_new(r->a, struct xml);
	x->line = (unsigned)XML_GetCurrentLineNumber(r->parser);
	x->parent = r->at;
	if (r->at) {
		if (r->at->last)
			r->at->last->next = x;
		else
			r->at->first = x;
		r->at->last = x;
	}
	return x;
}

static void flush(struct growing *r)
{
	if (!r->text.n || !r->at)
		return;
	struct xml *x = add(r);

	if (x)
		x->text = str_dup(r->a, buf_str(&r->text));
	r->text.n = 0;
}

static struct str kept_once(struct growing *r, struct str s)
{
	uint32_t at = map_get(&r->names, s);

	if (at == MAP_NONE) {
		at = r->names.n;
		*map_put(&r->names, str_dup(r->a, s)) = at;
	}
	return r->names.entries[at].key;
}

static bool is_wanted(const struct growing *r, const char *attribute)
{
	for (const char *const *name = r->unwanted; name && *name; name++)
		if (!strcmp(*name, attribute))
			return false;
	return true;
}

static void set_name(struct growing *r, const char *full, struct str *name, struct str *space)
{
	struct str s = kept_once(r, str_c(full));
	size_t at = str_find(s, r->prefixes ? ':' : SEPARATOR);

	*name = at < s.n ? str_sub(s, at + 1, s.n) : s;
	*space = at < s.n ? str_sub(s, 0, at) : STR_NONE;
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	struct growing *r = user;
	size_t n = 0;

	if (r->e->code)
		return;			/* expat goes on for a bit when it is stopped */
	flush(r);
	if (++r->depth > XML_DEPTH_MAX) {
		stop(r, COU_ELIMIT, "too many elements inside each other");
		return;
	}
	struct xml *x = add(r);

	if (!x)
		return;
	set_name(r, name, &x->name, &x->space);
	for (size_t i = 0; i < XML_ATTRIBUTES_MAX && attributes[2 * i]; i++)
		n += is_wanted(r, attributes[2 * i]);
	x->attributes = n ? arena_array(r->a, struct xml_attribute, n) : NULL;
	for (size_t i = 0; x->n_attributes < n; i++) {
		if (!is_wanted(r, attributes[2 * i]))
			continue;
		struct xml_attribute *t = &x->attributes[x->n_attributes++];

		set_name(r, attributes[2 * i], &t->name, &t->space);
		t->value = str_dup(r->a, str_c(attributes[2 * i + 1]));
	}
	if (!r->root)
		r->root = x;
	r->at = x;
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
	struct growing *r = user;

	(void)name;
	if (r->e->code)
		return;
	flush(r);
	if (r->e->code)
		return;
	r->depth--;
	r->at = r->at->parent;
}

static void XMLCALL on_text(void *user, const XML_Char *s, int n)
{
	struct growing *r = user;

	if (!r->e->code)
		buf_add(&r->text, (struct str){ s, (size_t)n });
}

/* An entity of the document's own: what it stands for is never looked at, so that nothing can grow. */
static void XMLCALL on_entity(void *user, const XML_Char *name, int is_parameter, const XML_Char *value, int length, const XML_Char *base,
			      const XML_Char *system, const XML_Char *public, const XML_Char *notation)
{
	(void)name, (void)is_parameter, (void)value, (void)length, (void)base, (void)system, (void)public, (void)notation;
	stop(user, COU_EINPUT, "declares entities, which are not expanded");
}

/* An entity that is declared nowhere: "&nbsp;" in a feed.  It stays as it is written, for readers of markup to resolve. */
static void XMLCALL on_skipped(void *user, const XML_Char *name, int is_parameter)
{
	struct growing *r = user;

	if (is_parameter)
		return;
	buf_byte(&r->text, '&');
	buf_add(&r->text, str_c(name));
	buf_byte(&r->text, ';');
}

/* Any charset that ICU knows is read by the caller turning it to UTF-8 first; the XML declaration's word is then overruled. */
static struct str declared(struct str bytes)
{
	struct str head = str_sub(bytes, 0, bytes.n < 256 ? bytes.n : 256);
	size_t end = str_search(head, STR("?>"));

	head = str_sub(head, 0, end);
	if (!str_starts(head, STR("<?xml")))
		return STR_NONE;
	size_t at = str_search(head, STR("encoding"));

	if (at == head.n)
		return STR_NONE;
	at += 8;
	while (at < head.n && (head.p[at] == ' ' || head.p[at] == '='))
		at++;
	if (at >= head.n || (head.p[at] != '"' && head.p[at] != '\''))
		return STR_NONE;
	struct str value = str_sub(head, at + 1, head.n);

	return str_sub(value, 0, str_find(value, head.p[at]));
}

static bool is_charset(struct str charset, const char *name)
{
	return charset.n == strlen(name) && !strncasecmp(charset.p, name, charset.n);
}

static bool is_utf(struct str charset)
{
	return charset.n >= 3 && !strncasecmp(charset.p, "utf", 3);
}

static bool has_mark(struct str bytes)
{
	return bytes.n > 1 && (unsigned char)bytes.p[0] >= 0xFE && ((unsigned char)bytes.p[0] ^ (unsigned char)bytes.p[1]) == 1;
}

/* *forced: what expat is told, whatever the document declares; NULL: it is to find out. */
static int decode(struct arena *a, struct str charset, struct str *bytes, const char **forced, struct error *e)
{
	struct str named = charset.n ? charset : declared(*bytes);

	*forced = NULL;
	if (!named.n || named.n >= 40 || is_utf(named) || has_mark(*bytes))
		return COU_OK;
	if (is_charset(named, "iso-8859-1") || is_charset(named, "latin1") || is_charset(named, "us-ascii"))
		named = STR("windows-1252");	/* what these names mean on the web (WHATWG Encoding) */
	*forced = "UTF-8";
	return unicode_convert(a, *bytes, str_dup(a, named).p, bytes, e);
}

static int grow(struct growing *r, struct str bytes, struct xml **root, bool *partial, struct error *e)
{
	if (bytes.n > INT32_MAX) {
		XML_ParserFree(r->parser);
		return error_set(e, COU_ELIMIT, "longer than 2 GiB");
	}
	if (!r->parser)
		return error_set(e, COU_ELIMIT, "out of memory");
	buf_init(&r->text, r->a);
	map_init(&r->names, r->a);
	XML_SetUserData(r->parser, r);
	XML_SetElementHandler(r->parser, on_start, on_end);
	XML_SetCharacterDataHandler(r->parser, on_text);
	XML_SetEntityDeclHandler(r->parser, on_entity);
	XML_SetSkippedEntityHandler(r->parser, on_skipped);
	XML_UseForeignDTD(r->parser, XML_TRUE);		/* so that an unknown entity is skipped, not an error */
	XML_SetParamEntityParsing(r->parser, XML_PARAM_ENTITY_PARSING_NEVER);
	if (XML_Parse(r->parser, bytes.p, (int)bytes.n, 1) != XML_STATUS_OK && !e->code)
		error_set(e, COU_EINPUT, "line %lu: %s", (unsigned long)XML_GetCurrentLineNumber(r->parser), XML_ErrorString(XML_GetErrorCode(r->parser)));
	if (e->code && r->at && r->nodes < XML_NODES_MAX)
		flush(r);
	XML_ParserFree(r->parser);
	for (struct xml *x = e->code ? r->at : NULL; x; x = x->parent)
		x->open = true;
	*root = r->root;
	if (e->code && partial && r->root) {
		*partial = true;
		return COU_OK;
	}
	return e->code;
}

int xml_read(struct arena *a, struct str bytes, struct str charset, struct xml **root, bool *partial, struct error *e)
{
	return xml_read_without(a, bytes, charset, NULL, root, partial, e);
}

int xml_read_without(struct arena *a, struct str bytes, struct str charset, const char *const *unwanted, struct xml **root, bool *partial, struct error *e)
{
	struct growing r = { .a = a, .e = e, .unwanted = unwanted };
	const char *forced;

	*root = NULL;
	e->code = 0;
	if (partial)
		*partial = false;
	if (decode(a, charset, &bytes, &forced, e))
		return e->code;
	r.parser = XML_ParserCreateNS(forced, SEPARATOR);
	return grow(&r, bytes, root, partial, e);
}

int xml_read_mended(struct arena *a, struct str bytes, struct str charset, struct xml **root, bool *partial, struct error *e)
{
	struct growing r = { .a = a, .e = e, .prefixes = true };
	bool broken;
	const char *forced;
	struct str text = bytes;
	int rc = xml_read(a, bytes, charset, root, &broken, e);

	if (partial)
		*partial = broken;
	if (!e->code || e->code == COU_ELIMIT)
		return partial ? rc : e->code;
	*root = NULL;
	if (has_mark(bytes))
		unicode_convert(a, str_sub(bytes, 2, bytes.n), (unsigned char)bytes.p[0] == 0xFF ? "utf-16le" : "utf-16be", &text, e);
	else if (decode(a, charset, &text, &forced, e))
		text = bytes;			/* a charset that nobody knows: as if none were named */
	e->code = 0;
	rc = mend_xml(a, text, &text, e);
	if (rc)
		return rc;
	if (partial)
		*partial = false;
	r.parser = XML_ParserCreate("UTF-8");
	return grow(&r, text, root, partial, e);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str xml_root(struct str head)
{
	for (;;) {
		head = str_trim(head);
		if (head.n < 2 || head.p[0] != '<')
			return STR_NONE;
		if (head.p[1] != '!' && head.p[1] != '?')
			break;
		bool comment = str_starts(head, STR("<!--"));
		size_t end = comment ? str_search(head, STR("-->")) : str_find(head, '>'), subset = str_find(head, '[');

		if (!comment && head.p[1] == '!' && subset < end)
			end = str_search(head, STR("]>")) + 1;
		if (end >= head.n)
			return STR_NONE;
		head = str_sub(head, end + (comment ? 3 : 1), head.n);
	}
	size_t end = 1;

	while (end < head.n && !is_blank(head.p[end]) && head.p[end] != '>' && head.p[end] != '/')
		end++;
	head = str_sub(head, 1, end);
	size_t colon = str_find(head, ':');

	return colon < head.n ? str_sub(head, colon + 1, head.n) : head;
}

/* ---- looking into it ------------------------------------------------------------------ */

static const struct xml *named_from(const struct xml *x, struct str name)
{
	while (x && !str_eq(x->name, name))
		x = x->next;
	return x;
}

const struct xml *xml_child(const struct xml *x, const char *name)
{
	return x ? named_from(x->first, str_c(name)) : NULL;
}

const struct xml *xml_again(const struct xml *x)
{
	return named_from(x->next, x->name);
}

const struct xml *xml_path(const struct xml *x, const char *path)
{
	struct str rest = str_c(path), name;

	while (x && str_split(&rest, '/', &name))
		x = named_from(x->first, name);
	return x;
}

const struct xml *xml_following(const struct xml *top, const struct xml *x, const char *name)
{
	for (;;) {
		if (x->first) {
			x = x->first;
		} else {
			while (x != top && !x->next)
				x = x->parent;
			if (x == top)
				return NULL;
			x = x->next;
		}
		if (str_is(x->name, name))
			return x;
	}
}

const struct xml *xml_find(const struct xml *x, const char *name)
{
	return x ? xml_following(x, x, name) : NULL;
}

struct str xml_get(const struct xml *x, const char *name)
{
	for (size_t i = 0; x && i < x->n_attributes; i++)
		if (str_is(x->attributes[i].name, name))
			return x->attributes[i].value;
	return STR_NONE;
}

static void collect_text(const struct xml *x, struct buf *b, bool *blank)
{
	for (size_t i = 0; i < x->text.n; i++) {
		if (is_blank(x->text.p[i])) {
			*blank = b->n > 0;
			continue;
		}
		if (*blank)
			buf_byte(b, ' ');
		*blank = false;
		buf_byte(b, x->text.p[i]);
	}
	for (const struct xml *c = x->first; c; c = c->next)
		collect_text(c, b, blank);
}

struct str xml_text(struct arena *a, const struct xml *x)
{
	struct buf b;
	bool blank = false;

	if (!x)
		return STR_NONE;
	buf_init(&b, a);
	collect_text(x, &b, &blank);
	return buf_str(&b);
}

/* A reference that on_skipped left as it was, or that was escaped twice: "&eacute;" */
static bool stands_for_itself(struct str s)
{
	static const char *const own[] = { "&lt;", "&gt;", "&amp;", "&quot;", "&apos;" };
	size_t i = 1;

	for (size_t k = 0; k < sizeof(own) / sizeof(*own); k++)
		if (str_starts(s, str_c(own[k])))
			return false;
	while (i < s.n && i < 32 && ((s.p[i] >= '0' && s.p[i] <= '9') || ((s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z')))
		i++;
	return i > 1 && i < s.n && s.p[i] == ';';
}

static void write_escaped(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '<':
			buf_add(b, STR("&lt;"));
			break;
		case '"':
			buf_add(b, STR("&quot;"));
			break;
		case '&':
			buf_add(b, stands_for_itself(str_sub(s, i, s.n)) ? STR("&") : STR("&amp;"));
			break;
		default:
			buf_byte(b, s.p[i]);
		}
}

static void write_element(const struct xml *x, struct buf *b)
{
	if (!x->name.n) {
		write_escaped(b, x->text);
		return;
	}
	buf_printf(b, "<%.*s", STR_ARG(x->name));
	for (size_t i = 0; i < x->n_attributes; i++) {
		buf_printf(b, " %.*s=\"", STR_ARG(x->attributes[i].name));
		write_escaped(b, x->attributes[i].value);
		buf_byte(b, '"');
	}
	buf_byte(b, '>');
	for (const struct xml *c = x->first; c; c = c->next)
		write_element(c, b);
	buf_printf(b, "</%.*s>", STR_ARG(x->name));
}

struct str xml_markup(struct arena *a, const struct xml *x)
{
	struct buf b;

	buf_init(&b, a);
	for (const struct xml *c = x ? x->first : NULL; c; c = c->next)
		write_element(c, &b);
	return buf_str(&b);
}
