/* coulisse.h - news in, the record of international affairs out.
 *
 *	struct cou *c;
 *	struct cou_error e;
 *	struct cou_options o = { .date = "2024-10-12", .format = COU_JSONL };
 *
 *	if (cou_open(&c, NULL, &e))
 *		…e.text says why…
 *	cou_code(c, &o, paths, n_paths, write_line, stdout, &e);
 *	cou_close(c);
 *
 * The same input, options and version give the same bytes, for any number of jobs.
 */
#ifndef COULISSE_H
#define COULISSE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cou;

struct cou_error {
	int code;			/* COU_E… below; 0: none */
	char text[512];
};

enum cou_result {			/* as the internal functions return them */
	COU_DONE = 0,
	COU_NOTHING = 1,		/* the question has no answer */
	COU_UNREADABLE = 3		/* some inputs could not be read, each is named on standard error; the others are done */
};

enum cou_format {
	COU_JSONL,			/* document, event and state lines */
	COU_TABLE,			/* for people */
	COU_CONLLU,			/* sentences, words, trees, names */
	COU_TREES,			/* the same as COU_CONLLU as JSON, one line for each document */
	COU_LAYERS			/* one line for each document, with every layer that its last stage left */
};

struct cou_progress_state {
	size_t documents, words;	/* done so far */
	size_t inputs, inputs_begun;	/* paths given, paths begun */
};

/* Never called two at a time. */
typedef void cou_progress(void *user, const struct cou_progress_state *state);

/* Receives the output piece by piece, each piece the lines of one document, in the order of the input, never two at a time.
 * Returns 0 to go on, else cou_code stops and fails. */
typedef int cou_write(void *user, const char *bytes, size_t n);

/* Called once when all is open that must be written to, before the first input is opened and before the first thread is started: the place where a program
 * gives up the rights that reading needs not.  Returns 0 to go on. */
typedef int cou_ready(void *user);

#define COU_MIN_CONFIDENCE 0.3		/* what is right less than three times in ten is not written unless asked for */

struct cou_fetching {			/* how addresses are fetched (doc/watch.md); all zero: as a stranger on the open web should */
	const char *contact;		/* address of a page or mailbox of whoever runs it, told to every server; NULL: none */
	const char *proxy;		/* "http://host:port"; NULL: none, whatever the environment says */
	const char *authorities;	/* file of PEM certificates trusted instead of the system's */
	int allow_private;		/* addresses of this machine and of private networks, too */
	unsigned seconds;		/* that one answer may take; 0: 60 */
	int delay_ms;			/* between two requests to a host; 0: 1000, negative: none */
};

/* Is the input fetched: an address, or (by cou_add and cou_watch) a file that is a list of feeds? */
int cou_fetches(const char *input);

struct cou_options {			/* all zero: JSON Lines, everything found out from the input */
	const char *date;		/* document time "YYYY-MM-DD" where the document gives none; NULL: unknown */
	const char *lang;		/* ISO 639-1 where the document gives none; NULL: found out */
	const char *input;		/* a form of doc/formats.md, or "conllu"; NULL: found out */
	const char *table_columns;	/* which columns of tables are what: "title=Kop,text=Tekst"; NULL: known by their names */
	const char *until;		/* last stage, see cou_stages(); NULL: all */
	enum cou_format format;
	double min_confidence;		/* events and states below it are left out; 0: COU_MIN_CONFIDENCE, negative: none */
	unsigned jobs;			/* threads; 0: one */
	unsigned columns;		/* width of the table; 0: 100 */
	int colour;			/* ANSI escapes in the table */
	cou_progress *progress;		/* told after every document, or NULL */
	void *progress_user;
	const struct cou_fetching *fetching;	/* of inputs that are addresses; NULL: all zero */
	int each_bad;			/* a line on standard error for each bad part of a file; 0: one line for the file */
	cou_ready *ready;		/* of cou_code, cou_add and cou_watch, or NULL */
	void *ready_user;
	cou_write *report;		/* of cou_code and cou_add: told once, at the end, what was read, skipped and bad and why, or NULL */
	void *report_user;
	enum cou_format report_format;	/* COU_JSONL: one object; COU_TABLE: for people */
};

struct cou_timings {			/* sums over all threads; read: what one thread at a time does */
	double open, read, ingest, language, segment, analyse, link, time, code, record, write;	/* processor seconds */
	size_t documents, tokens;
};

