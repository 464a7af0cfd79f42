const TOKEN_RENEWAL_MILLIS = 60_000;
const KEY_SOUNDS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 's', 'h'];

/** For trying it out, a fake replaces Twilio. This must run first, because the SDK picks up WebSocket when it loads. */
export async function loadSdk(gateway) {
  if (gateway) {
    const Original = window.WebSocket;
    window.WebSocket = class extends Original {
      constructor(url, protocols) {
        super(url.startsWith('wss:') ? gateway : url, protocols);
      }
    };
  }
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/twilio.min.js';
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

/** Creates the device that makes and takes calls. `newToken()` is asked again before a token expires. */
export async function createDevice(newToken, failed) {
  const sounds = {incoming: '/ring.wav', outgoing: '/key.wav', disconnect: '/key.wav'};
  for (const key of KEY_SOUNDS) {
    sounds[`dtmf${key}`] = '/key.wav';
  }
  const device = new Twilio.Device(await newToken(), {
    sounds, closeProtection: true, tokenRefreshMs: TOKEN_RENEWAL_MILLIS, maxCallSignalingTimeoutMs: 30_000, logLevel: 'silent',
  });
  device.audio.outgoing(false);
  device.audio.disconnect(false);
  device.on('tokenWillExpire', async () => {
    try {
      device.updateToken(await newToken());
    } catch (error) {
      failed(error);
    }
  });
  return device;
}
