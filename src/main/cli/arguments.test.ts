// The command line names a document or the figures to write of it; typing errors get a helpful sentence.
import { describe, expect, it } from 'vitest';
import { HELP, readCommandLine, type CommandLine } from './arguments.ts';

const HOME = '/home/reader';

/** The words with which an installed app starts. */
const read = (...words: string[]): ReturnType<typeof readCommandLine> =>
  readCommandLine(['dateline', ...words], HOME, true);

describe('a document for a window', () => {
  it.each([
    ['no file in development', ['electron', '.'], false, undefined],
    ['nothing at all in development', ['electron'], false, undefined],
    ['no file when packaged', ['dateline'], true, undefined],
    ['a relative file in development', ['electron', '.', 'a.dateline'], false, '/home/reader/a.dateline'],
    ['a relative file when packaged', ['dateline', 'a.dateline'], true, '/home/reader/a.dateline'],
    ['a file in another folder', ['dateline', '../b/a.dateline'], true, '/home/b/a.dateline'],
    ['an absolute file', ['dateline', '/data/a.dateline'], true, '/data/a.dateline'],
    [
      'switches before it',
      ['dateline', '--no-sandbox', '--disable-gpu', 'a.dateline'],
      true,
      '/home/reader/a.dateline',
    ],
    ['what Finder adds', ['dateline', '-psn_0_12345', 'a.dateline'], true, '/home/reader/a.dateline'],
    [
      'switches around the app’s folder',
      ['electron', '--no-sandbox', '.', '--inspect=0', 'a'],
      false,
      '/home/reader/a',
    ],
    ['only switches', ['dateline', '--no-sandbox', '--user-data-dir=/tmp/x'], true, undefined],
    ['a name that looks like a switch, after --', ['dateline', '--', '--a'], true, '/home/reader/--a'],
    ['-- in development', ['electron', '.', '--no-sandbox', '--', '-a'], false, '/home/reader/-a'],
    ['nothing after --', ['dateline', '--'], true, undefined],
    ['an empty word', ['dateline', '', 'a.dateline'], true, '/home/reader/a.dateline'],
    ['the first of two', ['dateline', 'a.dateline', 'b.dateline'], true, '/home/reader/a.dateline'],
    [
      'letters of any script',
      ['dateline', 'Кыргыз тарых.dateline'],
      true,
      '/home/reader/Кыргыз тарых.dateline',
    ],
  ])('%s', (_case, words, packaged, document) => {
    expect(readCommandLine(words, HOME, packaged)).toEqual({ ok: true, value: { kind: 'window', document } });
  });
});

