/* export_line.c - what the formats share: reading a line of the record, and writing cells. */
#include "query/export_format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/sha256.h"
#include "base/utf8.h"

enum { LIST_MAX = 4096 };		/* participants of one line that are looked at */

/* ---- reading --------------------------------------------------------------------------------------- */

struct str export_text(const struct json *object, const char *member)
{
	return json_string(json_get(object, member));
}

int64_t export_number(const struct json *object, const char *member, int64_t otherwise)
{
	double v = json_number(json_get(object, member), -1e18);

	return v > -9e15 && v < 9e15 ? (int64_t)v : otherwise;
}

static const struct who_codes *codes_of(const struct export *x, struct str country)
{
	char iso3[4] = "";

	if (!x->o.world || country.n != 3)
		return NULL;
	memcpy(iso3, country.p, 3);
	return who_codes(x->o.world, iso3);
}

static struct str name_of(const struct export *x, struct str country)
{
	char iso3[4] = "";
	uint32_t i;

	if (!x->o.world || country.n != 3)
		return STR_NONE;
	memcpy(iso3, country.p, 3);
	i = who_country(x->o.world, iso3);
	return i == UINT32_MAX ? STR_NONE : who_entity(x->o.world, i).name;
}

struct export_party export_party_of(const struct export *x, const struct json *p)
{
	struct str country = export_text(p, "country");

	return (struct export_party){
		.id = export_text(p, "id"), .name = export_text(p, "name"), .kind = export_text(p, "kind"), .country = country,
		.sector = export_text(p, "sector"), .office = export_text(p, "office"), .text = export_text(p, "text"),
		.start = export_number(p, "start", -1), .end = export_number(p, "end", -1),
		.codes = codes_of(x, country), .country_name = name_of(x, country),
	};
}

struct export_place export_place_of(const struct export *x, const struct json *where)
{
	struct str country = export_text(where, "country");
	double lat = json_number(json_get(where, "lat"), 1000), lon = json_number(json_get(where, "lon"), 1000);
	bool located = lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;

	return (struct export_place){
		.id = export_text(where, "id"), .name = export_text(where, "name"), .country = country, .precision = export_text(where, "precision"),
		.text = export_text(where, "text"), .located = located, .lat = lat, .lon = lon, .codes = codes_of(x, country),
		.country_name = name_of(x, country),
	};
}

struct export_when export_when_of(const struct json *when)
{
	struct export_when t = {
		.start = day_parse_part(export_text(when, "start"), false), .end = day_parse_part(export_text(when, "end"), true),
		.precision = export_text(when, "precision"), .basis = export_text(when, "basis"),
	};

	if (t.start == DAY_NONE)
		t.start = t.end;
	if (t.end != DAY_NONE && t.end < t.start)
		t.end = t.start;
	return t;
}

static size_t parties_of(struct export *x, const struct json *list, struct export_party **out)
{
	VEC(struct export_party) v = { 0 };

	for (const struct json *p = json_first(list); p && v.n < LIST_MAX; p = json_next(p))
		if (export_text(p, "id").n)
			vec_add(&x->line, &v, export_party_of(x, p));
	*out = v.at;
	return v.n;
}

enum export_reason export_pairs(struct export *x, const struct json *event, struct export_pair **pairs, size_t *n)
{
	struct export_party *a, *r;
	size_t na = parties_of(x, json_get(event, "actors"), &a), nr = parties_of(x, json_get(event, "recipients"), &r);
	bool symmetric = json_true(json_get(event, "symmetric")) && na > 1 && !nr;
	VEC(struct export_pair) v = { 0 };

	if ((na ? na : 1) * (nr ? nr : symmetric ? na : 1) > EXPORT_PAIRS_MAX)
		return HELD_CROWDED;
	for (size_t i = 0; symmetric && i < na; i++)
		for (size_t k = x->format->directed ? 0 : i + 1; k < na; k++)
			if (i != k)
				vec_add(&x->line, &v, ((struct export_pair){ a[i], a[k] }));
	for (size_t i = 0; !symmetric && i < (na ? na : 1); i++)
		for (size_t k = 0; k < (nr ? nr : 1) && (na || nr); k++) {
			struct export_pair *p = vec_push(&x->line, &v);

			p->actor = na ? a[i] : (struct export_party){ .start = -1, .end = -1 };
			p->recipient = nr ? r[k] : (struct export_party){ .start = -1, .end = -1 };
		}
	*pairs = v.at;
	*n = v.n;
	return v.n ? EXPORT_TAKEN : HELD_NOBODY;
}

