/* error.h - what went wrong, said once, where the user can act on it.
 *
 * Functions that can fail return 0 or a negative COU_E…, and fill a struct error.
 * Bad foreign input is no error of the program: it gives a diagnostic and the rest goes on.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stddef.h>

enum {
	COU_OK = 0,
	COU_EUSAGE = -2,	/* the call makes no sense */
	COU_EINPUT = -3,	/* foreign bytes cannot be read as what they claim to be */
	COU_ESTORE = -4,	/* writing failed */
	COU_EDATA = -5,		/* the program's own data files are missing or damaged */
	COU_ELIMIT = -6,	/* a stated maximum is passed */
	COU_EAWAY = -8,		/* a server is not to be reached, now */
	COU_ENONE = -7		/* nothing is wrong with foreign bytes, but what is looked for is not in them */
};

struct error {
	int code;
	char text[512];
};

/* Fills *e (which may be NULL) and returns code. */
int error_set(struct error *e, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* "coulisse: WHERE: TEXT" on standard error, one line, control characters made visible; thread-safe. */
void diagnose(const char *where, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* An address for messages: a password in it ("//user:password@") becomes "***"; cut to fit.  Returns out. */
const char *address_shown(char out[256], const char *address);

#endif
