// Reads the command line: a document to open in a window, or without one what to write, check, draft or convert.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  FIGURE_FORMATS,
  type FigureContent,
  type FigureFormat,
  type FigureOptions,
} from '../../shared/figure/figure.ts';
import { IMPORTANCE, LONGEST_QUERY, type FigureEvents } from '../../shared/figure/events.ts';
import { FIGURE_SIZES, parseSize, SCALES } from '../../shared/figure/sizes.ts';
import { TEXT_SIZES, type TextSize } from '../../shared/figure/text-size.ts';
import { hasWords, readWords, WORDED } from '../../shared/figure/words.ts';
import { grouped } from '../../shared/in-words.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { nearest } from './nearest.ts';

/** The target of one figure: a file, or standard output if there is no path. */
export interface Target {
  /** Absolute, or `null` for standard output. */
  readonly path: string | null;
  readonly format: FigureFormat;
}

/** The content of the figures on a command line, which has no window to take it from. */
export type CommandLineOptions = Omit<FigureOptions, 'content'> & {
  readonly content: Exclude<FigureContent, { kind: 'view' }>;
};

/** What the command line asks for. Documents are absolute paths; `undefined` means the bundled article. */
export type CommandLine =
  | { readonly kind: 'window'; readonly document: string | undefined }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'check';
      /** One or more. */
      readonly files: readonly string[];
      /** Answers to questions that files of other programs leave open. */
      readonly assume: readonly string[];
      /** Whether programs read the answer. */
      readonly json: boolean;
    }
  | {
      readonly kind: 'draft';
      /** One or more, absolute; `null` is standard input, a text in each line. */
      readonly files: readonly (string | null)[];
      /** In EDTF; `null` if it is not known. */
      readonly published: string | null;
      /** `null`: the text tells its language. */
      readonly lang: LanguageCode | null;
      /** Whether the texts tell history rather than news. */
      readonly narrative: boolean;
      /** Date expressions or proposed events in lines of JSON, proposed events in words, or the file of a document. */
      readonly output: 'json' | 'events' | 'words' | { readonly to: string };
    }
  | {
      readonly kind: 'convert';
      /** One or more, absolute. */
      readonly files: readonly string[];
      /** Absolute; `null` is standard output. */
      readonly to: string | null;
      /** The name of a format; `null` if the ending of the file says it. */
      readonly format: string | null;
      /** The file with the mapping of tables, absolute, if there is one. */
      readonly map: string | null;
      /** Answers to questions that the files leave open. */
      readonly assume: readonly string[];
      /** Whether programs read the report. */
      readonly json: boolean;
    }
  | {
      readonly kind: 'export';
      readonly document: string | undefined;
      readonly targets: readonly Target[];
      readonly options: CommandLineOptions;
      /** The file of the house style, absolute, if the figures have one. */
      readonly style?: string | undefined;
    };

