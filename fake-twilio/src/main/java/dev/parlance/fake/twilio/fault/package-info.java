/**
 * Faults that a test injects between an application and Twilio: {@link dev.parlance.fake.twilio.fault.ApiFault} in requests to the API,
 * {@link dev.parlance.fake.twilio.fault.WebhookFault} in webhooks.
 *
 * <pre>{@code
 * twilio.failNext("POST *Messages.json", ApiFault.serverError(503));
 * twilio.failNextWebhook("https://app.example/sms", WebhookFault.TWICE);
 * }</pre>
 */
@NullMarked
package dev.parlance.fake.twilio.fault;

import org.jspecify.annotations.NullMarked;
