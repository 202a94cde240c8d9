/* export_gdelt.c - GDELT 2.0: events, 61 columns, and mentions, 16 columns (The GDELT Event Database Data Format Codebook V2.0, 2015).
 *
 * Tab-separated, no head line.  Actors' countries are CAMEO's three letters, places' countries FIPS 10-4.  One row for each pair.
 * GLOBALEVENTID is a number there: 53 bits of a hash of the line's id and the pair's place, so that it is the same tomorrow and whole in a double.
 * QuadClass follows from the root of the CAMEO code, as it does there, and may differ from the line's own, which follows PLOVER.
 * Left empty: what the record does not know (tone, the actors' own places, ADM2, ethnic and religious codes).
 */
#include "query/export_format.h"

static const char *const files[] = { "export.CSV", "mentions.CSV", NULL };

/* CAMEO's role codes (codebook 1.1b3, chapter 3); other sectors of ours have none there. */
static bool is_role(struct str sector)
{
	static const char roles[] = " COP GOV INS JUD MIL OPP REB SEP SPY UAF AGR BUS CRM CVL DEV EDU ELI ENV HLH HRI LAB LEG MED REF MOD RAD IGO IMG INT MNC NGM NGO UIS ";

	return sector.n == 3 && str_search(str_c(roles), sector) < sizeof(roles) - 1;
}

static void upper(struct buf *b, struct str s)
{
	size_t at = b->n;

	tsv_text(b, s);
	for (; at < b->n; at++)
		if (b->p[at] >= 'a' && b->p[at] <= 'z')
			b->p[at] -= 'a' - 'A';
}

static void actor(struct buf *b, const struct export_party *p)
{
	const char *country = p->codes ? p->codes->cameo : "";
	struct str role = is_role(p->sector) ? p->sector : STR_NONE;
	bool state = str_is(p->kind, "country");

	buf_add(b, str_c(country));
	tsv_text(b, state ? STR_NONE : role);
	upper(b, p->name);
	tsv_text(b, str_c(country));
	tsv_empty(b, 4);
	tsv_text(b, state ? STR_NONE : role);
	tsv_empty(b, 2);
}

static void codes(struct buf *b, const struct export_code *c, bool root)
{
	struct str code = c->cameo;
	int top = code.n > 1 ? (code.p[0] - '0') * 10 + code.p[1] - '0' : 0;

	tsv_int(b, root);
	tsv_text(b, code);
	tsv_text(b, code.n > 3 ? str_sub(code, 0, 3) : code);
	tsv_text(b, code.n > 2 ? str_sub(code, 0, 2) : code);
	tsv_int(b, top <= 5 ? 1 : top <= 8 ? 2 : top <= 13 ? 3 : 4);
	tsv_score(b, c->goldstein);
}

static void date(struct buf *b, day d)
{
	int year, month, dom;

	day_civil(d, &year, &month, &dom);
	buf_printf(b, "%04d%02d%02d\t%04d%02d\t%04d\t", year, month, dom, year, month, year);
	tsv_fixed(b, year + ((month - 1) * 30 + dom) / 365.0, 4);
}

/* 1 country, 2 state of the USA, 3 city of the USA, 4 city elsewhere, 5 region elsewhere; 0 unknown. */
static int geo_type(const struct export_place *p)
{
	bool usa = str_is(p->country, "USA");

	if (str_is(p->precision, "country"))
		return 1;
	if (str_is(p->precision, "region"))
		return usa ? 2 : 5;
	return str_is(p->precision, "city") ? (usa ? 3 : 4) : 0;
}

