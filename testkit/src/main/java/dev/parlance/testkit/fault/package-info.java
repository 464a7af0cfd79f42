/**
 * Faults that a test injects between an application and Twilio: {@link dev.parlance.testkit.fault.ApiFault} in requests to the API,
 * {@link dev.parlance.testkit.fault.WebhookFault} in webhooks.
 *
 * <pre>{@code
 * twilio.failNext("POST *Messages.json", ApiFault.serverError(503));
 * twilio.failNextWebhook("https://app.example/sms", WebhookFault.TWICE);
 * }</pre>
 */
@NullMarked
package dev.parlance.testkit.fault;

import org.jspecify.annotations.NullMarked;
