#include "cli/options_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

const struct command commands[] = {
	{ "code", "[FILE…]", "read articles, write the events, states and claims in them", cmd_code, CODE },
	{ "add", "[FILE…]", "read and code into a store; what is there already is left as it is; lists of feeds are polled once", cmd_add, ADD },
	{ "merge", "[FILE…]", "add record lines that coulisse code wrote, here or elsewhere, to a store; what is there already is left as it is", cmd_merge, MERGE },
	{ "watch", "FEEDS.opml|ADDRESS…", "poll feeds, fetch and code the articles that are new, into a store; round after round until told to stop", cmd_watch, WATCH },
	{ "queue", "add PATH|URL…|status|retry|cancel|clear", "share work between machines: make jobs of files, folders and addresses; say how far it is; let what failed wait anew; take out what waits; forget what is done", cmd_queue, QUEUE },
	{ "worker", "[FOLDER…]", "take jobs of a queue, code them and bring them into the record, each once; of files below the folders alone, where some are given", cmd_worker, WORKER },
	{ "events", "[WHO]", "what happened: one row for each happening, newest first; or counts (--per, --by)", cmd_ask, EVENTS },
	{ "timeline", "[WHO]", "what happened, oldest first, under its months", cmd_ask, TIMELINE },
	{ "states", "[WHO]", "what holds: memberships, offices, treaties, sanctions, supplies, as the texts say it", cmd_ask, STATES },
	{ "members", "ORGANISATION|WHO", "who is a member of it, or of what it is a member, as of a date", cmd_ask, MEMBERS },
	{ "offices", "WHO|COUNTRY", "who holds which office there, or which offices they hold, as of a date", cmd_ask, OFFICES },
	{ "visits", "[WHO]", "visits made and received", cmd_ask, VISITS },
	{ "treaties", "[WHO|TREATY]", "agreements and their parties, as of a date", cmd_ask, TREATIES },
	{ "claims", "[WHO]", "who asserts, denies, doubts or confirms what", cmd_ask, CLAIMS },
	{ "sources", "", "the outlets: documents, events, from when to when", cmd_ask, SOURCES },
	{ "audit", "[WHO]", "counts that the texts state (\"his ninth visit\") against what the record knows", cmd_ask, AUDIT },
	{ "correct", "ID accept|reject|undo|set FIELD=VALUE…|merge ID|split [ID]", "say what is right: kept with who and when, survives coding again; --list shows what was said", cmd_correct, CORRECT },
	{ "recode", "", "code the store's texts again with this version; corrections stay", cmd_recode, RECODE },
	{ "forget", "", "let go of what the record learnt before a day: its documents, lines and corrections", cmd_forget, FORGET },
	{ "diff", "[BEFORE AFTER]", "what differs between two codings: files of record lines or stores; with -d alone, what the last recode changed", cmd_diff, DIFF },
	{ "export", "[FILE…]", "write record lines (of coulisse code, or of a store) in the formats of others: tables, event data, graphs, maps, annotations", cmd_export, EXPORT },
	{ "serve", "", "open the page and its JSON API over a store, in a browser on this machine", cmd_serve, SERVE },
	{ "parse", "[FILE…]", "the language analysis alone: sentences, words, trees and names, as CoNLL-U or JSON", cmd_parse, PARSE },
	{ "explain", "[TEXT]", "why: words, tree, names, times and the frame that matched", cmd_explain, EXPLAIN },
	{ "who", "TEXT", "whom a name or a phrase means: id, country, sector, office, how sure, and who else it may be", cmd_who, WHO },
	{ "eval", "GOLD…", "code annotated articles and score what came out: precision, recall, F1, reliability", cmd_eval, EVAL },
	{ "gaps", "[FILE…]", "verbs with political actors beside them that no frame covers, the most frequent first", cmd_gaps, GAPS },
	{ 0 }
};

