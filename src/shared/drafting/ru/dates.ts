// How Russian says dates: the patterns, what they say, and examples that the tests read on Tuesday, 4 October 2022.
import type { Parts } from '../grammar.ts';
import type { DateRule } from '../language.ts';

/** The patterns that others are made of. */
export const PARTS: Parts = {
  num: ['NUM:count', 'ONES:count', 'TENS', 'TENS ONES:count'],
  count: [
    '<num>',
    'SOME:count',
    ['пару', { count: 2 }],
    ['полтора', { count: 1, half: 1 }],
    ['полторы', { count: 1, half: 1 }],
  ],
  rough: [
    ['(около|примерно|почти|приблизительно|порядка)', { rough: 1 }],
    ['(более|больше|менее|меньше)', { rough: 1 }],
    ['более чем', { rough: 1 }],
  ],
  bc: [
    ['до н ~. э ~.?', { era: 'bc' }],
    ['до нашей эры', { era: 'bc' }],
  ],
  ad: ['н ~. э ~.?', 'нашей эры'],
  god: ['GOD', '(г|гг) ~.?'],
  /** “2013-го”, “2004-м” */
  short: ['YEAR ~- ~(го|м|й|ом|му|е|ый)'],
  year: ['YEAR <god>', '<short> <god>?', 'YEAR <god>? <ad>', 'NUM:year <god>? <bc>', 'YEAR <god>? <bc>'],
  yearref: ['DEICTIC:yearWhich GOD', 'ANAPHORIC:yearWhich GOD', 'THAT:yearWhich же? GOD'],
  ofyear: ['<year>', 'YEAR', '<yearref>', 'в <yearref>'],
  month: ['MONTH', 'SHORTMONTH:month ~.?'],
  day: ['DAY', 'DAY ~- ~(го|е|му|м)'],
  /** A day that names its month. */
  dated: ['<day> <month>', 'WEEKDAY ,? <day> <month>', '<day> <month> ,? ( ~WEEKDAY )'],
  dayref: [
    '<dated>',
    '<dated> <ofyear>',
    'WEEKDAY',
    'DEICTIC:which WEEKDAY',
    'TODAY',
    ['тот же день', { which: 'same', unit: 'day' }],
    ['(следующий|другой) день', { which: 'following', unit: 'day' }],
  ],
  clock: ['TIME', 'HOUR (час|часа|часов)', 'HOUR (час|часа|часов) MINUTE (минута|минуты|минут)', 'CLOCK'],
  partofday: ['DAYPART', '(поздно|рано) DAYPART'],
  part: ['EDGE:part', 'самом EDGE:part'],
  unit: [
    '<month>',
    '<month> <ofyear>',
    '<year>',
    'SEASON',
    'SEASON <ofyear>',
    'SEASON YEAR ~/ ~YY:yearEnd',
    'SEASON YEARPAIR:year (годов|года|гг)?',
    'YEARPAIR:year (годов|года|годах|гг)?',
    '<decade>',
    '<century>',
    'DEICTIC:which ONE:unit',
    'ANAPHORIC:which ONE:unit',
    ['(тот|того|том|ту|той) же ONE:unit', { which: 'same' }],
    ['(том|того) ONE:unit', { which: 'that' }],
    'DEICTIC:which MONTH',
    'DEICTIC:which SEASON',
    ['(тот|того|том|ту|той|тем) же SEASON', { which: 'same' }],
  ],
  decade: [
    'ROUNDYEAR:decade ~- ~(е|х|м|ми) (годы|годов|годах|годам|гг)?',
    'TENYEARS:decades ~- ~(е|х|м|ми) (годы|годов|годах|годам|гг)',
    'DECADES (годы|годов|годах|годам)',
  ],
  century: [
    'ROMAN:century (век|века|веке|веком|веку|столетие|столетия|столетии)',
    'ROMAN:century (в|вв) ~.',
    'ROMAN:century (век|века|веке|столетие|столетия) <bc>',
  ],
};

