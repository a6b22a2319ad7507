/** Constants of the signalling protocol, apart from the schemas so that a page can use them without loading zod. */
export const signalingProtocol = 2;
/** Where Socket.IO listens, on the page's own origin. */
export const signalingPath = '/socket';
/** Bytes; rtpParameters of three layers take about 4 kB. */
export const signalingMessageLimit = 64 * 1024;
/** A page needs about 30 messages to join; a client above this rate is cut off. */
export const signalingMessagesPerSecond = 60;
