/* address.h - which network addresses belong to the open internet. */
#ifndef INGEST_ADDRESS_H
#define INGEST_ADDRESS_H

#include <stdbool.h>

struct sockaddr;

/* May a stranger be asked there?  False for what IANA's registries of special-purpose addresses (RFC 6890 and its successors) keep from the open
 * internet: this machine, private and link-local networks, shared space, multicast, documentation, reserved; for IPv6 addresses that carry an IPv4
 * address (mapped, NAT64) what that one is, 6to4 and Teredo never; for families other than IPv4 and IPv6. */
bool address_is_public(const struct sockaddr *a);

#endif
