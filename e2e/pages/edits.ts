// Edits of the open document as the page sends them to main, for tests of what main does with them.
import type { Page } from '@playwright/test';
import type { Step } from '../../src/shared/document/edit/history.ts';

/** Has main take a step, which the page learns of when it is loaded again. Fails where main refuses it. */
export async function take(page: Page, step: Step): Promise<void> {
  const answer = await page.evaluate(async (given) => {
    const { document } = await window.api.loadDocument();
    return document.ok ? window.api.takeStep(document.value.serial, given) : document;
  }, step);
  if (!answer.ok) throw new Error([answer.failure.message, ...answer.failure.details].join(' '));
}

/** The step that gives the document another title. */
export function titled(before: string, after: string): Step {
  return edited(`Change title to ${after}`, [
    { kind: 'head', before: JSON.stringify({ title: before }), after: JSON.stringify({ title: after }) },
  ]);
}

/** The step that adds an event to a lane. */
export function added(id: string, lane: string, fields: object = {}): Step {
  return edited(`Add ${id}`, [
    { kind: 'event', id, before: null, after: JSON.stringify({ id, title: id, lane, ...fields }, null, 2) },
  ]);
}

function edited(name: string, changes: Extract<Step, { kind: 'edit' }>['edit']['changes']): Step {
  return { kind: 'edit', edit: { name, changes }, at: new Date().toISOString(), joins: false };
}
