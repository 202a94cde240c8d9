/* export_icews.c - ICEWS coded events, 20 columns: the files of doi:10.7910/DVN/28075, tab-separated with a head line.
 *
 * One row for each pair.  Countries are English names; the event text is the label of the CAMEO code.
 */
#include "query/export_format.h"

static const char head[] =
	"Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\t"
	"Target Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";

/* CAMEO 1.1b3, the codes of data/types.tsv and those that the frames give, in order. */
static const struct { const char *code, *label; } labels[] = {
	{ "010", "Make statement" }, { "011", "Decline comment" }, { "012", "Make pessimistic comment" }, { "013", "Make optimistic comment" },
	{ "014", "Consider policy option" }, { "015", "Acknowledge or claim responsibility" }, { "016", "Deny responsibility" },
	{ "017", "Engage in symbolic act" }, { "018", "Make empathetic comment" }, { "019", "Express accord" },
	{ "020", "Make an appeal or request" }, { "030", "Express intent to cooperate" }, { "036", "Express intent to meet or negotiate" },
	{ "040", "Consult" }, { "041", "Discuss by telephone" }, { "042", "Make a visit" }, { "043", "Host a visit" },
	{ "044", "Meet at a 'third' location" }, { "045", "Mediate" }, { "046", "Engage in negotiation" },
	{ "050", "Engage in diplomatic cooperation" }, { "051", "Praise or endorse" }, { "052", "Defend verbally" },
	{ "053", "Rally support on behalf of" }, { "054", "Grant diplomatic recognition" }, { "055", "Apologize" }, { "056", "Forgive" },
	{ "057", "Sign formal agreement" }, { "060", "Engage in material cooperation" }, { "061", "Cooperate economically" },
	{ "062", "Cooperate militarily" }, { "063", "Engage in judicial cooperation" }, { "064", "Share intelligence or information" },
	{ "070", "Provide aid" }, { "071", "Provide economic aid" }, { "072", "Provide military aid" }, { "073", "Provide humanitarian aid" },
	{ "074", "Provide military protection or peacekeeping" }, { "075", "Grant asylum" }, { "080", "Yield" },
	{ "081", "Ease administrative sanctions" }, { "082", "Ease political dissent" }, { "083", "Accede to requests or demands for political reform" },
	{ "084", "Return, release" }, { "0841", "Return, release person(s)" }, { "0842", "Return, release property" },
	{ "085", "Ease economic sanctions, boycott, embargo" }, { "086", "Allow international involvement" }, { "087", "De-escalate military engagement" },
	{ "0871", "Declare truce, ceasefire" }, { "0872", "Ease military blockade" }, { "0873", "Demobilize armed forces" },
	{ "0874", "Retreat or surrender militarily" }, { "090", "Investigate" }, { "100", "Demand" }, { "101", "Demand material cooperation" },
	{ "102", "Demand diplomatic cooperation" }, { "103", "Demand material aid" }, { "104", "Demand political reform" },
	{ "105", "Demand that target yields" }, { "106", "Demand meeting, negotiation" }, { "110", "Disapprove" },
	{ "111", "Criticize or denounce" }, { "112", "Accuse" }, { "113", "Rally opposition against" }, { "114", "Complain officially" },
	{ "115", "Bring lawsuit against" }, { "116", "Find guilty or liable (legally)" }, { "120", "Reject" }, { "121", "Reject material cooperation" },
	{ "122", "Reject request or demand for material aid" }, { "123", "Reject request or demand for political reform" },
	{ "124", "Refuse to yield" }, { "125", "Reject proposal to meet, discuss, or negotiate" }, { "130", "Threaten" },
	{ "131", "Threaten non-force" }, { "1311", "Threaten to reduce or stop aid" }, { "1312", "Threaten with sanctions, boycott, embargo" },
	{ "1313", "Threaten to reduce or break relations" }, { "132", "Threaten with administrative sanctions" },
	{ "136", "Threaten to expel or withdraw peacekeepers" }, { "138", "Threaten with military force" }, { "1382", "Threaten occupation" },
	{ "140", "Engage in political dissent" }, { "141", "Demonstrate or rally" }, { "142", "Conduct hunger strike" },
	{ "143", "Conduct strike or boycott" }, { "144", "Obstruct passage, block" }, { "145", "Protest violently, riot" },
	{ "150", "Demonstrate military or police power" }, { "151", "Increase police alert status" }, { "152", "Increase military alert status" },
	{ "153", "Mobilize or increase police power" }, { "154", "Mobilize or increase armed forces" }, { "155", "Mobilize or increase cyber-forces" },
	{ "160", "Reduce relations" }, { "161", "Reduce or break diplomatic relations" }, { "162", "Reduce or stop material aid" },
	{ "163", "Impose embargo, boycott, or sanctions" }, { "164", "Halt negotiations" }, { "165", "Halt mediation" },
	{ "166", "Expel or withdraw" }, { "170", "Coerce" }, { "171", "Seize or damage property" }, { "1711", "Confiscate property" },
	{ "1712", "Destroy property" }, { "172", "Impose administrative sanctions" }, { "1721", "Impose restrictions on political freedoms" },
	{ "1722", "Ban political parties or politicians" }, { "1723", "Impose curfew" }, { "1724", "Impose state of emergency or martial law" },
	{ "173", "Arrest, detain, or charge with legal action" }, { "174", "Expel or deport individuals" },
	{ "175", "Use tactics of violent repression" }, { "176", "Attack cybernetically" }, { "180", "Use unconventional violence" },
	{ "181", "Abduct, hijack, or take hostage" }, { "182", "Physically assault" }, { "1821", "Sexually assault" }, { "1822", "Torture" },
	{ "1823", "Kill by physical assault" }, { "183", "Conduct suicide, car, or other non-military bombing" },
	{ "1831", "Carry out suicide bombing" }, { "185", "Attempt to assassinate" }, { "186", "Assassinate" },
	{ "190", "Use conventional military force" }, { "191", "Impose blockade, restrict movement" }, { "192", "Occupy territory" },
	{ "193", "Fight with small arms and light weapons" }, { "194", "Fight with artillery and tanks" }, { "195", "Employ aerial weapons" },
	{ "196", "Violate ceasefire" }, { "200", "Use unconventional mass violence" }, { "204", "Use weapons of mass destruction" },
};

