// calendar.js - days, and the buckets of the time axis, as milliseconds of UTC.

export const DAY = 86400000;

/** "2024", "2024-05", "2024-05-01", "2024-W20" → its first moment. */
export function startOf(text) {
	const week = /^(\d{4})-W(\d\d)$/.exec(text);
	if (week) {
		const fourth = Date.UTC(+week[1], 0, 4);
		return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week[2] - 1) * 7 * DAY;
	}
	const [year, month = 1, day = 1] = text.split('-').map(Number);
	const date = new Date(Date.UTC(2000, month - 1, day));
	date.setUTCFullYear(year);
	return date.getTime();
}

export function nextBucket(time, bucket) {
	const date = new Date(time);
	if (bucket === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1);
	else if (bucket === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
	else if (bucket === 'week') return time + 7 * DAY;
	else return time + DAY;
	return date.getTime();
}

/** The bucket that the moment lies in. */
export function bucketOf(time, bucket) {
	const date = new Date(time);
	if (bucket === 'year') return Date.UTC(date.getUTCFullYear(), 0, 1);
	if (bucket === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
	const day = Math.floor(time / DAY) * DAY;
	return bucket === 'week' ? day - ((new Date(day).getUTCDay() + 6) % 7) * DAY : day;
}

export const iso = (time) => new Date(time).toISOString().slice(0, 10);

/** The last day that "2024", "2024-05" or a day means. */
export function endOf(text) {
	const parts = text.split('-').length;
	return parts === 1 ? nextBucket(startOf(text), 'year') : parts === 2 && !text.includes('W') ? nextBucket(startOf(text), 'month') : startOf(text) + DAY;
}

/** The shortest way to write the days from..before: "2024-05" for a whole month on either side is left to the reader; days it is. */
export const isDate = (text) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(text) && !Number.isNaN(startOf(text));