struct export_code export_code_of(struct export *x, const struct export_item *item)
{
	static const double sign_formal_agreement = 8.0;	/* Goldstein's value of CAMEO 057 */
	const struct json *line = item->line;
	struct str trigger = unicode_lower_str(&x->line, export_text(json_get(line, "trigger"), "text"));
	struct str key = str_printf(&x->line, "%.*s %.*s", STR_ARG(item->doc->lang), STR_ARG(trigger));
	struct export_code c = {
		.type = export_text(line, "type"), .mode = export_text(line, "mode"), .cameo = export_text(line, "cameo"),
		.goldstein = json_number(json_get(line, "goldstein"), NAN),
	};

	if (str_is(c.type, "AGREE") && x->o.signing && map_get(x->o.signing, key) != MAP_NONE)
		c = (struct export_code){ STR("SUPPORT"), STR_NONE, STR("057"), sign_formal_agreement };
	return c;
}

struct str export_names_of(struct export *x, const struct json *participants)
{
	struct buf b;
	size_t n = 0;

	buf_init(&b, &x->line);
	for (const struct json *p = json_first(participants); p && n < LIST_MAX; p = json_next(p), n++) {
		buf_add(&b, n ? STR(", ") : STR(""));
		buf_add(&b, export_text(p, "name"));
	}
	return buf_str(&b);
}

struct str export_headline(struct export *x, const struct json *event)
{
	struct str actors = export_names_of(x, json_get(event, "actors")), recipients = export_names_of(x, json_get(event, "recipients"));
	struct str mode = export_text(event, "mode");

	return str_printf(&x->line, "%.*s%s%.*s%s%.*s%s%.*s", STR_ARG(actors), actors.n ? ": " : "", STR_ARG(export_text(event, "type")),
			  mode.n ? " " : "", STR_ARG(mode), recipients.n ? ", " : "", STR_ARG(recipients));
}

bool export_holds(const struct export_item *item, day *from, day *to)
{
	struct export_when begins = export_when_of(json_get(item->line, "from")), ends = export_when_of(json_get(item->line, "to"));
	day told = export_day_of_doc(item->doc);

	*from = begins.start != DAY_NONE ? begins.start : told != DAY_NONE ? told : ends.start;
	*to = ends.end != DAY_NONE ? ends.end : told != DAY_NONE ? told : begins.start;
	if (*from != DAY_NONE && *to < *from) {
		if (ends.end != DAY_NONE)
			*from = *to;
		else
			*to = *from;
	}
	return *from != DAY_NONE;
}

static struct export_party country_party(const struct export *x, struct str country)
{
	struct export_party p = { .kind = STR("country"), .country = country, .start = -1, .end = -1, .codes = codes_of(x, country),
		.country_name = name_of(x, country) };
	char iso3[4] = "";
	uint32_t i = UINT32_MAX;

	if (x->o.world && country.n == 3) {
		memcpy(iso3, country.p, 3);
		i = who_country(x->o.world, iso3);
	}
	p.id = i == UINT32_MAX ? country : who_entity(x->o.world, i).id;
	p.name = i == UINT32_MAX ? country : p.country_name;
	p.sector = STR("GOV");
	return p;
}

struct export_party export_object(const struct export *x, const struct json *state)
{
	const struct json *object = json_get(state, "object"), *organisation = json_get(object, "organisation");

	if (!str_is(export_text(state, "relation"), "holds_office"))
		return export_party_of(x, object);
	if (export_text(organisation, "id").n)
		return export_party_of(x, organisation);
	return country_party(x, export_text(object, "country"));
}

struct str export_url(const struct export_source *doc)
{
	return str_starts(doc->url, STR("http://")) || str_starts(doc->url, STR("https://")) ? doc->url : STR_NONE;
}

day export_day_of_doc(const struct export_source *doc)
{
	return day_parse(doc->published);
}

static int two(struct str s, size_t at)
{
	if (at + 2 > s.n || s.p[at] < '0' || s.p[at] > '9' || s.p[at + 1] < '0' || s.p[at + 1] > '9')
		return -1;
	return (s.p[at] - '0') * 10 + s.p[at + 1] - '0';
}

