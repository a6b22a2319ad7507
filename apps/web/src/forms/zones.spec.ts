import { zoneNames, zonesFor } from './zones';

const zones = ['America/Toronto', 'America/New_York', 'Asia/Tokyo', 'Europe/Paris', 'Europe/Berlin'];
const labels = (tag: string) => new Map(zoneNames(zones, tag).map(({ zone, label }) => [zone, label]));

describe('the names of zones', () => {
  it.each([
    ['en-CA', 'Eastern Time · Toronto', 'Japan Standard Time'],
    ['fr-CA', 'Heure de l’Est · Toronto', 'Heure normale du Japon'],
    ['ja-JP', '米国東部時間 · トロント', '日本標準時'],
    ['zh-CN', '北美东部时间 · 多伦多', '日本标准时间'],
    ['ko-KR', '미 동부 시간 · 토론토', '일본 표준시'],
    ['vi-VN', 'Giờ miền Đông · Toronto', 'Giờ Chuẩn Nhật Bản'],
  ])('%s: with the place only where a name has several clocks', (tag, toronto, tokyo) => {
    expect([labels(tag).get('America/Toronto'), labels(tag).get('Asia/Tokyo')]).toEqual([toronto, tokyo]);
  });

  it('keeps the name that was chosen, once', () => {
    for (const chosen of ['Asia/Ho_Chi_Minh', 'Asia/Saigon']) {
      const same = zonesFor('en-CA', chosen).filter(({ label }) => label.includes('Vietnam'));
      expect(same).toEqual([{ zone: chosen, label: 'Vietnam Time' }]);
    }
    expect(zonesFor('en-CA', 'Mars/Olympus_Mons')[0]).toEqual({ zone: 'Mars/Olympus_Mons', label: 'Olympus Mons' });
  });
});
