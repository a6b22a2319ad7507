import { mp4, webm } from '../../../../test/support/recordings';
import { png } from '../../../../test/support/sample-files';
import { isMedia, recordingType } from './recording';

describe('what a recording is', () => {
  it('is told by its tracks, not by what it is called', () => {
    expect(recordingType(webm('audio'))).toBe('audio/webm');
    expect(recordingType(webm('video'))).toBe('video/webm');
    expect(recordingType(mp4('audio'))).toBe('audio/mp4');
    expect(recordingType(mp4('video'))).toBe('video/mp4');
  });

  it('is nothing without tracks, or where it is another container of the same family', () => {
    expect(recordingType(webm('audio', { tracks: false }))).toBeNull();
    expect(recordingType(webm('video', { docType: 'matroska' }))).toBeNull();
    expect(isMedia(png())).toBe(false);
  });

  it('is read within its bounds, wherever it is cut or what it says of its size', () => {
    for (const whole of [webm('video'), mp4('video')]) {
      for (let length = 0; length < whole.length; length += 1) recordingType(whole.subarray(0, length));
      for (let at = 0; at < whole.length; at += 1) {
        for (const value of [0, 1, 0x7f, 0xff]) {
          const bent = Buffer.from(whole);
          bent[at] = value;
          recordingType(bent);
        }
      }
    }
  });
});
