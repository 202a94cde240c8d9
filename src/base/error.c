#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int error_set(struct error *e, int code, const char *format, ...)
{
	va_list ap;

	if (!e)
		return code;
	e->code = code;
	va_start(ap, format);
	vsnprintf(e->text, sizeof(e->text), format, ap);
	va_end(ap);
	return code;
}

static void visible(char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < 0x20 || *s == 0x7f)
			*s = '?';
}

void diagnose(const char *where, const char *format, ...)
{
	char place[300], text[700];
	va_list ap;

	va_start(ap, format);
	vsnprintf(text, sizeof(text), format, ap);
	va_end(ap);
	snprintf(place, sizeof(place), "%s", where ? where : "");
	visible(place);
	visible(text);
	fprintf(stderr, "coulisse: %s%s%s\n", place, *place ? ": " : "", text);
}

const char *address_shown(char out[256], const char *address)
{
	const char *user = strstr(address, "://"), *at = user ? strrchr(user, '@') : NULL, *colon = at ? strchr(user + 3, ':') : NULL;

	if (colon && colon < at)
		snprintf(out, 256, "%.*s:***%s", (int)(colon - address), address, at);
	else
		snprintf(out, 256, "%s", address);
	return out;
}
