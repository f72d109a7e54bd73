import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page as small as a video room can be: it says that it is there, whether it may ask for the camera, and how it was asked for. */
const PAGE = `<!doctype html><title>room</title><p id="here"></p><script>
const policy = document.featurePolicy;
document.getElementById('here').textContent = ['camera', 'microphone', 'display-capture', 'geolocation'].map((feature) => feature + '=' + (policy ? policy.allowsFeature(feature) : '?')).join(' ') + ' referrer=' + JSON.stringify(document.referrer);
</script>`;

/** A video service on a port of its own: another origin than the cabinet. */
export class VideoService {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
    /** Addresses that were asked for. */
    readonly asked: string[],
  ) {}

  static async open(): Promise<VideoService> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(PAGE);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new VideoService(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