struct str export_stamp(struct arena *a, struct str s)
{
	day d = day_parse(s);
	int year, month, dom, hour = two(s, 11), minute = two(s, 14), second = two(s, 17), east = 0;
	size_t zone = 16;
	long long t;

	if (d == DAY_NONE)
		return STR_NONE;
	if (s.n < 16 || hour < 0 || hour > 24 || minute < 0 || minute > 59)
		hour = minute = second = 0;
	if (second < 0 || second > 59)
		second = 0;
	while (zone < s.n && s.p[zone] != '+' && s.p[zone] != '-')
		zone++;
	if (zone < s.n && two(s, zone + 1) >= 0) {
		int minutes = two(s, zone + (zone + 3 < s.n && s.p[zone + 3] == ':' ? 4 : 3));

		east = (two(s, zone + 1) * 60 + (minutes > 0 ? minutes : 0)) * (s.p[zone] == '-' ? -1 : 1);
	}
	t = (long long)d * 86400 + hour * 3600 + (minute - east) * 60 + second;
	d = (day)((t - ((t % 86400) + 86400) % 86400) / 86400);
	t -= (long long)d * 86400;
	day_civil(d, &year, &month, &dom);
	return str_printf(a, "%04d%02d%02d%02d%02d%02d", year, month, dom, (int)(t / 3600), (int)(t / 60 % 60), (int)(t % 60));
}

int64_t export_integer(struct str id, size_t nth)
{
	char hex[65], number[24];
	struct sha256 h;

	snprintf(number, sizeof(number), "/%zu", nth);
	sha256_init(&h);
	sha256_add(&h, id);
	sha256_add(&h, str_c(number));
	sha256_hex(&h, hex);
	hex[14] = 0;			/* 56 bits */
	return (int64_t)(strtoull(hex, NULL, 16) >> 3 | 1);
}

struct str export_slice(struct str text, int64_t from, int64_t to)
{
	size_t at = 0, begin;
	int64_t n = 0;

	for (; n < from && at < text.n; n++)
		utf8_next(text, &at);
	if (n < from || from < 0)
		return STR_NONE;
	begin = at;
	for (; n < to && at < text.n; n++)
		utf8_next(text, &at);
	return str_sub(text, begin, at);
}

int export_by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* ---- writing --------------------------------------------------------------------------------------- */

static void clean(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		buf_byte(b, c < 0x20 || c == 0x7F ? ' ' : (char)c);
	}
}

void tsv_text(struct buf *b, struct str s)
{
	clean(b, s);
	buf_byte(b, '\t');
}

void tsv_int(struct buf *b, int64_t v)
{
	buf_printf(b, "%lld\t", (long long)v);
}

void tsv_fixed(struct buf *b, double v, int decimals)
{
	size_t at = b->n;

	json_fixed(b, v, decimals);
	if (b->p[at] == ',') {
		memmove(b->p + at, b->p + at + 1, b->n - at - 1);
		b->n--;
	}
	buf_byte(b, '\t');
}

void tsv_day(struct buf *b, day d)
{
	char iso[11] = "";

	if (d != DAY_NONE)
		day_iso(d, iso);
	buf_printf(b, "%s\t", iso);
}

void tsv_score(struct buf *b, double v)
{
	if (isnan(v))
		buf_byte(b, '\t');
	else
		tsv_fixed(b, v, 2);
}

void tsv_json(struct buf *b, const struct json *number)
{
	if (json_type(number) == JSON_NUMBER)
		tsv_fixed(b, json_number(number, 0), 6);
	else
		buf_byte(b, '\t');
}

void tsv_empty(struct buf *b, size_t cells)
{
	while (cells--)
		buf_byte(b, '\t');
}

void tsv_end(struct buf *b)
{
	b->p[b->n - 1] = '\n';
}

void member_text(struct buf *b, const char *key, struct str s)
{
	if (!s.n)
		return;
	json_key(b, key);
	json_text(b, s);
}

void member_day(struct buf *b, const char *key, day d)
{
	char iso[11];

	if (d == DAY_NONE)
		return;
	day_iso(d, iso);
	json_key(b, key);
	json_text(b, str_c(iso));
}
