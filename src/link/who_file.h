/* who_file.h - data/who.bin as it lies on disk, shared by who.c (reads) and who_build.c (writes).
 *
 *	header │ sections, each an array of one row type, at offsets divisible by 8
 *
 * A name is looked up in two steps: the folded key by hash in SLOTS → KEYS, then RANGES[key * languages + language] → HITS.
 * Languages that agree about a key share one range.  Numbers are little-endian as on the machine that wrote them; a file from
 * a machine with another byte order has another version number to this one and is refused.
 */
#ifndef LINK_WHO_FILE_H
#define LINK_WHO_FILE_H

#include <stdint.h>

#define WHO_MAGIC "COUWHO\r\n"
enum { WHO_VERSION = 4 };

/* X(NAME, row type) */
#define WHO_SECTIONS(X)									\
	X(STRINGS, char)		/* all text */					\
	X(ENTITIES, struct who_row)							\
	X(LANGS, struct who_ref)	/* names of languages: "en", "nl" */		\
	X(KEYS, struct who_ref)								\
	X(RANGES, struct who_range)	/* [keys][langs] into HITS */			\
	X(SLOTS, uint32_t)		/* power of two; key + 1, 0 free */		\
	X(HITS, struct who_hit)								\
	X(TERMS, struct who_term_row)	/* by person, then day */			\
	X(HOLDERS, uint32_t)		/* terms by polity, office class, from */	\
	X(IDS, uint32_t)		/* entities by id */				\
	X(COUNTRIES, uint32_t)		/* entities that are countries, by code */	\
	X(OFFICES, struct who_office_row)	/* by office */				\
	X(CODES, struct who_codes)	/* by country */				\
	X(MEMBERS, struct who_member)	/* by member, organisation, from */		\
	X(ORG_MEMBERS, uint32_t)	/* members by organisation, member, from */

#define WHO_SECTION_(name, type) WHO_SEC_##name,
enum who_section { WHO_SECTIONS(WHO_SECTION_) WHO_SEC_COUNT };
#undef WHO_SECTION_

struct who_ref {		/* into STRINGS */
	uint32_t at, n;
};

struct who_range {		/* into another section */
	uint32_t first, n;
};

struct who_row {
	struct who_ref id, name;
	char country[4], sector[4];
	int32_t lat, lon;	/* degrees * 100,000 */
	uint32_t weight;
	uint8_t kind, female, located, precision;
};

struct who_term_row {
	struct who_ref office, office_class;
	char country[4], sector[4];
	uint32_t person, organisation, rank;
	int32_t from, to;	/* DAY_NONE: open */
	int32_t seen;		/* an open term is known to have lasted until here */
};

struct who_office_row {		/* offices that are one and the same to who_holder */
	struct who_ref office, office_class;
	char country[4];	/* "" or the only country where this holds */
};

struct who_header {
	char magic[8];
	uint32_t version, sections;
	uint64_t size, checksum;	/* of the file; str_hash of what follows the header */
	uint32_t longest, spare;
	struct {
		uint32_t offset, count;
	} section[WHO_SEC_COUNT];
};

#endif
