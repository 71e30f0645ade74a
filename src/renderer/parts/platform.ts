// Which system's habits the page follows.

/** Whether Cmd stands for Ctrl, and keys are named by their signs. */
export const isMac = navigator.userAgent.includes('Mac');