static void place(struct buf *b, const struct json *where, const struct export_place *p)
{
	struct str fips = p->codes ? str_c(p->codes->fips) : STR_NONE, state = p->country_name;
	int type = p->located || fips.n ? geo_type(p) : 0;

	tsv_int(b, type);
	if (!type) {
		tsv_empty(b, 7);
		return;
	}
	tsv_text(b, p->name);
	if (type != 1 && state.n) {
		b->n--;
		buf_add(b, STR(", "));
		tsv_text(b, state);
	}
	tsv_text(b, fips);
	tsv_text(b, fips);
	tsv_empty(b, 1);
	tsv_json(b, p->located ? json_get(where, "lat") : NULL);
	tsv_json(b, p->located ? json_get(where, "lon") : NULL);
	tsv_text(b, type == 1 ? fips : STR_NONE);
}

static struct str address(const struct export_item *item)
{
	struct str url = export_url(item->doc);

	return url.n ? url : item->doc->id.n ? item->doc->id : export_text(item->line, "doc");
}

/* When the article appeared, else midnight of the event. */
static struct str stamp(struct export *x, const struct export_item *item)
{
	struct str s = export_stamp(&x->line, item->doc->published);
	char iso[11];

	if (s.n)
		return s;
	day_iso(export_when_of(json_get(item->line, "when")).start, iso);
	return export_stamp(&x->line, str_dup(&x->line, str_c(iso)));
}

static void event_row(struct export *x, const struct export_item *item, const struct export_pair *pair, int64_t id)
{
	const struct json *line = item->line, *where = json_get(line, "where");
	struct export_place at = export_place_of(x, where);
	struct export_code code = export_code_of(x, item);
	struct buf *b = &x->out[0];

	tsv_int(b, id);
	date(b, export_when_of(json_get(line, "when")).start);
	actor(b, &pair->actor);
	actor(b, &pair->recipient);
	codes(b, &code, export_number(json_get(line, "evidence"), "sentence", 99) <= 1);
	tsv_int(b, item->lines ? item->lines : 1);
	tsv_int(b, item->sources ? item->sources : 1);
	tsv_int(b, item->reports ? item->reports : 1);
	tsv_empty(b, 1);
	tsv_int(b, 0);
	tsv_empty(b, 7);
	tsv_int(b, 0);
	tsv_empty(b, 7);
	place(b, where, &at);
	tsv_text(b, stamp(x, item));
	tsv_text(b, address(item));
	tsv_end(b);
}

static void mention_row(struct export *x, const struct export_item *item, const struct export_pair *pair, int64_t id)
{
	const struct json *line = item->line, *evidence = json_get(line, "evidence");
	double sure = json_number(json_get(line, "confidence"), 0);
	struct buf *b = &x->out[1];
	size_t at = 0;
	int64_t length = 0;

	for (; at < item->doc->text.n; at++)
		length += (item->doc->text.p[at] & 0xC0) != 0x80;
	tsv_int(b, id);
	tsv_text(b, stamp(x, item));
	tsv_text(b, stamp(x, item));
	tsv_int(b, export_url(item->doc).n ? 1 : 2);
	tsv_text(b, item->doc->source);
	tsv_text(b, address(item));
	tsv_int(b, export_number(evidence, "sentence", 0) + 1);
	tsv_int(b, pair->actor.start);
	tsv_int(b, pair->recipient.start);
	tsv_int(b, export_number(json_get(line, "trigger"), "start", -1));
	tsv_int(b, 1);
	tsv_int(b, (int64_t)(sure * 10 + 0.5) * 10);
	tsv_int(b, length);
	tsv_empty(b, 3);
	tsv_end(b);
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	struct export_pair *pairs;
	size_t n;
	enum export_reason why = export_pairs(x, item->line, &pairs, &n);

	for (size_t i = 0; why == EXPORT_TAKEN && i < n; i++) {
		int64_t id = export_integer(export_text(item->line, "id"), i);

		event_row(x, item, &pairs[i], id);
		mention_row(x, item, &pairs[i], id);
	}
	return why;
}

const struct export_format export_gdelt = {
	.name = "gdelt", .files = files, .lossy = true, .directed = true, .typed = true, .dated = true, .daily = true, .event = event,
};
