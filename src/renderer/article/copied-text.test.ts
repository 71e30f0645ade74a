// Text copied from an article names its source, and is never markup.
import { expect, test } from 'vitest';
import { withReference } from './copied-text.ts';

const ARTICLE = { title: 'Bridge & Co', publisher: 'The Gazette', address: 'https://example.org/?a=1&b="2"' };

test('the reference stands below the words', () => {
  expect(withReference(['One.', 'Two.'], ARTICLE).plain).toBe(
    'One.\n\nTwo.\n\n— Bridge & Co, The Gazette, https://example.org/?a=1&b="2"',
  );
});

test('an article without an address is named by title and publisher', () => {
  const { plain, html } = withReference(['One.'], { title: 'Bridge', publisher: 'The Gazette' });
  expect(plain).toBe('One.\n\n— Bridge, The Gazette');
  expect(html).toBe('<p>One.</p>\n<p>— Bridge, The Gazette</p>');
});

test('nothing of an article is markup', () => {
  expect(withReference([`<img src=x onerror="alert('&')">`], ARTICLE).html).toBe(
    '<p>&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;</p>\n' +
      '<p>— Bridge &amp; Co, The Gazette, <a href="https://example.org/?a=1&amp;b=&quot;2&quot;">' +
      'https://example.org/?a=1&amp;b=&quot;2&quot;</a></p>',
  );
});
