// The form of an article: a new one is pasted, typed or opened from a text file; that of another keeps each field as it is left.
import { FileText, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { excerpt } from '../../shared/excerpt.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { encodingOf } from '../../shared/formats/text.ts';
import { headlineOf, readArticleField, typedOf, type ArticleField } from '../article/article-fields.ts';
import {
  addDraft,
  articleDraft,
  deleteArticle,
  editedArticle,
  keepArticleField,
  keepDraft,
  lostQuotes,
  quotesInWords,
} from '../article/commands.ts';
import { draftEvents } from '../draft/commands.ts';
import { FirstGlance } from '../draft/glance.tsx';
import { closeDialog } from '../parts/dialogs.ts';
import { KeptField, type Keep } from '../parts/kept-field.tsx';
import { currentView } from '../view/view.ts';
import { PageDialog } from './page-dialog.tsx';
import './edit-dialogs.css';

/** Adds an article, or changes or deletes one. */
export function ArticleDialog() {
  const id = editedArticle.value;
  return id === null ? <NewArticle /> : <KnownArticle id={id} />;
}

function NewArticle() {
  const [problem, setProblem] = useState<string | null>(null);
  const draft = articleDraft.value;
  const [text, setText] = useState(draft.text);
  const add = (): boolean => {
    const why = addDraft();
    setProblem(why);
    return why === null;
  };
  const keep = (field: ArticleField, typed: string): string | null => {
    setProblem(null);
    const { title } = articleDraft.peek();
    const headline = field === 'text' && title === '' ? { title: headlineOf(typed) } : {};
    keepDraft({ [field]: typed, ...headline });
    const read = typed.trim() === '' ? null : readArticleField(field, typed);
    return read === null || read.ok ? null : read.failure.message;
  };
  return (
    <PageDialog name="edit-dialog article-dialog" title="Add article">
      <form
        class="edit-form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          add();
        }}
      >
        <TextFile
          take={(opened) => {
            keep('text', opened);
            setText(opened);
          }}
          refuse={setProblem}
        />
        <ArticleFields
          value={(field) => draft[field]}
          keep={(field) => (typed) => keep(field, typed)}
          focused="text"
          typed={setText}
        />
        <FirstGlance
          text={text}
          published={draft.published}
          address={draft.address}
          take={(date) => {
            keep('published', date);
          }}
        />
        {problem !== null && (
          <p class="kept-problem" role="alert">
            {problem}
          </p>
        )}
        <div class="edit-foot">
          <button type="button" class="button" onClick={closeDialog}>
            Cancel
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              if (add()) void draftEvents();
            }}
          >
            Add and draft events
          </button>
          <button type="submit" class="button primary">
            Add article
          </button>
        </div>
      </form>
    </PageDialog>
  );
}

function KnownArticle({ id }: { readonly id: string }) {
  const article = currentView.value?.opened.document.articles.find((one) => one.id === id);
  if (article === undefined) return null;
  const typed = typedOf(article);
  const lost = lostQuotes.value;
  return (
    <PageDialog name="edit-dialog article-dialog" title="Edit article">
      <form
        class="edit-form"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          closeDialog();
        }}
      >
        <ArticleFields
          value={(field) => typed[field]}
          keep={(field) => (text) => keepArticleField(id, field, text)}
          focused="title"
        />
        <FirstGlance
          text={article.text}
          published={typed.published}
          address={typed.address}
          take={(date) => {
            keepArticleField(id, 'published', date);
          }}
        />
        {lost.length > 0 && (
          <div class="lost-quotes" role="alert">
            <p>
              {quotesInWords(lost.length)} no longer in the text. The words were kept in the descriptions of
              their events:
            </p>
            <ul>
              {lost.map(({ event, quote }, number) => (
                <li key={number} dir="auto">
                  <bdi>{event.title}</bdi>: {excerpt(quote, 80)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div class="edit-foot">
          <button
            type="button"
            class="button"
            onClick={() => {
              deleteArticle(id);
            }}
          >
            <Trash2 size={15} aria-hidden="true" /> Delete article
          </button>
          <button type="submit" class="button primary">
            Done
          </button>
        </div>
      </form>
    </PageDialog>
  );
}

function ArticleFields({
  value,
  keep,
  focused,
  typed,
}: {
  readonly value: (field: ArticleField) => string;
  readonly keep: (field: ArticleField) => Keep;
  readonly focused: ArticleField;
  /** Called with the text while it is typed. */
  readonly typed?: (text: string) => void;
}) {
  const field = (
    name: ArticleField,
    label: string,
    longest: number,
    more: { readonly placeholder?: string },
  ) => (
    <KeptField
      name={name}
      label={label}
      value={value(name)}
      longest={longest}
      hasFocus={focused === name}
      keep={keep(name)}
      {...more}
    />
  );
  return (
    <>
      {field('title', 'Title', LIMITS.line, {})}
      <div class="edit-pair">
        {field('publisher', 'Publisher', LIMITS.line, {})}
        {field('published', 'Published', LIMITS.date, { placeholder: '22 Sep 2022' })}
      </div>
      {field('address', 'Address', LIMITS.address, { placeholder: 'https://…' })}
      <KeptField
        name="text"
        label="Text"
        value={value('text')}
        lines={12}
        hasFocus={focused === 'text'}
        keep={keep('text')}
        typed={typed}
      />
    </>
  );
}

/** Opens a text file, and takes its text. */
function TextFile({
  take,
  refuse,
}: {
  readonly take: (text: string) => void;
  readonly refuse: (why: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    // A letter has at most four bytes.
    if (file.size > 4 * LIMITS.text) {
      refuse(`“${file.name}” is larger than ${(4 * LIMITS.text) / 1e6} MB: open an article at a time.`);
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { encoding, from } = encodingOf(bytes);
      const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(from));
      if (text.includes('\0')) refuse(`“${file.name}” is not a text file. Save it as plain text first.`);
      else take(text);
    } catch {
      refuse(`“${file.name}” cannot be read. Is it still there?`);
    }
  };
  return (
    <p class="text-file">
      Paste the text of an article below, or{' '}
      <button
        type="button"
        class="button"
        onClick={() => {
          input.current?.click();
        }}
      >
        <FileText size={15} aria-hidden="true" /> Open a text file…
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,.text,.md,text/plain"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file !== undefined) void read(file);
        }}
      />
    </p>
  );
}
