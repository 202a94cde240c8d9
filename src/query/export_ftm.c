/* export_ftm.c - FollowTheMoney entities as JSON Lines, for OpenAleph and the tools of OpenSanctions (schemata of followthemoney 3 and 4).
 *
 * event                       Event; everybody in `involved`, actor and recipient told apart in `summary` only
 * holds_office                Occupancy of a Position by a Person
 * member_of, chairs, leads    Membership, the last two with a role
 * sanctions                   Sanction of the recipient
 * other relations             UnknownLink with the relation as role; party_to is held back: there is no treaty there
 * document                    Article, the `proof` of what was read in it, with one Mention for each entity of it
 *
 * Entities keep the record's ids; an entity that is needed as an Organization after it was written as a LegalEntity is written again, and
 * the two merge, as fragments do there.  Countries are ISO 3166-1 alpha-2 in lower case, languages ISO 639-3.
 */
#include "query/export_format.h"

static struct buf *begin_entity(struct export *x, struct str id, const char *schema)
{
	struct buf *b = &x->out[0];

	json_open(b, '{');
	member_text(b, "id", id);
	member_text(b, "schema", str_c(schema));
	json_key(b, "properties");
	json_open(b, '{');
	return b;
}

static void end_entity(struct buf *b)
{
	json_close(b, '}');
	json_close(b, '}');
	buf_byte(b, '\n');
}

static void property(struct buf *b, const char *name, struct str value)
{
	if (!value.n)
		return;
	json_key(b, name);
	json_open(b, '[');
	json_text(b, value);
	json_close(b, ']');
}

static void property_day(struct buf *b, const char *name, day d)
{
	char iso[11] = "";

	if (d != DAY_NONE)
		day_iso(d, iso);
	property(b, name, str_c(iso));
}

static void property_country(struct buf *b, const struct who_codes *codes)
{
	char iso2[3] = "";

	for (size_t i = 0; codes && i < 2 && codes->iso2[i]; i++)
		iso2[i] = (char)(codes->iso2[i] >= 'A' && codes->iso2[i] <= 'Z' ? codes->iso2[i] + 'a' - 'A' : codes->iso2[i]);
	property(b, "country", str_c(iso2));
}

static struct str hashed(struct arena *a, const char *prefix, struct str what)
{
	return str_printf(a, "%s-%014llx", prefix, (unsigned long long)export_integer(what, 0));
}

/* ---- whom ------------------------------------------------------------------------------------------- */

static const char *schema_of(const struct export_party *p)
{
	static const char *const bodies[] = { "GOV", "MIL", "LEG", "JUD", "SPY", "COP" };

	if (str_is(p->kind, "person"))
		return "Person";
	if (str_is(p->kind, "country") || str_is(p->kind, "government"))
		return "PublicBody";
	if (str_is(p->kind, "company"))
		return "Company";
	if (!str_is(p->kind, "organisation") && !str_is(p->kind, "party") && !str_is(p->kind, "armed-group"))
		return "LegalEntity";
	for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++)
		if (str_is(p->sector, bodies[i]))
			return "PublicBody";
	return "Organization";
}

/* False the second time. */
static bool once(struct export *x, struct str key)
{
	if (map_get(x->own, key) != MAP_NONE)
		return false;
	*map_put(x->own, str_dup(&x->keep, key)) = 1;
	return true;
}

static void entity(struct export *x, const struct export_party *p, const char *schema)
{
	struct buf *b;

	if (!p->id.n || !once(x, str_printf(&x->line, "%s %.*s", schema, STR_ARG(p->id))))
		return;
	b = begin_entity(x, p->id, schema);
	property(b, "name", p->name);
	property_country(b, p->codes);
	if (p->id.n > 1 && p->id.p[0] == 'Q')
		property(b, "wikidataId", p->id);
	end_entity(b);
}

