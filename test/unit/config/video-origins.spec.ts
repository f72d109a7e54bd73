import { isEmbeddable, readVideoOrigins } from '../../../src/config/domain/video-origins.js';

describe('origins of video services', () => {
  it.each([
    [undefined, []], ['', []], ['https://meet.example.gov', ['https://meet.example.gov']], [' https://a.gov , https://b.gov:8443 ', ['https://a.gov', 'https://b.gov:8443']],
    ['http://127.0.0.1:9000', ['http://127.0.0.1:9000']], ['http://localhost:9000', ['http://localhost:9000']],
  ])('%j are %j', (setting, origins) => expect(readVideoOrigins(setting)).toEqual({ origins, wrong: [] }));

  it.each(['http://meet.example.gov', 'https://*.example.gov', 'https://meet.example.gov/', 'https://meet.example.gov/room', 'meet.example.gov', "'self'", 'https://a.gov;script-src', 'data:', '*'])('%j is none', (word) => expect(readVideoOrigins(word)).toEqual({ origins: [], wrong: [word] }));

  it.each([
    ['https://meet.example.gov/x', true], ['https://meet.example.gov:443/x#y', true], ['https://meet.example.gov:8443/x', false], ['http://meet.example.gov/x', false],
    ['https://meet.example.gov.evil.example/x', false], ['https://meet.example.gov@evil.example/x', false], ['nothing', false], [null, false],
  ])('the room at %j may stand within the page: %s', (link, is) => expect(isEmbeddable(link, ['https://meet.example.gov'])).toBe(is));
});
