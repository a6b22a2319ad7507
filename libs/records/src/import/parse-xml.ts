import type { ImportFault } from '@okaeri/contracts';
import { SaxesParser } from 'saxes';

/** Names as they are written, with their prefixes. */
interface Listener {
  attribute?: () => void;
  open: (name: string, attributes: Readonly<Record<string, string>>, closed: boolean) => void;
  close: (name: string, closed: boolean) => void;
  text: (words: string) => void;
}

class GivenUp extends Error {
  constructor(readonly fault: ImportFault) {
    super(`Given up: ${fault}`);
  }
}

/** From within a listener: nothing more is read. */
export function giveUp(fault: ImportFault): never {
  throw new GivenUp(fault);
}

/**
 * Tells what is in a document from its beginning to its end, or why not all of it. It gives up at the first mistake: each error costs a
 * parser that goes on more than all the rest. Definitions of its own a document may not bring.
 */
export function parseXml(text: string, { attribute, open, close, text: told }: Listener): ImportFault | null {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => giveUp('xml'));
  parser.on('doctype', () => giveUp('xmlDoctype'));
  if (attribute) parser.on('attribute', attribute);
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => open(name, attributes, isSelfClosing));
  parser.on('closetag', ({ name, isSelfClosing }) => close(name, isSelfClosing));
  parser.on('text', told);
  parser.on('cdata', told);
  try {
    parser.write(text).close();
    return null;
  } catch (error) {
    if (error instanceof GivenUp) return error.fault;
    throw error;
  }
}
