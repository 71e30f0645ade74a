// Decides which system's conventions the page follows.

/** Whether Cmd replaces Ctrl, and keys are named by their signs. */
export const isMac = navigator.userAgent.includes('Mac');
