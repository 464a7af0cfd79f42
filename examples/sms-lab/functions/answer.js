// Answers a text: whoever found the word is told so.
exports.handler = function (context, event, callback) {
  const text = String(event.Body || '');
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(text.includes('alt') ? 'Good job' : 'Not yet: there is a word that I wait for.');
  callback(null, twiml);
};
