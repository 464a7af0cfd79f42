package dev.parlance.quarkus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.Address;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.quarkus.TwilioConnection;
import dev.parlance.settings.AccountSettings;
import dev.parlance.settings.Secret;
import dev.parlance.survey.Campaign;
import dev.parlance.survey.Channel;
import dev.parlance.survey.ContactHours;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.Pace;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.SurveysBuilder;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.DocumentStore;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the beans make of the properties. */
class ConfigurationTest {
    private static final String SID = "AC00000000000000000000000000000000";
    private static final String TOKEN = "00000000000000000000000000000000";

    @Test
    void the_account_comes_from_properties_before_the_variables_of_twilio() {
        AccountSettings account = connection(Map.of(
                        "parlance.twilio.account-sid",
                        SID,
                        "TWILIO_AUTH_TOKEN",
                        TOKEN,
                        "parlance.twilio.phone-number",
                        "+15005550100",
                        "TWILIO_PHONE_NUMBER",
                        "+15005550199"))
                .account();

        assertThat(account.accountSid()).isEqualTo(SID);
        assertThat(account.authToken()).hasValue(Secret.of(TOKEN));
        assertThat(account.phoneNumber()).hasValue(Address.of("+15005550100"));
    }

    @Test
    void a_server_can_take_the_place_of_twilio() {
        Map<String, String> properties = Map.of(
                "TWILIO_ACCOUNT_SID", SID, "TWILIO_AUTH_TOKEN", TOKEN, "parlance.twilio.base-url", "http://fake:1");

        assertThat(connection(properties).baseUrl()).hasValue(URI.create("http://fake:1"));
    }

    @Test
    void a_missing_account_is_named_with_its_properties() {
        assertThatThrownBy(() -> connection(Map.of()))
                .hasMessageContaining("TWILIO_ACCOUNT_SID is missing")
                .hasMessageContaining("parlance.twilio.account-sid");
    }

    @Test
    void the_public_url_is_a_property() {
        SmallRyeConfig config = config(Map.of("parlance.public-url", "https://hooks.example.com"));

        assertThat(new TwilioBeans()
                        .publicUrl(config.getConfigMapping(ParlanceConfig.class), config)
                        .at("/sms"))
                .isEqualTo(URI.create("https://hooks.example.com/sms"));
    }

    @Test
    void surveys_are_kept_in_a_file_if_there_is_one(@TempDir Path folder) {
        Path file = folder.resolve("surveys.db");

        try (DocumentStore store = store(Map.of("parlance.surveys.sqlite", file.toString()))) {
            assertThat(store).isNotInstanceOf(MemoryStore.class);
            assertThat(file).exists();
        }
        assertThat(store(Map.of())).isInstanceOf(MemoryStore.class);
    }

    @Test
    void campaigns_have_a_pace_limits_and_hours_by_channel() {
        SmallRyeConfig config = config(Map.of(
                "parlance.surveys.campaigns.text.per-second", "3",
                "parlance.surveys.campaigns.text.sender", "+15005550100",
                "parlance.surveys.campaigns.text.per-day", "1",
                "parlance.surveys.campaigns.text.hours", "10:00-20:00",
                "parlance.surveys.campaigns.text.days", "monday,thursday"));
        SurveysBuilder settings = Surveys.builder(Survey.builder("coffee")
                        .prompts(Prompts.of(Map.of("en", Map.of("taste", "How was it?"))))
                        .ask(Question.text("taste"))
                        .build())
                .store(DocumentStore.inMemory())
                .textSender(text -> new Receipt("SM0", "queued"));

        ParlanceConfig.Surveys properties =
                config.getConfigMapping(ParlanceConfig.class).surveys();
        new CampaignSettings(properties.campaigns(), properties.campaignZone()).applyTo(settings);

        try (Surveys surveys = settings.build()) {
            Campaign spring = surveys.campaigns().create("spring", Channel.TEXT);
            assertThat(spring.pace()).isEqualTo(Pace.perSecond(3).withSender("+15005550100"));
            assertThat(spring.hours())
                    .isEqualTo(ContactHours.of("10:00-20:00").on(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
            assertThat(surveys.start(Channel.TEXT, Address.of("+15005550006"), Invitation.plain())
                            .outcome())
                    .isEqualTo(StartResult.Outcome.STARTED);
            assertThat(surveys.start(Channel.TEXT, Address.of("+15005550007"), Invitation.plain())
                            .outcome())
                    .isEqualTo(StartResult.Outcome.DEFERRED);
        }
    }

    private static TwilioConnection connection(Map<String, String> properties) {
        SmallRyeConfig config = config(properties);
        return new TwilioBeans().twilioConnection(config.getConfigMapping(ParlanceConfig.class), config);
    }

    private static DocumentStore store(Map<String, String> properties) {
        return new SurveyStoreBeans().store(config(properties).getConfigMapping(ParlanceConfig.class));
    }

    private static SmallRyeConfig config(Map<String, String> properties) {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(ParlanceConfig.class);
        properties.forEach(builder::withDefaultValue);
        return builder.build();
    }
}
