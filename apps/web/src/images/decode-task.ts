/** What goes to the thread that decodes, with the names that Cornerstone's decoders know. */
export interface Task {
  id: number;
  transferSyntax: string;
  bytes: Uint8Array;
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
