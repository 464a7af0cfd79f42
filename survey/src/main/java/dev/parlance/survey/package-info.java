/**
 * Runs a survey by text and by call. Start with {@link dev.parlance.survey.Surveys}: it handles webhooks, contacts people, sends
 * reminders and returns the results.
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey).store(store).textSender(account).build();
 * router.post("/sms", signed.handler(surveys.textWebhook()));
 * surveys.start(Channel.TEXT, Address.of("+5215512345678"), Invitation.in("es-MX"));
 * }</pre>
 */
@NullMarked
package dev.parlance.survey;

import org.jspecify.annotations.NullMarked;
