/**
 * Phones in browsers: the gateway that Twilio's Voice SDK connects to. Start with {@link
 * dev.parlance.fake.browser.FakeVoiceGateway}.
 *
 * <pre>{@code
 * FakeVoiceGateway gateway = FakeVoiceGateway.of(twilio);
 * List<String> arguments = gateway.chromiumArguments();
 * }</pre>
 */
@NullMarked
package dev.parlance.fake.browser;

import org.jspecify.annotations.NullMarked;
