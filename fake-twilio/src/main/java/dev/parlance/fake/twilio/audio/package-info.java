/**
 * The sound of calls with media streams.
 *
 * <pre>{@code
 * byte[] greeting = FakeSpeech.of("How can I help?");
 * }</pre>
 */
@NullMarked
package dev.parlance.fake.twilio.audio;

import org.jspecify.annotations.NullMarked;