const char *cou_version(void);

/* Names of the stages, separated by blanks, in their order. */
const char *cou_stages(void);

/* home: the folder with lang/ and data/; NULL: $COULISSE_HOME, else beside the executable, else ../share/coulisse from there.
 * 0, or negative with *e filled.  Models are loaded when the first document in their language comes. */
int cou_open(struct cou **c, const char *home, struct cou_error *e);

/* The folder with lang/ and data/ that was found. */
const char *cou_home(const struct cou *c);

/* Lays a table of the user's over the world: entities added, corrected (doc/who.md).  Once, before the first text.  As cou_open. */
int cou_use_who(struct cou *c, const char *path, struct cou_error *e);

/* Lays a folder of the user's own frames over those of every language: added, overriding, types of one's own (doc/frames.md).  Errors come with the
 * first document.  Before the first text. */
void cou_use_frames(struct cou *c, const char *path);
void cou_close(struct cou *c);

/* Reads every path (file, folder, address of a page, "-" for standard input) and writes its record.
 * COU_DONE, COU_UNREADABLE, or negative with *e filled: wrong options, damaged data files, or write gave up. */
int cou_code(struct cou *c, const struct cou_options *o, const char *const *paths, size_t n, cou_write *write, void *user,
	     struct cou_error *e);

/* The same for one text in memory.  Not for reading HTML or JSON Lines: text is plain UTF-8, its first line the headline. */
int cou_code_text(struct cou *c, const struct cou_options *o, const char *text, size_t n, cou_write *write, void *user,
		  struct cou_error *e);

/* Why: words, tree, names, times and what came of them, for a text, as readable lines. */
int cou_explain(struct cou *c, const struct cou_options *o, const char *text, size_t n, cou_write *write, void *user,
		struct cou_error *e);

/* Whom a name or a phrase means: id, country, sector, office, probability, rivals, and what the world knows of it on o->date (NULL: of all
 * times); COU_JSONL one object, else a table.  COU_NOTHING when the phrase names nobody. */
int cou_who(struct cou *c, const struct cou_options *o, const char *text, size_t n, cou_write *write, void *user,
	    struct cou_error *e);

enum { COU_EVAL_TRAITS = -1 };		/* errors of cou_eval: rows of traits instead of figures, for training the confidence */

/* Codes annotated articles (src/eval/gold.h says the format) and scores what came out: precision, recall, F1, reliability of the confidence.
 * o->lang: only the articles in that language; o->format COU_JSONL: one object, else a table; errors: that many wrong and missed events first. */
int cou_eval(struct cou *c, const struct cou_options *o, const char *const *paths, size_t n, int errors, cou_write *write, void *user,
	     struct cou_error *e);

/* What the frames do not cover in running text of o->lang (which must be given): verbs with political actors beside them that gave no line, the most
 * frequent first, at most top; or, with unused, the frames that gave no event. */
int cou_gaps(struct cou *c, const struct cou_options *o, const char *const *paths, size_t n, unsigned top, int unused, cou_write *write, void *user,
	     struct cou_error *e);

/* ---- the store ------------------------------------------------------------------------
 *
 * store: a file, made where it is not there yet, or "postgresql://…". */

struct cou_store_options {
	int no_text;			/* keep hashes, offsets and short quotes, no texts */
	unsigned batch;			/* documents in one transaction; 0: 2000, or as many as come in ten seconds */
	const char *now;		/* "YYYY-MM-DDThh:mm:ssZ": when the record learns it; NULL: the clock's */
	int mix;			/* of cou_merge: also documents by another coder than those that the store has in their language */
	const char *partition;		/* "day", "month", "year": a PostgreSQL store that is made has its big tables in pieces of that width (doc/store-size.md); NULL, "none":
					 * in one.  COU_EUSAGE when the store is there and made otherwise (NULL: as it is), or is a file */
};

struct cou_added {
	size_t documents, versions, known;	/* new ones; those of them that are new versions of known ones; left as they were */
	size_t events, states;			/* lines added */
};

/* Reads every path, codes what the store does not have yet, and keeps it; lists of feeds, and addresses of feeds and pages, as one round of cou_watch.  Committed every few hundred documents: what is killed is resumed by
 * doing the same again.  As cou_code; COU_ESTORE where the store failed. */
