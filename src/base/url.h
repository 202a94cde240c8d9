/* url.h - references to addresses made absolute (RFC 3986 section 5.2). */
#ifndef BASE_URL_H
#define BASE_URL_H

#include "base/str.h"

enum { URL_MAX = 2000 };		/* bytes of an address */

/* Begins with "http://" or "https://" (in any case) and a host? */
bool url_is_web(struct str s);

/* The address that `reference` means on the page `base`, which may be empty.  Blanks and control characters in it are left out at the ends and in lines broken
 * by hand, else written as %20; the fragment stays.  Empty: longer than URL_MAX, or relative without a base. */
struct str url_resolve(struct arena *a, struct str base, struct str reference);

#endif
