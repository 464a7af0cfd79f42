// Answers a text and tells the sender whether it contains the secret word.
exports.handler = function (context, event, callback) {
  const text = String(event.Body || '');
  const twiml = new Twilio.twiml.MessagingResponse();
  twiml.message(text.includes('alt') ? 'Good job' : 'Not yet: there is a word that I wait for.');
  callback(null, twiml);
};
