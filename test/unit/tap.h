/* tap.h - a test is a program that prints TAP. */
#ifndef TEST_TAP_H
#define TEST_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static unsigned tap_n, tap_bad;

/* One test; `what` is a printf format. */
__attribute__((format(printf, 2, 3), unused))
static void ok(bool good, const char *what, ...)
{
	va_list list;

	printf("%sok %u - ", good ? "" : "not ", ++tap_n);
	va_start(list, what);
	vprintf(what, list);
	va_end(list);
	putchar('\n');
	tap_bad += !good;
}

static inline int done(void)
{
	printf("1..%u\n", tap_n);
	return tap_bad != 0;
}

#endif
