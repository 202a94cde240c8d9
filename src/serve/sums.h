/* sums.h - who stands on a line, and scores over stretches of time: what dossiers and dyads have in common. */
#ifndef SERVE_SUMS_H
#define SERVE_SUMS_H

#include "serve/api.h"
#include "serve/overview.h"

/* Whom an id, or the ISO 3166-1 alpha-3 code of a country, means: of a country everybody of it. */
struct party {
	struct str id, name, asked;	/* asked: as a filter takes it, the code of a country */
	struct str kind, country, sector;
	bool *is;			/* [actors of the index] */
	uint16_t land;			/* where it is a country: its number in index.countries; else 0 */
};

/* COU_EINPUT when neither the record nor the world knows it. */
int party_read(struct call *c, const struct index *x, struct str id, struct party *p, struct error *e);

/* In which roles does it stand on the line: bits of 1 << enum index_role. */
unsigned party_roles(const struct index *x, const struct index_line *l, const struct party *p);

/* Of the lines, in the order of the index, those that are visits it made, or (made false) received, one for each happening.  Of a country: made are those of its government,
 * to elsewhere; received are those of somebody of elsewhere to a place in it or, without a place, to somebody of its government. */
void party_visits(struct arena *a, const struct index *x, const struct chosen *lines, const struct party *p, bool made, struct chosen *out);

struct score {
	uint32_t n[CLASSES];
	double sum;			/* of Goldstein */
};

/* "now":the day behind which all is still to come, or null (api_now). */
void sums_now(struct call *c, const struct index *x, struct buf *b);

void score_add(struct score *s, const struct index_line *l);
void score_write(struct buf *b, const char *member, const struct score *s);	/* "member":{"n","score"} */

/* Appends rows of those lines as members of the array that is open. */
int sums_rows(struct call *c, const struct index *x, const uint32_t *lines, size_t n, struct buf *b, struct error *e);

#endif
