package dev.parlance.fake.twilio.messaging;

import java.util.Optional;

/** One way to deliver a text: the sender, the address on its channel, and the content as that channel shows it. */
record Leg(String from, String to, Optional<Filled> content) {}
