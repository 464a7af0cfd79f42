package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.store.DocumentStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Nodes with a campaign on one store, and the texts that they have sent. */
final class Campaigners {
    static final String SPRING = "spring-2026";

    final List<TextMessage> sent = Collections.synchronizedList(new ArrayList<>());
    final DocumentStore store;
    private final CountDownLatch firstText = new CountDownLatch(1);
    private final Clock clock;
    private UnaryOperator<SurveysBuilder> settings = builder -> builder;
    private Survey survey = Coffee.survey().variable("order", "").build();

    Campaigners(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Campaigners withSurvey(Survey newSurvey) {
        survey = newSurvey;
        return this;
    }

    Campaigners withSettings(UnaryOperator<SurveysBuilder> newSettings) {
        settings = newSettings;
        return this;
    }

    Surveys node() {
        return node(store, this::send);
    }

    Surveys node(DocumentStore nodeStore, TextSender sender) {
        return settings.apply(Surveys.builder(survey)
                        .store(nodeStore)
                        .clock(clock)
                        .textSender(sender)
                        .maxContactsPerDay(1))
                .build();
    }

    Receipt send(TextMessage text) {
        sent.add(text);
        firstText.countDown();
        return new Receipt("SM0", "queued");
    }

    void awaitText() throws InterruptedException {
        assertThat(firstText.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** A running campaign for this number of people. */
    Campaign running(Surveys node, int people, Pace pace) {
        Campaign campaign = node.campaigns().create(SPRING, Channel.TEXT, pace);
        campaign.add(people(people));
        return campaign.start();
    }

    static List<Campaign.Recipient> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Campaign.Recipient(person(i), Invitation.plain()))
                .toList();
    }

    static Address person(int i) {
        return Address.of("+1500555%04d".formatted(i));
    }

    static int runNow(Surveys node) {
        return node.campaigns().run(Duration.ZERO);
    }
}
