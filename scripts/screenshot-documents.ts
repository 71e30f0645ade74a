// The documents that `npm run screenshots -- --all` shows: few and many events, overlapping, far apart, in four languages.
//
// All events are made up, save those that everyone knows, and the same at every run.

/** An event as such a document holds it. */
export interface SketchedEvent {
  readonly title: string;
  /** EDTF. */
  readonly date: string;
  /** The title of its lane. */
  readonly lane: string;
  readonly place?: string;
  /** 1 to 5. */
  readonly importance?: number;
}

const DAY = 86_400_000;

/** Each document by the name that its pictures get; the bundled article, with five events, is not among them. */
export const SCREENSHOT_DOCUMENTS: Readonly<Record<string, () => unknown>> = {
  'thirty-events': () => written('A year of crisis in Ruritania', thirty()),
  'two-hundred-events': () => written('Two hundred strikes', twoHundred()),
  'hundred-thousand-events': () => written('A hundred thousand reports', manyReports(100_000)),
  'overlapping-intervals': () => written('Governments, wars and treaties', overlapping()),
  'one-event': () =>
    written('The bridge at Osh', [
      { title: 'The bridge is opened', date: '2021-05-14', lane: 'Town', place: 'Osh' },
    ]),
  'five-thousand-years': () => written('Five thousand years', fiveThousandYears()),
  'four-languages': () => written('Кабарлар · Хабарҳо · 新闻 · أخبار', FOUR_LANGUAGES),
};

/** A document of version 2 with these events; its lanes are theirs, in the order in which they occur. */
function written(title: string, events: readonly SketchedEvent[]): unknown {
  const lanes = [...new Set(events.map(({ lane }) => lane))];
  const ids = new Map(lanes.map((lane, position) => [lane, `lane-${position + 1}`]));
  return {
    format: 'dateline',
    version: 2,
    title,
    lanes: lanes.map((lane) => ({ id: ids.get(lane), title: lane })),
    events: events.map((event, position) => ({
      id: `event-${position + 1}`,
      ...event,
      lane: ids.get(event.lane),
    })),
  };
}

/** The day, in EDTF. */
const day = (time: number) => new Date(time).toISOString().slice(0, 10);

