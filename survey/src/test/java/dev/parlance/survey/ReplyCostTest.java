package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.testkit.ForEachTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a reply loads and saves the session. */
class ReplyCostTest {
    private static final String OURS = "whatsapp:+15005550100";

    private static final Survey SURVEY = Survey.builder("shop")
            .prompts(Prompts.of(Map.of(
                    "en",
                    Map.of(
                            "name", "Your name?",
                            "came", "Did you visit us?",
                            "label", "Do you like this label?",
                            "label.image", "https://media.example/label.png",
                            "label.withoutImage", "Do you like a green label?",
                            "why", "Why?"))))
            .opening(OpeningStyle.GUESS)
            .ask(Question.text("name"), Question.yesNo("came"), Question.yesNo("label"), Question.text("why"))
            .build();

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final CountingStore store = new CountingStore();
    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final Surveys surveys = Surveys.builder(SURVEY)
            .store(store)
            .clock(twilio.clock())
            .channel(MessengerChannel.whatsApp(account, account.contents()).withFrom(OURS))
            .build();
    private final FakePhone ana = twilio.phone("+12025550123").onWhatsApp();

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private void open() {
        twilio.number(OURS).onText("https://app.example/whatsapp");
        twilio.mount("https://app.example", surveys.webhook("whatsapp"));
        ana.textsTo(OURS, "hi");
        twilio.settle();
        store.reset();
    }

    private void costs(int loads, int saves) {
        twilio.settle();
        assertThat(store.loads()).as("loads").hasValue(loads);
        assertThat(store.saves()).as("saves").hasValue(saves);
        store.reset();
    }

    @Test
    void a_reply_in_the_answer_is_one_save_and_each_sent_message_one_more() {
        open();

        ana.texts("Ana");
        costs(1, 2); // the turn with its claim, and the record of the question with buttons
        ana.taps("Yes");
        costs(1, 3); // a picture and a question with buttons
        ana.taps("No");
        costs(1, 1); // in TwiML
    }
}