static void mention(struct export *x, const struct export_item *item, const struct export_party *p)
{
	struct str doc = export_text(item->line, "doc"), key = str_printf(&x->line, "%.*s %.*s", STR_ARG(doc), STR_ARG(p->id));
	struct buf *b;

	entity(x, p, schema_of(p));
	if (!p->id.n || !item->doc->id.n || !once(x, key))
		return;
	b = begin_entity(x, hashed(&x->line, "mention", key), "Mention");
	property(b, "document", doc);
	property(b, "resolved", p->id);
	property(b, str_is(p->kind, "person") ? "personMentioned" : "companyMentioned", p->name);
	if (p->codes)
		property(b, "contextCountry", unicode_lower_str(&x->line, str_c(p->codes->iso2)));
	end_entity(b);
}

/* ---- what ------------------------------------------------------------------------------------------- */

static void provenance(struct buf *b, const struct export_item *item)
{
	property(b, "recordId", export_text(item->line, "id"));
	if (item->doc->id.n)
		property(b, "proof", item->doc->id);
	property(b, "publisher", item->doc->source);
	property(b, "sourceUrl", export_url(item->doc));
	property(b, "description", export_text(json_get(item->line, "evidence"), "quote"));
}

static void interval(struct buf *b, day from, day to)
{
	if (from == to) {
		property_day(b, "date", from);
		return;
	}
	property_day(b, "startDate", from);
	property_day(b, "endDate", to);
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	static const char *const lists[] = { "actors", "recipients" };
	const struct json *line = item->line;
	struct export_when when = export_when_of(json_get(line, "when"));
	struct export_place at = export_place_of(x, json_get(line, "where"));
	struct str headline = export_headline(x, line), status = export_text(line, "status");
	struct buf *b;
	bool first = true;

	for (size_t i = 0; i < 2; i++)
		for (const struct json *p = json_first(json_get(line, lists[i])); p; p = json_next(p)) {
			struct export_party one = export_party_of(x, p);

			mention(x, item, &one);
		}
	b = begin_entity(x, export_text(line, "id"), "Event");
	property(b, "name", headline);
	json_key(b, "keywords");
	json_open(b, '[');
	json_text(b, export_text(line, "type"));
	if (export_text(line, "mode").n)
		json_text(b, export_text(line, "mode"));
	if (!str_is(status, "happened"))
		json_text(b, status);
	json_close(b, ']');
	property(b, "summary", headline);
	interval(b, when.start, when.end);
	property(b, "location", at.name);
	property_country(b, at.codes);
	for (size_t i = 0; i < 2; i++)
		for (const struct json *p = json_first(json_get(line, lists[i])); p; p = json_next(p)) {
			if (!export_text(p, "id").n)
				continue;
			if (first) {
				json_key(b, "involved");
				json_open(b, '[');
			}
			json_text(b, export_text(p, "id"));
			first = false;
		}
	if (!first)
		json_close(b, ']');
	provenance(b, item);
	end_entity(b);
	return EXPORT_TAKEN;
}

static void holding(struct buf *b, const struct export_item *item)
{
	day from = export_when_of(json_get(item->line, "from")).start, to = export_when_of(json_get(item->line, "to")).end;

	property_day(b, "startDate", from);
	property_day(b, "endDate", to);
	if (from == DAY_NONE && to == DAY_NONE)
		property_day(b, "date", export_day_of_doc(item->doc));
	provenance(b, item);
	end_entity(b);
}

