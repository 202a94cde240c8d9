// store.mjs: articles of our own for the tests of the page, as JSON Lines: 240 days of small news in two languages.

const pairs = [['France', 'Germany', 'Berlin'], ['Japan', 'India', 'New Delhi'], ['Turkey', 'Greece', 'Athens'], ['Brazil', 'Argentina', 'Buenos Aires'], ['Iran', 'Iraq', 'Baghdad'], ['Kenya', 'Egypt', 'Cairo']];
const english = [
	([a, b, c]) => `The foreign minister of ${a} visited ${c} on Monday. He met the president of ${b}.`,
	([a, b]) => `${a} condemned ${b} on Tuesday. The government of ${b} denied that it had broken the agreement.`,
	([a, b, c]) => `${a} will send medical aid to ${b} next month, according to the Red Cross. The first plane is expected in ${c}.`,
	([a, b]) => `${a} imposed sanctions on ${b} on Thursday. ${b} possibly attacked a ship of ${a} last week.`,
	([a, b]) => `${a} and ${b} signed a trade agreement on Friday.`,
];
const dutch = [
	'De Nederlandse premier bezocht dinsdag Brussel. Hij sprak er met de Belgische premier.',
	'Oekraïne en Nederland tekenden maandag in Kyiv een veiligheidsakkoord.',
];
for (let n = 0; n < 240; n++) {
	const date = new Date(Date.UTC(2023, 9, 2 + n)).toISOString().slice(0, 10), source = ['Morning Post', 'Evening News', 'Harbour Gazette'][n % 3];
	const text = n % 8 === 7 ? dutch[(n >> 3) % 2] : english[n % 5](pairs[(n * 7) % 6]);
	console.log(JSON.stringify({ id: 'a-' + n, date, text, source: n % 8 === 7 ? 'Avondblad' : source, lang: n % 8 === 7 ? 'nl' : 'en' }));
}
