// The message over the window: progress, a saved file, or a failure.
import { CircleAlert, CircleCheck, Info, LoaderCircle, X } from 'lucide-preact';
import { dismissNotice, notice } from '../parts/notices.ts';

const ICONS = { progress: LoaderCircle, success: CircleCheck, remark: Info, failure: CircleAlert } as const;

/** Stays until it is dismissed or replaced, so that nobody has to read fast. */
export function NoticeBar() {
  const message = notice.value;
  const Icon = message === null ? null : ICONS[message.kind];
  return (
    <div class="notice-place" role={message?.kind === 'failure' ? 'alert' : 'status'}>
      {message !== null && Icon !== null && (
        <div class={`notice notice-${message.kind}`}>
          <Icon size={18} aria-hidden="true" />
          <div class="notice-text" dir="auto">
            <p>{message.text}</p>
            {message.details.length > 0 && (
              <ul>
                {message.details.map((detail, position) => (
                  <li key={position}>{detail}</li>
                ))}
              </ul>
            )}
          </div>
          {message.actions.map(({ label, run }) => (
            <button key={label} type="button" class="button" onClick={run}>
              {label}
            </button>
          ))}
          {message.kind !== 'progress' && (
            <button type="button" class="icon-button" aria-label="Dismiss" onClick={dismissNotice}>
              <X size={16} aria-hidden="true" />
            </button>
          )}
        </div>
      )}
    </div>
  );
}
