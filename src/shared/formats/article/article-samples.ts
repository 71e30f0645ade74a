// Files of articles for tests, all of our own writing: the same story as each kind of file holds it.

/** The story: its headline, and its paragraphs. */
export const STORY = {
  title: 'Old bridge at Ash closes after 134 years',
  publisher: 'The Ash Gazette',
  address: 'https://gazette.example/2021/09/17/old-bridge-closes',
  published: '2021-09-17',
  paragraphs: [
    'The town council closed the old bridge at Ash on Thursday, three weeks after engineers found cracks in its second pier.',
    '“We could not wait for winter,” said Mayor Irma Vane, who had asked for a report in the previous month. Buses will take the road by the mill.',
    'The bridge was begun in May 1887 and opened on 14 June 1889. A flood took two of its arches in 1910; they were built again within a year.',
    'The council will decide in March 2022 whether a new bridge is built beside the old one.',
  ],
} as const;

/** What the article of the story’s page and documents reads. */
export const STORY_TEXT = [STORY.title, ...STORY.paragraphs].join('\n\n');

/**
 * The story as a browser saves its page, with all that stands around it: menus, a banner, a caption, comments, and what must
 * never run or load.
 *
 * @param remote where its pictures, scripts and frames would be loaded from.
 */
export function savedPage(remote = 'https://tracker.example'): string {
  const [first, second, third, fourth] = STORY.paragraphs;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: STORY.title,
    datePublished: `${STORY.published}T06:30:00+02:00`,
    publisher: { '@type': 'Organization', name: STORY.publisher },
  };
  return `<!DOCTYPE html>
<!-- saved from url=(0049)https://gazette.example/2021/09/17/old-bridge-closes?from=front -->
<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>${STORY.title} | ${STORY.publisher}</title>
<meta http-equiv="refresh" content="0; url=${remote}/refreshed">
<base href="${remote}/">
<link rel="canonical" href="${STORY.address}">
<link rel="stylesheet" href="${remote}/style.css">
<link rel="preload" as="image" href="${remote}/preloaded.png">
<meta property="og:title" content="${STORY.title}">
<meta property="og:site_name" content="${STORY.publisher}">
<meta property="og:image" content="${remote}/shared.png">
<meta property="article:published_time" content="${STORY.published}T06:30:00+02:00">
<script type="application/ld+json">${JSON.stringify(data)}</script>
<script src="${remote}/script.js"></script>
<script>globalThis.ranInPage = true; fetch('${remote}/fetched');</script>
<style>@import url('${remote}/imported.css'); body { background: url('${remote}/ground.png'); }</style>
</head>
<body onload="globalThis.ranInPage = true">
<nav><ul><li><a href="/">Front page</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<div class="cookie-banner" style="display: none">We value your privacy. Accept all?</div>
<header class="site"><a href="/"><img src="${remote}/logo.png" alt="${STORY.publisher}"></a></header>
<main><article>
<h1>${STORY.title}</h1>
<p class="byline">By Nora Lind</p>
<figure><img src="${remote}/bridge.jpg" onerror="globalThis.ranInPage = true" alt="">
<figcaption>The bridge on 3 May 1999. Photo: archive</figcaption></figure>
<div class="story">
<p>${first.replace('on Thursday', 'on\n  <em>Thursday</em>')}</p>
<p>${second.replace('Irma Vane', '<a href="javascript:globalThis.ranInPage=true">Irma&nbsp;Vane</a>').replace('winter', 'win&shy;ter')}</p>
<iframe src="${remote}/frame.html"></iframe><object data="${remote}/object.swf"></object>
<p>${third.replace('May 1887', '<b onclick="globalThis.ranInPage = true">May 1887</b>')}</p>
<p>${fourth}</p>
</div>
<div class="share-buttons"><button>Share</button><button>Print</button></div>
</article>
<aside><h2>Most read</h2><ol><li><a href="/1">Cat found</a></li><li><a href="/2">Mill for sale</a></li></ol></aside>
</main>
<section id="comments" class="comments"><h2>Comments</h2><p>First! Posted on 18 September 2021.</p></section>
<footer><p>© 2021 ${STORY.publisher}. All rights reserved.</p></footer>
<img src="${remote}/pixel.gif" width="1" height="1">
</body></html>
`;
}

