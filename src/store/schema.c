/* schema.c - the tables, once for both databases, and the way from an older store to this one.
 *
 * In the text below, INT is a 64-bit number, REAL a double, TEXT bytes compared by their values; schema_sql puts the database's own words.
 * Keys are numbers that the writer gives out in order (document, line: events and states share theirs); an actor's key is a hash of
 * what identifies it, so that nobody need ask for it.
 */
#include "store/schema.h"

#include <string.h>

/* What the questions read stands in columns; the whole line, as `coulisse code` wrote it (after corrections), in line.json. */
static const char *const tables[] = {
	"CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",

	/* One coding of one or more documents: an add, a recode. */
	"CREATE TABLE run (key INT PRIMARY KEY, kind TEXT NOT NULL, coder TEXT, began TEXT NOT NULL, ended TEXT, documents INT, lines INT)",

	/* learnt: the day when the record could know it (published, else recorded); until: when a newer version came, or null. */
	"CREATE TABLE document (key INT PRIMARY KEY, id TEXT NOT NULL, version INT NOT NULL, sha256 TEXT NOT NULL, lang TEXT, source TEXT, url TEXT,"
	" title TEXT, published TEXT, retrieved TEXT, recorded TEXT NOT NULL, learnt TEXT NOT NULL, learnt_until TEXT, coder TEXT, run INT NOT NULL,"
	" story TEXT, body TEXT, blocks TEXT)",
	"CREATE INDEX document_learnt ON document (learnt)",

	/* Bands of the text's signature: documents that share one may be reprints of each other. */
	"CREATE TABLE band (hash INT NOT NULL, document INT NOT NULL, PRIMARY KEY (hash, document)) WITHOUT ROWID",

	/* happening: null while pending; parent: the line that leads its happening; anchor: the day under which it is grouped (happening.c).
	 * retired: the run that replaced the line, or null while it stands.  verdict: accept, reject, set, or null. */
	"CREATE TABLE event (key INT PRIMARY KEY, id TEXT NOT NULL, document INT NOT NULL, type TEXT NOT NULL, mode TEXT, contexts TEXT, cameo TEXT,"
	" quad INT, goldstein REAL, status TEXT NOT NULL, date_start TEXT, date_end TEXT, date_precision TEXT, date_basis TEXT,"
	" place_id TEXT, place TEXT, place_country TEXT, lat REAL, lon REAL, place_precision TEXT, mutual INT NOT NULL, claimed INT NOT NULL, confidence REAL NOT NULL,"
	" happening TEXT, parent INT, anchor TEXT, learnt TEXT NOT NULL, learnt_until TEXT, run INT NOT NULL, retired INT, verdict TEXT)",
	"CREATE INDEX event_id ON event (id)",
	"CREATE INDEX event_document ON event (document)",
	"CREATE INDEX event_day ON event (date_start)",
	"CREATE INDEX event_happening ON event (happening)",
	"CREATE INDEX event_parent ON event (parent)",
	"CREATE INDEX event_anchor ON event (anchor)",
	"CREATE INDEX event_pending ON event (key) WHERE happening IS NULL AND retired IS NULL",
	"CREATE INDEX event_gone ON event (key) WHERE retired IS NOT NULL AND parent IS NOT NULL",

	"CREATE TABLE state (key INT PRIMARY KEY, id TEXT NOT NULL, document INT NOT NULL, relation TEXT NOT NULL, office TEXT, office_country TEXT,"
	" from_start TEXT, from_end TEXT, to_start TEXT, to_end TEXT, standing TEXT NOT NULL, claimed INT NOT NULL, confidence REAL NOT NULL, learnt TEXT NOT NULL,"
	" learnt_until TEXT, run INT NOT NULL, retired INT, verdict TEXT)",
	"CREATE INDEX state_id ON state (id)",
	"CREATE INDEX state_document ON state (document)",
	"CREATE INDEX state_relation ON state (relation, office)",

	/* The quote's place in the text, in code points; the quote itself only where the text is not kept; json: the line as it counts; coded: as the
	 * coder wrote it, where a correction has changed it. */
	"CREATE TABLE line (key INT PRIMARY KEY, sentence INT, quote_start INT, quote_end INT, quote TEXT, json TEXT NOT NULL, coded TEXT)",

	/* role: actor, recipient, by (of a claim; n is its number), subject, object, organisation, predecessor, successor. */
	"CREATE TABLE participant (line INT NOT NULL, role TEXT NOT NULL, n INT NOT NULL, actor INT NOT NULL, office TEXT, phrase TEXT,"
	" PRIMARY KEY (line, role, n)) WITHOUT ROWID",
	"CREATE INDEX participant_actor ON participant (actor, line)",

	/* folded: the name in lower case without diacritics, to be found by. */
	"CREATE TABLE actor (key INT PRIMARY KEY, id TEXT NOT NULL, name TEXT, folded TEXT, kind TEXT, country TEXT, sector TEXT)",
	"CREATE INDEX actor_id ON actor (id)",
	"CREATE INDEX actor_name ON actor (folded, id, country, kind)",
	"CREATE INDEX actor_country ON actor (country) WHERE country IS NOT NULL",

	"CREATE TABLE claim (line INT NOT NULL, n INT NOT NULL, stance TEXT NOT NULL, kind TEXT NOT NULL, cue TEXT, PRIMARY KEY (line, n)) WITHOUT ROWID",

	/* best: the line that stands for it.  sources: independent ones, reprints of one text and one outlet's texts count once. */
	"CREATE TABLE happening (id TEXT PRIMARY KEY, best INT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, date_start TEXT, date_end TEXT,"
	" lines INT NOT NULL, reports INT NOT NULL, sources INT NOT NULL, confidence REAL NOT NULL)",
	"CREATE INDEX happening_day ON happening (date_start)",

	/* Pairs of event lines of which somebody said that their happenings are one (together), or are not; line is the lesser id. */
	"CREATE TABLE tie (line TEXT NOT NULL, other TEXT NOT NULL, together INT NOT NULL, PRIMARY KEY (line, other)) WITHOUT ROWID",

	/* Statements of people about lines (RECORD.md §6); anchor says what they are about when the ids have changed. */
	"CREATE TABLE correction (key INT PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, verb TEXT NOT NULL, line TEXT NOT NULL, document INT NOT NULL, field TEXT, value TEXT,"
	" anchor TEXT NOT NULL, orphan INT NOT NULL, undone INT NOT NULL)",
	"CREATE INDEX correction_line ON correction (line)",
	"CREATE INDEX correction_document ON correction (document)",
};

