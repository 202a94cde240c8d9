#include "store/db_driver.h"

int db_postgres_open(struct db **out, const char *where, enum db_access access, struct error *e)
{
	(void)out;
	(void)access;
	return error_set(e, COU_ESTORE, "%s: not yet", where);
}
