// The echo with the parts of Twilio's library that are passed in.
module.exports = (validateRequest, MessagingResponse, token) => async (event) => {
  const body = Buffer.from(event.body, 'base64').toString();
  const params = Object.fromEntries(new URLSearchParams(body));
  const url = `https://${event.requestContext.domainName}${event.rawPath}`;
  if (!validateRequest(await token(), event.headers['x-twilio-signature'], url, params)) {
    return { statusCode: 403 };
  }
  const twiml = new MessagingResponse();
  twiml.message(`echo: ${params.Body}`);
  return { statusCode: 200, headers: { 'Content-Type': 'text/xml' }, body: twiml.toString() };
};
