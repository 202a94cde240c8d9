/* vlos.c - reports of the Dutch House of Representatives: the vlosCoreDocument that the open data service gives for a Verslag
 * (namespace …/ggm/vergaderverslag/v1.0).
 *
 * A vergadering holds activiteiten (matters on the agenda), each one document.  Wherever in one an element has a spreker and a tekst, that is a speech:
 * woordvoerder, and interrumpant inside it.  What has no spreker is the clerk's ("Aanvang 14.00 uur") and left out, with the line that prints the speaker's
 * name once more in front of his words.
 */
#include "ingest/pieces.h"
#include "ingest/collection.h"

enum { NAME_LINE_MAX = 120 };		/* bytes of a line "Mevrouw … (…):" */

/* ---- who speaks ------------------------------------------------------------------------------ */

static bool has_word(struct str s, struct str word)
{
	struct str one;

	while (str_split(&s, ' ', &one))
		if (str_eq(one, word))
			return true;
	return false;
}

/* "Van der Plas" → "van der Plas" where the family name is kept as "Plas van der": behind a given name the particle is small. */
static struct str family_name(const struct xml *spreker, struct arena *a)
{
	struct str printed = xml_text(a, xml_child(spreker, "verslagnaam")), full = xml_text(a, xml_child(spreker, "achternaam"));
	struct str name = printed.n ? printed : full, first = { name.p, str_find(name, ' ') };

	if (!first.n || first.n == name.n || first.p[0] < 'A' || first.p[0] > 'Z')
		return name;
	char *small = arena_dup(a, name.p, name.n);

	small[0] |= 0x20;
	return has_word(full, (struct str){ small, first.n }) ? (struct str){ small, name.n } : name;
}

/* "Caroline van der Plas (BBB):", "Caspar Veldkamp, minister van Buitenlandse Zaken:" */
static struct str speaker_line(const struct xml *spreker, struct arena *a)
{
	struct str given = xml_text(a, xml_child(spreker, "voornaam")), name = family_name(spreker, a);
	struct str party = xml_text(a, xml_child(spreker, "fractie")), office = xml_text(a, xml_child(spreker, "functie"));

	if (!name.n)
		name = xml_text(a, xml_child(spreker, "weergavenaam"));
	if (!name.n)
		return STR(SPEAKER_UNKNOWN);
	if (given.n && !str_starts(name, given))
		name = str_printf(a, "%.*s %.*s", STR_ARG(given), STR_ARG(name));
	if (party.n)
		return str_printf(a, "%.*s (%.*s):", STR_ARG(name), STR_ARG(party));
	return str_printf(a, office.n ? "%.*s, %.*s:" : "%.*s%.*s:", STR_ARG(name), STR_ARG(office));
}

/* ---- what he says -------------------------------------------------------------------------------- */

/* The line that prints whose words follow. */
static bool names_speaker(const struct xml *item, struct str line, const struct xml *speech, struct arena *a)
{
	const struct xml *spreker = xml_child(speech, "spreker");
	struct str name = xml_text(a, xml_child(spreker, "verslagnaam")), shown = xml_text(a, xml_child(spreker, "weergavenaam"));

	if (!str_ends(line, STR(":")) || line.n > NAME_LINE_MAX)
		return false;
	return xml_child(item, "nadruk") || str_is(xml_text(a, xml_child(speech, "isvoorzitter")), "true") ||
	       (name.n && str_search(line, name) < line.n) || (shown.n && str_search(line, shown) < line.n);
}

/* The paragraphs below x: its alineas, in groups or not; their items are lines of one paragraph, but for the one that names the speaker. */
static void add_paragraphs(struct pieces *p, const struct xml *x, const struct xml *speech, bool *named)
{
	for (const struct xml *k = x->first; k; k = k->next) {
		struct buf b;

		if (!str_is(k->name, "alinea")) {
			if (k->name.n)
				add_paragraphs(p, k, speech, named);
			continue;
		}
		buf_init(&b, p->a);
		for (const struct xml *item = xml_child(k, "alineaitem"); item; item = xml_again(item)) {
			struct str line = xml_text(p->a, item);

			if (!*named && names_speaker(item, line, speech, p->a)) {
				*named = true;
				continue;
			}
			*named = true;
			if (b.n && line.n)
				buf_byte(&b, ' ');
			buf_add(&b, line);
		}
		pieces_add(p, BLOCK_PARAGRAPH, buf_str(&b), STR_NONE);
	}
}

static int read_unit(struct units *u, const struct xml *unit, struct doc *d, struct error *e)
{
	const struct xml *meeting = xml_child(u->root, "vergadering");
	struct article x = { .lang = STR("nl") };
	struct pieces p;

	pieces_init(&p, d->a);
	for (const struct xml *k = xml_find(unit, "spreker"); k; k = xml_following(unit, k, "spreker")) {
		const struct xml *text = xml_child(k->parent, "tekst");
		bool named = false;

		if (!text)
			continue;
		pieces_add(&p, BLOCK_SPEAKER, speaker_line(k, d->a), STR_NONE);
		add_paragraphs(&p, text, k->parent, &named);
	}
	x.title = xml_text(d->a, xml_child(unit, "onderwerp"));
	if (!x.title.n)
		x.title = xml_text(d->a, xml_child(unit, "titel"));
	if (!x.title.n)
		x.title = xml_text(d->a, xml_child(meeting, "titel"));
	x.id = xml_get(unit, "objectid");
	x.date = xml_text(d->a, xml_child(meeting, "datum"));
	x.source = xml_get(meeting, "kamer");
	return pieces_document(u->g, &x, &p, d, e);
}

/* ---- the file --------------------------------------------------------------------------------------- */

static bool has_speech(const struct xml *activity)
{
	for (const struct xml *k = xml_find(activity, "spreker"); k; k = xml_following(activity, k, "spreker"))
		if (xml_find(xml_child(k->parent, "tekst"), "alineaitem"))
			return true;
	return false;
}

static int collect(struct units *u, struct error *e)
{
	const struct xml *meeting = xml_child(u->root, "vergadering");

	if (!str_ends(u->root->space, STR("/v1.0")))
		return error_set(e, COU_EINPUT, "a report of a version that is not read (%.*s)", STR_ARG(u->root->space));
	for (const struct xml *k = xml_child(meeting, "activiteit"); k; k = xml_again(k))
		if (has_speech(k))
			units_add(u, k);
	return u->list.n || u->partial ? COU_OK : error_set(e, COU_EINPUT, "a report without speeches: a draft?");
}

static bool looks(struct str head, const struct carrier *c)
{
	(void)c;
	return str_is(xml_root(head), "vlosCoreDocument");
}

static int open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	static const struct unit_kind kind = { 4, NULL, collect, read_unit };

	return units_open(state, &kind, g, in, e);
}

const struct format format_vlos = {
	.name = "vlos", .about = "a report of the Dutch House of Representatives", .looks = looks, .wide = true, .open = open, .next = units_next, .close = units_close
};
