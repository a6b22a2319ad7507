import { EventEmitter } from 'node:events';
import { Pulse } from './pulse';
import type { Watched } from './pulse';

class Line extends EventEmitter {
  iceState: Watched['iceState'] = 'new';
  dtlsState: Watched['dtlsState'] = 'new';

  become(iceState: Watched['iceState'], dtlsState: Watched['dtlsState']): void {
    this.iceState = iceState;
    this.dtlsState = dtlsState;
    this.emit('icestatechange');
    this.emit('dtlsstatechange');
  }
}

describe('Pulse', () => {
  let now = 0;
  let send: Line;
  let receive: Line;
  let pulse: Pulse;
  beforeEach(() => {
    now = 0;
    send = new Line();
    receive = new Line();
    pulse = Pulse.create([send, receive], () => now);
  });

  it('is not silent before anybody has come, only not met', () => {
    now = 5000;
    expect(pulse.silentFor).toBe(0);
    expect(pulse.unmetFor).toBe(5000);
    pulse.touch();
    expect(pulse.unmetFor).toBe(0);
  });

  it('counts from the loss of the last line that was ever there', () => {
    receive.become('completed', 'connected');
    now = 1000;
    expect(pulse.unmetFor).toBe(0);
    receive.become('disconnected', 'connected');
    now = 4000;
    expect(pulse.silentFor).toBe(3000);
    receive.become('completed', 'connected');
    expect(pulse.silentFor).toBe(0);
  });

  it('lives as long as one of two lines does', () => {
    send.become('completed', 'connected');
    receive.become('completed', 'connected');
    send.become('disconnected', 'closed');
    now = 1000;
    expect(pulse.silentFor).toBe(0);
    expect(pulse.beyondRepair).toBe(true);
    receive.become('disconnected', 'connected');
    now = 1500;
    expect(pulse.silentFor).toBe(500);
  });

  it('remembers that a handshake failed, whatever the worker does then', () => {
    receive.become('connected', 'failed');
    receive.become('completed', 'connecting');
    expect(pulse.beyondRepair).toBe(true);
    expect(pulse.silentFor).toBe(0);
  });

  it('gets its whole time again when somebody asks for it', () => {
    receive.become('completed', 'connected');
    receive.become('disconnected', 'connected');
    now = 50_000;
    pulse.touch();
    now = 51_000;
    expect(pulse.silentFor).toBe(1000);
    expect(pulse.beyondRepair).toBe(false);
  });
});