describe('a figure', () => {
  const plain: Extract<CommandLine, { kind: 'export' }> = {
    kind: 'export',
    document: undefined,
    targets: [{ path: '/home/reader/a.svg', format: 'svg' }],
    options: {
      content: { kind: 'whole' },
      width: 1600,
      height: 900,
      scale: 1,
      textSize: 'M',
      theme: 'light',
      transparent: false,
      parts: { title: true, legend: true, sources: true, credit: true, note: false },
    },
  };
  const with_ = (options: Partial<typeof plain.options>): typeof plain => ({
    ...plain,
    options: { ...plain.options, ...options },
  });

  it.each<[string, string[], typeof plain]>([
    ['with nothing said', ['--export', 'a.svg'], plain],
    ['with =', ['--export=a.svg'], plain],
    ['of a document', ['b.dateline', '--export', 'a.svg'], { ...plain, document: '/home/reader/b.dateline' }],
    ['of a document behind it', ['--export', 'a.svg', 'b'], { ...plain, document: '/home/reader/b' }],
    ['of a document behind --', ['--export', 'a.svg', '--', '-b'], { ...plain, document: '/home/reader/-b' }],
    [
      'in capitals',
      ['--export', 'A.PNG'],
      { ...plain, targets: [{ path: '/home/reader/A.PNG', format: 'png' }] },
    ],
    [
      'that starts with -',
      ['--export=-a.pdf'],
      { ...plain, targets: [{ path: '/home/reader/-a.pdf', format: 'pdf' }] },
    ],
    [
      'several times',
      ['--export', 'a.svg', '--export', '/b/a.png', '--export', '-', '--format', 'pdf'],
      {
        ...plain,
        targets: [
          { path: '/home/reader/a.svg', format: 'svg' },
          { path: '/b/a.png', format: 'png' },
          { path: null, format: 'pdf' },
        ],
      },
    ],
    [
      'in a house style',
      ['--export', 'a.svg', '--style', 'styles/house.json'],
      { ...plain, style: '/home/reader/styles/house.json' },
    ],
    ['of the view', ['--export', 'a.svg', '--content', 'view'], plain],
    [
      'of dates',
      ['--export', 'a.svg', '--content', '2021/2022-09'],
      with_({ content: { kind: 'dates', from: '2021', to: '2022-09' } }),
    ],
    [
      'of dates before the year 0',
      ['--export', 'a.svg', '--content', '-0043/-0040'],
      with_({ content: { kind: 'dates', from: '-0043', to: '-0040' } }),
    ],
    ['of all events', ['--export', 'a.svg', '--events', 'all'], plain],
    [
      'of the important events',
      ['--export', 'a.svg', '--events', 'importance:4'],
      with_({ events: { kind: 'importance', least: 4 } }),
    ],
    [
      'of the events found',
      ['--export', 'a.svg', '--events', 'found:“border talks” 2022: Osh'],
      with_({ events: { kind: 'found', query: '“border talks” 2022: Osh' } }),
    ],
    ['with long empty stretches folded', ['--export', 'a.svg', '--fold'], with_({ fold: true })],
    [
      'in 4K',
      ['--export', 'a.svg', '--size', '4k'],
      with_({ width: 1920, height: 1080, scale: 2, textSize: 'L' }),
    ],
    [
      'in inches',
      ['--export', 'a.svg', '--size', '8inx4in'],
      with_({ width: 768, height: 384, scale: 3.125, textSize: 'S' }),
    ],
    [
      'at another scale than its size has',
      ['--export', 'a.svg', '--size', '4k', '--scale', '1.5'],
      with_({ width: 1920, height: 1080, scale: 1.5, textSize: 'L' }),
    ],
    ['the last of two sizes', ['--export', 'a.svg', '--size', 'a4', '--size', 'web'], plain],
    ['in large text', ['--export', 'a.svg', '--text-size', 'L'], with_({ textSize: 'L' })],
    [
      'in text of a size in a small letter',
      ['--export', 'a.svg', '--text-size', 'm'],
      with_({ textSize: 'M' }),
    ],
    ['dark', ['--export', 'a.svg', '--theme', 'dark'], with_({ theme: 'dark' })],
    ['transparent', ['--export', 'a.svg', '--transparent'], with_({ transparent: true })],
    ['with notes', ['--export', 'a.svg', '--note'], with_({ parts: { ...plain.options.parts, note: true } })],
    [
      'in words of its own',
      ['--export', 'a.svg', '--title', ' Two\nyears ', '--subtitle', '<b>', '--credit', '-', '--no-legend'],
      with_({
        words: { title: 'Two years', subtitle: '<b>', credit: '-' },
        parts: { ...plain.options.parts, legend: false },
      }),
    ],
    ['with a title of blanks', ['--export', 'a.svg', '--title', ' '], plain],
    ['without notes, in words of old', ['--export', 'a.svg', '--no-note'], plain],
    [
      'bare',
      ['--export', 'a.svg', '--no-title', '--no-legend', '--no-sources', '--no-credit'],
      with_({ parts: { title: false, legend: false, sources: false, credit: false, note: false } }),
    ],
    [
      'among switches of Chromium',
      [
        '--no-sandbox',
        '--user-data-dir=/tmp/x',
        '--export',
        'a.svg',
        '--disable-gpu',
        '--lang=de',
        '--inspect=0',
      ],
      plain,
    ],
  ])('%s', (_case, words, expected) => {
    expect(read(...words)).toEqual({ ok: true, value: expected });
  });

  it('is written in development too', () => {
    expect(readCommandLine(['electron', '--no-sandbox', '/app', '--export', 'a.svg'], HOME, false)).toEqual({
      ok: true,
      value: plain,
    });
  });

  it.each([
    ['no path', ['--export'], '--export needs a value; see --help.'],
    ['an empty path', ['--export='], '--export needs a value; see --help.'],
    ['an option in place of a path', ['--export', '--size', 'a4'], '--export needs a value; see --help.'],
    [
      'a title that is left out',
      ['--export', 'a.svg', '--title', 'A', '--no-title'],
      'Give either --title or --no-title, not both.',
    ],
    [
      'a credit that is left out',
      ['--export', 'a.svg', '--no-credit', '--credit', 'A'],
      'Give either --credit or --no-credit, not both.',
    ],
    [
      'a title without end',
      ['--export', 'a.svg', '--title', 'x'.repeat(501)],
      'The title has 501 characters; shorten it to at most 500.',
    ],
    ['a style without a file', ['--export', 'a.svg', '--style='], '--style needs a value; see --help.'],
    ['an empty title', ['--export', 'a.svg', '--title='], '--title needs a value; see --help.'],
    ['no ending', ['--export', 'a'], '“a” must end in .png, .svg or .pdf, which says its format.'],
    [
      'another ending',
      ['--export', 'a.gif'],
      '“a.gif” must end in .png, .svg or .pdf, which says its format.',
    ],
    ['one path twice', ['--export', 'a.svg', '--export', './a.svg'], '--export ./a.svg is given twice.'],
    ['standard output without a format', ['--export', '-'], '--export - needs --format png, svg or pdf.'],
    [
      'an unknown format',
      ['--export', '-', '--format', 'gif'],
      '--format must be png, svg or pdf, not “gif”.',
    ],
    [
      'a format for a file',
      ['--export', 'a.svg', '--format', 'png'],
      '--format goes with --export -; the format of a file follows its ending.',
    ],
    [
      'a slip of the hand',
      ['--export', 'a.svg', '--contnet', 'whole'],
      'There is no option --contnet; did you mean --content?',
    ],
    ['a short option', ['--export', 'a.svg', '-x'], 'There is no option -x; see --help.'],
    [
      'a slip of the hand alone',
      ['--exprot', 'a.png'],
      'There is no option --exprot; did you mean --export?',
    ],
    ['one with =', ['--exprot=a.png'], 'There is no option --exprot; did you mean --export?'],
    [
      'one beside a document',
      ['a.dateline', '--sise', 'a4'],
      'There is no option --sise; did you mean --size?',
    ],
    ['one of many letters', ['--no-ledgends'], 'There is no option --no-ledgends; did you mean --no-legend?'],
    ['an option that is like none', ['--quux', 'a.dateline'], 'There is no option --quux; see --help.'],
    [
      'one that is like a switch of Chromium',
      ['--no-snadbox'],
      'There is no option --no-snadbox; see --help.',
    ],
    ['a value for a switch', ['--export', 'a.svg', '--transparent=no'], '--transparent takes no value.'],
    ['options without a figure', ['--size', 'a4', 'b.dateline'], '--size goes with --export; see --help.'],
    ['two documents', ['--export', 'a.svg', 'b', 'c'], 'Give one document at a time, not 2: b, c.'],
    [
      'a content that is none',
      ['--export', 'a.svg', '--content', 'part'],
      '--content must be view, whole or two dates such as 2021-08/2022-09-17, not “part”.',
    ],
    ...['some', 'importance', 'importance:', 'importance:0', 'importance:6', 'importance:4.5', 'found'].map(
      (which): [string, string[], string] => [
        `events that are ${which}`,
        ['--export', 'a.svg', '--events', which],
        `--events must be all, importance:N with N from 1 to 5, or found:WORDS, not “${which}”.`,
      ],
    ),
    [
      'a search for nothing',
      ['--export', 'a.svg', '--events', 'found: '],
      '--events found: needs the words to search for, such as found:border.',
    ],
    [
      'a search without end',
      ['--export', 'a.svg', '--events', `found:${'x'.repeat(1_001)}`],
      '--events found: takes at most 1,000 characters.',
    ],
    [
      'three dates',
      ['--export', 'a.svg', '--content', '2020/2021/2022'],
      '--content must be view, whole or two dates such as 2021-08/2022-09-17, not “2020/2021/2022”.',
    ],
    ['a scale of 0', ['--export', 'a.svg', '--scale', '0'], '--scale must be a number from 1 to 8, not “0”.'],
    ['a scale of 9', ['--export', 'a.svg', '--scale', '9'], '--scale must be a number from 1 to 8, not “9”.'],
    [
      'a scale in words',
      ['--export', 'a.svg', '--scale', '2x'],
      '--scale must be a number from 1 to 8, not “2x”.',
    ],
    [
      'a text size that is none',
      ['--export', 'a.svg', '--text-size', 'XL'],
      '--text-size must be S, M or L, not “XL”.',
    ],
    [
      'a theme that is none',
      ['--export', 'a.svg', '--theme', 'sepia'],
      '--theme must be light or dark, not “sepia”.',
    ],
  ])('is refused for %s', (_case, words, message) => {
    expect(read(...words)).toEqual({
      ok: false,
      failure: { code: 'command-line-invalid', message, details: [] },
    });
  });

  it('is refused for a size that is none', () => {
    expect(read('--export', 'a.svg', '--size', 'a5')).toMatchObject({
      failure: {
        code: 'command-line-invalid',
        message: expect.stringContaining('“a5” is no size') as unknown,
      },
    });
  });
});