static struct str label(struct str code)
{
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (str_is(code, labels[i].code))
			return str_c(labels[i].label);
	return STR_NONE;
}

static void begin(struct export *x)
{
	buf_add(&x->out[0], str_c(head));
}

static void party(struct buf *b, const struct export_party *p)
{
	tsv_text(b, p->name);
	tsv_text(b, p->sector);
	tsv_text(b, p->country_name);
}

static void row(struct export *x, const struct export_item *item, const struct export_pair *pair, size_t nth)
{
	const struct json *line = item->line, *where = json_get(line, "where");
	struct export_place at = export_place_of(x, where);
	struct export_code code = export_code_of(x, item);
	struct buf *b = &x->out[0];

	tsv_int(b, export_integer(export_text(line, "id"), nth));
	tsv_day(b, export_when_of(json_get(line, "when")).start);
	party(b, &pair->actor);
	tsv_text(b, label(code.cameo));
	tsv_text(b, code.cameo);
	tsv_score(b, code.goldstein);
	party(b, &pair->recipient);
	tsv_int(b, export_integer(export_text(line, "doc"), 0));
	tsv_int(b, export_number(json_get(line, "evidence"), "sentence", 0) + 1);
	tsv_text(b, item->doc->source);
	tsv_text(b, str_is(at.precision, "city") ? at.name : STR_NONE);
	tsv_empty(b, 1);
	tsv_text(b, str_is(at.precision, "region") ? at.name : STR_NONE);
	tsv_text(b, at.country_name);
	tsv_json(b, at.located ? json_get(where, "lat") : NULL);
	tsv_json(b, at.located ? json_get(where, "lon") : NULL);
	tsv_end(b);
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	struct export_pair *pairs;
	size_t n;
	enum export_reason why;

	if (!label(export_text(item->line, "cameo")).n)
		return HELD_TYPE;
	why = export_pairs(x, item->line, &pairs, &n);
	for (size_t i = 0; why == EXPORT_TAKEN && i < n; i++)
		row(x, item, &pairs[i], i);
	return why;
}

const struct export_format export_icews = {
	.name = "icews", .lossy = true, .directed = true, .typed = true, .dated = true, .daily = true, .begin = begin, .event = event,
};
