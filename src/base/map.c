#include "base/map.h"

void map_init(struct map *m, struct arena *a)
{
	*m = (struct map){ .a = a };
}

static uint32_t slot_of(const struct map *m, struct str key)
{
	uint32_t i = (uint32_t)(str_hash(key) >> 32) & (m->n_slots - 1);

	while (m->slots[i] && !str_eq(m->entries[m->slots[i] - 1].key, key))
		i = (i + 1) & (m->n_slots - 1);
	return i;
}

uint32_t map_get(const struct map *m, struct str key)
{
	uint32_t i;

	if (!m->n)
		return MAP_NONE;
	i = slot_of(m, key);
	return m->slots[i] ? m->entries[m->slots[i] - 1].value : MAP_NONE;
}

static void grow(struct map *m)
{
	uint32_t slots = m->n_slots ? m->n_slots * 2 : 16;

	m->entries = arena_grow(m->a, m->entries, m->cap * sizeof(*m->entries), slots / 2 * sizeof(*m->entries));
	m->cap = slots / 2;
	m->slots = arena_array(m->a, uint32_t, slots);
	m->n_slots = slots;
	for (uint32_t e = 0; e < m->n; e++)
		m->slots[slot_of(m, m->entries[e].key)] = e + 1;
}

uint32_t *map_put(struct map *m, struct str key)
{
	uint32_t i;

	if (m->n == m->cap)
		grow(m);
	i = slot_of(m, key);
	if (!m->slots[i]) {
		m->entries[m->n] = (struct map_entry){ key, MAP_NONE };
		m->slots[i] = ++m->n;
	}
	return &m->entries[m->slots[i] - 1].value;
}
