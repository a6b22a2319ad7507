/** What goes to the thread that decodes, with the names that Cornerstone's decoders know. */
export interface Task {
  id: number;
  transferSyntax: string;
  bytes: Uint8Array;
  /** Where in them it begins; only of single bits not at a byte. */
  bit: number;
  /** Makes the values those of the body; not for colours. */
  scale: { rescaleSlope: number; rescaleIntercept: number; modality: string } | null;
  frame: {
    rows: number;
    columns: number;
    samplesPerPixel: number;
    photometricInterpretation: string;
    planarConfiguration: number;
    bitsAllocated: number;
    bitsStored: number;
    pixelRepresentation: number;
  };
}

export interface Decoded {
  id: number;
  values: Uint8Array | Uint16Array | Int16Array | Float32Array | Uint32Array | Int32Array | Uint8ClampedArray;
  rows: number;
  columns: number;
}

/** Written as numbers, one after the other; the last one with the higher byte first. */
export const plainSyntaxes = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2'] as const;
export const bigEndian = plainSyntaxes[2];
export const runLength = '1.2.840.10008.1.2.5';
