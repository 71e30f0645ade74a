// The fields for a figure's own title, subtitle and credit, each where its part is in the figure.
import type { PlacedDocument } from '../../shared/document/document.ts';
import { isWorded, WORDED, type Worded } from '../../shared/figure/words.ts';
import { grouped } from '../../shared/in-words.ts';
import { choose } from './commands.ts';
import { ErrorOf, errorIdOf, OptionGroup, type GroupProps } from './option-group.tsx';
import { TextField } from '../parts/controls.tsx';
import { currentView } from '../view/view.ts';

const LABELS: Readonly<Record<Worded, string>> = { title: 'Title', subtitle: 'Subtitle', credit: 'Credit' };

/** Words the parts that are in the figure; nothing where none of them is. An empty field shows the document's words. */
export function WordsGroup({ choices: { parts, words }, error }: GroupProps) {
  const document = currentView.value?.opened.document;
  const shown = WORDED.filter((part) => isWorded(part, parts));
  if (shown.length === 0 || document === undefined) return null;
  return (
    <OptionGroup title="Words for this figure">
      <div class="fields words-fields">
        {shown.map((part) => (
          <TextField
            key={part}
            label={LABELS[part]}
            value={words[part]}
            placeholder={wordsOf(document)[part]}
            direction="auto"
            errorId={errorIdOf(error, part)}
            onInput={(text) => {
              choose({ words: { ...words, [part]: text } });
            }}
          />
        ))}
        <ErrorOf error={error} of={WORDED} />
      </div>
    </OptionGroup>
  );
}

/** What a document says itself, in short. */
function wordsOf({ title, subtitle, articles }: PlacedDocument): Readonly<Record<Worded, string>> {
  const [article, ...others] = articles;
  const more = others.length === 0 ? '' : ` and ${grouped(others.length)} more`;
  return {
    title,
    subtitle: subtitle ?? 'None',
    credit: article === undefined ? 'None' : `Events from “${article.title}”, ${article.publisher}${more}`,
  };
}
