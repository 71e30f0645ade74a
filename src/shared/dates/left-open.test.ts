// A column of dates settles some conventions and leaves others open.
import { expect, test } from 'vitest';
import { watchColumn } from './left-open.ts';

test.each<[string, string[], object, [string, string][]]>([
  ['ISO dates', ['2021-08-15', '2021', '2021-08-15T10:00:00Z', '2021-08-15 10:00:00.5'], {}, []],
  ['days and months that may be turned round', ['3/4/1921', '5.6.1922'], {}, [['order', '3/4/1921']]],
  ['a day beyond 12', ['3/4/1921', '13/4/1921'], { order: 'day-first' }, []],
  ['a second number beyond 12', ['3/4/1921', '4/13/1921'], { order: 'month-first' }, []],
  ['both', ['13/4/1921', '4/13/1921', '3/4/1921'], {}, [['order', '3/4/1921']]],
  ['a day that is its month', ['4/4/1921'], {}, []],
  ['years of two digits', ['13/4/21'], { order: 'day-first' }, [['century', '13/4/21']]],
  ['years of two digits, month first', ['4/13/21'], { order: 'month-first' }, [['century', '4/13/21']]],
  ['names of months', ['12-Mar-97'], {}, [['century', '12-Mar-97']]],
  ['eras', ['15 March 44 BC', '44 BC', 'AD 79', 'Mar 79 AD'], {}, []],
  ['days without a year', ['April 12th and 13th', 'May 3', 'May 12'], {}, []],
  ['bare years before our era', ['-44', '1066'], {}, [['minus', '-44']]],
  ['a year 0', ['-44', '0', '1066'], { minus: 'bce-astronomical' }, []],
  ['EDTF before our era', ['-0043', '-1200'], { minus: 'bce-astronomical' }, []],
  ['months in ISO', ['1909-12', '1910-01'], {}, []],
  ['ranges of years', ['1909-12', '1914-18'], {}, [['hyphen', '1909-12']]],
  ['seasons, or ranges of years', ['1921-22'], {}, [['hyphen', '1921-22']]],
  ['what is no date', ['', 'n.d.', 'the war', '-', 'x-7'], {}, []],
])('%s', (_, dates, settled, open) => {
  const witness = watchColumn();
  for (const date of dates) witness.see(date);
  const told = witness.tell();
  expect(told.settled).toEqual(settled);
  expect([...told.open]).toEqual(open);
});
