const twilio = require('twilio');

require('./runtime')(
  require('./echo')(twilio.validateRequest, twilio.twiml.MessagingResponse, () => process.env.TWILIO_AUTH_TOKEN));
