/**
 * Records what the real API answers, with personal and secret values masked, and replays it.
 *
 * <pre>{@code
 * try (Recorder recorder = twilio.record(PassThrough.to("api.twilio.com").savedTo(file))) {
 *     account.send(TextMessage.to(Address.of("+15005550006"), "hola"));
 * }
 * twilio.replay(Recording.load(file));
 * }</pre>
 *
 * @see dev.parlance.fake.twilio.replay.PassThrough
 */
@NullMarked
package dev.parlance.fake.twilio.replay;

import org.jspecify.annotations.NullMarked;
