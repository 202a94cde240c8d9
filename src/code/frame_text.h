/* frame_text.h - the text form of frames, classes and cues (doc/frames.md), read with line-exact errors. */
#ifndef CODE_FRAME_TEXT_H
#define CODE_FRAME_TEXT_H

#include "code/frame.h"

struct class_use {
	struct str file;
	uint32_t line, class_id;
};

struct frame_sign {		/* what a frame asks for, to find those that ask for the same */
	uint64_t fixed, slots;	/* hashes of their text */
};

struct include {		/* @outer: … @inner … */
	uint32_t outer, inner;
};

struct lexicon {		/* the arrays of frame.h while they grow */
	struct arena *a;
	struct buf strings;
	struct map interned;		/* text → offset in strings */
	VEC(struct frame) frames;
	VEC(struct frame_sign) signs;	/* [frames] */
	VEC(struct slot) slots;
	VEC(struct alternative) alternatives;
	VEC(struct condition_row) conditions;
	VEC(struct fixed_part) fixed;
	VEC(struct word_row) words;
	VEC(struct ref) classes;
	VEC(struct class_use) class_uses;
	VEC(bool) class_defined;
	VEC(struct member_row) members;
	VEC(struct include) includes;
	VEC(struct cue_row) cues;
	bool user;			/* what comes now is a user's: its frames win */
	unsigned errors;		/* each one was said on standard error */
};

void lexicon_init(struct lexicon *x, struct arena *a);

/* Adds one file's lines; name is for messages. */
void lexicon_add_frames(struct lexicon *x, struct str name, struct str text);
void lexicon_add_classes(struct lexicon *x, struct str name, struct str text);
void lexicon_add_cues(struct lexicon *x, struct str name, struct str text);

/* Resolves includes, checks that every class used is defined.  The number of errors in all. */
unsigned lexicon_finish(struct lexicon *x);

/* Frames that can never be chosen: they stand twice, or another frame before them asks for the same and gives another type.  Says each on standard
 * error; how many. */
unsigned lexicon_check(const struct lexicon *x);

/* The file of frame.h in the arena. */
struct str lexicon_file(struct lexicon *x);

#endif
