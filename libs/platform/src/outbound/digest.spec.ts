import { DigestKey, digestChallenge } from './digest';

const url = 'http://www.example.org/dir/index.html';
const mufasa = { username: 'Mufasa', password: 'Circle of Life' };

describe('a digest', () => {
  // RFC 7616, 3.9.1.
  const header = (algorithm: string) =>
    `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;
  const answerTo = (algorithm: string) => {
    const challenge = digestChallenge(header(algorithm));
    if (!challenge) throw new Error('It is a challenge.');
    const key = new DigestKey(challenge, mufasa, () => 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ');
    return key.authorization('GET', url);
  };

  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('is as the standard has it, by %s', (algorithm, response) => {
    expect(answerTo(algorithm)).toContain(`response="${response}"`);
    expect(answerTo(algorithm)).toContain('username="Mufasa"');
    expect(answerTo(algorithm)).toContain('uri="/dir/index.html"');
    expect(answerTo(algorithm)).toContain('qop=auth, nc=00000001');
    expect(answerTo(algorithm)).not.toContain('Circle');
  });

  // RFC 7616, 3.9.2.
  it('says a name by its hash where that is wanted', () => {
    const challenge = digestChallenge(
      'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8, userhash=true',
    );
    if (!challenge) throw new Error('It is a challenge.');
    const key = new DigestKey(challenge, { username: 'Jäsøn Doe', password: 'Secret, or not?' });
    expect(key.authorization('GET', 'http://api.example.org/doe.json')).not.toContain('Doe');
  });

  it('counts how often a nonce was used', () => {
    const challenge = digestChallenge(header('SHA-256'));
    if (!challenge) throw new Error('It is a challenge.');
    const key = new DigestKey(challenge, mufasa);
    const answers = [1, 2, 3].map(() => key.authorization('GET', url));
    expect(answers.map((answer) => /nc=(\w+)/.exec(answer)?.[1])).toEqual(['00000001', '00000002', '00000003']);
    expect(new Set(answers.map((answer) => /cnonce="(\w+)"/.exec(answer)?.[1])).size).toBe(3);
  });

  it.each([
    ['Basic realm="files"', null],
    ['Basic realm="a, Digest nonce=x", Digest realm="b", nonce="n"', 'MD5'],
    ['Digest realm="b", nonce="n", algorithm=SHA-3, Digest realm="b", nonce="m", algorithm=SHA-256', 'SHA-256'],
    ['Digest realm="b", nonce="n", qop="auth-int"', null],
    ['Negotiate, Digest realm="b", nonce="n", qop=auth, algorithm=md5-sess', 'MD5'],
    ['Bearer', null],
    ['', null],
    ['"', null],
  ])('of %s: %s', (asked, algorithm) => expect(digestChallenge(asked)?.algorithm ?? null).toBe(algorithm));
});
