#include "serve/assets.h"

const struct asset *assets_find(struct str path)
{
	for (size_t i = 0; i < assets_count; i++)
		if (str_is(path, assets[i].path))
			return &assets[i];
	return NULL;
}
