/**
 * Runs a survey by text and by call. Start with {@link dev.parlance.survey.Surveys}: it handles webhooks, contacts people,
 * sends reminders and returns the results.
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(SurveyFolder.at(Path.of("survey")).load())
 *         .store(JdbcDocuments.sqlite(Path.of("surveys.db")))
 *         .textSender(account)
 *         .build();
 * router.post("/sms", SignedWebhooks.verifiedBy(signature).handler(surveys.textWebhook()));
 * }</pre>
 *
 * <p>To add a medium, implement {@link dev.parlance.survey.Channel}; to pass events on, {@link
 * dev.parlance.survey.EventSink}.
 */
@NullMarked
package dev.parlance.survey;

import org.jspecify.annotations.NullMarked;
