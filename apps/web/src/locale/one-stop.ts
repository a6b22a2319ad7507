/** An hour such as "7:00 p.m." ends the sentence it stands at the end of; two stops would be one too many. */
export const oneStop = (sentence: string): string => sentence.replace(/([^.])\.\.(?!\.)/g, '$1.');
