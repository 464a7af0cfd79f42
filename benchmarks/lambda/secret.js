const { GetSecretValueCommand, SecretsManagerClient } = require('@aws-sdk/client-secrets-manager');
const { validateRequest } = require('twilio/lib/webhooks/webhooks');
const MessagingResponse = require('twilio/lib/twiml/MessagingResponse');

const client = new SecretsManagerClient({});
const token = async () => {
  const secret = await client.send(new GetSecretValueCommand({ SecretId: process.env.TWILIO_AUTH_TOKEN_SECRET }));
  return secret.SecretString.trim();
};

require('./runtime')(require('./echo')(validateRequest, MessagingResponse, token));