describe('a check', () => {
  it.each([
    ['of a file', ['check', 'a'], ['/home/reader/a'], false],
    ['of several', ['check', 'a', '/b/c'], ['/home/reader/a', '/b/c'], false],
    ['for programs', ['check', 'a', '--json'], ['/home/reader/a'], true],
    ['with the option first', ['--no-sandbox', '--json', 'check', 'a'], ['/home/reader/a'], true],
    ['of a file that looks like an option', ['check', '--', '--a'], ['/home/reader/--a'], false],
    ['of a file of its own name', ['check', 'check'], ['/home/reader/check'], false],
  ])('%s', (_case, words, files, json) => {
    expect(read(...words)).toEqual({ ok: true, value: { kind: 'check', files, assume: [], json } });
  });

  it('takes answers to what files leave open', () => {
    expect(read('check', 'a', '--assume', 'day-first', '--assume=Date=month-first')).toMatchObject({
      value: { kind: 'check', files: ['/home/reader/a'], assume: ['day-first', 'Date=month-first'] },
    });
  });

  it.each([
    ['no file', ['check'], 'check needs a file; see --help.'],
    ['an answer without one', ['check', 'a', '--assume', '--json'], '--assume needs a value; see --help.'],
    ['an option of figures', ['check', 'a', '--size', 'a4'], '--size does not go with check; see --help.'],
    ['a value', ['check', 'a', '--json=no'], '--json takes no value.'],
    ['a slip of the hand', ['check', 'a', '--jsno'], 'There is no option --jsno; did you mean --json?'],
  ])('is refused for %s', (_case, words, message) => {
    expect(read(...words)).toMatchObject({ failure: { code: 'command-line-invalid', message } });
  });

  it('is asked for by the word alone, and --json goes with nothing else', () => {
    expect(read('./check')).toMatchObject({ value: { kind: 'window', document: '/home/reader/check' } });
    expect(read('--', 'check')).toMatchObject({ value: { kind: 'window', document: '/home/reader/check' } });
    expect(read('a', '--json')).toMatchObject({
      failure: { message: '--json goes with check; see --help.' },
    });
  });
});

