// Months by the names that people write, in full or cut to three letters and more, in the languages most seen in tables.

const LANGUAGES: readonly string[] = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
];

/** How many letters of a name are enough, unless the whole name is shorter. */
const ENOUGH = 3;

/** The month of every name and of every cut of one; 0 where two months of one language begin alike. */
const MONTHS: ReadonlyMap<string, number> = monthsByName();

function monthsByName(): Map<string, number> {
  const all = new Map<string, number>();
  for (const language of LANGUAGES) {
    const own = new Map<string, number>();
    language.split(' ').forEach((name, index) => {
      for (let length = Math.min(ENOUGH, name.length); length <= name.length; length += 1) {
        const cut = name.slice(0, length);
        const known = own.get(cut);
        own.set(cut, known === undefined || length === name.length ? index + 1 : 0);
      }
    });
    for (const [name, month] of own) if (month !== 0 && !all.has(name)) all.set(name, month);
  }
  return all;
}

/** The letters of month names, for patterns. */
export const MONTH_LETTERS = String.raw`[a-zà-ÿа-яё]{3,12}`;

/** The month with a name, 1 to 12, or `null`. Takes `Sept`, `sept.`, `October` and `octobre` alike; `name` is in small letters. */
export function monthOf(name: string): number | null {
  return MONTHS.get(name.replace(/\.$/, '')) ?? null;
}
