// The form of an article: a new one is pasted, typed or opened from a file; that of another keeps each field as it is left.
import { FileText, Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { excerpt } from '../../shared/excerpt.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { isolate } from '../../shared/isolate.ts';
import { api } from '../api.ts';
import {
  firstWrong,
  headlineOf,
  readArticleField,
  typedOf,
  type ArticleField,
} from '../article/article-fields.ts';
import {
  addDraft,
  answerReplacing,
  articleDraft,
  articleFile,
  deleteArticle,
  editedArticle,
  keepArticleField,
  keepDraft,
  lostQuotes,
  openArticle,
  quotesInWords,
  replacingFile,
} from '../article/commands.ts';
import { draftEvents } from '../draft/commands.ts';
import { FirstGlance } from '../draft/glance.tsx';
import { closeDialog } from '../parts/dialogs.ts';
import { useDraft } from '../parts/draft.ts';
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
  const [text, setText] = useDraft(draft.text, draft.text);
  const add = (): boolean => {
    const why = addDraft();
    setProblem(why);
    const wrong = why === null ? null : firstWrong(articleDraft.peek());
    if (wrong !== null) focusField(wrong);
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
        <ArticleFile refuse={setProblem} />
        <Replacing />
        <ArticleFields
          value={(field) => draft[field]}
          keep={(field) => (typed) => keep(field, typed)}
          focused="text"
          typed={setText}
        />
        <div class="edit-foot">
          {problem !== null && (
            <p class="kept-problem" role="alert">
              {problem}
            </p>
          )}
          <FirstGlance
            text={text}
            published={draft.published}
            address={draft.address}
            take={(date) => {
              keep('published', date);
              focusField('published');
            }}
          />
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
        {lost.length > 0 && (
          <div class="lost-quotes" role="alert">
            <p>
              {quotesInWords(lost.length)} no longer in the text. The words were kept in the descriptions of
              their events:
            </p>
            <ul>
              {lost.map(({ event, quote, keptIn }, number) => (
                <li key={number} dir="auto">
                  <bdi>{event.title}</bdi>: {excerpt(quote, 80)}
                  {keptIn === 'note' && ' (in a note on it: its description is full)'}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div class="edit-foot">
          <FirstGlance
            text={article.text}
            published={typed.published}
            address={typed.address}
            take={(date) => {
              keepArticleField(id, 'published', date);
              focusField('published');
            }}
          />
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

/** Leads to a field of the form: what was pressed may be gone, or far from what has to be changed. */
function focusField(name: ArticleField): void {
  document.querySelector<HTMLElement>(`.article-dialog [name="${name}"]`)?.focus();
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

/** Asks before a file takes the place of what was typed. */
function Replacing() {
  const file = replacingFile.value;
  if (file === null) return null;
  return (
    <div class="replacing" role="alert">
      <p>
        This form holds an article that you have not added. “<bdi>{file.fileName}</bdi>” would take its place.
      </p>
      <button
        type="button"
        class="button"
        onClick={() => {
          answerReplacing(true);
        }}
      >
        Replace it
      </button>{' '}
      <button
        type="button"
        class="button"
        onClick={() => {
          answerReplacing(false);
        }}
      >
        Keep what is here
      </button>
    </div>
  );
}

/** The endings that the system's dialog offers first; the content decides what a file is. */
const ARTICLES = '.txt,.text,.md,.html,.htm,.docx,.eml,.mhtml,.pdf,text/plain,text/html';

/** Milliseconds before a file that is being read is spoken of. */
const UNNOTICED = 400;

/** Fills the form from a file, and says from which. */
function ArticleFile({ refuse }: { readonly refuse: (why: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string | null>(null);
  const read = async (file: File): Promise<void> => {
    refuse(null);
    const timer = setTimeout(() => {
      setReading(file.name);
    }, UNNOTICED);
    const article = await api.readArticle(file);
    clearTimeout(timer);
    setReading(null);
    if (article.ok) openArticle(article.value);
    else if (article.failure.code !== 'job-cancelled') refuse(article.failure.message);
  };
  const from = articleFile.value;
  return (
    <div class="text-file">
      Paste the text of an article below, or{' '}
      <button
        type="button"
        class="button"
        onClick={() => {
          input.current?.click();
        }}
      >
        <FileText size={15} aria-hidden="true" /> Open a file…
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ARTICLES}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void read(file);
          currentTarget.value = '';
        }}
      />
      <div role="status" dir="auto">
        {reading !== null ? (
          <>
            Reading “{isolate(reading)}”…{' '}
            <button type="button" class="button" onClick={() => void api.cancelOpening()}>
              Cancel reading
            </button>
          </>
        ) : (
          from !== null && `From “${isolate(from.fileName)}”. ${from.remarks.join(' ')}`
        )}
      </div>
    </div>
  );
}
