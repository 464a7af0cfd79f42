package dev.parlance.examples.survey;

import dev.parlance.survey.Published;
import dev.parlance.webhook.EventStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** An event of a survey, told to those who count, log and look: neither who it was nor what was said. */
record Happened(Published event) {
    private static final Logger LOG = LoggerFactory.getLogger(Happened.class);

    void tell(Metrics metrics, EventStream news) {
        metrics.happened(event);
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("event", event.id())
                .addKeyValue("type", event.event().type().fullName())
                .addKeyValue("language", event.session().language())
                .addKeyValue("disposition", event.event().disposition());
        event.event().answer().ifPresent(answer -> line.addKeyValue("question", answer.question()));
        line.log("survey event");
        news.send("changed", event.event().type().fullName());
    }
}