/** Our own options, in the form that `parseArgs` takes. */
const OPTIONS = {
  export: { type: 'string', multiple: true },
  format: { type: 'string' },
  content: { type: 'string' },
  events: { type: 'string' },
  fold: { type: 'boolean' },
  size: { type: 'string' },
  scale: { type: 'string' },
  'text-size': { type: 'string' },
  theme: { type: 'string' },
  style: { type: 'string' },
  transparent: { type: 'boolean' },
  title: { type: 'string' },
  subtitle: { type: 'string' },
  credit: { type: 'string' },
  'no-title': { type: 'boolean' },
  'no-legend': { type: 'boolean' },
  'no-sources': { type: 'boolean' },
  'no-credit': { type: 'boolean' },
  note: { type: 'boolean' },
  // Notes were in every figure at first; command lines of that time still work.
  'no-note': { type: 'boolean' },
  assume: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Option = keyof typeof OPTIONS;

/** The options of `draft`, which has a word for events of its own. */
const DRAFT_OPTIONS = {
  published: { type: 'string' },
  lang: { type: 'string' },
  narrative: { type: 'boolean' },
  json: { type: 'boolean' },
  events: { type: 'boolean' },
  to: { type: 'string' },
} as const;

/** The options of `convert`, whose formats are not those of figures. */
const CONVERT_OPTIONS = {
  to: { type: 'string' },
  format: { type: 'string' },
  map: { type: 'string' },
  assume: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/** The languages that `draft` reads; the same as in `drafting/languages.ts`, which would bring all their rules along. */
const DRAFT_LANGUAGES = ['en', 'ru'] as const;
type LanguageCode = (typeof DRAFT_LANGUAGES)[number];

/** Words, and the option that leaves out the part which they are for. */
const WITHOUT: readonly (readonly [Option, Option])[] = [
  ['title', 'no-title'],
  ['subtitle', 'no-title'],
  ['credit', 'no-credit'],
];

/**
 * The switches of Chromium, Electron and Node that may stand among our options. They have thousands and publish no
 * list, so these are the families that people start a desktop app with.
 * https://www.electronjs.org/docs/latest/api/command-line-switches
 */
const SWITCH =
  /^(?:(?:allow|auth|blink|crash|default|disable|disk-cache|enable|force|gpu|gtk|high-dpi|host|ignore|in|js|log|media|origin|original|ozone|password|proxy|remote|renderer|single|ssl|touch|trace|use|user|v8|window|x11)-.+|no-(?:default-browser-check|experiments|first-run|pings|proxy-server|sandbox|service-autorun|startup-window|zygote)|class|display|headless|inspect|inspect-.+|lang|start-maximized|test-type|v|vmodule)$/;

/** Names one after the other, in lines below the first that fit a terminal. */
function listed(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const line = lines.at(-1) ?? '';
    if (line.length + name.length > 56) lines.push(`${name}, `);
    else lines[lines.length - 1] = `${line}${name}, `;
  }
  return lines.map((line) => line.trimEnd()).join(`\n${' '.repeat(20)}`);
}

/** The text of `dateline --help`. */
export const HELP = `Usage: dateline [file] [--export figure.svg] [options]
       dateline check FILE... [--assume ANSWER] [--json]
       dateline draft FILE... [--published DATE] [--json | --events]
       dateline convert FILE... --to FILE [--format FORMAT] [--assume ANSWER]

Opens a timeline document in a window or, with --export, writes figures of it
without one. Without a file, it takes the article that comes with Dateline.
With check, it reads files of any kind as it would to open them, and prints
every problem.
With draft, it reads articles (text, pages, mails, Word and PDF files), and
prints the events that they may tell.
With convert, it reads tables, calendars and files of other programs, and writes
their events as a document or for another program.

  --export FILE     write a figure; png, svg or pdf by the file's ending.
                    Can be given several times; - is standard output
  --format FORMAT   png, svg or pdf, for --export -
  --content WHAT    whole (default): every event
                    view: the window of time that the app opens with
                    FROM/TO: two dates, such as 2021-08/2022-09-17 (EDTF)
  --events WHICH    all (default), importance:N for those from N on, 1 to 5, or
                    found:WORDS for those that a search for these words finds
  --fold            draw long empty stretches of time short, and say so
  --size SIZE       ${listed(FIGURE_SIZES.map(({ name }) => name))}
                    or width x height: 1920x1080, 210mmx100mm, 8inx4in.
                    Default: ${FIGURE_SIZES[0].name}. The figure has exactly that size
  --scale NUMBER    image pixels to a CSS pixel in a PNG, ${SCALES.least} to ${SCALES.most};
                    by default that of the size
  --text-size SIZE  how large the text is: ${TEXT_SIZES.join(', ')}; by default that of the size
  --theme THEME     light (default) or dark
  --style FILE      a house style: fonts and lane colours in a JSON file
  --transparent     leave out the background
  --title TEXT      the title of the figure, in place of the document's;
                    --subtitle TEXT and --credit TEXT likewise
  --no-title        leave out the title and subtitle
  --no-legend       leave out the legend
  --no-sources      leave out the numbered sources
  --no-credit       leave out whose article it is
  --note            put in the document's notes and its events without a date
  --json            check: print one line of JSON for each file
                    draft: print one for each date expression
                    convert: print the report as one line of JSON
  --published DATE  draft: when the articles were published (EDTF)
  --lang LANGUAGE   draft: en or ru; by default what the text is in
  --narrative       draft: the articles tell history rather than news
                    draft: --events prints one line of JSON for each event;
                    for -, it reads {"doc", "dct", "text"} from each line
  --to FILE         convert: the file to write; its ending says the format,
                    or --format FORMAT does. - is standard output.
                    draft: a document of all events, as proposals
  --map FILE        convert: what the columns of a table mean, in a JSON file
  --assume ANSWER   check, convert: answers a question that a file leaves open,
                    such as day-first; COLUMN=day-first for one column alone
  --help            print this
  --version         print the version

The exit code is 0 where every figure was written and no file has a problem,
2 otherwise, and 128 + n where signal n ended the run.
`;

/**
 * Reads `process.argv`.
 *
 * @param words the program first and, unless `packaged`, switches for Electron and the app's own folder before the
 *   rest.
 * @param folder the base of relative names.
 * @returns the request, or `command-line-invalid` with one sentence. A word that starts with `-` is one of our options
 *   or a known switch of Chromium; any other is a typing error, and the sentence suggests the nearest option.
 */
export function readCommandLine(
  words: readonly string[],
  folder: string,
  packaged: boolean,
): Result<CommandLine> {
  const { values, positionals, tokens } = parseArgs({
    args: ownWords(words, packaged),
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const ours = given.filter((token): token is typeof token & { name: Option } => token.name in OPTIONS);
  const unknown = given.find(({ name }) => !(name in OPTIONS) && !SWITCH.test(name));
  const names = positionals.filter((name) => name !== '');
  const [first] = names;
  const document = first === undefined ? undefined : resolve(folder, first);

  if (values.help === true) return success({ kind: 'help' });
  if (values.version === true) return success({ kind: 'version' });
  const operand = tokens.find(({ kind }) => kind !== 'option');
  if (operand?.kind === 'positional' && operand.value === DRAFT) return readDraft(words, folder, packaged);
  if (operand?.kind === 'positional' && operand.value === CONVERT)
    return readConvert(words, folder, packaged);
  if (unknown !== undefined) return invalid(noOption(unknown));
  if (operand?.kind === 'positional' && operand.value === CHECK)
    return readCheck(names.slice(1), ours, folder);
  const [option] = ours;
  if (option === undefined) return success({ kind: 'window', document });

  const texts = new Map<Option, string>();
  const paths: string[] = [];
  for (const { name, rawName, value, inlineValue } of ours) {
    if (OPTIONS[name].type === 'boolean') {
      if (value !== undefined) return invalid(`${rawName} takes no value.`);
    } else if (value === undefined || value === '' || (!inlineValue && isOption(value))) {
      return invalid(`${rawName} needs a value; see --help.`);
    } else if (name === 'export') paths.push(value);
    else texts.set(name, value);
  }
  for (const name of OF_CHECK)
    if (name in values) return invalid(`--${name} goes with ${CHECK}; see --help.`);
  if (paths.length === 0) return invalid(`${option.rawName} goes with --export; see --help.`);
  if (names.length > 1)
    return invalid(`Give one document at a time, not ${names.length}: ${names.join(', ')}.`);

  const targets = readTargets(paths, texts.get('format'), folder);
  if (!targets.ok) return targets;
  const content = readContent(texts.get('content') ?? 'whole');
  if (!content.ok) return content;
  const events = readEvents(texts.get('events') ?? 'all');
  if (!events.ok) return events;
  const size = parseSize(texts.get('size') ?? FIGURE_SIZES[0].name);
  if (!size.ok) return invalid(size.failure.message);
  const scale = readScale(texts.get('scale'), size.value.scale);
  if (!scale.ok) return scale;
  const textSize = readTextSize(texts.get('text-size'), size.value.textSize);
  if (!textSize.ok) return textSize;
  const theme = texts.get('theme') ?? 'light';
  if (theme !== 'light' && theme !== 'dark') return invalid(`--theme must be light or dark, not “${theme}”.`);
  const has = (name: Option): boolean => values[name] === true;
  for (const [part, without] of WITHOUT)
    if (texts.has(part) && has(without)) return invalid(`Give either --${part} or --${without}, not both.`);
  const figureWords = readWords(Object.fromEntries(WORDED.map((part) => [part, texts.get(part)])));
  if (!figureWords.ok) return invalid(figureWords.failure.message);
  const style = texts.get('style');
  return success({
    kind: 'export',
    document,
    targets: targets.value,
    ...(style !== undefined && { style: resolve(folder, style) }),
    options: {
      content: content.value,
      ...(events.value !== null && { events: events.value }),
      ...(has('fold') && { fold: true }),
      width: size.value.width,
      height: size.value.height,
      scale: scale.value,
      textSize: textSize.value,
      theme,
      transparent: has('transparent'),
      parts: {
        title: !has('no-title'),
        legend: !has('no-legend'),
        sources: !has('no-sources'),
        credit: !has('no-credit'),
        note: has('note'),
      },
      ...(hasWords(figureWords.value) && { words: figureWords.value }),
    },
  });
}

/** The word that asks for a check. A document of this name is opened by its path, `./check`. */
const CHECK = 'check';

/** The options that go with it. */
const OF_CHECK: ReadonlySet<string> = new Set(['assume', 'json']);

function readCheck(
  names: readonly string[],
  ours: readonly {
    readonly name: Option;
    readonly rawName: string;
    readonly value?: string | undefined;
    readonly inlineValue?: boolean | undefined;
  }[],
  folder: string,
): Result<CommandLine> {
  const assume: string[] = [];
  for (const { name, rawName, value, inlineValue } of ours) {
    if (!OF_CHECK.has(name)) return invalid(`${rawName} does not go with ${CHECK}; see --help.`);
    if (name === 'json' && value !== undefined) return invalid('--json takes no value.');
    if (name !== 'assume') continue;
    if (value === undefined || value === '' || (inlineValue !== true && isOption(value)))
      return invalid('--assume needs a value; see --help.');
    assume.push(value);
  }
  if (names.length === 0) return invalid(`${CHECK} needs a file; see --help.`);
  return success({
    kind: 'check',
    files: names.map((name) => resolve(folder, name)),
    assume,
    json: ours.some(({ name }) => name === 'json'),
  });
}

/** The word that asks for a draft. A document of this name is opened by its path, `./draft`. */
const DRAFT = 'draft';

/** What stands behind a word that has options of its own. */
interface OwnWords {
  readonly names: readonly string[];
  readonly given: ReadonlySet<string>;
  /** The values of each option, in order. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

function readOwnWords(
  words: readonly string[],
  packaged: boolean,
  command: string,
  options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>,
): Result<OwnWords> {
  const { positionals, tokens } = parseArgs({
    args: ownWords(words, packaged),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const texts = new Map<string, string[]>();
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const known = Object.entries(options).find(([each]) => each === name)?.[1];
    if (known === undefined) {
      if (SWITCH.test(name)) continue;
      if (name in OPTIONS) return invalid(`${rawName} does not go with ${command}; see --help.`);
      return invalid(noOption(token, options));
    }
    given.add(name);
    if (known.type === 'boolean') {
      if (value !== undefined) return invalid(`${rawName} takes no value.`);
    } else if (value === undefined || value === '' || (!inlineValue && isOption(value))) {
      return invalid(`${rawName} needs a value; see --help.`);
    } else texts.set(name, [...(texts.get(name) ?? []), value]);
  }
  return success({ names: positionals.filter((name) => name !== '').slice(1), given, texts });
}

function readDraft(words: readonly string[], folder: string, packaged: boolean): Result<CommandLine> {
  const own = readOwnWords(words, packaged, DRAFT, DRAFT_OPTIONS);
  if (!own.ok) return own;
  const { names, given, texts } = own.value;
  if (names.length === 0) return invalid(`${DRAFT} needs a file, or - for standard input; see --help.`);
  const outputs = ['json', 'events', 'to'].filter((name) => given.has(name));
  if (outputs.length > 1)
    return invalid(`Give either --${outputs[0] ?? ''} or --${outputs[1] ?? ''}, not both.`);
  const to = texts.get('to')?.at(-1);
  if (to?.toLowerCase().endsWith('.dateline') === false) return invalid(`--to ${to} must end in .dateline.`);
  const lang = texts.get('lang')?.at(-1);
  const known = DRAFT_LANGUAGES.find((code) => code === lang);
  if (lang !== undefined && known === undefined)
    return invalid(`--lang must be ${DRAFT_LANGUAGES.join(' or ')}, not “${lang}”.`);
  return success({
    kind: 'draft',
    files: names.map((name) => (name === '-' ? null : resolve(folder, name))),
    published: texts.get('published')?.at(-1) ?? null,
    lang: known ?? null,
    narrative: given.has('narrative'),
    output:
      to !== undefined
        ? { to: resolve(folder, to) }
        : given.has('json')
          ? 'json'
          : given.has('events')
            ? 'events'
            : 'words',
  });
}

/** The word that asks for a conversion. A document of this name is opened by its path, `./convert`. */
const CONVERT = 'convert';

function readConvert(words: readonly string[], folder: string, packaged: boolean): Result<CommandLine> {
  const own = readOwnWords(words, packaged, CONVERT, CONVERT_OPTIONS);
  if (!own.ok) return own;
  const { names, given, texts } = own.value;
  const last = (name: string): string | undefined => texts.get(name)?.at(-1);
  const [to, map] = [last('to'), last('map')];
  if (names.length === 0) return invalid(`${CONVERT} needs a file; see --help.`);
  if (to === undefined) return invalid(`${CONVERT} needs --to and the file to write; see --help.`);
  if (to === '-' && given.has('json'))
    return invalid('--json and --to - both want standard output; give --to a file.');
  return success({
    kind: 'convert',
    files: names.map((name) => resolve(folder, name)),
    to: to === '-' ? null : resolve(folder, to),
    format: last('format') ?? null,
    map: map === undefined ? null : resolve(folder, map),
    assume: texts.get('assume') ?? [],
    json: given.has('json'),
  });
}

/** @param option as typed, with and without its dashes. */
function noOption(
  { name, rawName }: { readonly name: string; readonly rawName: string },
  options: object = OPTIONS,
): string {
  const meant = nearest(name, Object.keys(options));
  return `There is no option ${rawName}; ${meant === undefined ? 'see --help.' : `did you mean --${meant}?`}`;
}

/**
 * The words after the program. In development they follow the app's folder, which is the first word that is no switch.
 * Leaves out the number that macOS adds when the Finder starts a program.
 */
function ownWords(words: readonly string[], packaged: boolean): string[] {
  if (packaged) return words.slice(1).filter((word) => !word.startsWith('-psn_'));
  const app = words.findIndex((word, index) => index > 0 && word !== '' && !word.startsWith('-'));
  return app === -1 ? [] : words.slice(app + 1);
}

/** Whether a word is the next option rather than a value; `-` alone and years before 0 are values. */
function isOption(word: string): boolean {
  return /^-[^\d]/.test(word);
}

function readTargets(
  paths: readonly string[],
  format: string | undefined,
  folder: string,
): Result<readonly Target[]> {
  const targets: Target[] = [];
  for (const path of paths) {
    const target = path === '-' ? standardOutput(format) : file(path, folder);
    if (!target.ok) return target;
    if (targets.some((other) => other.path === target.value.path))
      return invalid(`--export ${path} is given twice.`);
    targets.push(target.value);
  }
  if (format !== undefined && targets.every(({ path }) => path !== null))
    return invalid('--format goes with --export -; the format of a file follows its ending.');
  return success(targets);
}

function standardOutput(format: string | undefined): Result<Target> {
  const known = FIGURE_FORMATS.find((name) => name === format);
  if (known !== undefined) return success({ path: null, format: known });
  return format === undefined
    ? invalid('--export - needs --format png, svg or pdf.')
    : invalid(`--format must be png, svg or pdf, not “${format}”.`);
}

function file(path: string, folder: string): Result<Target> {
  const format = FIGURE_FORMATS.find((name) => path.toLowerCase().endsWith(`.${name}`));
  return format === undefined
    ? invalid(`“${path}” must end in .png, .svg or .pdf, which says its format.`)
    : success({ path: resolve(folder, path), format });
}

function readContent(text: string): Result<CommandLineOptions['content']> {
  // Without a window, “view” means the window of time that the app opens with, which shows everything.
  if (text === 'whole' || text === 'view') return success({ kind: 'whole' });
  const [from, to, ...more] = text.split('/');
  return from === undefined || to === undefined || more.length > 0
    ? invalid(`--content must be view, whole or two dates such as 2021-08/2022-09-17, not “${text}”.`)
    : success({ kind: 'dates', from, to });
}

/** Reads a choice of events; `null` for all. */
function readEvents(text: string): Result<FigureEvents | null> {
  if (text === 'all') return success(null);
  const [, kind, rest = ''] = /^(importance|found):(.*)$/su.exec(text) ?? [];
  if (kind === 'found') {
    if (rest.trim() === '')
      return invalid('--events found: needs the words to search for, such as found:border.');
    if (rest.length > LONGEST_QUERY)
      return invalid(`--events found: takes at most ${grouped(LONGEST_QUERY)} characters.`);
    return success({ kind, query: rest });
  }
  const least = /^\d$/.test(rest) ? Number(rest) : NaN;
  if (kind === 'importance' && least >= IMPORTANCE.least && least <= IMPORTANCE.most)
    return success({ kind, least });
  return invalid(
    `--events must be all, importance:N with N from ${IMPORTANCE.least} to ${IMPORTANCE.most}, or found:WORDS, not “${text}”.`,
  );
}

function readScale(text: string | undefined, ofSize: number): Result<number> {
  if (text === undefined) return success(ofSize);
  const scale = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  return scale >= SCALES.least && scale <= SCALES.most
    ? success(scale)
    : invalid(`--scale must be a number from ${SCALES.least} to ${SCALES.most}, not “${text}”.`);
}

function readTextSize(text: string | undefined, ofSize: TextSize): Result<TextSize> {
  if (text === undefined) return success(ofSize);
  const textSize = TEXT_SIZES.find((name) => name === text.toUpperCase());
  return textSize === undefined
    ? invalid(`--text-size must be S, M or L, not “${text}”.`)
    : success(textSize);
}

function invalid(message: string): Result<never> {
  return failure('command-line-invalid', message);
}