describe('a draft', () => {
  const plain: Extract<CommandLine, { kind: 'draft' }> = {
    kind: 'draft',
    files: ['/home/reader/a.txt'],
    published: null,
    lang: null,
    narrative: false,
    output: 'words',
  };

  it.each<[string, string[], Partial<typeof plain>]>([
    ['of a file', ['draft', 'a.txt'], {}],
    ['of several', ['draft', 'a.txt', '/b'], { files: ['/home/reader/a.txt', '/b'] }],
    ['of standard input', ['draft', '-', '--json'], { files: [null], output: 'json' }],
    ['as events', ['draft', '--events', '-'], { files: [null], output: 'events' }],
    ['published on a day', ['draft', 'a.txt', '--published', '2022-10-04'], { published: '2022-10-04' }],
    ['published before the year 0', ['draft', 'a.txt', '--published', '-0043'], { published: '-0043' }],
    ['in a language', ['draft', 'a.txt', '--lang=en'], { lang: 'en' }],
    ['of history', ['draft', 'a.txt', '--narrative'], { narrative: true }],
    [
      'as a document',
      ['draft', 'a.txt', '--to', 'b.dateline'],
      { output: { to: '/home/reader/b.dateline' } },
    ],
    ['among switches of Chromium', ['--no-sandbox', 'draft', 'a.txt', '--disable-gpu'], {}],
  ])('%s', (_case, words, over) => {
    expect(read(...words)).toEqual({ ok: true, value: { ...plain, ...over } });
  });

  it.each([
    ['no file', ['draft'], 'draft needs a file, or - for standard input; see --help.'],
    ['two answers', ['draft', 'a', '--json', '--events'], 'Give either --json or --events, not both.'],
    ['two outputs', ['draft', 'a', '--json', '--to', 'b.dateline'], 'Give either --json or --to, not both.'],
    ['another ending', ['draft', 'a', '--to', 'b.csv'], '--to b.csv must end in .dateline.'],
    ['no date', ['draft', 'a', '--published'], '--published needs a value; see --help.'],
    ['another language', ['draft', 'a', '--lang', 'de'], '--lang must be en or ru, not “de”.'],
    ['a value', ['draft', 'a', '--json=no'], '--json takes no value.'],
    ['an option of figures', ['draft', 'a', '--size', 'a4'], '--size does not go with draft; see --help.'],
    ['a slip of the hand', ['draft', 'a', '--evnts'], 'There is no option --evnts; did you mean --events?'],
  ])('is refused for %s', (_case, words, message) => {
    expect(read(...words)).toMatchObject({ failure: { code: 'command-line-invalid', message } });
  });
});

