// The fields that say how a date is known: from which kind of source, how surely, and why.
import { DATING } from '../../shared/document/dating-in-words.ts';
import { CONFIDENCES, READ_KINDS, type Dating, type ReadDating } from '../../shared/document/event.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { Select } from '../parts/controls.tsx';
import { useDraft } from '../parts/draft.ts';
import { KeptField } from '../parts/kept-field.tsx';

/** A dating that has no explanation yet is not kept: without one nobody could check it. */
export function DatingFields({
  dating,
  keep,
}: {
  readonly dating: Dating | undefined;
  readonly keep: (dating: Dating | undefined) => void;
}) {
  const [draft, setDraft] = useDraft<Pick<ReadDating, 'kind' | 'confidence'> | null>(dating, null);
  const isImported = dating?.kind === 'imported' && draft === null;
  const read = draft ?? (dating === undefined || dating.kind === 'imported' ? null : dating);
  const explanation = dating === undefined || dating.kind === 'imported' ? '' : dating.explanation;
  const choose = (chosen: Pick<ReadDating, 'kind' | 'confidence'>): void => {
    if (explanation === '') setDraft(chosen);
    else keep({ ...chosen, explanation });
  };
  return (
    <section aria-label="How the date is known">
      <h3>How the date is known</h3>
      <div class="editor-pair">
        <Select
          label="Kind of dating"
          value={isImported ? 'imported' : (read?.kind ?? 'none')}
          choices={[
            ['none', 'Not said'],
            ...(dating?.kind === 'imported' ? [['imported', 'Imported from a file'] as const] : []),
            ...READ_KINDS.map((kind) => [kind, DATING[kind].replace(/\.$/, '')] as const),
          ]}
          onChoose={(value) => {
            const kind = READ_KINDS.find((one) => one === value);
            if (kind !== undefined) choose({ kind, confidence: read?.confidence ?? 'high' });
            else if (value === 'none') {
              setDraft(null);
              keep(undefined);
            }
          }}
        />
        {read !== null && (
          <Select
            label="Confidence"
            value={read.confidence}
            choices={CONFIDENCES.map((confidence) => [confidence, `Confidence: ${confidence}`])}
            onChoose={(value) => {
              const confidence = CONFIDENCES.find((one) => one === value);
              if (confidence !== undefined) choose({ kind: read.kind, confidence });
            }}
          />
        )}
      </div>
      {read !== null && (
        <KeptField
          name="explanation"
          label="Explanation"
          value={explanation}
          lines={3}
          longest={LIMITS.passage}
          placeholder="What the article says, what follows from it, who else says so"
          keep={(text) => {
            if (text.trim() === '') return 'Say in words how the date is known; until then this is not kept.';
            keep({ kind: read.kind, confidence: read.confidence, explanation: text.trim() });
            return null;
          }}
        />
      )}
    </section>
  );
}
