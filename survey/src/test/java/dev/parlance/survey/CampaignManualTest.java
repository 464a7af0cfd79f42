package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/CAMPAIGNS.md. */
class CampaignManualTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private Campaigners shop() {
        return new Campaigners(DocumentStore.inMemory(), twilio.clock());
    }

    private Path file() throws IOException {
        return Files.writeString(
                folder.resolve("people.csv"), "number,language,order\n+5215512345678,es-MX,A-17\n5550006,en,A-18\n");
    }

    @Test
    void a_campaign_from_a_file() throws Exception {
        Surveys surveys = shop().node();
        Path file = file();

        // snippet: campaign
        Campaign spring = surveys.campaigns().create("spring-2026", Channel.TEXT, Pace.perSecond(10));
        RecipientReport report = spring.add(RecipientsCsv.file(file));
        report.problems().forEach(System.err::println);
        spring.start();
        // end

        assertThat(report.problems())
                .extracting(Object::toString)
                .containsExactly("people.csv:3: number must start with + and the country code, like +15005550006");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // snippet: progress
        Campaign campaign = surveys.campaigns().find("spring-2026").orElseThrow();
        CampaignProgress progress = campaign.progress();
        System.out.println(progress.done() + " of " + progress.total());
        campaign.csv(out);
        // end
        assertThat(progress.total()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("+5215512345678,WAITING,,,");
    }

    @Test
    void a_pace_for_each_channel() {
        Survey survey = Coffee.survey().build();
        DocumentStore store = DocumentStore.inMemory();

        // snippet: pace
        SurveysBuilder builder = Surveys.builder(survey)
                .store(store)
                .campaignPace(Channel.TEXT, Pace.perSecond(3).withSender("+15005550100"))
                .campaignPace(Channel.VOICE, Pace.perSecond(0.5).withSender("+15005550100"));
        // end

        Surveys surveys = builder.build();
        assertThat(surveys.campaigns().create("spring-2026", Channel.VOICE).pace())
                .isEqualTo(Pace.perSecond(0.5).withSender("+15005550100"));
    }

    @Test
    void a_campaign_with_its_own_hours() {
        Surveys surveys = shop().node();

        // snippet: hours
        ContactHours evenings = ContactHours.of("16:30-20:00").on(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        Campaign campaign = surveys.campaigns().create("evenings", Channel.TEXT, Pace.perSecond(10), evenings);
        // end

        assertThat(campaign.hours()).isEqualTo(evenings);
    }

    @Test
    void a_limit_for_each_day() {
        Campaigners shop = shop();
        Survey survey = Coffee.survey().build();
        DocumentStore store = shop.store;

        // snippet: limits
        DailyLimits limits = DailyLimits.in(ZoneId.of("America/New_York"))
                .withTotal(Channel.TEXT, 2_000)
                .withPerSender(Channel.TEXT, 500)
                .withTotal(Channel.VOICE, 300);
        SurveysBuilder builder = Surveys.builder(survey).store(store).dailyLimits(limits);
        // end

        Surveys surveys = builder.clock(twilio.clock())
                .textSender(shop::send)
                .campaignPauses(twilio::advance)
                .build();
        shop.running(surveys, 501, Pace.perSecond(100));
        surveys.campaigns().run(Duration.ofMinutes(1));
        assertThat(shop.sent).hasSize(500);
    }

    @Test
    void a_campaign_on_the_clock_of_a_test() {
        Campaigners shop = shop();
        Survey survey = Coffee.survey().build();
        DocumentStore store = shop.store;

        // snippet: pauses
        Surveys surveys = Surveys.builder(survey)
                .store(store)
                .clock(twilio.clock())
                .campaignPauses(twilio::advance)
                .textSender(shop::send)
                .build();
        // end

        shop.running(surveys, 3, Pace.perSecond(1));
        // snippet: run
        surveys.campaigns().run(Duration.ofMinutes(1));
        // end
        assertThat(shop.sent).hasSize(3);
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored") // the tasks throw nothing
    void the_work_of_each_node() throws Exception {
        Campaigners shop = shop();
        Surveys surveys = shop.node();
        shop.running(surveys, 1, Pace.perSecond(10));
        ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);

        // snippet: task
        scheduler.scheduleWithFixedDelay(surveys.dueTask(), 1, 60, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(surveys.campaigns().task(), 0, 1, TimeUnit.SECONDS);
        // end

        shop.awaitText();
        scheduler.shutdown();
        assertThat(scheduler.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(shop.sent).hasSize(1);
    }
}
