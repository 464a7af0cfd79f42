package dev.parlance.examples.survey;

import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.webhook.EventStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Reports an event of a survey to the metrics, the log and open results pages, without personal data. */
record EventReport(SurveyEvent event) {
    private static final Logger LOG = LoggerFactory.getLogger(EventReport.class);

    void sendTo(Metrics metrics, EventStream news) {
        metrics.count(event);
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("event", event.id())
                .addKeyValue("type", event.type().fullName())
                .addKeyValue("language", event.session().language())
                .addKeyValue("disposition", event.disposition());
        event.answer().ifPresent(answer -> line.addKeyValue("question", answer.question()));
        line.log("survey event");
        if (event.type() != SurveyEvent.Type.MESSAGE_STATUS) { // the pages don't show it
            news.send("changed", event.type().fullName());
        }
    }
}
