package dev.parlance.survey;

import static dev.parlance.survey.Campaigners.people;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.Receipt;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts and calls have separate paces. */
class PaceByChannelTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final List<Instant> texts = new ArrayList<>();
    private final List<Instant> calls = new ArrayList<>();
    private final DocumentStore store = DocumentStore.inMemory();

    private SurveysBuilder settings() {
        return Surveys.builder(Coffee.survey().build())
                .store(store)
                .clock(twilio.clock())
                .campaignPauses(twilio::advance)
                .maxContactsPerDay(10)
                .textSender(text -> {
                    texts.add(twilio.clock().instant());
                    return new Receipt("SM0", "queued");
                })
                .callPlacer(this::call, () -> URI.create("https://example.org/voice"));
    }

    private Receipt call(PhoneCall call) {
        calls.add(twilio.clock().instant());
        return new Receipt("CA0", "queued");
    }

    private static void start(Campaign campaign, int first, int count) {
        campaign.add(people(first + count).subList(first, first + count));
        campaign.start();
    }

    private static Duration span(List<Instant> times) {
        return Duration.between(times.get(0), times.get(times.size() - 1));
    }

    @Test
    void calls_do_not_wait_for_the_texts_of_the_same_number() {
        Surveys surveys = settings().build();
        Pace oneTextInTen = Pace.perSecond(0.1).withSender("+15005550100");
        Pace oneCall = Pace.perSecond(1).withSender("+15005550100");
        start(surveys.campaigns().create("texts", Channel.TEXT, oneTextInTen), 0, 3);
        start(surveys.campaigns().create("calls", Channel.VOICE, oneCall), 3, 3);

        surveys.campaigns().run(Duration.ofMinutes(1));

        assertThat(texts).hasSize(3);
        assertThat(span(texts)).isEqualTo(Duration.ofSeconds(20));
        assertThat(calls).hasSize(3);
        assertThat(span(calls)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void each_channel_has_a_usual_pace() {
        Surveys surveys = settings().build();

        assertThat(surveys.campaigns().create("texts", Channel.TEXT).pace()).isEqualTo(Pace.perSecond(10));
        assertThat(surveys.campaigns().create("calls", Channel.VOICE).pace()).isEqualTo(Pace.perSecond(1));
    }

    @Test
    void an_application_can_set_the_usual_pace_of_a_channel() {
        Pace twoSeconds = Pace.perSecond(0.5).withSender("+15005550100");
        Surveys surveys = settings()
                .campaignPace(Channel.VOICE, twoSeconds)
                .campaignPace(Channel.TEXT, Pace.perSecond(3))
                .build();
        Campaign voice = surveys.campaigns().create("calls", Channel.VOICE);
        start(voice, 0, 3);
        Campaign written = surveys.campaigns().create("texts", Channel.TEXT);

        surveys.campaigns().run(Duration.ofMinutes(1));

        assertThat(voice.pace()).isEqualTo(twoSeconds);
        assertThat(written.pace()).isEqualTo(Pace.perSecond(3));
        assertThat(span(calls)).isEqualTo(Duration.ofSeconds(4));
    }
}
