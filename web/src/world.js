// world.js - the countries' outlines (Natural Earth by world-atlas), fetched once, after the first paint.

import { feature, mesh } from 'topojson-client';
import file from 'world-atlas/countries-110m.json';

let waiting;

/** { land, borders } as GeoJSON. */
export function world() {
	waiting ||= fetch(file).then((answer) => answer.json()).then((topology) => ({
		land: feature(topology, topology.objects.land),
		borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
	}));
	return waiting;
}
