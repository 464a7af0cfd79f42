// Deploys a folder with Twilio's own toolkit: node deploy.js FOLDER FAKE_URL ACCOUNT_SID AUTH_TOKEN.
// Prints the seconds it took, without the start of Node.
const { TwilioServerlessApiClient, fsHelpers } = require('@twilio-labs/serverless-api');

const [folder, fake, username, password] = process.argv.slice(2);

async function main() {
  const client = new TwilioServerlessApiClient({ username, password });
  // There is no option for another address, so this redirects its HTTP client to the fake.
  client.client = client.client.extend({
    hooks: {
      beforeRequest: [
        (options) => {
          const { host, pathname, search } = options.url;
          options.url = new URL(`${fake}/${host}${pathname}${search}`);
          Object.assign(options.url, { username, password });
        },
      ],
    },
  });
  const { functions, assets } = await fsHelpers.getListOfFunctionsAndAssets(folder, {});
  const read = (files) =>
    Promise.all(files.map(async (file) => ({ ...file, content: await require('fs').promises.readFile(file.filePath) })));
  const start = Date.now();
  await client.deployProject({
    username,
    password,
    env: {},
    pkgJson: {},
    serviceName: 'toolkit',
    functionsEnv: 'dev',
    overrideExistingService: true,
    functions: await read(functions),
    assets: await read(assets),
  });
  console.log((Date.now() - start) / 1000);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