/* Since version 2: what watching feeds remembers (src/watch/state.c).  Times are seconds since 1970; hold: not before. */
static const char *const watching[] = {
	/* moved: where its address has moved for good; gone: it said so itself. */
	"CREATE TABLE feed (url TEXT PRIMARY KEY, title TEXT, moved TEXT, etag TEXT, modified TEXT, polled INT NOT NULL, due INT NOT NULL, hold INT NOT NULL,"
	" failures INT NOT NULL, gone INT NOT NULL, said TEXT)",

	/* Articles that feeds point to.  feed: "-" when somebody named it; state: waiting, done, failed; title, source, published, lang: as the feed has them; seen: the day when a
	 * feed last had it; place: among the items of that feed. */
	"CREATE TABLE link (url TEXT PRIMARY KEY, feed TEXT NOT NULL, state TEXT NOT NULL, title TEXT, source TEXT, published TEXT, lang TEXT, tries INT NOT NULL, hold INT NOT NULL,"
	" seen INT NOT NULL, place INT NOT NULL, said TEXT)",
	"CREATE INDEX link_waiting ON link (feed, seen, place) WHERE state = 'waiting'",
	"CREATE INDEX link_seen ON link (seen)",

	"CREATE TABLE host (name TEXT PRIMARY KEY, hold INT NOT NULL)",

	/* rules: of its robots.txt, those for us; closed: it could not be read, so that nothing is allowed; until: then it is read again. */
	"CREATE TABLE robots (origin TEXT PRIMARY KEY, rules TEXT, closed INT NOT NULL, until INT NOT NULL)",
};

/* Since version 3: work that is shared (src/queue).  Times are seconds since 1970 by the server's clock.  A job's key is that of its first input, so that the order
 * of keys is the order in which the inputs were named. */
