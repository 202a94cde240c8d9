/* speech.c - who speaks in a transcript.
 *
 * The report of a debate is told by nobody: each stretch of it is the word of whom the line before it names (a block "speaker").  It is no quotation either:
 * inside it the speaker tells, quotes others and says what they said, as an article does.  So the layer is one token for each sentence: what stands in the
 * sentence is asserted by whom it heads, unless the sentence itself names a nearer source; "I" and "we" are he and his.
 */
#include "link/linking.h"

/* Where the name in a speaker's line ends: before its bracket, comma or colon. */
static uint32_t name_end(const struct doc *d, uint32_t first, uint32_t end)
{
	uint32_t t = first;

	while (t < end && d->tokens.at[t].upos != UPOS_PUNCT && !str_is(d->tokens.at[t].form, "(") && !str_is(d->tokens.at[t].form, ":"))
		t++;
	return t;
}

/* Nobody whom names.c found, but written as a name: one of this document. */
static uint32_t name_of_line(struct linking *k, uint32_t first, uint32_t end)
{
	bool proper = false;

	for (uint32_t t = first; t < end; t++) {
		if (!tk(k, t)->cased || k->d->mention_of[t] != NONE)
			return NONE;
		proper |= tk(k, t)->upos == UPOS_PROPN;
	}
	if (end - first < 2 || !proper)
		return NONE;
	struct str name = doc_slice(k->d, doc_span(k->d, first, end - 1));

	mention_new(k, first, end - 1, first, MENTION_NAME, entity_new(k, name, KIND_PERSON, "", ""));
	return first;
}

/* The token of a speaker's line that stands for him: the head of the first person named there, else of the first mention, else of all that looks like a
 * name, else the line's root.  His party behind him is never he. */
static uint32_t speaker_of_line(struct linking *k, uint32_t sentence)
{
	const struct doc *d = k->d;
	uint32_t first = d->sentences.at[sentence].first, end = name_end(d, first, d->sentences.at[sentence].end), any = NONE;

	for (uint32_t t = first; t < end; t++) {
		uint32_t m = d->mention_of[t];

		if (m == NONE)
			continue;
		any = any == NONE ? t : any;
		if (d->mentions.at[m].n_entities == 1 && d->entities.at[d->mentions.at[m].entities[0]].kind == KIND_PERSON)
			return t;
	}
	if (any == NONE)
		any = name_of_line(k, first, end);
	return any != NONE || end == first ? any : d->sentences.at[sentence].root;
}

void find_speeches(struct linking *k)
{
	struct doc *d = k->d;
	uint32_t speaker = NONE;

	d->spoken_by = arena_array(d->a, uint32_t, d->sentences.n + 1);
	for (uint32_t i = 0, end; i < d->sentences.n; i = end) {
		uint32_t block = d->sentences.at[i].block;
		enum block_type type = block < d->blocks.n ? d->blocks.at[block].type : BLOCK_PARAGRAPH;

		for (end = i; end < d->sentences.n && d->sentences.at[end].block == block; end++)
			d->spoken_by[end] = type == BLOCK_SPEAKER ? NONE : speaker;
		if (type == BLOCK_SPEAKER)
			speaker = speaker_of_line(k, i);
		else if (type == BLOCK_TITLE || type == BLOCK_SUBHEADING)
			d->spoken_by[i] = speaker = NONE;
	}
}
