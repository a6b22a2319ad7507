import { followNews } from './news';

describe('news of a visit', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function follow() {
    const told: number[] = [];
    const news = followNews(
      (ms, task) => void setTimeout(task, ms),
      (version) => told.push(version),
    );
    return { told, news };
  }

  it('reaches who waits at the door at once', () => {
    const { told, news } = follow();
    news.hear(3, false);
    expect(told).toEqual([3]);
  });

  it('reaches who is in the call a little later, several as one', () => {
    const { told, news } = follow();
    news.hear(3, true);
    news.hear(5, true);
    news.hear(4, true);
    expect(told).toEqual([]);
    jest.advanceTimersByTime(1000);
    expect(told).toEqual([5]);
  });

  it('waits for the end of a join, however long that takes', () => {
    const { told, news } = follow();
    news.hear(2, true);
    news.quiet();
    jest.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
    news.quietFor(800);
    jest.advanceTimersByTime(900);
    expect(told).toEqual([2]);
  });

  it('tells nothing after it was forgotten', () => {
    const { told, news } = follow();
    news.hear(2, true);
    news.forget();
    jest.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
  });
});
