/* messages.h - the words of the page in one language, from lang/XX/page.txt: lines of "key<TAB>words", "#" before a remark. */
#ifndef SERVE_MESSAGES_H
#define SERVE_MESSAGES_H

#include "serve/api.h"

/* /messages/XX.json: one object, the keys in the order of the file; empty where the language has no such file. */
int messages_answer(struct call *c, struct error *e);

#endif
