/** What scrolls within the page is reached by keyboard too, so that it can be moved. */
export const reachable = { tabIndex: 0 } as const;
