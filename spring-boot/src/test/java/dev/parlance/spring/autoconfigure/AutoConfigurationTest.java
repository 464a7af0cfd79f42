package dev.parlance.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.security.SignedWebhooks;
import dev.parlance.security.TwilioSignature;
import dev.parlance.settings.Secret;
import dev.parlance.spring.PublicUrl;
import dev.parlance.spring.SurveyListener;
import dev.parlance.spring.TwilioConnectionDetails;
import dev.parlance.survey.Campaign;
import dev.parlance.survey.Channel;
import dev.parlance.survey.ContactHours;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.Pace;
import dev.parlance.survey.StartResult;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@ExtendWith(OutputCaptureExtension.class)
class AutoConfigurationTest {
    private static final String SID = "AC" + "0".repeat(32);
    private static final String OTHER_SID = "AC" + "0".repeat(31) + "1";
    private static final String THIRD_SID = "AC" + "0".repeat(31) + "2";
    private static final String TOKEN = "0".repeat(32);
    private static final String OTHER_TOKEN = "0".repeat(31) + "1";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TwilioAutoConfiguration.class,
                    AccountAutoConfiguration.class,
                    WebhookAutoConfiguration.class,
                    SurveyStoreAutoConfiguration.class,
                    SurveyAutoConfiguration.class,
                    DueSurveysAutoConfiguration.class,
                    HealthAutoConfiguration.class,
                    SecretsAutoConfiguration.class))
            .withPropertyValues("parlance.surveys.in-memory=true");

    private final ApplicationContextRunner configured = application.withPropertyValues(
            "parlance.twilio.account-sid=" + SID,
            "parlance.twilio.auth-token=" + TOKEN,
            "parlance.twilio.phone-number=+15005550100");

    @Test
    void an_account_in_the_properties_is_opened() {
        configured.run(context -> {
            assertThat(context).hasSingleBean(TwilioAccount.class).hasSingleBean(SignedWebhooks.class);
            assertThat(context.getBean(TwilioAccount.class).settings().accountSid())
                    .isEqualTo(SID);
        });
    }

    @Test
    void an_account_in_twilios_own_variables_is_opened() {
        application
                .withPropertyValues("TWILIO_ACCOUNT_SID=" + SID, "TWILIO_AUTH_TOKEN=" + TOKEN)
                .run(context -> assertThat(context).hasSingleBean(TwilioAccount.class));
    }

    @Test
    void without_an_account_nothing_is_opened() {
        application.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(TwilioConnectionDetails.class)
                .doesNotHaveBean(TwilioAccount.class)
                .doesNotHaveBean(SignedWebhooks.class));
    }

    @Test
    void a_wrong_property_ends_the_start_with_its_name_and_without_its_value() {
        application
                .withPropertyValues("parlance.twilio.account-sid=" + SID, "parlance.twilio.auth-token=not-a-token")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("TWILIO_AUTH_TOKEN")
                        .hasMessageContaining("parlance.twilio")
                        .hasMessageNotContaining("not-a-token"));
    }

    @Test
    void secrets_are_masked() {
        configured.run(context ->
                assertThat(context.getBean(ParlanceProperties.class).toString()).contains("authToken=••••"));
    }

    @Test
    void accounts_have_names() {
        configured
                .withPropertyValues(
                        "parlance.accounts.sales.account-sid=" + OTHER_SID,
                        "parlance.accounts.sales.auth-token=" + OTHER_TOKEN)
                .run(context -> {
                    assertThat(context.getBean("sales", TwilioAccount.class)
                                    .settings()
                                    .accountSid())
                            .isEqualTo(OTHER_SID);
                    assertThat(context.getBean(TwilioAccount.class).settings().accountSid())
                            .isEqualTo(SID);
                });
    }

    @Test
    void webhooks_of_every_account_are_accepted() {
        configured
                .withPropertyValues(
                        "parlance.accounts.sales.account-sid=" + OTHER_SID,
                        "parlance.accounts.sales.auth-token=" + OTHER_TOKEN)
                .run(context -> {
                    SignedWebhooks signed = context.getBean(SignedWebhooks.class);
                    assertThat(accepts(signed, SID, TOKEN)).isTrue();
                    assertThat(accepts(signed, OTHER_SID, OTHER_TOKEN)).isTrue();
                    assertThat(accepts(signed, OTHER_SID, TOKEN)).isFalse();
                });
    }

    @Test
    void webhooks_of_an_account_that_is_not_configured_are_refused() {
        configured
                .withPropertyValues(
                        "parlance.accounts.sales.account-sid=" + OTHER_SID,
                        "parlance.accounts.sales.auth-token=" + OTHER_TOKEN)
                .run(context -> assertThat(
                                accepts(context.getBean(SignedWebhooks.class), THIRD_SID, "0".repeat(31) + "2"))
                        .isFalse());
    }

    @Test
    void a_further_account_without_a_token_ends_the_start_with_the_name_of_its_properties() {
        configured
                .withPropertyValues("parlance.accounts.sales.account-sid=" + OTHER_SID)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("parlance.accounts.sales")
                        .hasMessageContaining("TWILIO_AUTH_TOKEN"));
    }

    private static boolean accepts(SignedWebhooks signed, String account, String token) {
        WebhookRequest request =
                WebhookRequest.post("https://hooks.example.com/sms").withForm("AccountSid", account, "Body", "hello");
        return signed.check(TwilioSignature.of(Secret.of(token)).sign(request)).isAccepted();
    }

    @Test
    void an_api_key_alone_opens_the_account_but_verifies_no_webhook() {
        application
                .withPropertyValues(
                        "parlance.twilio.account-sid=" + SID,
                        "parlance.twilio.api-key=SK" + "0".repeat(32),
                        "parlance.twilio.api-secret=secret")
                .run(context -> {
                    assertThat(context).hasSingleBean(TwilioAccount.class);
                    assertThat(accepts(context.getBean(SignedWebhooks.class), SID, TOKEN))
                            .isFalse();
                });
    }

    @Test
    void the_public_url_can_be_known_at_run_time_only() {
        configured
                .withBean(PublicUrl.class, () -> () -> URI.create("https://tunnel.example"))
                .run(context -> {
                    SignedWebhooks signed = context.getBean(SignedWebhooks.class);
                    WebhookRequest sent = TwilioSignature.of(Secret.of(TOKEN))
                            .sign(WebhookRequest.post("https://tunnel.example/sms")
                                    .withForm("Body", "hello"));
                    assertThat(signed.check(sent.withUrl("http://localhost:8080/sms"))
                                    .isAccepted())
                            .isTrue();
                });
    }

    @Test
    void each_folder_with_a_survey_is_a_bean() {
        configured.run(context -> {
            assertThat(context).hasSingleBean(Surveys.class).hasSingleBean(DueSurveys.class);
            assertThat(context.getBean(Surveys.class).survey().name()).isEqualTo("coffee");
        });
    }

    @Test
    void a_running_campaign_needs_no_code_but_its_start() {
        List<TextMessage> sent = new CopyOnWriteArrayList<>();
        application
                .withPropertyValues("parlance.surveys.campaign-interval=10ms")
                .withBean(TextSender.class, () -> text -> {
                    sent.add(text);
                    return new Receipt("SM0", "queued");
                })
                .run(context -> {
                    Campaign spring = context.getBean(Surveys.class).campaigns().create("spring", Channel.TEXT);
                    spring.add(List.of(new Campaign.Recipient(Address.of("+15005550006"), Invitation.plain())));
                    spring.start();

                    await().atMost(Duration.ofSeconds(20)).until(() -> !sent.isEmpty());
                });
    }

    @Test
    void campaigns_have_a_pace_and_hours_by_channel() {
        application
                .withPropertyValues(
                        "parlance.surveys.campaigns.text.per-second=3",
                        "parlance.surveys.campaigns.text.sender=+15005550100",
                        "parlance.surveys.campaigns.text.hours=10:00-20:00",
                        "parlance.surveys.campaigns.text.days=monday,thursday")
                .withBean(TextSender.class, () -> text -> new Receipt("SM0", "queued"))
                .run(context -> {
                    Campaign spring = context.getBean(Surveys.class).campaigns().create("spring", Channel.TEXT);

                    assertThat(spring.pace()).isEqualTo(Pace.perSecond(3).withSender("+15005550100"));
                    assertThat(spring.hours())
                            .isEqualTo(ContactHours.of("10:00-20:00").on(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
                });
    }

    @Test
    void campaigns_have_daily_limits_by_channel() {
        application
                .withPropertyValues(
                        "parlance.surveys.campaigns.text.per-day=1", "parlance.surveys.campaign-zone=America/New_York")
                .withBean(TextSender.class, () -> text -> new Receipt("SM0", "queued"))
                .run(context -> {
                    Surveys surveys = context.getBean(Surveys.class);

                    assertThat(surveys.start(Channel.TEXT, Address.of("+15005550006"), Invitation.plain())
                                    .outcome())
                            .isEqualTo(StartResult.Outcome.STARTED);
                    assertThat(surveys.start(Channel.TEXT, Address.of("+15005550007"), Invitation.plain())
                                    .outcome())
                            .isEqualTo(StartResult.Outcome.DEFERRED);
                });
    }

    @Test
    void campaign_settings_for_an_unknown_channel_stop_the_start() {
        application
                .withPropertyValues("parlance.surveys.campaigns.sms.per-second=3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(
                                "campaigns have settings for the channel \"sms\"; its channels are text, voice"));
    }

    @Test
    void an_application_without_surveys_has_nothing_due() {
        configured
                .withPropertyValues("parlance.surveys.location=classpath:nowhere/")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Surveys.class)
                        .doesNotHaveBean(DueSurveys.class));
    }

    @Test
    void data_in_memory_causes_a_warning_only_if_there_are_surveys(CapturedOutput output) {
        ApplicationContextRunner undecided = configured.withPropertyValues("parlance.surveys.in-memory=false");

        undecided
                .withPropertyValues("parlance.surveys.location=classpath:nowhere/")
                .run(context -> assertThat(output).doesNotContain("only in memory"));
        undecided.run(context -> assertThat(output).contains("only in memory"));
    }

    @Test
    void the_surveys_data_can_be_in_a_file(@TempDir Path folder) {
        configured
                .withPropertyValues(
                        "parlance.surveys.sqlite=" + folder.resolve("surveys.db"), "parlance.surveys.in-memory=false")
                .run(context -> {
                    assertThat(context).hasSingleBean(DocumentStore.class).hasBean("sqliteSurveyStore");
                    assertThat(folder.resolve("surveys.db")).exists();
                });
    }

    @Test
    void data_in_memory_goes_before_a_file(@TempDir Path folder) {
        configured
                .withPropertyValues("parlance.surveys.sqlite=" + folder.resolve("surveys.db"))
                .run(context -> {
                    assertThat(context).hasSingleBean(DocumentStore.class);
                    assertThat(folder.resolve("surveys.db")).doesNotExist();
                });
    }

    @Test
    void an_application_s_own_store_is_used() {
        DocumentStore own = DocumentStore.inMemory();
        configured
                .withBean(DocumentStore.class, () -> own)
                .run(context -> assertThat(context.getBean(DocumentStore.class)).isSameAs(own));
    }

    @Test
    void an_application_without_surveys_needs_no_survey_module() {
        configured
                .withClassLoader(new FilteredClassLoader("dev.parlance.survey"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(TwilioAccount.class));
    }

    @Test
    void an_application_that_only_answers_needs_no_account_module() {
        configured
                .withClassLoader(new FilteredClassLoader("dev.parlance.account"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SignedWebhooks.class));
    }

    @Test
    void a_store_that_is_closed_is_down(@TempDir Path folder) {
        JdbcDocuments closed = JdbcDocuments.sqlite(folder.resolve("surveys.db"));
        closed.close();
        configured.withBean(DocumentStore.class, () -> closed).run(context -> {
            Health health = context.getBean("surveyStoreHealthIndicator", HealthIndicator.class)
                    .health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        });
    }

    @Test
    void health_indicators_can_be_switched_off() {
        configured
                .withPropertyValues(
                        "management.health.twilio.enabled=false", "management.health.surveystore.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void an_application_without_an_account_has_no_health_of_webhooks() {
        application.run(context -> assertThat(context).doesNotHaveBean("twilioHealthIndicator"));
    }

    @Test
    void an_application_without_the_actuator_has_no_health() {
        configured
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(TwilioAccount.class));
    }

    @Test
    void an_account_has_the_name_of_its_property_as_a_qualifier() {
        configured
                .withPropertyValues(
                        "parlance.accounts.sales.account-sid=" + OTHER_SID,
                        "parlance.accounts.sales.auth-token=" + OTHER_TOKEN)
                .withUserConfiguration(Sales.class)
                .run(context -> assertThat(
                                context.getBean(Sales.class).account.settings().accountSid())
                        .isEqualTo(OTHER_SID));
    }

    static class Sales {
        final TwilioAccount account;

        Sales(@Qualifier("sales") TwilioAccount account) {
            this.account = account;
        }
    }

    @Test
    void a_listener_with_other_parameters_ends_the_start_with_a_message() {
        configured
                .withUserConfiguration(WrongListener.class)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("one parameter, a SurveyEvent")
                        .hasMessageContaining("WrongListener"));
    }

    static class WrongListener {
        @SurveyListener
        void wrong(String event) {}
    }

    @Test
    void desks_that_cannot_be_end_the_start_with_all_reasons() {
        configured
                .withPropertyValues(
                        "parlance.surveys.desks.coffee.surveys=tea",
                        "parlance.surveys.desks.front.surveys=tea",
                        "parlance.surveys.desks.front.fallback=cocoa")
                .run(context -> assertThat(context.getStartupFailure()).hasMessage("""
                        The desks of parlance.surveys.desks have 5 problem(s):
                          The desk "coffee" has the survey "tea", but there is no such folder; there are [coffee].
                          The desk "front" has the survey "cocoa", but there is no such folder; there are [coffee].
                          The desk "front" has the survey "tea", but there is no such folder; there are [coffee].
                          The survey "tea" is at the desks "coffee" and "front".
                          The desk "coffee" and the survey "coffee" have the same webhooks; rename the desk, or add the survey to it."""));
    }

    @Test
    void surveys_of_a_desk_with_the_same_keyword_end_the_start(@TempDir Path folder) throws Exception {
        for (String name : List.of("green", "black")) {
            writeSurvey(folder, name, "\"keywords\": [\"TEA\"], ");
        }

        configured
                .withPropertyValues(
                        "parlance.surveys.location=" + folder.toUri(),
                        "parlance.surveys.desks.front.surveys=green,black",
                        "parlance.surveys.desks.front.fallback=green")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("The surveys \"green\" and \"black\" have the same keyword \"TEA\"."));
    }

    @Test
    void surveys_can_be_in_a_folder_of_the_disk(@TempDir Path folder) throws Exception {
        writeSurvey(folder, "tea", "");

        configured
                .withPropertyValues("parlance.surveys.location=" + folder.toUri())
                .run(context -> assertThat(context.getBean("teaSurveys", Surveys.class)
                                .survey()
                                .name())
                        .isEqualTo("tea"));
    }

    private static void writeSurvey(Path folder, String name, String settings) throws IOException {
        Files.createDirectories(folder.resolve(name + "/prompts"));
        Files.writeString(
                folder.resolve(name + "/survey.json"),
                "{\"name\": \"" + name + "\", " + settings
                        + "\"questions\": [{\"id\": \"tea\", \"kind\": \"yesNo\"}]}");
        Files.writeString(folder.resolve(name + "/prompts/en-US.properties"), "tea=Do you like tea?\n");
    }

    @Test
    void the_actuator_shows_no_secret_to_anyone() {
        String secret = "f".repeat(32);
        configured
                .withPropertyValues("parlance.twilio.auth-token=" + secret)
                .withUserConfiguration(Endpoints.class)
                .run(context -> {
                    String beans = context
                            .getBean(ConfigurationPropertiesReportEndpoint.class)
                            .configurationProperties()
                            .getContexts()
                            .values()
                            .stream()
                            .flatMap(one -> one.getBeans().values().stream())
                            .map(bean -> bean.getProperties() + " " + bean.getInputs())
                            .collect(Collectors.joining());
                    String environment = context.getBean(EnvironmentEndpoint.class)
                            .environmentEntry("parlance.twilio.auth-token")
                            .getProperty()
                            .getValue()
                            .toString();
                    assertThat(beans).contains(SID).doesNotContain(secret);
                    assertThat(environment).isEqualTo("******");
                });
    }

    /** Endpoints that show values. */
    @Configuration(proxyBeanMethods = false)
    static class Endpoints {
        @Bean
        ConfigurationPropertiesReportEndpoint propertiesEndpoint(List<SanitizingFunction> functions) {
            return new ConfigurationPropertiesReportEndpoint(functions, Show.ALWAYS);
        }

        @Bean
        EnvironmentEndpoint environmentEndpoint(Environment environment, List<SanitizingFunction> functions) {
            return new EnvironmentEndpoint(environment, functions, Show.ALWAYS);
        }
    }
}