int cou_add(struct cou *c, const struct cou_options *o, const char *store, const struct cou_store_options *so, const char *const *paths, size_t n,
	    struct cou_added *sum, struct cou_error *e);

/* Adds files of the lines that cou_code writes as COU_JSONL (also gzip and zstd; folders of them; "-": standard input), coded here or elsewhere.  A store made of
 * parts, in any order, is that which cou_add makes of their articles, but that of several texts of one article the newest is the one that came last.  What is
 * there already is left as it is; committed as by cou_add.  A document with a line that is none, with a text that is not that of its hash, or by
 * another coder (struct cou_store_options, mix) is named on standard error and left out.  Of the options ready and progress alone are read.  As cou_code; COU_ESTORE where
 * the store failed. */
int cou_merge(struct cou *c, const struct cou_options *o, const char *store, const struct cou_store_options *so, const char *const *paths, size_t n,
	      struct cou_added *sum, struct cou_error *e);

/* ---- feeds -------------------------------------------------------------------------- */

struct cou_round {			/* what came of one round over the feeds */
	const char *began;		/* "YYYY-MM-DDThh:mm:ssZ" */
	size_t number;			/* the first is 1 */
	size_t feeds, unchanged, failed, gone;	/* asked; of which with nothing new, that could not be read, that are no more (from now on) */
	size_t resting;			/* feeds not asked: not due, or left alone for a while */
	size_t articles, known, unread, left;	/* fetched; skipped, since they are there; that could not be read; left for another round */
	size_t bytes;			/* of all answers, unpacked */
	struct cou_added added;
};

struct cou_watching {			/* all zero: for ever, every 15 minutes */
	int once;			/* one round of all feeds that do not rest */
	unsigned every;			/* seconds between two polls of a feed; 0: 900 */
	int feed_text;			/* code what stands in the feeds; fetch no articles */
	int (*stop)(void *user);	/* asked several times a second: nonzero to leave, with what was fetched kept; or NULL */
	void (*round)(void *user, const struct cou_round *round);	/* told after each; or NULL */
	void *user;
};

/* Polls the feeds of each list (a file of OPML) and each address of a feed, fetches the articles that are new, codes and keeps them.  What could not be fetched is
 * named on standard error and tried again.  Lists are read anew for each round.  The clock is so->now from the call on, where it is given.  COU_DONE when told
 * to stop, or after one round; COU_UNREADABLE when something of that one round could not be read; negative: COU_ESTORE, or COU_EUSAGE for a list that is none. */
int cou_watch(struct cou *c, const struct cou_options *o, const char *store, const struct cou_store_options *so, const struct cou_watching *w,
	      const char *const *inputs, size_t n, struct cou_error *e);

struct cou_recoded {
	size_t documents, changed;	/* coded again; those whose lines are not the same */
	size_t same, added, removed;	/* lines */
	size_t orphans;			/* corrections that found no line to be about */
};

/* Codes the store's texts again with this version and these options; lines that are the same stay, others are retired and replaced, corrections stay with what
 * they are about.  As cou_add. */
int cou_recode(struct cou *c, const struct cou_options *o, const char *store, const struct cou_store_options *so, struct cou_recoded *sum,
	       struct cou_error *e);

struct cou_correction {			/* a person's statement about a line */
	const char *verb;		/* "accept", "reject", "set", "merge", "split", "undo" (the last one) */
	const char *line;		/* id; of a happening: of the line that stands for it */
	const char *field, *value;	/* set: type mode status date actors recipients; of states relation standing from to subject object;
					 * merge: value is the id of the line or happening that is the same; split: of the line that is another, or NULL */
	const char *who;		/* says so */
};

/* Keeps and applies them, all or none. */
int cou_correct(struct cou *c, const char *store, const struct cou_store_options *so, const struct cou_correction *corrections, size_t n,
		struct cou_error *e);

struct cou_forgotten {
	size_t documents, events, states;	/* gone */
	size_t pieces;				/* of a store in pieces: gone as a whole */
};

/* Told after each part that is gone for good.  Returns 0 to go on. */
typedef int cou_forgetting(void *user, size_t done, size_t all);

