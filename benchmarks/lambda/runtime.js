// A minimal client of Lambda's Runtime API: requests the next event and answers it.
const http = require('http');

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, method, path: '/2018-06-01/runtime/' + path }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

module.exports = async function serve(handler) {
  for (;;) {
    const next = await call('GET', 'invocation/next');
    const answer = await handler(JSON.parse(next.body));
    await call('POST', `invocation/${next.headers['lambda-runtime-aws-request-id']}/response`, JSON.stringify(answer));
  }
};
