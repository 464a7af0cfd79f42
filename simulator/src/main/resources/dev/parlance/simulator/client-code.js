/** How to point a client at the fake: code by language. What is shown has the token masked; what is copied has it. */
export function clientCode({sid, token, api, number}) {
  const {hostname, port} = new URL(api);
  const codes = {
    'Environment': secret => [
      `TWILIO_ACCOUNT_SID=${sid}`,
      `TWILIO_AUTH_TOKEN=${secret}`,
      `TWILIO_PHONE_NUMBER=${number}`,
      `TWILIO_BASE_URL=${api}`,
    ],
    'Java': secret => [
      'TwilioAccount account = TwilioAccount.builder(AccountSettings.of(',
      `        "${sid}", Secret.of("${secret}")))`,
      `    .baseUrl(URI.create("${api}"))`,
      '    .build();',
    ],
    'Node': secret => [
      "const twilio = require('twilio');",
      'class Simulator extends twilio.RequestClient {',
      '  request(options) {',
      '    const {pathname, search, host} = new URL(options.uri);',
      `    return super.request({...options, uri: \`${api}/\${host}\${pathname}\${search}\`});`,
      '  }',
      '}',
      `const client = twilio('${sid}', '${secret}',`,
      '  {httpClient: new Simulator()});',
    ],
    'curl': secret => [
      `curl '${api}/2010-04-01/Accounts/${sid}/Messages.json' \\`,
      `  -u '${sid}:${secret}' \\`,
      `  -d 'From=${number}' --data-urlencode 'To=+15005550006' -d 'Body=Hello'`,
    ],
  };
  return Object.fromEntries(Object.entries(codes).map(([name, lines]) =>
    [name, {shown: lines('•'.repeat(32)).join('\n'), copied: lines(token).join('\n')}]));
}
