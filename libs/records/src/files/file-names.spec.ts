import { cleanName, dispositionOf, nameAs } from './file-names';

describe('names of files', () => {
  it.each([
    ['left-knee.jpg', 'left-knee.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\photos\\knee.png', 'knee.png'],
    ['膝の写真.jpg', '膝の写真.jpg'],
    ['a\u202Egpj.exe', 'agpj.exe'],
    ['line\r\nbreak: "x".pdf', 'linebreak x .pdf'],
    ['...', 'file'],
    [' .hidden ', 'hidden'],
  ])('shows %j as %j', (given, shown) => {
    expect(cleanName(given)).toBe(shown);
  });

  it('are cut without losing their ending or half a letter', () => {
    const long = cleanName(`${'😀'.repeat(200)}.jpeg`);
    expect([...long]).toHaveLength(120);
    expect(long.endsWith('😀.jpeg')).toBe(true);
  });

  it('end as what the file is', () => {
    expect(nameAs('report.exe', 'application/pdf')).toBe('report.exe.pdf');
    expect(nameAs('Knee.JPG', 'image/jpeg')).toBe('Knee.JPG');
    expect(nameAs('knee', 'image/png')).toBe('knee.png');
  });

  it('stand in a header in their own letters', () => {
    expect(dispositionOf('膝 (1).jpg', 'image/jpeg')).toBe(
      'inline; filename="_ (1).jpg"; filename*=UTF-8\'\'%E8%86%9D%20%281%29.jpg',
    );
    expect(dispositionOf('a.pdf', 'application/pdf')).toMatch(/^attachment;/);
  });
});
