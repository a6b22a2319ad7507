import { isSameHouse } from './dav';

describe('the house whose key we have', () => {
  it.each([
    ['https://dav.hospital.example/', 'https://dav.hospital.example/sato/', true],
    ['https://caldav.icloud.com/', 'https://p34-caldav.icloud.com:443/1/calendars/', true],
    ['https://caldav.icloud.com/', 'http://p34-caldav.icloud.com/', false],
    ['https://caldav.icloud.com/', 'https://icloud.com.thief.example/', false],
    ['https://hospital.example/', 'https://thief.example/', false],
    ['http://dav.hospital.example/', 'http://cal.hospital.example/', false],
    ['https://192.168.1.5/', 'https://9.168.1.5/', false],
  ])('%s, and it points to %s: %p', (known, next, same) => expect(isSameHouse(known, next)).toBe(same));
});
