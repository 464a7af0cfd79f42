package dev.parlance.fake.twilio.replay;

/** A recorded request and its answer. */
record Exchange(RecordedRequest request, RecordedAnswer answer) {}
