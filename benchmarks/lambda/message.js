const { validateRequest } = require('twilio/lib/webhooks/webhooks');
const MessagingResponse = require('twilio/lib/twiml/MessagingResponse');

require('./runtime')(require('./echo')(validateRequest, MessagingResponse, () => process.env.TWILIO_AUTH_TOKEN));