/** The patterns, in order: of two that are as long the first holds. */
export const RULES: readonly DateRule[] = [
  // ---- days ----
  {
    kind: 'date',
    pattern: ['<dated> <ofyear>'],
    examples: [
      ['Музей открыт 15 августа 2021 года.', '15 августа 2021 года', '2021-08-15'],
      ['Музей открыт 15-го августа 2021 г.', '15-го августа 2021 г.', '2021-08-15'],
      ['Его задержали 3 мая прошлого года.', '3 мая прошлого года', '2021-05-03'],
    ],
  },
  {
    kind: 'date',
    pattern: '<dated>',
    examples: [
      ['Музей открыли 15 августа.', '15 августа', '2022-08-15'],
      ['Музей откроется 15 ноября.', '15 ноября', '2022-11-15'],
      ['Суд прошёл в четверг, 29 сентября.', 'четверг, 29 сентября', '2022-09-29'],
    ],
  },
  {
    kind: 'date',
    pattern: ['ISO', 'SLASHED'],
    examples: [
      ['Обновлено 2021-08-15.', '2021-08-15', '2021-08-15'],
      ['Аэропорт закрыли 08.02.2022.', '08.02.2022', '2022-02-08'],
    ],
  },
  {
    kind: 'date',
    pattern: 'TODAY',
    examples: [
      ['Вчера прошёл митинг.', 'Вчера', '2022-10-03'],
      ['Завтра пойдут автобусы.', 'Завтра', '2022-10-05'],
      ['Позавчера объявили эвакуацию.', 'Позавчера', '2022-10-02'],
    ],
  },
  {
    kind: 'date',
    pattern: [
      'WEEKDAY',
      'DEICTIC:which WEEKDAY',
      'WEEKDAY на DEICTIC:weekWhich неделе',
      'WEEKDAY DEICTIC:weekWhich недели',
    ],
    examples: [
      ['В понедельник суд вынес приговор.', 'понедельник', '2022-10-03'],
      ['Во вторник суд вынес приговор.', 'вторник', '2022-10-04'],
      ['Переговоры начнутся в четверг.', 'четверг', '2022-10-06'],
      ['В минувшую пятницу суд вынес приговор.', 'минувшую пятницу', '2022-09-30'],
      ['В ближайшее воскресенье пройдут выборы.', 'ближайшее воскресенье', '2022-10-09'],
    ],
  },
  {
    kind: 'date',
    says: { unit: 'day', which: 'following' },
    pattern: ['(следующий|другой) день'],
    examples: [
      ['Битва началась 3 мая 2022 года. На следующий день армия отступила.', 'следующий день', '2022-05-04'],
    ],
  },
  {
    kind: 'date',
    says: { unit: 'day', which: 'same' },
    pattern: ['тот же день', 'тот день', 'этот же день'],
    examples: [
      ['Битва началась 3 мая 2022 года. В тот же день она закончилась.', 'тот же день', '2022-05-03'],
    ],
  },
  {
    kind: 'date',
    says: { eve: 1 },
    pattern: 'накануне',
    examples: [
      ['Накануне суд вынес приговор.', 'Накануне', '2022-10-03'],
      ['Саммит прошёл 16 сентября 2021 года. Накануне встретились министры.', 'Накануне', '2021-09-15'],
    ],
  },
  {
    kind: 'date',
    says: { which: 'same' },
    pattern: ['тогда же'],
    examples: [
      ['Школа сгорела в феврале 2012 года. Тогда же жители написали письмо.', 'Тогда же', '2012-02'],
    ],
  },

  // ---- months, years and longer ----
  {
    kind: 'date',
    pattern: ['<unit>', '<part> <unit>'],
    examples: [
      ['Музей открыт в августе 2021 года.', 'августе 2021 года', '2021-08'],
      ['Музей открыли в августе.', 'августе', '2022-08'],
      ['Музей откроется в ноябре.', 'ноябре', '2022-11'],
      ['Его задержали в августе прошлого года.', 'августе прошлого года', '2021-08'],
      ['Музей открыт в 2021 году.', '2021 году', '2021'],
      ['Он вернулся в 2004-м.', '2004-м', '2004'],
      ['Это было в 218 году до н. э.', '218 году до н. э.', 'BC0218'],
      ['Музей открыт в начале 2021 года.', 'начале 2021 года', '2021'],
      ['Музей открыли в конце июля.', 'конце июля', '2022-07'],
      ['Музей открыт весной 2021 года.', 'весной 2021 года', '2021-SP'],
      ['Дом построен в конце XIX века.', 'конце XIX века', '18'],
      ['В 1990-х годах дом продали.', '1990-х годах', '199'],
      ['В 90-х годах дом продали.', '90-х годах', '199'],
      ['На прошлой неделе дом продали.', 'прошлой неделе', '2022-W39'],
      ['В прошлом году дом продали.', 'прошлом году', '2021'],
      ['В 1914 году началась война. В том же году он погиб.', 'том же году', '1914'],
    ],
  },
  {
    kind: 'date',
    says: { which: 'the' },
    pattern: ['EDGE:part ONE:unit'],
    examples: [['Защита обжалует приговор до конца месяца.', 'конца месяца', '2022-10']],
  },
  {
    kind: 'date',
    says: { unit: 'quarter' },
    pattern: [
      'ORD:nth (квартал|квартала|квартале|кварталом|кварталу)',
      'ORD:nth (квартал|квартала|квартале|кварталом|кварталу) <ofyear>',
      'ROMAN:nth (квартал|квартала|квартале)',
      'ROMAN:nth (квартал|квартала|квартале) <ofyear>',
    ],
    examples: [['Выручка выросла в первом квартале 2022 года.', 'первом квартале 2022 года', '2022-Q1']],
  },
  {
    kind: 'date',
    says: { unit: 'half' },
    pattern: [
      'ORD:nth (половина|половины|половине|половину) <ofyear>',
      'ORD:nth (полугодие|полугодия|полугодии) <ofyear>',
      'ORD:nth (полугодие|полугодия|полугодии)',
    ],
    examples: [['Это было во второй половине 2021 года.', 'второй половине 2021 года', '2021-H2']],
  },
  {
    kind: 'date',
    says: { part: 'mid' },
    pattern: ['ORD:nth (половина|половины|половине|половину) <unit>'],
    examples: [['Дом построен в первой половине XIX века.', 'первой половине XIX века', '18']],
  },
  {
    kind: 'date',
    pattern: ['HOLIDAY', 'HOLIDAY <ofyear>'],
    examples: [['Концерт дали на Рождество 2022 года.', 'Рождество 2022 года', '2022-01-07']],
  },

  // ---- times of day ----
  {
    kind: 'time',
    pattern: [
      '<clock>',
      '<clock> <dayref>',
      '<clock> в <dayref>',
      '<clock> DAYPART',
      '<dayref> в <clock>',
      '<dayref> ,? <clock>',
    ],
    examples: [
      ['Заседание началось в 10:00.', '10:00', '2022-10-04T10:00'],
      ['Участки закрылись в воскресенье в 20 часов.', 'воскресенье в 20 часов', '2022-10-02T20:00'],
    ],
  },
  {
    kind: 'time',
    pattern: ['<partofday> (в|во)? <dayref>', '<dayref> <partofday>', '<partofday> <dayref>'],
    examples: [
      ['Рейс приняли в пятницу вечером.', 'пятницу вечером', '2022-09-30TEV'],
      ['Судно застряло утром 23 сентября.', 'утром 23 сентября', '2022-09-23TMO'],
    ],
  },
  {
    kind: 'time',
    says: { nightTo: 1 },
    pattern: ['ночь на <dayref>'],
    examples: [['Пожар потушили в ночь на 2 октября.', 'ночь на 2 октября', '2022-10-01/2022-10-02']],
  },
  {
    kind: 'time',
    says: { holiday: '12-31', daypart: 'NI' },
    pattern: ['новогоднюю ночь', 'новогоднюю ночь <ofyear>'],
    examples: [['В новогоднюю ночь 2021 года шёл снег.', 'новогоднюю ночь 2021 года', '2021-12-31TNI']],
  },

  // ---- so long before or after ----
  {
    kind: 'offset',
    says: { direction: -1, from: 'reference' },
    pattern: ['<rough>? <count> UNIT назад', '<rough>? <count> UNIT тому назад'],
    examples: [
      ['Он ушёл два года назад.', 'два года назад', '2020'],
      ['Он ушёл три недели назад.', 'три недели назад', '2022-W37'],
    ],
  },
  {
    kind: 'offset',
    says: { direction: -1, from: 'reference', count: 1 },
    pattern: ['UNIT назад'],
    examples: [['Он ушёл месяц назад.', 'месяц назад', '2022-09']],
  },
  {
    kind: 'offset',
    says: { direction: -1, from: 'reference', count: 6, unit: 'month' },
    pattern: ['полгода назад'],
    examples: [['Дело возбудили полгода назад.', 'полгода назад', '2022-04']],
  },
  {
    kind: 'offset',
    says: { direction: 1, from: 'tense' },
    pattern: ['через <rough>? <count> UNIT'],
    examples: [
      ['Доклад подготовят через две недели.', 'через две недели', '2022-W42'],
      ['Он родился в 1933 году. Через двадцать лет он выпустил книгу.', 'Через двадцать лет', '1953'],
    ],
  },
  {
    kind: 'offset',
    says: { direction: 1, from: 'tense', count: 1 },
    pattern: ['через UNIT'],
    examples: [['Доклад подготовят через неделю.', 'через неделю', '2022-W41']],
  },
  {
    kind: 'offset',
    says: { direction: 1, from: 'anchor' },
    pattern: [
      'спустя <count> UNIT',
      '<count> UNIT спустя',
      '<count> UNIT (позже|позднее)',
      'через <count> UNIT после этого',
    ],
    examples: [
      ['В 218 году до н. э. началась война. Два года спустя он победил.', 'Два года спустя', 'BC0216'],
    ],
  },
  {
    kind: 'offset',
    says: { direction: 1, from: 'anchor', count: 1 },
    pattern: ['спустя UNIT', 'UNIT спустя', 'UNIT (позже|позднее)', 'через UNIT после этого'],
    examples: [['Он полетел в 1961 году. Годом позже полетели двое.', 'Годом позже', '1962']],
  },
  {
    kind: 'offset',
    says: { direction: -1, from: 'anchor' },
    pattern: ['<count> UNIT (ранее|раньше)', 'за <count> UNIT до этого', 'за <count> UNIT до того'],
    examples: [
      [
        'Она победила 27 сентября 2022 года. Тремя днями ранее она взяла бронзу.',
        'Тремя днями ранее',
        '2022-09-24',
      ],
    ],
  },
  {
    kind: 'offset',
    says: { direction: -1, from: 'anchor', count: 1 },
    pattern: ['UNIT (ранее|раньше)', 'за UNIT до (этого|того)'],
    examples: [
      ['Премьеру показали 30 ноября 2021 года, днём ранее прошёл прогон.', 'днём ранее', '2021-11-29'],
    ],
  },

  // ---- lengths, repetitions, and what has no date ----
  {
    kind: 'duration',
    pattern: [
      '<rough>? <count> UNIT',
      'LAST <count> UNIT',
      'NUM:count ~- ~(летний|летняя|летнее|летнего|летней|летнюю|летие|летия|дневный|часовой|месячный)',
    ],
    examples: [
      ['Он правил 20 лет.', '20 лет', 'P20Y'],
      ['Ремонт продолжался три месяца.', 'три месяца', 'P3M'],
    ],
  },
  {
    kind: 'duration',
    says: { count: 1 },
    pattern: ['LAST ONE:unit'],
    examples: [['За последний год цены выросли.', 'последний год', 'P1Y']],
  },
  {
    kind: 'set',
    pattern: ['EVERY', '(каждый|каждую|каждое) WEEKDAY', '(каждый|каждую|каждое) UNIT'],
    examples: [['Они встречаются ежегодно.', 'ежегодно', 'P1Y']],
  },
  {
    kind: 'vague',
    pattern: ['VAGUE'],
    examples: [['Сейчас он живёт в Омске.', 'Сейчас', 'PRESENT_REF']],
  },
];
