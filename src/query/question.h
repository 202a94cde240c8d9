/* question.h - what can be asked of the record, and how the answer is wanted. */
#ifndef QUERY_QUESTION_H
#define QUERY_QUESTION_H

#include "base/str.h"

#define QUESTIONS(X)										\
	X(EVENTS, "events") X(STATES, "states") X(MEMBERS, "members") X(OFFICES, "offices") X(VISITS, "visits")	\
	X(TREATIES, "treaties") X(CLAIMS, "claims") X(TIMELINE, "timeline") X(WHO, "who") X(SOURCES, "sources") X(AUDIT, "audit") X(CORRECTIONS, "corrections")\
	X(ORPHANS, "orphans") X(GOLD, "gold")

#define QUESTION_(n, w) ASK_##n,
enum ask { QUESTIONS(QUESTION_) ASK_COUNT };
#undef QUESTION_

enum answer_form { ANSWER_TABLE, ANSWER_JSON, ANSWER_CSV, ANSWER_TSV };

/* Filters: empty for none.  Where several may be given they stand with commas between and one must fit. */
struct question {
	enum ask ask;
	struct str about;			/* the words after the command: an organisation, a person, a country; or empty */
	struct str who, with;			/* participants: names, ids, countries (ISO 3166-1 alpha-3); with: beside who, on the same line */
	struct str actor, recipient;		/* in that role */
	struct str by, stance;			/* claims: who says so, and how */
	struct str type, mode, quad, status, relation, standing;
	struct str country, place;		/* country: of a participant or the place */
	struct str since, until;		/* YYYY, YYYY-MM or YYYY-MM-DD: overlapping that stretch of time */
	struct str as_of, known;		/* days: what held then; what the record knew then */
	struct str text;			/* words, "phrases" in the document */
	struct str source, lang;
	double min_confidence;
	struct str per, group;			/* count per day week month year; by type mode quad status country source lang actor recipient dyad */
	bool lines;				/* every line instead of one for each happening */
	bool background;			/* with what data/ knows of members and terms of office */
	size_t limit;				/* rows; 0: all */

	enum answer_form form;
	bool verbose;				/* with the sentences */
	unsigned columns;			/* width of the table */
	bool colour;
};

#endif
