import { decodeImageFrame } from '../../../../node_modules/@cornerstonejs/dicom-image-loader/dist/esm/decodeImageFrameWorker.js';
import { bigEndian, plainSyntaxes, runLength, type Decoded, type Task } from './decode-task';
import { pointsOf, runsOf, scaled } from './points';

/* In a thread of their own: the decoders of Cornerstone for what is compressed, and ours for what is not. */
const decode = decodeImageFrame as unknown as (
  frame: Task['frame'],
  transferSyntax: string,
  bytes: Uint8Array,
  config: object,
  options: object,
) => Promise<{ pixelData: Decoded['values']; rows: number; columns: number }>;

async function read({ id, frame, transferSyntax, bytes, bit, scale }: Task): Promise<Decoded> {
  const plain = plainSyntaxes.some((each) => each === transferSyntax);
  if (plain || transferSyntax === runLength) {
    const big = transferSyntax === bigEndian;
    const values = plain ? pointsOf(bytes, frame, { bit, big }) : runsOf(bytes, frame);
    return { id, values: scale ? scaled(values, scale) : values, rows: frame.rows, columns: frame.columns };
  }
  const options = { preScale: scale ? { enabled: true, scalingParameters: scale } : { enabled: false } };
  const { pixelData: values, rows, columns } = await decode(frame, transferSyntax, bytes, {}, options);
  return { id, values, rows, columns };
}

self.onmessage = ({ data }: MessageEvent<Task>) => {
  read(data).then(
    (decoded) => self.postMessage(decoded),
    (error: unknown) => self.postMessage({ id: data.id, error: String(error) }),
  );
};