static const char *const queueing[] = {
	/* state: waiting, leased, done, failed.  run: under which its documents are counted; name: its first input, for people; hold: not to be taken before; owner: the worker that
	 * has it until lease; taking: how often it was taken; tries: how often of those it was not coded to its end (coding: this time not yet); whole: nothing may be left out as known; unread: inputs and parts that could not be read, said: the first, or why it
	 * failed; grouped: its lines have their happenings; millis: of coding and of writing, by the clock on the wall. */
	"CREATE TABLE job (key INT PRIMARY KEY, run INT NOT NULL, name TEXT NOT NULL, inputs INT NOT NULL, bytes INT NOT NULL, state TEXT NOT NULL, tries INT NOT NULL, coding INT NOT NULL, taking INT NOT NULL,"
	" hold INT NOT NULL, owner TEXT, lease INT, whole INT NOT NULL, coder TEXT, documents INT, known INT, words INT, events INT, states INT, unread INT, said TEXT,"
	" grouped INT NOT NULL, queued INT NOT NULL, taken INT, ended INT, coding_millis INT, writing_millis INT)",
	"CREATE INDEX job_open ON job (key) WHERE state = 'waiting' OR state = 'leased'",
	"CREATE INDEX job_owner ON job (owner) WHERE state = 'leased'",
	"CREATE INDEX job_pending ON job (key) WHERE state = 'done' AND grouped = 0",
	"CREATE INDEX job_failed ON job (key) WHERE state = 'failed'",
	"CREATE INDEX job_ended ON job (ended) WHERE state = 'done'",

	/* id: a hash of path, place, size and time of change, so that nothing is queued twice.  start, behind: bytes of the file, behind 0: all of it; before: lines or records before start;
	 * format: of the file, where it is known. */
	"CREATE TABLE job_input (key INT PRIMARY KEY, id TEXT NOT NULL, job INT NOT NULL, path TEXT NOT NULL, format TEXT, start INT NOT NULL, behind INT NOT NULL, before INT NOT NULL,"
	" size INT NOT NULL, changed INT NOT NULL)",
	"CREATE UNIQUE INDEX job_input_id ON job_input (id)",
	"CREATE INDEX job_input_job ON job_input (job, key)",

	"CREATE TABLE worker (name TEXT PRIMARY KEY, coder TEXT NOT NULL, since INT NOT NULL, beat INT NOT NULL, jobs INT NOT NULL, documents INT NOT NULL, words INT NOT NULL)",
};

/* A document is found by its id, address and story in known; since version 4, which is why the view has a list of its own. */
static const char *const whole[] = {
	"CREATE UNIQUE INDEX document_id ON document (id, version)",
	"CREATE INDEX document_url ON document (url) WHERE url IS NOT NULL",
	"CREATE INDEX document_story ON document (story)",
};

static const char *const known_view[] = {
	("CREATE VIEW known AS SELECT key, id, version, sha256, url, learnt, story FROM document"),
};

/* In a store whose documents are in pieces (partition.h) no index goes over all of them: known is a table.  piece: the keys of each, and how its tables' names end.
 * Bands come in the order of time, so that those of a piece lie together. */
static const char *const in_pieces[] = {
	"CREATE TABLE known (key INT PRIMARY KEY, id TEXT NOT NULL, version INT NOT NULL, sha256 TEXT NOT NULL, url TEXT, learnt TEXT NOT NULL, story TEXT)",
	"CREATE UNIQUE INDEX known_id ON known (id, version)",
	"CREATE INDEX known_url ON known (url) WHERE url IS NOT NULL",
	"CREATE INDEX known_story ON known (story)",
	"CREATE TABLE piece (low INT PRIMARY KEY, high INT NOT NULL, name TEXT NOT NULL)",
	"CREATE INDEX band_document ON band USING brin (document) WITH (autosummarize = on)",
};

/* PostgreSQL takes no index where one alternative of several is a question of its own (of a participant or the place): test/bench/plans.sh. */
static const char *const sqlite_only[] = {
	"CREATE INDEX event_place ON event (place_country, date_start) WHERE place_country IS NOT NULL",
	"CREATE VIRTUAL TABLE words USING fts5(title, body, content='document', content_rowid='key', tokenize=\"unicode61 remove_diacritics 2\")"
};

