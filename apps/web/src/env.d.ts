/// <reference types="vite/client" />

/** The sentences of one language; see `words` in vite-plugins. */
declare module 'virtual:words/*' {
  const words: Record<string, string>;
  export default words;
}
