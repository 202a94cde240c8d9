/* api.h - the routes of the API and their parameters, from one table: what is checked, what /openapi.json says, who answers.
 *
 * A route's answer is made by its run on a worker's thread.  What it returns is the answer's status where nothing was written yet: 0 done, COU_EUSAGE 400,
 * COU_EINPUT 404 (nobody of that name, no such thing), COU_ESTORE 503; afterwards the connection is broken off.
 */
#ifndef SERVE_API_H
#define SERVE_API_H

#include "serve/serve.h"

struct call {				/* a request while it is answered */
	struct serve *serve;
	struct exchange *x;
	struct worker *worker;
	struct arena *a;		/* of the answer */
	struct db *db;
	const struct route *route;
	const struct request *r;
	struct str ids[2];		/* the parts of the path in brackets */
	struct question q;		/* the parameters that are filters */
};

enum answer_kind { ANSWERS_OBJECT, ANSWERS_ROWS, ANSWERS_FILE };

struct route {
	const char *path;		/* below /api/v1; "{id}" stands for one part that is not empty */
	enum request_method method;
	enum answer_kind kind;
	unsigned long long params;	/* a bit for each */
	const char *summary;
	int (*run)(struct call *c, struct error *e);
	enum ask ask;			/* of rows */
	bool takes_long;
};

extern const struct route api_routes[];		/* ends with path NULL */

/* The route of that path, as it was sent, and method, with what stands in its brackets, decoded.  NULL: none; *other: there is one of another method. */
const struct route *api_find(struct arena *a, enum request_method method, struct str raw, struct str ids[2], bool *other);

/* Checks the parameters against the route's and reads those that are filters.  COU_EUSAGE names the one that is wrong. */
int api_read_params(struct arena *a, const struct route *route, const struct request *r, struct question *q, struct error *e);

enum { API_CORRECTIONS_MAX = 500 };

/* Reads a body: one correction or a list of them, into all [API_CORRECTIONS_MAX], texts in a with a NUL behind each.  COU_EUSAGE says what is wrong. */
int api_read_corrections(struct arena *a, struct str body, struct serve_correction *all, size_t *n, struct error *e);

/* The day behind which all is still to come: that on which it is asked what was known, else that of the newest document; no clock.  DAY_NONE: there is none. */
day api_now(const struct index *x, const struct question *q);

/* "west,south,east,north" in degrees; false: it is none. */
bool api_read_box(struct arena *a, struct str text, double out[4]);

enum param_kind { PARAM_WORDS, PARAM_DATE, PARAM_CHOICE, PARAM_COUNT, PARAM_SHARE, PARAM_SWITCH, PARAM_BOX, PARAM_SPAN, PARAM_PARTS };

struct param {
	const char *name;
	enum param_kind kind;
	const char *choices;		/* of PARAM_CHOICE, separated by blanks */
	const char *help;
	size_t field;			/* of struct question, + 1; 0: none */
};

/* Parameter i, from 0 to api_param_count() - 1, if it is one of the route's; else its name is NULL. */
size_t api_param_count(void);
struct param api_param(const struct route *route, size_t i);

/* May the answer take long to make, or to send?  A page of events does not. */
bool api_takes_long(struct arena *a, const struct route *route, const struct request *r);

/* The API as an OpenAPI 3.1 document. */
void api_describe(struct buf *b, const char *version);

/* ---- for the answers ------------------------------------------------------------------- */

/* Writes an answer that is nothing but {"error":why} (front.c). */
void front_say(struct exchange *x, unsigned status, const char *why);

#define API_PREFIX "/api/v1"
#define API_ROWS_TYPE "application/x-ndjson"

/* Sends a JSON object that is a function of the store at that revision, or 304 when the client has it; revision negative: it is not to be kept. */
int call_send_json(struct call *c, struct str json, int64_t revision);

/* Has the client what was true at that revision?  Then the answer, 304, is finished. */
bool call_is_known(struct call *c, int64_t revision);

/* Appends an answer's JSON to b from the index.  0, or as a route's run. */
typedef int write_from_index(struct call *c, struct index *x, struct buf *b, struct error *e);

/* Answers with what write makes of the index of now, unless the client has it. */
int call_from_index(struct call *c, write_from_index *write, struct error *e);

/* Runs a question; write gets its rows, whole lines of JSON, some at a time.  0 also when there are none. */
int call_ask(struct call *c, const struct question *q, serve_write *write, void *to, struct error *e);

/* Lines of JSON as members of an array that is open at the end of b. */
void call_add_members(struct buf *b, struct str lines);

/* Runs a question and appends its rows to b as members of a JSON array that is open there. */
int call_collect(struct call *c, const struct question *q, struct buf *b, struct error *e);

int answer_status(struct call *c, struct error *e);		/* one function for each kind of answer */
int answer_rows(struct call *c, struct error *e);
int answer_events(struct call *c, struct error *e);
int answer_overview(struct call *c, struct error *e);
int answer_happening(struct call *c, struct error *e);
int answer_line(struct call *c, struct error *e);
int answer_document(struct call *c, struct error *e);
int answer_explain(struct call *c, struct error *e);
int answer_complete(struct call *c, struct error *e);
int answer_actor(struct call *c, struct error *e);
int answer_dyad(struct call *c, struct error *e);
int answer_coverage(struct call *c, struct error *e);
int answer_compare(struct call *c, struct error *e);
int answer_export(struct call *c, struct error *e);
int answer_formats(struct call *c, struct error *e);
int answer_correct(struct call *c, struct error *e);
int answer_openapi(struct call *c, struct error *e);

#endif