/* A tsvector holds 1 MB, with the places of the words, and a row that passes it is refused.  So many code points stayed below in the worst texts that
 * were tried (hyphenated words of four-byte letters, 0.97 MB; of 150,000 1.2 MB came); words behind them are not found by --text. */
static const char *const postgres_only[] = {
	("COMMENT ON TABLE meta IS '" DB_MARK "'"),
	"ALTER TABLE document ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', left(coalesce(title, '') || ' ' || coalesce(body, ''), 100000))) STORED",
	"CREATE INDEX document_words ON document USING gin (words)",
};

/* For people who write SQL: stable names, one row a line as it stands now (doc/store.md). */
static const char *const views[] = {
	("CREATE VIEW documents AS SELECT key, id, version, sha256, lang, source, url, title, published, recorded, learnt, learnt_until, story, body AS text FROM document"),
	("CREATE VIEW events AS SELECT e.key, e.id, d.id AS document, d.source, d.lang, e.type, e.mode, e.contexts, e.cameo, e.quad, e.goldstein, e.status, e.date_start, e.date_end,"
	" e.date_precision, e.date_basis, e.place, e.place_country, e.lat, e.lon, e.mutual, e.claimed, e.confidence, e.happening, e.learnt, e.learnt_until,"
	" e.verdict, coalesce(l.quote, substr(d.body, CAST(l.quote_start + 1 AS INTEGER), CAST(l.quote_end - l.quote_start AS INTEGER))) AS quote FROM event e JOIN document d ON d.key = e.document JOIN line l ON l.key = e.key"
	" WHERE e.retired IS NULL AND coalesce(e.verdict, '') <> 'reject'"),
	("CREATE VIEW states AS SELECT s.key, s.id, d.id AS document, d.source, d.lang, s.relation, a.name AS subject, a.id AS subject_id, coalesce(s.office, b.name) AS object,"
	" b.id AS object_id, s.office, s.office_country, s.from_start, s.from_end, s.to_start, s.to_end, s.standing, s.claimed, s.confidence, s.learnt, s.learnt_until,"
	" s.verdict, coalesce(l.quote, substr(d.body, CAST(l.quote_start + 1 AS INTEGER), CAST(l.quote_end - l.quote_start AS INTEGER))) AS quote FROM state s JOIN document d ON d.key = s.document JOIN line l ON l.key = s.key"
	" LEFT JOIN participant p ON p.line = s.key AND p.role = 'subject' LEFT JOIN actor a ON a.key = p.actor"
	" LEFT JOIN participant q ON q.line = s.key AND q.role = 'object' LEFT JOIN actor b ON b.key = q.actor"
	" WHERE s.retired IS NULL AND coalesce(s.verdict, '') <> 'reject'"),
	("CREATE VIEW participants AS SELECT p.line, p.role, p.n, a.id, a.name, a.kind, a.country, a.sector, p.office, p.phrase FROM participant p JOIN actor a ON a.key = p.actor"),
	("CREATE VIEW claims AS SELECT c.line, c.n, c.stance, c.kind, c.cue, a.id AS by_id, a.name AS by_name, a.country AS by_country FROM claim c"
	" LEFT JOIN participant p ON p.line = c.line AND p.role = 'by' AND p.n = c.n LEFT JOIN actor a ON a.key = p.actor"),
	("CREATE VIEW happenings AS SELECT id, best, type, status, date_start, date_end, lines, reports, sources, confidence FROM happening"),
	("CREATE VIEW corrections AS SELECT key, at, who, verb, line, field, value, orphan, undone FROM correction"),
};

