// Says when something was done, as the reader's own clock has it.

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** The time of day, and the date unless that is today: “14:02”, “28 Nov 2026, 14:02”. @param at milliseconds since 1970. */
export function momentInWords(at: number, now = Date.now()): string {
  const [then, today] = [new Date(at), new Date(now)];
  const time = then.toLocaleTimeString('en-GB', TIME);
  const day = then.toLocaleDateString('en-GB', DAY);
  return day === today.toLocaleDateString('en-GB', DAY) ? time : `${day}, ${time}`;
}