static void occupancy(struct export *x, const struct export_item *item, const struct export_party *holder)
{
	const struct json *object = json_get(item->line, "object");
	struct export_party seat = export_object(x, item->line);
	struct str name = export_text(object, "name");
	struct str post = hashed(&x->line, "position", str_printf(&x->line, "%.*s|%.*s", STR_ARG(name), STR_ARG(seat.id)));
	struct buf *b;

	if (export_text(json_get(object, "organisation"), "id").n)
		entity(x, &seat, str_is(str_c(schema_of(&seat)), "LegalEntity") ? "Organization" : schema_of(&seat));
	if (once(x, post)) {
		b = begin_entity(x, post, "Position");
		property(b, "name", name);
		property_country(b, seat.codes);
		if (export_text(json_get(object, "organisation"), "id").n)
			property(b, "organization", seat.id);
		end_entity(b);
	}
	b = begin_entity(x, export_text(item->line, "id"), "Occupancy");
	property(b, "holder", holder->id);
	property(b, "post", post);
	property(b, "status", str_is(export_text(item->line, "standing"), "in_force") ? STR("current") : export_text(item->line, "standing"));
	holding(b, item);
}

static void membership(struct export *x, const struct export_item *item, const struct export_party *member, const struct export_party *of, struct str role)
{
	const char *schema = schema_of(of);
	struct buf *b;

	entity(x, of, str_is(str_c(schema), "LegalEntity") || str_is(str_c(schema), "Person") ? "Organization" : schema);
	b = begin_entity(x, export_text(item->line, "id"), "Membership");
	property(b, "member", member->id);
	property(b, "organization", of->id);
	property(b, "role", role);
	property(b, "status", export_text(item->line, "standing"));
	holding(b, item);
}

static void sanction(struct export *x, const struct export_item *item, const struct export_party *by, const struct export_party *against)
{
	struct buf *b = begin_entity(x, export_text(item->line, "id"), "Sanction");

	property(b, "entity", against->id);
	property(b, "authority", by->name);
	property(b, "provisions", export_text(json_get(json_get(item->line, "qualifiers"), "measure"), "text"));
	property_country(b, by->codes);
	property(b, "status", export_text(item->line, "standing"));
	holding(b, item);
}

static enum export_reason state(struct export *x, const struct export_item *item)
{
	struct str relation = export_text(item->line, "relation");
	struct export_party subject = export_party_of(x, json_get(item->line, "subject")), object = export_object(x, item->line);
	bool office = str_is(relation, "holds_office"), leads = str_is(relation, "leads"), chairs = str_is(relation, "chairs");
	struct buf *b;

	if (str_is(relation, "party_to") || (office && !str_is(subject.kind, "person")))
		return HELD_STATE;
	if (!subject.id.n || (!office && !object.id.n))
		return HELD_ALONE;
	mention(x, item, &subject);
	if (office) {
		occupancy(x, item, &subject);
		return EXPORT_TAKEN;
	}
	mention(x, item, &object);
	if (leads || chairs || str_is(relation, "member_of")) {
		membership(x, item, &subject, &object, leads ? STR("leader") : chairs ? STR("chair") : STR_NONE);
	} else if (str_is(relation, "sanctions")) {
		sanction(x, item, &subject, &object);
	} else {
		b = begin_entity(x, export_text(item->line, "id"), "UnknownLink");
		property(b, "subject", subject.id);
		property(b, "object", object.id);
		property(b, "role", relation);
		property(b, "status", export_text(item->line, "standing"));
		holding(b, item);
	}
	return EXPORT_TAKEN;
}

static void document(struct export *x, const struct export_source *doc)
{
	struct buf *b = begin_entity(x, doc->id, "Article");

	property(b, "name", doc->title.n ? doc->title : doc->id);
	property(b, "title", doc->title);
	property(b, "language", str_is(doc->lang, "nl") ? STR("nld") : str_is(doc->lang, "en") ? STR("eng") : STR_NONE);
	property_day(b, "publishedAt", export_day_of_doc(doc));
	property(b, "publisher", doc->source);
	property(b, "sourceUrl", export_url(doc));
	end_entity(b);
}

static void begin(struct export *x)
{
	map_init(x->own = arena_new(&x->keep, struct map), &x->keep);
}

const struct export_format export_ftm = {
	.name = "ftm", .lossy = true, .states = true, .documents = true, .begin = begin, .event = event, .state = state, .document = document,
};
