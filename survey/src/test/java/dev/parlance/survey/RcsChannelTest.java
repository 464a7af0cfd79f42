package dev.parlance.survey;

import static dev.parlance.survey.MenuSurvey.ENGLISH;
import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.Router;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A survey over RCS, and by text where RCS does not reach the phone. */
class RcsChannelTest {
    private static final String AGENT = "rcs:shop_agent";
    private static final String NUMBER = "+15005550101";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private Surveys surveys;

    /** The agent and the number of a messaging service answer. */
    private void open(Map<String, String> prompts) {
        surveys = Surveys.builder(MenuSurvey.of(prompts))
                .store(DocumentStore.inMemory())
                .clock(twilio.clock())
                .channel(MessengerChannel.rcs(account, account.contents())
                        .withFrom(twilio.messagingService(NUMBER, AGENT)))
                .build();
        twilio.number(NUMBER).onText("https://app.example/sms");
        twilio.number(AGENT).onText("https://app.example/rcs");
        twilio.mount(
                "https://app.example",
                Router.create().post("/sms", surveys.textWebhook()).post("/rcs", surveys.webhook("rcs")));
    }

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    @Test
    void a_survey_on_rcs_goes_on_by_text_where_rcs_does_not_reach_the_phone() {
        open(ENGLISH);
        FakePhone bob = twilio.phone("+12025550123").hasRcs();

        bob.onRcs().textsTo(AGENT, "hi");
        assertThat(bob.onRcs().lastMessage()).hasButtons("Yes", "No");
        bob.hasNoRcs();
        bob.onRcs().taps("Yes");
        assertThat(bob.lastMessage()).withBody("What did you drink? 1. Tea 2. Coffee 3. Milk");
        bob.texts("2");

        assertThat(surveys.find(Address.of("+12025550123")).orElseThrow().answer("drink"))
                .contains(Value.of("coffee"));
    }

    @Test
    void a_phone_without_rcs_gets_each_line_once() {
        Map<String, String> lines = new HashMap<>(ENGLISH);
        lines.put("drink", "Nice.\nWhat did you drink?");
        open(lines);
        FakePhone bob = twilio.phone("+12025550123").hasRcs();

        bob.onRcs().textsTo(AGENT, "hi");
        twilio.settle();
        bob.hasNoRcs();
        bob.onRcs().taps("Yes");
        twilio.settle();

        assertThat(bob.inbox().stream().map(FakeText::body))
                .containsExactly("Nice.", "What did you drink? 1. Tea 2. Coffee 3. Milk");
    }

    @Test
    void a_message_on_rcs_whose_answer_was_lost_is_not_sent_again() {
        open(ENGLISH);
        FakePhone bob = twilio.phone("+12025550123").hasRcs().onRcs();
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_AFTER_THE_EFFECT);

        bob.textsTo(AGENT, "hi");
        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();
        twilio.settle();

        assertThat(bob.inbox()).hasSize(1);
    }

    @Test
    void a_message_that_never_reached_twilio_is_sent_although_an_older_one_went_by_rcs() {
        open(ENGLISH);
        FakePhone bob = twilio.phone("+12025550123").hasRcs();
        bob.onRcs().textsTo(AGENT, "hi");
        twilio.advance(Duration.ofSeconds(2));
        bob.hasNoRcs();
        bob.onRcs().textsTo(AGENT, "yes");
        twilio.advance(Duration.ofSeconds(2));
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_BEFORE_THE_EFFECT);

        bob.onRcs().textsTo(AGENT, "what?");
        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();
        twilio.settle();

        assertThat(bob.inbox()).hasSize(2);
    }

    @Test
    void a_reply_by_text_joins_the_messages_that_wait_on_rcs() {
        open(ENGLISH);
        FakePhone bob = twilio.phone("+12025550123").hasRcs();
        twilio.failNext("POST *Messages.json", ApiFault.DROPPED_BEFORE_THE_EFFECT);

        bob.onRcs().textsTo(AGENT, "hi");
        bob.textsTo(NUMBER, "yes");
        twilio.settle();
        assertThat(bob.inbox()).isEmpty();
        assertThat(bob.onRcs().inbox()).isEmpty();
        twilio.advance(Duration.ofMinutes(5));
        surveys.runDue();

        assertThat(bob.onRcs().inbox().stream().map(FakeText::body))
                .containsExactly("Did you visit us?", "What did you drink?");
        assertThat(bob.inbox()).isEmpty();
        bob.onRcs().taps("Coffee");
        assertThat(bob.onRcs().lastMessage()).containing("On which day?");
        bob.textsTo(NUMBER, "monday");
        assertThat(bob.lastMessage()).as("nothing waits any more").containing("What did you try?");
    }
}