/* Lets go of the documents that the record learnt before that day ("YYYY-MM-DD"), with their lines and the corrections of those; happenings are counted anew from
 * what is left.  A day at a time (a piece, where the store is in pieces): who is killed has done whole ones, and the same again does the rest.  dry: only counts.
 * progress: or NULL.  COU_DONE, or negative: COU_EUSAGE, COU_ESTORE. */
int cou_forget(const char *store, const char *before, int dry, struct cou_forgotten *sum, cou_forgetting *progress, void *user, struct cou_error *e);

/* What the record is asked.  Filters are NULL for none; where several may be given they stand with commas between, and one must fit.  Names are
 * resolved by the record and by what the world calls so; a country's name or ISO 3166-1 alpha-3 code is everybody of that country. */
struct cou_question {
	const char *ask;		/* "events", "states", "members", "offices", "visits", "treaties", "claims", "timeline", "who", "sources", "audit",
					 * "corrections", "orphans" (of corrections), "gold" (annotation made of them) */
	const char *about;		/* whom or what, where the question has it as an argument */
	const char *who, *with;		/* participants; with: on the same line beside who */
	const char *actor, *recipient;	/* in that role */
	const char *by, *stance;	/* of claims: who says so, and how */
	const char *type, *mode, *status, *relation, *standing;
	const char *quad;		/* of events, "1" verbal cooperation, "2" material cooperation, "3" verbal conflict, "4" material conflict */
	const char *country, *place;
	const char *since, *until;	/* YYYY, YYYY-MM or YYYY-MM-DD */
	const char *as_of, *known;	/* what held then; what the record knew then */
	const char *text;		/* words and "phrases" of the document */
	const char *source, *lang;
	double min_confidence;
	const char *per;		/* count by "day", "week", "month", "year" */
	const char *group;		/* count by "type", "mode", "quad", "status", "country", "source", "lang", "actor", "recipient", "dyad" */
	int lines;			/* every line, not one for each happening */
	int record_only;		/* without what the program's data know of members and terms of office */
	size_t limit;			/* rows; 0: all */
	enum { COU_ROWS_TABLE, COU_ROWS_JSON, COU_ROWS_CSV, COU_ROWS_TSV } form;
	int verbose;			/* with the sentences */
	unsigned columns;		/* width of the table; 0: 150 */
	int colour;
};

/* Answers from a store.  COU_DONE, COU_NOTHING when there are no rows, or negative: COU_EUSAGE for words that make no sense, COU_ESTORE. */
int cou_ask(struct cou *c, const char *store, const struct cou_question *q, cou_write *write, void *user, struct cou_error *e);

/* ---- a queue -------------------------------------------------------------------------
 *
 * Work that several processes on several machines share; the store is "postgresql://…" (doc/queue.md). */

struct cou_queueing {			/* all zero: the usual */
	size_t job_bytes;		/* of inputs in one job, about; 0: 1 MiB */
	void (*progress)(void *user, size_t files, size_t jobs);	/* told now and then, or NULL */
	void *user;
};

struct cou_queued {
	size_t inputs, jobs;		/* new ones: files, parts of files, addresses; jobs made of them */
	size_t known;			/* inputs that were queued before, and have not changed since */
};

/* Makes jobs of files, folders and addresses; files are named as the workers must find them, by their whole path.  Large files of JSON Lines, WARC and gzip of WARC
 * become several.  The store is made where it is not there.  COU_DONE, COU_UNREADABLE, or negative: COU_ESTORE, COU_EUSAGE. */
int cou_queue_add(struct cou *c, const char *store, const struct cou_queueing *q, const char *const *paths, size_t n, struct cou_queued *sum, struct cou_error *e);

/* How far it is: what waits and is done, how fast, how long yet, who works, what went wrong; json: one object on a line, else a table.  COU_NOTHING when nothing is queued. */
int cou_queue_status(const char *store, int json, cou_write *write, void *user, struct cou_error *e);

/* verb: "retry" (what failed waits anew), "cancel" (what waits is taken out), "clear" (what is done or failed is forgotten).  *jobs: how many. */
int cou_queue_change(const char *store, const char *verb, size_t *jobs, struct cou_error *e);

struct cou_job {			/* what became of one */
	const char *name;		/* its first input */
	size_t inputs, documents, known, words, events, states, unread;
	double seconds;			/* of coding */
	const char *lost;		/* why nothing came of it here, or NULL */
};