const struct option_row options[] = {
	{ OPT_STORE, 'd', "store", "STORE", NULL, ADD | WATCH | WHO | ASK | CORRECT | RECODE | DIFF | EXPORT | SERVE | QUEUE | WORKER | FORGET | MERGE, "file or postgresql://… that keeps the record (or COULISSE_DB)" },
	{ OPT_NO_TEXT, 0, "no-text", NULL, NULL, ADD | MERGE | WATCH | WORKER, "keep hashes, offsets and short quotes, no texts" },
	{ OPT_BATCH, 0, "batch", "N", NULL, ADD | MERGE, "documents in one transaction (2000); what is killed loses at most that many" },
	{ OPT_PARTITION, 0, "partition", "WIDTH", "day month year none", ADD | WATCH, "make a PostgreSQL store in pieces, by the day it learns things (doc/store-size.md)" },
	{ OPT_BEFORE, 0, "before", "YYYY-MM-DD", NULL, FORGET, "the first day that stays" },
	{ OPT_DRY_RUN, 0, "dry-run", NULL, NULL, FORGET, "say what would go, and leave it" },
	{ OPT_NOW, 0, "now", "TIME", NULL, ADD | MERGE | WATCH | WORKER, "when the record learns it, YYYY-MM-DDThh:mm:ssZ (the clock's)" },
	{ OPT_DATE, 0, "date", "YYYY-MM-DD", NULL, CODE | ADD | WATCH | WORKER | PARSE | EXPLAIN | WHO, "when the text was published, where it does not say so itself; who: the day that offices and members count for" },
	{ OPT_MIX, 0, "mix", NULL, NULL, MERGE, "also documents coded by another version than those that the store has in their language" },
	{ OPT_LANG, 'l', "lang", "LANG", "nl en", PROGRAM, "language of the text (found out when not given)" },
	{ OPT_INPUT, 'i', "input", "FORMAT", "text html jsonl json feed newsml newsml1 nitf ninjs alto folia tei vlos delpher tweedekamer csv mail mbox warc zip gzip zstd", CODE | ADD | GAPS, "what the input is (found out when not given)" },
	{ OPT_INPUT, 'i', "input", "FORMAT", "text html jsonl json feed newsml newsml1 nitf ninjs alto folia tei vlos delpher tweedekamer csv mail mbox warc zip gzip zstd conllu", PARSE, "what the input is; conllu: take its sentences and words" },
	{ OPT_COLUMNS, 0, "columns", "NAMES", NULL, CODE | ADD | GAPS | PARSE, "columns of a table that are called otherwise: title=Kop,text=Tekst (id title text date url source lang)" },
	{ OPT_FORMAT, 'f', "format", "FORMAT", "jsonl table conllu layers", CODE, "jsonl in a pipe, table on a terminal" },
	{ OPT_FORMAT, 'f', "format", "FORMAT", "conllu json", PARSE, "conllu, or json: a line for each document" },
	{ OPT_UNTIL, 0, "until", "STAGE", "ingest language segment analyse link time code", CODE,
	  "stop after that stage and show the document with its layers" },
	{ OPT_JOBS, 'j', "jobs", "N", NULL, CODE | ADD | WATCH | WORKER | RECODE | PARSE, "threads (1); the output is the same for any number" },
	{ OPT_OUTPUT, 'o', "output", "FILE", NULL, ALL & ~(unsigned long)(ADD | MERGE | WATCH | RECODE | SERVE | QUEUE | WORKER | FORGET), "write there instead of standard output" },
	{ OPT_MIN_CONFIDENCE, 0, "min-confidence", "P", NULL, CODE | ADD | WATCH | WORKER | RECODE | EVAL | ASK | EXPORT, "leave out events and states less sure than P, 0 to 1 (0.3)" },
	{ OPT_WHO, 0, "who", "FILE", NULL, CODE | ADD | WATCH | WORKER | RECODE | EXPLAIN | WHO | EVAL | GAPS, "table of your own entities and corrections (doc/who.md)" },
	{ OPT_FRAMES, 0, "frames", "DIR", NULL, CODE | ADD | WATCH | WORKER | RECODE | EXPLAIN | EVAL | GAPS, "folder of your own frames, which add to and override ours (doc/frames.md)" },
	{ OPT_JSON, 0, "json", NULL, NULL, WHO | EVAL | ASK | CORRECT | DIFF | QUEUE, "JSON, a line for each row, instead of a table" },
	{ OPT_ERRORS, 0, "errors", "N", NULL, EVAL, "show the first N events that are wrong, partly right or missed" },
	{ OPT_TRAITS, 0, "traits", NULL, NULL, EVAL, "rows of what is known of each event, for train/confidence.py" },
	{ OPT_TOP, 0, "top", "N", NULL, GAPS, "how many verbs (60)" },
	{ OPT_UNUSED, 0, "unused", NULL, NULL, GAPS, "list the frames that gave no event instead" },
	{ OPT_HOME, 0, "home", "DIR", NULL, ALL, "folder with lang/ and data/" },
	{ OPT_TIMINGS, 0, "timings", NULL, NULL, CODE | ADD | RECODE | PARSE | WORKER, "say on standard error what each stage took" },
	{ OPT_REPORT, 0, "report", "[FILE]", NULL, CODE | ADD | PARSE, "say at the end what was read, skipped and bad, and why; in FILE as JSON" },
	{ OPT_NO_SANDBOX, 0, "no-sandbox", NULL, NULL, CODE | ADD | MERGE | WATCH | WORKER | PARSE | EXPLAIN | SERVE, "keep the rights that reading does not need (SECURITY.md)" },
	{ OPT_VERBOSE, 'v', "verbose", NULL, NULL, CODE | ADD | WORKER | PARSE | EXPLAIN | SERVE, "say what keeps the parsers from doing harm, and each bad part of a file" },
	{ OPT_VERBOSE, 'v', "verbose", NULL, NULL, MERGE, "say what keeps the reader from doing harm" },
	{ OPT_ASK, 0, "who", "NAMES", NULL, DEEDS | HOLDINGS | EXPORT, "participants: names, QIDs, countries (RUS), with commas between" },
	{ OPT_ASK, 0, "with", "NAMES", NULL, DEEDS | HOLDINGS | EXPORT, "beside --who on the same line" },
	{ OPT_ASK, 0, "actor", "NAMES", NULL, DEEDS | HOLDINGS | EXPORT, "who did it" },
	{ OPT_ASK, 0, "recipient", "NAMES", NULL, DEEDS | HOLDINGS | EXPORT, "to whom it was done" },
	{ OPT_ASK, 0, "stance", "STANCES", NULL, DEEDS | HOLDINGS | EXPORT, "of a claim on it: asserts, denies, doubts, confirms" },
	{ OPT_ASK, 0, "type", "TYPES", NULL, DEEDS | EXPORT, "types of event, with commas between: CONSULT,AGREE" },
	{ OPT_ASK, 0, "mode", "MODES", NULL, DEEDS | EXPORT, "modes: visit,multilateral" },
	{ OPT_ASK, 0, "quad", "CLASSES", NULL, DEEDS | EXPORT, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict" },
	{ OPT_ASK, 0, "status", "STATUSES", NULL, DEEDS | EXPORT, "happened, ongoing, planned, expected, possible, hypothetical, negated" },
	{ OPT_ASK, 0, "relation", "RELATIONS", NULL, STATES | CLAIMS | EXPORT, "member_of, holds_office, party_to, …" },
	{ OPT_ASK, 0, "standing", "STANDINGS", NULL, HOLDINGS | EXPORT, "in_force, announced, applied, ended, …" },
	{ OPT_ASK, 0, "country", "CODES", NULL, DEEDS | HOLDINGS | EXPORT, "ISO 3166-1 alpha-3: of a participant or the place" },
	{ OPT_ASK, 0, "place", "NAME", NULL, DEEDS | EXPORT, "where it happened" },
	{ OPT_ASK, 0, "since", "DATE", NULL, DEEDS | HOLDINGS | EXPORT, "not before: YYYY, YYYY-MM or YYYY-MM-DD" },
	{ OPT_ASK, 0, "until", "DATE", NULL, DEEDS | HOLDINGS | EXPORT, "not after" },
	{ OPT_ASK, 0, "as-of", "DATE", NULL, ASK | EXPORT, "what held, or had happened, on that day" },
	{ OPT_ASK, 0, "known", "DATE", NULL, ASK | EXPORT, "as the record knew it on that day" },
	{ OPT_ASK, 0, "text", "WORDS", NULL, DEEDS | HOLDINGS | EXPORT, "words and \"phrases\" that the article must have" },
	{ OPT_ASK, 0, "source", "OUTLETS", NULL, DEEDS | HOLDINGS | EXPORT, "outlets, with commas between" },
	{ OPT_ASK, 0, "language", "LANGS", NULL, DEEDS | HOLDINGS | EXPORT, "languages of the articles" },
	{ OPT_ASK, 0, "per", "PERIOD", "day week month year", EVENTS, "count instead: per day, week, month or year" },
	{ OPT_BY, 0, "by", "NAMES|FIELD", NULL, DEEDS | HOLDINGS | EXPORT,
	  "claimed by them; events: a FIELD counts by it: type mode quad status country source lang actor recipient dyad" },
	{ OPT_LINES, 0, "lines", NULL, NULL, EVENTS | TIMELINE | STATES | VISITS, "every line of every article, not one row for each happening" },
	{ OPT_RECORD_ONLY, 0, "record-only", NULL, NULL, MEMBERS | OFFICES, "without what the program's own data know" },
	{ OPT_LIMIT, 'n', "limit", "N", NULL, ASK, "at most N rows" },
	{ OPT_CSV, 0, "csv", NULL, NULL, ASK | CORRECT | DIFF, "comma-separated values with all columns" },
	{ OPT_TSV, 0, "tsv", NULL, NULL, ASK | CORRECT | DIFF, "the same with tabs" },
	{ OPT_VERBOSE, 'v', "verbose", NULL, NULL, ASK | DIFF, "with the sentences" },
	{ OPT_PERSON, 0, "by-whom", "NAME", NULL, CORRECT, "who says so (the user's name)" },
	{ OPT_LIST, 0, "list", NULL, NULL, CORRECT, "list the corrections instead" },
	{ OPT_ORPHANS, 0, "orphans", NULL, NULL, CORRECT, "list those whose line is no longer coded" },
	{ OPT_GOLD, 0, "gold", NULL, NULL, CORRECT, "write the documents that were corrected as annotated articles, for coulisse eval" },
	{ OPT_TO, 0, "to", "FORMAT", "csv polecat gdelt icews geojson gexf ftm timelinejs webannotation jsonld quads", EXPORT, "the format (doc/exports.md)" },
	{ OPT_ALL, 0, "all", NULL, NULL, EXPORT, "also what is not said to have happened, and what is dated no closer than a week" },
	{ OPT_ONCE, 0, "once", NULL, NULL, WATCH, "one round, and end" },
	{ OPT_EVERY, 0, "every", "TIME", NULL, WATCH, "between two polls of a feed: 90s, 15m, 2h (15m)" },
	{ OPT_FEED_TEXT, 0, "feed-text", NULL, NULL, WATCH, "code the text in the feeds; fetch no articles" },
	{ OPT_CONTACT, 0, "contact", "ADDRESS", NULL, FETCH, "page or mailbox of whoever runs this, told to every server" },
	{ OPT_DELAY, 0, "delay", "SECONDS", NULL, ADD | WATCH, "between two requests to one host (1)" },
	{ OPT_TIMEOUT, 0, "timeout", "SECONDS", NULL, FETCH, "for one answer (60)" },
	{ OPT_PROXY, 0, "proxy", "URL", NULL, FETCH, "fetch by this proxy; none of the environment is used" },
	{ OPT_AUTHORITIES, 0, "authorities", "FILE", NULL, FETCH, "trust the certificates of this file (PEM) instead of the system's" },
	{ OPT_PRIVATE, 0, "allow-private", NULL, NULL, FETCH, "fetch from this machine and private networks, too" },
	{ OPT_PORT, 0, "port", "N", NULL, SERVE, "port (8008); 0: a free one" },
	{ OPT_ADDRESS, 0, "address", "ADDRESS", NULL, SERVE, "numeric address to answer at (127.0.0.1); another than a loopback address needs a token" },
	{ OPT_TOKEN, 0, "token-file", "FILE", NULL, SERVE, "file whose first line every request must carry (or COULISSE_TOKEN)" },
	{ OPT_READ_ONLY, 0, "read-only", NULL, NULL, SERVE, "take no corrections" },
	{ OPT_OPEN, 0, "open", NULL, NULL, SERVE, "open the page in the browser" },
	{ OPT_JOB_SIZE, 0, "job-size", "BYTES", NULL, QUEUE, "of the files in one job, about: 500k, 4M (1M)" },
	{ OPT_UNTIL_EMPTY, 0, "until-empty", NULL, NULL, WORKER, "leave when nothing is left to be done" },
	{ OPT_MIX, 0, "mix", NULL, NULL, WORKER, "work beside other versions of the coder, too" },
	{ OPT_LEASE, 0, "lease", "TIME", NULL, WORKER, "after which another takes the job of a worker that is not heard of (60s)" },
	{ OPT_TRIES, 0, "tries", "N", NULL, WORKER, "of a job whose worker dies or that cannot be read, until it is set aside (3)" },
	{ OPT_JOB_LIMIT, 0, "job-limit", "TIME", NULL, WORKER, "of coding, after which a job is stuck: the worker ends, others try (1h)" },
	{ OPT_GIVE_UP, 0, "give-up", "TIME", NULL, WORKER, "without the store, after which to fail (never)" },
	{ OPT_HELP, 'h', "help", NULL, NULL, ALL, "this text" },
};

const size_t n_options = sizeof(options) / sizeof(*options);

enum { JOBS_MAX = 256, PORT = 8008 };

int options_refuse(const char *what, const char *why)
{
	diagnose(what, "%s (see coulisse --help)", why);
	return EXIT_USAGE;
}

static const struct option_row *find_long(const struct command *c, const char *name, size_t n)
{
	for (size_t i = 0; i < n_options; i++)
		if ((options[i].commands & c->bit) && strlen(options[i].name) == n && memcmp(options[i].name, name, n) == 0)
			return &options[i];
	return NULL;
}

static const struct option_row *find_letter(const struct command *c, char letter)
{
	for (size_t i = 0; i < n_options; i++)
		if ((options[i].commands & c->bit) && options[i].letter == letter)
			return &options[i];
	return NULL;
}

static bool among(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; n && (p = strstr(p, word)); p += n)
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

static const char GROUPINGS[] = "type mode quad status country source lang actor recipient dyad";

/* Where the filter of that name is kept. */
static const char **filter_of(const char *name, struct cou_question *q)
{
	const struct {
		const char *name, **at;
	} filters[] = {
		{ "who", &q->who }, { "with", &q->with }, { "actor", &q->actor }, { "recipient", &q->recipient }, { "stance", &q->stance }, { "type", &q->type },
		{ "mode", &q->mode }, { "quad", &q->quad }, { "status", &q->status }, { "relation", &q->relation }, { "standing", &q->standing }, { "country", &q->country },
		{ "place", &q->place }, { "since", &q->since }, { "until", &q->until }, { "as-of", &q->as_of }, { "known", &q->known }, { "text", &q->text },
		{ "source", &q->source }, { "language", &q->lang }, { "per", &q->per },
	};
	size_t i = 0;

	while (strcmp(filters[i].name, name) != 0)
		i++;
	return filters[i].at;
}

/* "90s", "15m", "2h", "1d", or seconds alone. */
static bool read_time(const char *value, unsigned *seconds)
{
	static const char units[] = "smhd";
	static const unsigned worth[] = { 1, 60, 3600, 86400 };
	enum { WEEK = 7 * 86400 };
	char *end;
	unsigned long n = strtoul(value, &end, 10);
	const char *unit = *end ? strchr(units, *end) : units;

	if (end == value || *value == '-' || !unit || (*end && end[1]) || n < 1 || n > WEEK || n * worth[unit - units] > WEEK)
		return false;
	*seconds = (unsigned)n * worth[unit - units];
	return true;
}

/* "500k", "4M", "1G", or bytes alone. */
static bool read_size(const char *value, size_t *bytes)
{
	char *end;
	unsigned long long n = strtoull(value, &end, 10);
	unsigned shift = *end == 'k' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;

	if (end == value || *value == '-' || (*end && (!shift || end[1])) || n < 1 || n > ((unsigned long long)1 << 40) >> shift)
		return false;
	*bytes = (size_t)n << shift;
	return true;
}

static int set(const struct option_row *o, const char *value, struct settings *s)
{
	char *end;
	double seconds;
	long n;

	if (o->choices && o->id != OPT_LANG && !among(o->choices, value)) {
		diagnose(value, "--%s is one of: %s", o->name, o->choices);
		return EXIT_USAGE;
	}
	switch (o->id) {
	case OPT_DATE:
		s->o.date = value;
		break;
	case OPT_LANG:
		s->o.lang = value;
		break;
	case OPT_INPUT:
		s->o.input = value;
		break;
	case OPT_COLUMNS:
		s->o.table_columns = value;
		break;
	case OPT_FORMAT:
		s->format = value;
		break;
	case OPT_UNTIL:
		s->o.until = value;
		break;
	case OPT_OUTPUT:
		s->output = value;
		break;
	case OPT_HOME:
		s->home = value;
		break;
	case OPT_WHO:
		s->who = value;
		break;
	case OPT_MIN_CONFIDENCE:
		s->o.min_confidence = strtod(value, &end);
		if (*end || end == value || !(s->o.min_confidence >= 0 && s->o.min_confidence <= 1))
			return options_refuse(value, "--min-confidence takes a number from 0 to 1");
		s->q.min_confidence = s->o.min_confidence;
		if (s->o.min_confidence == 0)
			s->o.min_confidence = -1;
		break;
	case OPT_ASK:
		*filter_of(o->name, &s->q) = value;
		break;
	case OPT_BY:
		if (among(GROUPINGS, value))
			s->q.group = value;
		else
			s->q.by = value;
		break;
	case OPT_LINES:
		s->q.lines = 1;
		break;
	case OPT_RECORD_ONLY:
		s->q.record_only = 1;
		break;
	case OPT_CSV:
		s->q.form = COU_ROWS_CSV;
		break;
	case OPT_TSV:
		s->q.form = COU_ROWS_TSV;
		break;
	case OPT_VERBOSE:
		s->q.verbose = 1;
		s->verbose = true;
		break;
	case OPT_LIMIT:
		n = strtol(value, &end, 10);
		if (*end || end == value || n < 1)
			return options_refuse(value, "--limit takes a number");
		s->q.limit = (size_t)n;
		break;
	case OPT_PERSON:
		s->person = value;
		break;
	case OPT_LIST:
		s->list = true;
		break;
	case OPT_GOLD:
		s->list = s->gold = true;
		break;
	case OPT_TO:
		s->to = value;
		break;
	case OPT_ALL:
		s->all = true;
		break;
	case OPT_ORPHANS:
		s->list = s->orphans = true;
		break;
	case OPT_BATCH:
		n = strtol(value, &end, 10);
		if (*end || end == value || n < 1 || n > 1000000)
			return options_refuse(value, "--batch takes a number");
		s->batch = (unsigned)n;
		break;
	case OPT_NOW:
		if (strlen(value) != 20 || value[10] != 'T' || value[19] != 'Z')
			return options_refuse(value, "--now takes YYYY-MM-DDThh:mm:ssZ");
		s->now = value;
		break;
	case OPT_PARTITION:
		s->partition = value;
		break;
	case OPT_BEFORE:
		s->before = value;
		break;
	case OPT_DRY_RUN:
		s->dry_run = true;
		break;
	case OPT_STORE:
		s->store = value;
		s->store_given = true;
		break;
	case OPT_NO_TEXT:
		s->no_text = true;
		break;
	case OPT_TOP:
		n = strtol(value, &end, 10);
		if (*end || end == value || n < 1 || n > 1000000)
			return options_refuse(value, "--top takes a number");
		s->top = (unsigned)n;
		break;
	case OPT_UNUSED:
		s->unused = true;
		break;
	case OPT_TRAITS:
		s->errors = COU_EVAL_TRAITS;
		break;
	case OPT_ERRORS:
		n = strtol(value, &end, 10);
		if (*end || end == value || n < 0 || n > 1000000)
			return options_refuse(value, "--errors takes a number");
		s->errors = (int)n;
		break;
	case OPT_FRAMES:
		s->frames = value;
		break;
	case OPT_JSON:
		s->json = true;
		s->q.form = COU_ROWS_JSON;
		break;
	case OPT_JOBS:
		n = strtol(value, &end, 10);
		if (*end || end == value || n < 1 || n > JOBS_MAX)
			return options_refuse(value, "--jobs takes a number from 1 to 256");
		s->o.jobs = (unsigned)n;
		break;
	case OPT_TIMINGS:
		s->timings = true;
		break;
	case OPT_ONCE:
		s->once = true;
		break;
	case OPT_EVERY:
		if (!read_time(value, &s->every))
			return options_refuse(value, "--every takes a time from 1s to 7d: 90s, 15m, 2h, 1d");
		break;
	case OPT_FEED_TEXT:
		s->feed_text = true;
		break;
	case OPT_CONTACT:
		s->fetching.contact = value;
		break;
	case OPT_DELAY:
		seconds = strtod(value, &end);
		if (*end || end == value || !(seconds >= 0 && seconds <= 3600))
			return options_refuse(value, "--delay takes seconds from 0 to 3600");
		s->fetching.delay_ms = seconds > 0 ? (int)(seconds * 1000) + (seconds < 0.001) : -1;
		break;
	case OPT_TIMEOUT:
		n = strtol(value, &end, 10);
		if (*end || end == value || n < 1 || n > 3600)
			return options_refuse(value, "--timeout takes seconds from 1 to 3600");
		s->fetching.seconds = (unsigned)n;
		break;
	case OPT_PROXY:
		s->fetching.proxy = value;
		break;
	case OPT_AUTHORITIES:
		s->fetching.authorities = value;
		break;
	case OPT_PRIVATE:
		s->fetching.allow_private = 1;
		break;
	case OPT_REPORT:
		s->report = true;
		s->report_file = *value ? value : NULL;
		break;
	case OPT_NO_SANDBOX:
		s->no_sandbox = true;
		break;
	case OPT_PORT:
		n = strtol(value, &end, 10);
		if (*end || end == value || n < 0 || n > 65535)
			return options_refuse(value, "--port takes a number from 0 to 65535");
		s->port = (unsigned)n;
		break;
	case OPT_ADDRESS:
		s->address = value;
		break;
	case OPT_TOKEN:
		s->token_file = value;
		break;
	case OPT_READ_ONLY:
		s->read_only = true;
		break;
	case OPT_OPEN:
		s->open = true;
		break;
	case OPT_JOB_SIZE:
		if (!read_size(value, &s->job_bytes))
			return options_refuse(value, "--job-size takes a number of bytes: 500k, 4M, 1G");
		break;
	case OPT_UNTIL_EMPTY:
		s->until_empty = true;
		break;
	case OPT_MIX:
		s->mix = true;
		break;
	case OPT_LEASE:
		if (!read_time(value, &s->lease))
			return options_refuse(value, "--lease takes a time from 1s to 7d: 90s, 15m, 2h, 1d");
		break;
	case OPT_TRIES:
		n = strtol(value, &end, 10);
		if (*end || end == value || n < 1 || n > 1000)
			return options_refuse(value, "--tries takes a number from 1 to 1000");
		s->tries = (unsigned)n;
		break;
	case OPT_JOB_LIMIT:
		if (!read_time(value, &s->job_seconds))
			return options_refuse(value, "--job-limit takes a time from 1s to 7d: 90s, 15m, 2h, 1d");
		break;
	case OPT_GIVE_UP:
		if (!read_time(value, &s->give_up))
			return options_refuse(value, "--give-up takes a time from 1s to 7d: 90s, 15m, 2h, 1d");
		break;
	case OPT_HELP:
		break;
	}
	return 0;
}

/* One option at argv[*i]; its argument may be behind "=", glued to the letter, or the next word. */
static int read_option(const struct command *c, int argc, char **argv, int *i, struct settings *s)
{
	const char *word = argv[*i], *value = NULL;
	const struct option_row *o;

	if (word[1] == '-') {
		size_t n = strcspn(word + 2, "=");

		o = find_long(c, word + 2, n);
		if (word[2 + n])
			value = word + 3 + n;
	} else {
		o = find_letter(c, word[1]);
		if (word[2])
			value = word + 2;
	}
	if (!o)
		return options_refuse(word, "no such option");
	if (o->id == OPT_HELP) {
		options_help(stdout, c);
		return -1;
	}
	if (!o->argument)
		return value ? options_refuse(word, "takes no argument") : set(o, "", s);
	if (o->argument[0] == '[')
		return set(o, value ? value : "", s);
	if (!value && ++*i == argc)
		return options_refuse(word, "an argument is missing");
	return set(o, value ? value : argv[*i], s);
}

int options_parse(const struct command *c, int argc, char **argv, struct settings *s)
{
	bool ended = false;

	*s = (struct settings){ .command = c->name, .paths = (const char **)argv, .store = getenv("COULISSE_DB"), .port = PORT };
	for (int i = 2; i < argc; i++) {
		int rc;

		if (ended || argv[i][0] != '-' || !argv[i][1]) {
			s->paths[s->n++] = argv[i];
			continue;
		}
		if (strcmp(argv[i], "--") == 0) {
			ended = true;
			continue;
		}
		rc = read_option(c, argc, argv, &i, s);
		if (rc)
			return rc;
	}
	return 0;
}