/** A number from 0 up to 1 for each position, without order, the same at every run. */
function scattered(position: number, salt: number): number {
  let mixed = Math.imul(position + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** One of several, in turn; throws if there is none. */
function inTurn<Value>(values: readonly Value[], position: number): Value {
  const value = values[Math.floor(position) % values.length];
  if (value === undefined) throw new RangeError('There is nothing to choose from.');
  return value;
}

const CRISIS: Readonly<Record<string, readonly string[]>> = {
  Government: [
    'Cabinet resigns',
    'Emergency law signed',
    'Election called for spring',
    'Two ministers change seats',
    'Budget passed by one vote',
  ],
  Opposition: [
    'Opposition leader arrested',
    'Five parties agree on one list of candidates',
    'Party offices searched',
    'Boycott announced',
    'Leader freed on bail',
  ],
  Army: [
    'Reservists called up',
    'Border closed',
    'Ceasefire announced',
    'Chief of staff dismissed',
    'Troops return',
  ],
  Diplomacy: [
    'Talks open in Geneva',
    'Ambassador recalled',
    'Observers arrive',
    'Sanctions eased after a night of talks',
    'Embassy opened again',
  ],
  Economy: [
    'Central bank raises rates to 14%',
    'Bread rationed in the capital',
    'Port workers return',
    'Loan agreed',
    'New banknotes',
  ],
  Protests: [
    'Curfew in the capital',
    'General strike',
    'March of the hundred thousand',
    'Students occupy the university’s main hall',
    'Last tents cleared from the square',
  ],
};

/** Six lanes of five events over one year, evenly spread. */
function thirty(): SketchedEvent[] {
  const lanes = Object.entries(CRISIS);
  return Array.from({ length: 30 }, (_, position) => {
    const [lane, titles] = inTurn(lanes, position * 5 + Math.floor(position / 6));
    return {
      title: inTurn(titles, Math.floor(position / 6)),
      date: day(Date.UTC(2023, 0, 5) + position * 11.5 * DAY),
      lane,
      place: 'Strelsau',
    };
  });
}

/** One crowded lane. */
const twoHundred = (): SketchedEvent[] =>
  Array.from({ length: 200 }, (_, position) => ({
    title: `Strike no. ${position + 1} on the power grid`,
    date: day(Date.UTC(2022, 1, 24) + position * 3 * DAY),
    lane: 'Power grid',
  }));

const REGIONS = ['Highlands', 'River country', 'Northern coast', 'Capital', 'Islands', 'Eastern plain'];
const REPORTS = [
  'Convoy attacked',
  'Talks fail',
  'Mine found',
  'Checkpoint closed',
  'Ceasefire signed',
  'Bridge blown up at night, traffic diverted',
  'Aid arrives',
];

/** Days over twenty-six years, more and more of them towards the end. */
const manyReports = (count: number): SketchedEvent[] =>
  Array.from({ length: count }, (_, position) => ({
    title: inTurn(REPORTS, scattered(position, 1) * REPORTS.length),
    date: day(Date.UTC(1996, 0, 1) + Math.sqrt(scattered(position, 2)) * 26 * 365 * DAY),
    lane: inTurn(REGIONS, scattered(position, 3) * REGIONS.length),
    importance: 5 - Math.floor(Math.log2(1 + scattered(position, 4) * 31)),
  }));

const LONG: Readonly<Record<string, readonly string[]>> = {
  Governments: ['Coalition', 'Cabinet of experts', 'Minority government'],
  Wars: ['Siege of the harbour', 'Rising in the hills', 'War of the two rivers'],
  Treaties: ['Accord on fishing', 'Mandate', 'Customs union'],
};

/** Three lanes of eight intervals each, up to six years long, some with open or doubtful ends. */
function overlapping(): SketchedEvent[] {
  const lanes = Object.entries(LONG);
  return Array.from({ length: 24 }, (_, position) => {
    const [lane, titles] = inTurn(lanes, position);
    const start = Date.UTC(1990, 0, 1) + scattered(position, 5) * 20 * 365 * DAY;
    const end = start + (0.1 + scattered(position, 6) * 6) * 365 * DAY;
    const last = position % 8 === 7 ? '..' : day(end) + (position % 5 === 4 ? '~' : '');
    return {
      title: `${inTurn(titles, position / 3)} ${Math.floor(position / 9) + 1}`,
      date: `${day(start)}/${last}`,
      lane,
    };
  });
}

/** A year, in EDTF; 0 is the year before 1 CE. */
const year = (number: number) => (number < 0 ? '-' : '') + String(Math.abs(number)).padStart(4, '0');

/** Long reigns of old and one day of late. */
function fiveThousandYears(): SketchedEvent[] {
  const reigns = Array.from({ length: 40 }, (_, position): SketchedEvent => {
    const first = -2999 + position * 100;
    const last = first + 30 + Math.floor(scattered(position, 7) * 120);
    return {
      title: `House no. ${position + 1}`,
      date: `${year(first)}/${year(last)}`,
      lane: inTurn(['Nile', 'Yellow River', 'Tiber'], position),
    };
  });
  return [
    ...reigns,
    { title: 'First printed book with a date', date: '0868-05-11', lane: 'Yellow River' },
    { title: 'First people on the Moon', date: '1969-07-20', lane: 'Everywhere' },
    { title: 'Writing begins', date: '-3099~', lane: 'Nile' },
  ];
}

const FOUR_LANGUAGES: readonly SketchedEvent[] = [
  { title: 'Чек ара боюнча келишимге кол коюлду', date: '2021-05-01', lane: 'Кыргызча', place: 'Бишкек' },
  { title: 'Өкмөт отставкага кетти', date: '2022-02', lane: 'Кыргызча' },
  { title: 'Көпүрө ачылды, соода кайра башталды', date: '2022-06-15', lane: 'Кыргызча', place: 'Ош' },
  { title: 'Вохӯрии сарони давлатҳо дар Душанбе', date: '2021-06-16', lane: 'Тоҷикӣ', place: 'Душанбе' },
  { title: 'Ғалаи нав ба бозор омад', date: '2021-11-03?', lane: 'Тоҷикӣ', place: 'Хуҷанд' },
  { title: 'Роҳи кӯҳӣ бо сабаби барф баста шуд', date: '2022-01-10/2022-03-20', lane: 'Тоҷикӣ' },
  { title: '成员国元首理事会会议', date: '2021-09-17', lane: '中文', place: '杜尚别' },
  { title: '新铁路开工建设', date: '2022-04~', lane: '中文', place: '喀什' },
  { title: '边境口岸恢复货物运输', date: '2021-12-08', lane: '中文' },
  { title: 'قمة رؤساء الدول الأعضاء', date: '2021-09-17', lane: 'العربية', place: 'دوشنبه' },
  { title: 'افتتاح الجسر الجديد', date: '2022-05-20', lane: 'العربية', place: 'أوش' },
  { title: 'محادثات بين الوزراء في 3 مدن', date: '2021-07-02/2021-08-30', lane: 'العربية' },
];
