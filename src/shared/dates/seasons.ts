// The parts of a year that ISO 8601-2 numbers 21 to 41: their months and their names.

/** A part of a year. */
export interface Season {
  readonly unit: 'season' | 'quarter' | 'third of a year' | 'half-year';
  readonly name: string;
  readonly shortName: string;
  /** The hemisphere, if the code names one. */
  readonly hemisphere: 'Northern' | 'Southern' | null;
  /** Its first month; 0 is January. */
  readonly firstMonth: number;
  /** The number of months. They may run into the next year: a season belongs to the year in which it begins. */
  readonly months: number;
}

const FIRST_CODE = 21;

/**
 * ISO 8601-2 calls the seasons 21 to 24 “independent of location” and assigns no months. Dateline uses whole months,
 * like meteorologists, and those of the Northern Hemisphere for seasons without a location.
 */
const SEASONS: readonly Season[] = [
  ...seasons(null, [2, 5, 8, 11]),
  ...seasons('Northern', [2, 5, 8, 11]),
  ...seasons('Southern', [8, 11, 2, 5]),
  ...divisions(
    'quarter',
    ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'],
    ['Q1', 'Q2', 'Q3', 'Q4'],
  ),
  ...divisions(
    'third of a year',
    ['January to April', 'May to August', 'September to December'],
    ['Jan–Apr', 'May–Aug', 'Sep–Dec'],
  ),
  ...divisions('half-year', ['first half', 'second half'], ['H1', 'H2']),
];

/** The season with a code from 21 to 41; `undefined` for other numbers. */
export function seasonOf(code: number): Season | undefined {
  return SEASONS[code - FIRST_CODE];
}

function seasons(hemisphere: Season['hemisphere'], firstMonths: readonly number[]): Season[] {
  const names = ['spring', 'summer', 'autumn', 'winter'];
  return firstMonths.map((firstMonth, position) => {
    const name = names[position] ?? '';
    return { unit: 'season', name, shortName: name, hemisphere, firstMonth, months: 3 };
  });
}

function divisions(unit: Season['unit'], names: readonly string[], shortNames: readonly string[]): Season[] {
  const months = 12 / names.length;
  return names.map((name, position) => {
    const shortName = shortNames[position] ?? name;
    return { unit, name, shortName, hemisphere: null, firstMonth: position * months, months };
  });
}
