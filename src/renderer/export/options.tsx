// The options of a figure: its format, then a group for each question that a reader asks of it.
import { choose } from './commands.ts';
import { ContentGroup } from './content-group.tsx';
import { IncludeGroup } from './include-group.tsx';
import { LookGroup } from './look-group.tsx';
import type { GroupProps } from './option-group.tsx';
import { SizeGroup } from './size-group.tsx';
import { WordsGroup } from './words-group.tsx';
import { Segments } from '../parts/controls.tsx';

/** All options, from what the figure is to what stands around it. */
export function Options(props: GroupProps) {
  return (
    <>
      <Segments
        legend="Format"
        value={props.choices.format}
        choices={[
          ['png', 'PNG'],
          ['svg', 'SVG'],
          ['pdf', 'PDF'],
        ]}
        onChoose={(format) => {
          choose({ format });
        }}
      />
      <ContentGroup {...props} />
      <SizeGroup {...props} />
      <LookGroup {...props} />
      <IncludeGroup {...props} />
      <WordsGroup {...props} />
    </>
  );
}
