// A program for Electron's own Node: times how long files of other programs take to import, and `csv-parse` alone on the same table.
import { parse } from 'csv-parse/sync';
import { csv } from '../src/shared/formats/csv.ts';
import type { Format } from '../src/shared/formats/format.ts';
import { ics } from '../src/shared/formats/ics/ics.ts';
import { wikidata } from '../src/shared/formats/wikidata.ts';
import { day, largeTable } from './large-table.ts';

const RESULTS = 9_000;
const EVENTS = 5_000;

function results(count: number): Uint8Array {
  const bindings = Array.from({ length: count }, (_, index) => ({
    event: { type: 'uri', value: `http://www.wikidata.org/entity/Q${index + 1}` },
    eventLabel: { type: 'literal', value: `Event ${index}`, 'xml:lang': 'en' },
    date: { type: 'literal', value: `${day(index)}T00:00:00Z` },
    datePrecision: { type: 'literal', value: String(9 + (index % 3)) },
    placeLabel: { type: 'literal', value: `Place ${index % 100}` },
  }));
  const vars = ['event', 'eventLabel', 'date', 'datePrecision', 'placeLabel'];
  return Buffer.from(JSON.stringify({ head: { vars }, results: { bindings } }));
}

function calendar(count: number): Uint8Array {
  const events = Array.from({ length: count }, (_, index) =>
    [
      'BEGIN:VEVENT',
      `UID:${index}@example.org`,
      `DTSTART;TZID=Europe/Paris:${day(index).replaceAll('-', '')}T100000`,
      'DURATION:PT2H',
      `SUMMARY:Event ${index}`,
      'DESCRIPTION:What happened then\\, in a sentence of some length that has to be folded sooner',
      '  or later',
      `LOCATION:Place ${index % 50}`,
      'END:VEVENT',
    ].join('\r\n'),
  );
  return Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n'));
}

const durations: Record<string, number> = {};

async function time(name: string, work: () => unknown): Promise<void> {
  const start = performance.now();
  await work();
  durations[name] = performance.now() - start;
}

async function imported({ read, name }: Format, bytes: Uint8Array): Promise<void> {
  const result = await read?.(bytes, { file: 'file', assume: [], today: '2026-11-28' });
  if (result?.ok !== true || result.value.questions.length > 0) throw new Error(`${name} was not imported.`);
}

async function measure(): Promise<void> {
  const bytes = Buffer.from(largeTable());
  await time('csv-parse alone', () => parse(bytes));
  await time('csv', () => imported(csv, bytes));
  const [rows, days] = [results(RESULTS), calendar(EVENTS)];
  await time('wikidata', () => imported(wikidata, rows));
  await time('ics', () => imported(ics, days));
  process.stdout.write(JSON.stringify(durations));
}

void measure();
