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