struct cou_working {			/* all zero but stop: until told to stop */
	int until_empty;		/* leave when nothing is left to be done */
	int mix;			/* beside lines of another version of the coder, too */
	unsigned lease;			/* seconds after which another worker takes the job of one that is not heard of; 0: 60 */
	unsigned tries;			/* of a job whose worker dies or that cannot be read, until it is set aside; 0: 3 */
	unsigned job_seconds;		/* of coding after which a job is held to be stuck, and left to others; 0: 3600 */
	void (*stuck)(void *user);	/* told then, from another thread: the one that codes cannot be helped, and the process had better end; or NULL */
	unsigned give_up;		/* seconds without the store after which it fails; 0: never */
	int (*stop)(void *user);	/* asked several times a second: nonzero to leave; what is in hand is given back */
	void (*job)(void *user, const struct cou_job *job);	/* told of each, from another thread, or NULL */
	void *user;
};

struct cou_worked {
	size_t jobs, documents, known, words, events, states;
	double coding, turning, writing, grouping;	/* seconds by the clock: of coding; of waiting until what was coded might be written; of writing; of happenings */
};

/* Takes jobs, codes them on o->jobs threads and brings them into the record, each once, in their order.  The record is what cou_add makes of the same inputs.  Where the store is
 * not to be reached it is tried again.  COU_DONE; COU_UNREADABLE when some inputs of its jobs could not be read; negative: COU_ESTORE, COU_EDATA, or COU_EUSAGE: another
 * version codes here. */
int cou_work(struct cou *c, const struct cou_options *o, const char *store, const struct cou_store_options *so, const struct cou_working *w, struct cou_worked *sum,
	     struct cou_error *e);

/* ---- the page ------------------------------------------------------------------------ */

struct cou_serving {			/* all zero but stop: http://127.0.0.1, a free port, corrections taken */
	const char *address;		/* numeric; NULL: 127.0.0.1.  Another than a loopback address needs a token */
	unsigned port;			/* 0: a free one */
	const char *token;		/* that every request must carry, 16 to 256 letters, digits and - . _ ~ + / =; or NULL */
	int read_only;			/* no corrections */
	void (*listening)(void *user, const char *url);	/* told once, when connections wait to be answered; or NULL */
	cou_ready *ready;		/* then, before the first of them is read and before the first thread is started; or NULL */
	int (*stop)(void *user);	/* asked several times a second: nonzero to leave */
	void *user;
};

/* Answers with the page and its API (doc/api.md) over a store, until told to stop.  COU_DONE, or negative: COU_EUSAGE, COU_ESTORE (the store, or the port, cannot be opened). */
int cou_serve(struct cou *c, const char *store, const struct cou_serving *o, struct cou_error *e);

/* What differs between two codings: files of record lines or stores; after NULL: before is a store, and its last recode is shown.  Only the form of the answer is
 * read from form.  COU_DONE, COU_NOTHING when nothing differs, or negative. */
int cou_diff(const char *before, const char *after, const struct cou_question *form, cou_write *write, void *user, struct cou_error *e);

/* Receives a piece of the file of that name in the format's folder; "" for formats of one file.  Returns 0 to go on. */
typedef int cou_write_file(void *user, const char *file, const char *bytes, size_t n);

/* So many lines were held back, for that reason ("lines … without a date" in words: "without a date"). */
typedef void cou_held(void *user, size_t lines, const char *why);

struct cou_export {
	const char *format;		/* of cou_export_formats() */
	int all;			/* also what is not said to have happened, and what is dated no closer than a week */
	cou_held *held;			/* told at the end, once for each reason, or NULL */
	void *held_user;
	const char *store;		/* lines of a store that fit question's filters, behind those of the files; or NULL */
	const struct cou_question *question;	/* or NULL: all lines */
};

/* Names, separated by blanks; doc/exports.md describes them. */
const char *cou_export_formats(void);
int cou_export_is_folder(const char *format);	/* several files */

/* Writes the lines of files with the output of cou_code ("-": standard input) in another format.  As cou_code. */
int cou_export(struct cou *c, const struct cou_export *o, const char *const *paths, size_t n, cou_write_file *write, void *user, struct cou_error *e);

/* What cou_code has spent since cou_open. */
struct cou_timings cou_timings(const struct cou *c);

#ifdef __cplusplus
}
#endif

#endif
