import { Decoder, Encoder, protocol } from 'socket.io-parser';

/**
 * Socket.IO hangs up on a frame that it cannot read. A page whose one message was mangled would lose its call for it, so
 * such a frame is dropped instead, along with the binary message that it may have interrupted.
 */
class PatientDecoder extends Decoder {
  override add(frame: unknown): void {
    try {
      super.add(frame);
    } catch {
      this.destroy();
    }
  }
}

/** For the `parser` option of the server. */
export const wireParser = { Encoder, Decoder: PatientDecoder, protocol };
