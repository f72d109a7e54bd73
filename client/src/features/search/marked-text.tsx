import type { SearchHit } from '../../api/contract';
import classes from './search.module.css';

/** A piece of text with what was found in it marked. */
export function MarkedText({ snippet: { text, marks, isCutBefore, isCutAfter } }: { snippet: SearchHit['snippet'] }) {
  const ends = [0, ...marks.flat(), text.length];
  return (
    <span>
      {isCutBefore && '… '}
      {ends.slice(1).map((end, index) => {
        const piece = text.slice(ends[index] ?? 0, end);
        return index % 2 === 1 ? <mark key={index} className={classes.mark}>{piece}</mark> : piece;
      })}
      {isCutAfter && ' …'}
    </span>
  );
}