describe('a conversion', () => {
  const plain = {
    kind: 'convert',
    files: ['/home/reader/a.csv'],
    to: '/home/reader/b.dateline',
    format: null,
    map: null,
    assume: [],
    json: false,
  };
  it.each([
    ['of a file', ['convert', 'a.csv', '--to', 'b.dateline'], plain],
    [
      'of several',
      ['convert', 'a.csv', '/c/d.ics', '--to', 'b.dateline'],
      { ...plain, files: ['/home/reader/a.csv', '/c/d.ics'] },
    ],
    [
      'to standard output',
      ['convert', 'a.csv', '--to', '-', '--format', 'ics'],
      { ...plain, to: null, format: 'ics' },
    ],
    [
      'with a mapping and answers',
      [
        'convert',
        'a.csv',
        '--to',
        'b.dateline',
        '--map',
        'm.json',
        '--assume',
        'day-first',
        '--assume=bce-minus',
      ],
      { ...plain, map: '/home/reader/m.json', assume: ['day-first', 'bce-minus'] },
    ],
    ['for programs', ['convert', '--json', 'a.csv', '--to=b.dateline'], { ...plain, json: true }],
  ])('%s', (_case, words, expected) => {
    expect(read(...words)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['no file', ['convert', '--to', 'b'], 'convert needs a file; see --help.'],
    ['no target', ['convert', 'a'], 'convert needs --to and the file to write; see --help.'],
    [
      'two things on standard output',
      ['convert', 'a', '--to', '-', '--json'],
      '--json and --to - both want standard output; give --to a file.',
    ],
    [
      'an option of figures',
      ['convert', 'a', '--to', 'b', '--size', 'a4'],
      '--size does not go with convert; see --help.',
    ],
    [
      'a slip of the hand',
      ['convert', 'a', '--to', 'b', '--asume', 'x'],
      'There is no option --asume; did you mean --assume?',
    ],
  ])('is refused for %s', (_case, words, message) => {
    expect(read(...words)).toMatchObject({ failure: { code: 'command-line-invalid', message } });
  });
});

describe('help and version', () => {
  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['--export', 'a.gif', '--help'], 'help'],
    [['--version'], 'version'],
    [['-v'], 'version'],
  ])('%j', (words, kind) => {
    expect(read(...words)).toEqual({ ok: true, value: { kind } });
  });

  it('names every option, in lines that fit a terminal', () => {
    for (const name of [
      'export',
      'format',
      'content',
      'size',
      'scale',
      'text-size',
      'style',
      'theme',
      'transparent',
      'no-title',
      'note',
      'json',
      'published',
      'lang',
      'narrative',
    ])
      expect(HELP).toContain(`--${name}`);
    expect(HELP.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