/** A ZIP archive. @param files their names and contents; what is deflated says how large it is. */
export function zipOf(
  files: Readonly<Record<string, string | { readonly deflated: Uint8Array; readonly says: number }>>,
): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  const number = (value: number, width: 2 | 4): number[] =>
    Array.from({ length: width }, (_, place) => Math.floor(value / 256 ** place) % 256);
  for (const [name, content] of Object.entries(files)) {
    const isText = typeof content === 'string';
    const packed = isText ? new TextEncoder().encode(content) : content.deflated;
    const said = new TextEncoder().encode(name);
    // Time and checksum are looked at by nobody.
    const common = [
      ...[20, 0, 0, 0, isText ? 0 : 8, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ...number(packed.length, 4),
      ...number(isText ? packed.length : content.says, 4),
      ...number(said.length, 2),
      ...[0, 0],
    ];
    directory.push(
      0x50,
      0x4b,
      1,
      2,
      20,
      0,
      ...common,
      ...Array<number>(10).fill(0),
      ...number(bytes.length, 4),
      ...said,
    );
    bytes.push(0x50, 0x4b, 3, 4, ...common, ...said);
    for (const byte of packed) bytes.push(byte);
  }
  const count = Object.keys(files).length;
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...number(count, 2), ...number(count, 2)];
  return Uint8Array.from([
    ...[...bytes, ...directory, ...end],
    ...[...number(directory.length, 4), ...number(bytes.length, 4), 0, 0],
  ]);
}

/** Zeros as deflate packs them at its best, in blocks of 258. RFC 1951, 3.2.6. */
export function deflatedZeros(blocks: number): Uint8Array {
  const bits = `11000110000${'1100010100000'.repeat(blocks)}0000000`;
  // The first bit is the lowest of its byte.
  return Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, place) =>
    Array.from(bits.slice(8 * place, 8 * place + 8)).reduce(
      (byte, bit, at) => byte + Number(bit) * 2 ** at,
      0,
    ),
  );
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document. @param body what stands in its body; left out, the story. */
export function wordFile(
  body = STORY_BODY,
  prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
): Uint8Array {
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `${prolog}\n<w:document ${WORD}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  });
}

/** The story in Word’s words, with what it leaves behind: tabs of a style, tracked changes, hidden words, a text box, a field. */
const STORY_BODY = [
  `<w:p><w:pPr><w:pStyle w:val="Title"/><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>${STORY.title}</w:t></w:r></w:p>`,
  `<w:p><w:r><w:t xml:space="preserve">The town council closed </w:t></w:r><w:del w:author="N"><w:r><w:delText>shut </w:delText></w:r></w:del><w:ins w:author="N"><w:r><w:t>the old bridge at Ash on Thursday, three weeks after engineers found cracks in its second pier.</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>`,
  '<w:p/>',
  `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>${STORY.paragraphs[1]}</w:t></w:r></w:p>`,
  `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${STORY.paragraphs[2]}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
  `<w:p><w:r><w:br w:type="page"/><w:t>${STORY.paragraphs[3]}</w:t></w:r></w:p>`,
].join('');

/** Text in quoted-printable. */
function quotedPrintable(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) =>
    byte === 0x3d || byte > 0x7e
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
    .join('')
    .replace(/.{70}/g, '$&=\r\n')
    .replace(/(=[\dA-F]?)=\r\n([\dA-F]{1,2})/g, '$1$2=\r\n');
}

