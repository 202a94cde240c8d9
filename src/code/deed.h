/* deed.h - what somebody thinks of a deed falls on whoever did it: "condemned Russia's invasion of Ukraine" is about Russia. */
#ifndef CODE_DEED_H
#define CODE_DEED_H

#include "code/match.h"

/* Is an event of that type about what another does? */
bool concerns_deeds(enum event_type type);

/* Puts doers in the place of those among the n heads whom the deed befell, and leaves out who is left without one (not where something is rejected, which may
 * be one's own: "cancelled a visit to Bolivia"); heads are of trigger's event, of type opinion.  Without heads: the doers of what is the trigger's object.  Returns
 * how many there are now, at most HEADS_MAX. */
uint32_t doers_for_befallen(const struct coding *c, uint32_t trigger, enum event_type opinion, uint32_t heads[HEADS_MAX], uint32_t n);

#endif
