/* export_polecat.c - POLECAT, 40 columns: the weekly files of the Political Event Classification, Attributes, and Types data (Halterman et al.
 * 2023), tab-separated with a head line.
 *
 * One row for each pair; types and modes are PLOVER's own.  Of our eight other types SAY, TRANSFER, JOIN, LEAVE, ELECT, APPOINT, STEP_DOWN
 * and DIE only TRANSFER has a home there: COOPERATE without a mode (CAMEO 06x, 07x); the others are held back.
 */
#include "query/export_format.h"

static const char head[] =
	"Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\t"
	"Actor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\t"
	"Recipient Name\tRecipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\t"
	"Wikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\t"
	"Source\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\tVersion\n";

static const char *const quads[] = { "", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT" };

static void begin(struct export *x)
{
	buf_add(&x->out[0], str_c(head));
}

/* The PLOVER type, or empty. */
static struct str plover(struct str type)
{
	static const char *const ours[] = { "SAY", "JOIN", "LEAVE", "ELECT", "APPOINT", "STEP_DOWN", "DIE" };

	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		if (str_is(type, ours[i]))
			return STR_NONE;
	return str_is(type, "TRANSFER") ? STR("COOPERATE") : type;
}

static void party(struct buf *b, const struct export_party *p)
{
	tsv_text(b, p->name);
	tsv_text(b, p->country);
	tsv_text(b, p->codes ? str_c(p->codes->cow_number) : STR_NONE);
	tsv_text(b, p->sector);
	tsv_text(b, p->sector);
	tsv_text(b, p->office);
	tsv_text(b, p->text);
	tsv_text(b, p->id.n && p->id.p[0] == 'Q' ? p->id : STR_NONE);
}

static void place(struct buf *b, const struct json *where, const struct export_place *p)
{
	bool city = str_is(p->precision, "city"), region = str_is(p->precision, "region");
	struct str geonames = STR("geonames:");

	tsv_text(b, p->name);
	tsv_text(b, city ? p->name : STR_NONE);
	tsv_empty(b, 1);
	tsv_text(b, region ? p->name : STR_NONE);
	tsv_text(b, p->country);
	tsv_json(b, p->located ? json_get(where, "lat") : NULL);
	tsv_json(b, p->located ? json_get(where, "lon") : NULL);
	tsv_text(b, str_starts(p->id, geonames) ? str_sub(p->id, geonames.n, p->id.n) : STR_NONE);
	tsv_text(b, p->text);
	tsv_text(b, city ? STR("PPL") : region ? STR("ADM1") : str_is(p->precision, "country") ? STR("PCLI") : STR_NONE);
}

/* Names of that kind among everybody on the line, in POLECAT's "; " lists. */
static void story(struct buf *b, const struct json *event, bool people)
{
	static const char *const lists[] = { "actors", "recipients" };
	bool first = true;

	for (size_t i = 0; i < 2; i++)
		for (const struct json *p = json_first(json_get(event, lists[i])); p; p = json_next(p)) {
			struct str kind = export_text(p, "kind");
			bool body = str_is(kind, "organisation") || str_is(kind, "party") || str_is(kind, "company") || str_is(kind, "armed-group");

			if (people ? !str_is(kind, "person") : !body)
				continue;
			buf_add(b, first ? STR("") : STR("; "));
			tsv_text(b, export_text(p, "name"));
			b->n--;
			first = false;
		}
	buf_byte(b, '\t');
}

static void contexts(struct buf *b, const struct json *event)
{
	bool first = true;

	for (const struct json *c = json_first(json_get(event, "contexts")); c; c = json_next(c)) {
		buf_add(b, first ? STR("") : STR("; "));
		buf_add(b, json_string(c));
		first = false;
	}
	buf_byte(b, '\t');
}

static void row(struct export *x, const struct export_item *item, const struct export_pair *pair, size_t nth)
{
	const struct json *line = item->line, *where = json_get(line, "where");
	struct export_place at = export_place_of(x, where);
	int64_t quad = export_number(line, "quad", 0);
	struct export_code code = export_code_of(x, item);
	bool transfer = str_is(code.type, "TRANSFER");
	struct buf *b = &x->out[0];

	buf_add(b, export_text(line, "id"));
	if (nth)
		buf_printf(b, ".%zu", nth);
	buf_byte(b, '\t');
	tsv_day(b, export_when_of(json_get(line, "when")).start);
	tsv_text(b, plover(code.type));
	tsv_text(b, transfer ? STR_NONE : code.mode);
	tsv_score(b, code.goldstein);
	tsv_text(b, str_c(quad > 0 && quad < 5 ? quads[quad] : ""));
	contexts(b, line);
	party(b, &pair->actor);
	party(b, &pair->recipient);
	place(b, where, &at);
	tsv_text(b, item->doc->source);
	tsv_day(b, export_day_of_doc(item->doc));
	story(b, line, true);
	story(b, line, false);
	tsv_text(b, at.name);
	tsv_text(b, item->doc->lang);
	tsv_text(b, export_text(line, "coder"));
	tsv_end(b);
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	struct export_pair *pairs;
	enum export_reason why;
	size_t n;

	if (!plover(export_text(item->line, "type")).n)
		return HELD_TYPE;
	why = export_pairs(x, item->line, &pairs, &n);
	for (size_t i = 0; why == EXPORT_TAKEN && i < n; i++)
		row(x, item, &pairs[i], i);
	return why;
}

const struct export_format export_polecat = {
	.name = "polecat", .lossy = true, .directed = true, .dated = true, .daily = true, .begin = begin, .event = event,
};
