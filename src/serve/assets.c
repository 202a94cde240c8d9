#include "serve/assets.h"

const struct asset *assets_find(struct str path)
{
	for (size_t i = 0; i < assets_count; i++)
		if (str_is(path, assets[i].path))
			return &assets[i];
	return NULL;
}

bool assets_is_hashed(const struct asset *f)
{
	enum { DIGITS = 8 };
	const char *dash = strrchr(f->path, '-');
	size_t n = 0;

	while (dash && ((dash[1 + n] >= 'A' && dash[1 + n] <= 'Z') || (dash[1 + n] >= '0' && dash[1 + n] <= '9')))
		n++;
	return n == DIGITS && dash[1 + n] == '.';
}