/** The story as a mail with two attachments, its lines cut at 72 letters. */
export function mailFile(): string {
  const wrapped = STORY_TEXT.replace(/(?=\S)([^\n]{1,71})(?: |$)/gm, '$1\r\n').replace(/\r\n(?=\n|$)/g, '');
  return [
    'Received: from mx.gazette.example (mx.gazette.example [192.0.2.1])\r\n\tby mail.example; Fri, 17 Sep 2021 04:30:02 +0000',
    `From: "${STORY.publisher}" <news@gazette.example>`,
    'To: reader@mail.example',
    'Subject: =?utf-8?Q?Old_bridge_at_Ash?=\r\n =?utf-8?Q?_closes_after_134_years?=',
    'Date: Fri, 17 Sep 2021 23:30:00 -0700',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary="inner"',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    wrapped,
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Another wording <img src="https://tracker.example/open.gif"></p>',
    '--inner--',
    ...['one.pdf', 'two.zip'].flatMap((name) => [
      '--outer',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      'UEsDBA==',
    ]),
    '--outer--',
    '',
  ].join('\r\n');
}

/** The story’s page as Chromium saves it in a single file. */
export function savedAsMail(): string {
  return [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: ${STORY.address}?from=front`,
    `Subject: ${STORY.title}`,
    'Date: Sat, 1 Jan 2022 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="page"',
    '',
    '--page',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    `Content-Location: ${STORY.address}?from=front`,
    '',
    quotedPrintable(savedPage()),
    '--page',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: cid:frame-1@mhtml.blink',
    '',
    '<html><body><p>An advertisement of 3 May 1999.</p></body></html>',
    '--page--',
    '',
  ].join('\r\n');
}

/** A line of a PDF page: where it begins from the left and the bottom, the size of its letters, and its words. */
type PdfLine = readonly [left: number, y: number, size: number, text: string];

/** A PDF file of pages of lines, in Helvetica. @param trailer more of its trailer; @param catalog more of its catalog. */
export function pdfFile(
  pages: readonly (readonly PdfLine[])[] = STORY_PAGES,
  catalog = '',
  trailer = '',
): Uint8Array {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${2 * at + 4} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => {
      const content = lines
        .map(
          ([left, y, size, text]) =>
            `BT /F1 ${size} Tf ${left} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
        )
        .join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${2 * at + 5} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const places: number[] = [];
  objects.forEach((object, at) => {
    places.push(file.length);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => IN_WINDOWS_1252.get(letter) ?? letter.charCodeAt(0));
}

const IN_WINDOWS_1252 = new Map([
  ['“', 0x93],
  ['”', 0x94],
  ['–', 0x96],
]);

/** The story on two pages: its lines cut, a word divided, a heading and a number on each page. */
const STORY_PAGES: readonly (readonly PdfLine[])[] = [
  [
    [72, 800, 8, 'Ash Town Council'],
    [72, 740, 20, STORY.title],
    ...linesAt(700, [
      'The town council closed the old bridge at Ash on Thursday, three weeks after engi-',
      'neers found cracks in its second pier.',
    ]),
    ...linesAt(650, [
      '“We could not wait for winter,” said Mayor Irma Vane, who had asked for a report',
      'in the previous month. Buses will take the road by the mill.',
    ]),
    ...linesAt(600, ['The bridge was begun in May 1887 and opened on 14 June 1889. A flood took two']),
    [290, 40, 8, 'Page 1 of 2'],
  ],
  [
    [72, 800, 8, 'Ash Town Council'],
    ...linesAt(740, ['of its arches in 1910; they were built again within a year.']),
    ...linesAt(700, [
      'The council will decide in March 2022 whether a new bridge is built beside the old',
      'one.',
    ]),
    [290, 40, 8, 'Page 2 of 2'],
  ],
];

function linesAt(y: number, lines: readonly string[]): PdfLine[] {
  return lines.map((text, at): PdfLine => [72, y - 14 * at, 11, text]);
}
