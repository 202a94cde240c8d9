#include "ingest/address.h"

#include <netinet/in.h>
#include <stdint.h>
#include <string.h>

struct block4 {
	uint32_t prefix;
	unsigned bits;
};

struct block6 {
	unsigned char prefix[6];
	unsigned bits;
};

static const struct block4 special4[] = {
	{ 0x00000000, 8 },		/* this network */
	{ 0x0A000000, 8 },		/* private, RFC 1918 */
	{ 0x64400000, 10 },		/* shared by carriers, RFC 6598 */
	{ 0x7F000000, 8 },		/* this machine */
	{ 0xA9FE0000, 16 },		/* link-local, RFC 3927 */
	{ 0xAC100000, 12 },		/* private */
	{ 0xC0000000, 24 },		/* protocol assignments */
	{ 0xC0000200, 24 },		/* documentation */
	{ 0xC0586300, 24 },		/* 6to4 relays */
	{ 0xC0A80000, 16 },		/* private */
	{ 0xC6120000, 15 },		/* benchmarks */
	{ 0xC6336400, 24 },		/* documentation */
	{ 0xCB007100, 24 },		/* documentation */
	{ 0xE0000000, 3 },		/* multicast, reserved, broadcast */
};

/* Inside 2000::/3, which alone is given out. */
static const struct block6 special6[] = {
	{ { 0x20, 0x01, 0x00 }, 23 },			/* protocol assignments, Teredo */
	{ { 0x20, 0x01, 0x0D, 0xB8 }, 32 },		/* documentation */
	{ { 0x20, 0x02 }, 16 },				/* 6to4 */
	{ { 0x3F, 0xFF, 0x00 }, 20 },			/* documentation, RFC 9637 */
};

static bool public4(uint32_t a)
{
	for (size_t i = 0; i < sizeof(special4) / sizeof(*special4); i++)
		if ((a ^ special4[i].prefix) >> (32 - special4[i].bits) == 0)
			return false;
	return true;
}

static bool begins_with(const unsigned char *a, const unsigned char *prefix, unsigned bits)
{
	unsigned whole = bits / 8, rest = bits % 8;

	return memcmp(a, prefix, whole) == 0 && (!rest || (a[whole] ^ prefix[whole]) >> (8 - rest) == 0);
}

static bool public6(const unsigned char a[16])
{
	static const unsigned char mapped[12] = { [10] = 0xFF, [11] = 0xFF }, nat64[12] = { 0x00, 0x64, 0xFF, 0x9B };

	if (memcmp(a, mapped, 12) == 0 || memcmp(a, nat64, 12) == 0)
		return public4((uint32_t)a[12] << 24 | (uint32_t)a[13] << 16 | (uint32_t)a[14] << 8 | a[15]);
	if (a[0] >> 5 != 1)
		return false;
	for (size_t i = 0; i < sizeof(special6) / sizeof(*special6); i++)
		if (begins_with(a, special6[i].prefix, special6[i].bits))
			return false;
	return true;
}

bool address_is_public(const struct sockaddr *a)
{
	struct sockaddr_in a4;
	struct sockaddr_in6 a6;

	switch (a->sa_family) {
	case AF_INET:
		memcpy(&a4, a, sizeof(a4));
		return public4(ntohl(a4.sin_addr.s_addr));
	case AF_INET6:
		memcpy(&a6, a, sizeof(a6));
		return public6(a6.sin6_addr.s6_addr);
	default:
		return false;
	}
}
