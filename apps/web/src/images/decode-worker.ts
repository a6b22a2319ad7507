import { decodeImageFrame } from '../../../../node_modules/@cornerstonejs/dicom-image-loader/dist/esm/decodeImageFrameWorker.js';
import type { Decoded, Task } from './decode-task';

/* The decoders of Cornerstone, in a thread of their own. */
const decode = decodeImageFrame as unknown as (
  frame: Task['frame'],
  transferSyntax: string,
  bytes: Uint8Array,
  config: object,
  options: object,
) => Promise<{ pixelData: Decoded['values']; rows: number; columns: number }>;

self.onmessage = ({ data }: MessageEvent<Task>) => {
  const { id, frame, transferSyntax, bytes, scale } = data;
  const options = { preScale: scale ? { enabled: true, scalingParameters: scale } : { enabled: false } };
  decode(frame, transferSyntax, bytes, {}, options).then(
    ({ pixelData: values, rows, columns }) => self.postMessage({ id, values, rows, columns } satisfies Decoded),
    (error: unknown) => self.postMessage({ id, error: String(error) }),
  );
};
