import classes from './wordmark.module.css';

/** Drawn, not said: whoever shows it says "Okaeri" beside it. A door that stands open with somebody in it, and the word one says to those who come home. */
export function Wordmark() {
  return (
    <span className={classes.wordmark} aria-hidden="true">
      <svg viewBox="0 0 32 32" className={classes.mark} focusable="false">
        <path d="M6.5 27V14.5a9.5 9.5 0 0 1 19 0V27" />
        <circle cx="16" cy="18" r="4.1" />
        <path d="M3 27h26" />
      </svg>
      <span className={classes.latin} lang="en">
        Okaeri
      </span>
      <span className={classes.kana} lang="ja">
        おかえり
      </span>
    </span>
  );
}
