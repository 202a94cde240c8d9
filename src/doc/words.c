#include "doc/words.h"

#define WORD_(n, w) w,

#define WORDS_TABLE_(list, name)						\
	static const char *const name##_words[] = { list(WORD_) };		\
	const char *name##_word(enum name value)				\
	{									\
		return name##_words[value];					\
	}									\
	int name##_find(struct str word)					\
	{									\
		for (size_t i = 0; i < sizeof(name##_words) / sizeof(*name##_words); i++)	\
			if (str_is(word, name##_words[i]))			\
				return (int)i;					\
		return -1;							\
	}

WORDS_TABLE_(BLOCK_TYPES, block_type)
WORDS_TABLE_(UPOS_TAGS, upos)
WORDS_TABLE_(DEPRELS, deprel)
WORDS_TABLE_(NE_TAGS, ne)
WORDS_TABLE_(KINDS, kind)
WORDS_TABLE_(MENTION_HOWS, mention_how)
WORDS_TABLE_(LINK_REASONS, link_reason)
WORDS_TABLE_(PLACE_PRECISIONS, precision_place)
WORDS_TABLE_(TIME_PRECISIONS, precision_time)
WORDS_TABLE_(BASES, basis)
WORDS_TABLE_(TIMEX_TYPES, timex_type)
WORDS_TABLE_(EVENT_TYPES, event_type)
WORDS_TABLE_(STATUSES, status)
WORDS_TABLE_(EVENT_TRAITS, event_trait)
WORDS_TABLE_(STANCES, stance)
WORDS_TABLE_(RELATIONS, relation)
WORDS_TABLE_(STANDINGS, standing)
