// The message over the window: progress, a saved file, or a failure.
import { CircleAlert, CircleCheck, Info, LoaderCircle, X } from 'lucide-preact';
import { dismissNotice, notice } from '../parts/notices.ts';

const ICONS = { progress: LoaderCircle, success: CircleCheck, remark: Info, failure: CircleAlert } as const;

/** Stays until it is dismissed or replaced, so that nobody has to read fast. */
export function NoticeBar() {
  const shown = notice.value;
  const Icon = shown === null ? null : ICONS[shown.kind];
  return (
    <div class="notice-place" role={shown?.kind === 'failure' ? 'alert' : 'status'}>
      {shown !== null && Icon !== null && (
        <div class={`notice notice-${shown.kind}`}>
          <Icon size={18} aria-hidden="true" />
          <div class="notice-text" dir="auto">
            <p>{shown.text}</p>
            {shown.details.length > 0 && (
              <ul>
                {shown.details.map((detail, position) => (
                  <li key={position}>{detail}</li>
                ))}
              </ul>
            )}
          </div>
          {shown.action !== null && (
            <button type="button" class="button" onClick={shown.action.run}>
              {shown.action.label}
            </button>
          )}
          {shown.kind !== 'progress' && (
            <button type="button" class="icon-button" aria-label="Dismiss" onClick={dismissNotice}>
              <X size={16} aria-hidden="true" />
            </button>
          )}
        </div>
      )}
    </div>
  );
}
