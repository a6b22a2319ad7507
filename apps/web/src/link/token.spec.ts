import { forgetToken, takeToken } from './token';

const token = `v.${'A'.repeat(43)}`;
const replaced = jest.fn();

beforeEach(() => {
  replaced.mockClear();
  forgetToken();
  const location = { hash: '', pathname: '/link' };
  replaced.mockImplementation(() => {
    location.hash = '';
  });
  Object.assign(globalThis, { window: { location, history: { state: null, replaceState: replaced } } });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'window');
});

describe('the token of a link', () => {
  it('leaves the address bar at once and stays with the page', () => {
    window.location.hash = `#${token}`;
    expect(takeToken()).toBe(token);
    expect(replaced).toHaveBeenCalledWith(null, '', '/link');
    expect(takeToken()).toBe(token);
  });

  it('is nothing where the address holds anything else', () => {
    window.location.hash = '#javascript:alert(1)';
    expect(takeToken()).toBeNull();
    expect(replaced).toHaveBeenCalledTimes(1);
  });

  it('is forgotten once it has let somebody in', () => {
    window.location.hash = `#${token}`;
    takeToken();
    forgetToken();
    expect(takeToken()).toBeNull();
  });
});
