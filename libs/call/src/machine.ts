/** Where a window is in its visit. */
export type CallPhase =
  | 'idle'
  | 'connecting'
  | 'waiting'
  | 'admitted'
  | 'joining'
  | 'joined'
  | 'reconnecting'
  | 'left'
  | 'closed';

export type CallSignal =
  /** The page asks to come in. */
  | 'enter'
  /** The server told the own seat's state. */
  | 'seat.waiting'
  | 'seat.admitted'
  | 'seat.left'
  | 'join'
  | 'join.done'
  | 'join.failed'
  /** The room or the connection is gone while in a call. */
  | 'lost'
  | 'resumed'
  | 'refused'
  | 'leave'
  | 'close';

/** Every allowed move. A signal that is not listed for a phase changes nothing: events may arrive late or twice. */
export const callMoves: Record<CallPhase, Partial<Record<CallSignal, CallPhase>>> = {
  idle: { enter: 'connecting', close: 'closed' },
  connecting: {
    'seat.waiting': 'waiting',
    'seat.admitted': 'admitted',
    refused: 'idle',
    leave: 'left',
    close: 'closed',
  },
  waiting: { 'seat.admitted': 'admitted', leave: 'left', close: 'closed' },
  admitted: { join: 'joining', 'seat.waiting': 'waiting', leave: 'left', close: 'closed' },
  joining: { 'join.done': 'joined', 'join.failed': 'admitted', leave: 'left', close: 'closed' },
  joined: { lost: 'reconnecting', leave: 'left', close: 'closed' },
  reconnecting: {
    resumed: 'joined',
    'join.done': 'joined',
    'join.failed': 'admitted',
    'seat.waiting': 'waiting',
    leave: 'left',
    close: 'closed',
  },
  left: { enter: 'connecting', close: 'closed' },
  closed: {},
};

/** The next phase, or the same one when the signal means nothing here. */
export function nextPhase(phase: CallPhase, signal: CallSignal): CallPhase {
  return callMoves[phase][signal] ?? phase;
}