static bool word_byte(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* The database's own word for one of ours. */
static struct str translate(enum db_kind kind, struct str word)
{
	static const struct {
		const char *ours, *sqlite, *postgres;
	} dialect[] = { { "INT", "INTEGER", "bigint" }, { "REAL", "REAL", "double precision" }, { "TEXT", "TEXT", "text COLLATE \"C\"" } };

	for (size_t i = 0; i < sizeof(dialect) / sizeof(*dialect); i++)
		if (str_is(word, dialect[i].ours))
			return str_c(kind == DB_SQLITE ? dialect[i].sqlite : dialect[i].postgres);
	return word;
}

/* The column by which the table that the statement makes is cut, or NULL. */
static const char *cut_by(struct str sql)
{
	const struct str create = STR("CREATE TABLE ");
	struct str name = str_starts(sql, create) ? str_sub(sql, create.n, sql.n) : STR_NONE;

	for (size_t i = 0; i < PARTITION_TABLES; i++)
		if (str_starts(name, str_c(partition_tables[i].name)) && name.p[strlen(partition_tables[i].name)] == ' ')
			return partition_tables[i].key;
	return NULL;
}

static void add_statement(struct buf *b, enum db_kind kind, bool pieces, struct str sql)
{
	const struct str keyless = STR(" WITHOUT ROWID");
	bool table = str_starts(sql, STR("CREATE TABLE")), no_rowid = str_ends(sql, keyless);

	if (no_rowid)
		sql.n -= keyless.n;
	for (size_t i = 0, end; i < sql.n; i = end) {
		for (end = i; end < sql.n && word_byte(sql.p[end]); end++)
			;
		end += end == i;
		buf_add(b, translate(kind, str_sub(sql, i, end)));
	}
	if (table && kind == DB_SQLITE)
		buf_add(b, no_rowid ? STR(" STRICT, WITHOUT ROWID") : STR(" STRICT"));
	if (pieces && cut_by(sql))
		buf_printf(b, " PARTITION BY RANGE (%s)", cut_by(sql));
	buf_add(b, STR(";\n"));
}

#define ADD_ALL(b, kind, pieces, list)							\
	for (size_t i_ = 0; i_ < sizeof(list) / sizeof(*(list)); i_++)			\
		add_statement((b), (kind), (pieces), str_c((list)[i_]))

static struct str ended(struct buf *b)
{
	buf_byte(b, '\0');
	b->n--;
	return buf_str(b);
}

struct str schema_sql(struct arena *a, enum db_kind kind)
{
	struct buf b;

	buf_init(&b, a);
	ADD_ALL(&b, kind, false, tables);
	ADD_ALL(&b, kind, false, whole);
	ADD_ALL(&b, kind, false, watching);
	ADD_ALL(&b, kind, false, queueing);
	if (kind == DB_SQLITE)
		ADD_ALL(&b, kind, false, sqlite_only);
	else
		ADD_ALL(&b, kind, false, postgres_only);
	ADD_ALL(&b, kind, false, known_view);
	ADD_ALL(&b, kind, false, views);
	buf_printf(&b, "INSERT INTO meta (name, value) VALUES ('schema', '%d');\n", SCHEMA_VERSION);
	return ended(&b);
}

struct str schema_pieces_sql(struct arena *a, enum partition width)
{
	struct buf b;

	buf_init(&b, a);
	ADD_ALL(&b, DB_POSTGRES, true, tables);
	ADD_ALL(&b, DB_POSTGRES, true, in_pieces);
	ADD_ALL(&b, DB_POSTGRES, true, watching);
	ADD_ALL(&b, DB_POSTGRES, true, queueing);
	ADD_ALL(&b, DB_POSTGRES, true, postgres_only);
	ADD_ALL(&b, DB_POSTGRES, true, views);
	buf_printf(&b, "INSERT INTO meta (name, value) VALUES ('schema', '%d'), ('" SCHEMA_PARTITION "', '%s');\n", SCHEMA_VERSION, partition_word(width));
	return ended(&b);
}

struct str schema_step(struct arena *a, enum db_kind kind, int version)
{
	struct buf b;

	buf_init(&b, a);
	if (version == 1)
		ADD_ALL(&b, kind, false, watching);
	if (version == 2)
		ADD_ALL(&b, kind, false, queueing);
	if (version == 3) {
		ADD_ALL(&b, kind, false, known_view);
		if (kind == DB_POSTGRES)
			buf_add(&b, STR("DROP INDEX IF EXISTS event_place;\n"));
	}
	return ended(&b);
}
