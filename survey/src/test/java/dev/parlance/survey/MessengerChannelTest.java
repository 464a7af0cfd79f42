package dev.parlance.survey;

import static dev.parlance.survey.MenuSurvey.ENGLISH;
import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.account.TwilioAccount;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.StoredContent;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.testkit.ForEachTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A survey over WhatsApp, with buttons and lists. */
class MessengerChannelTest {
    private static final String OURS = "whatsapp:+15005550100";
    private static final String WEBHOOK = "https://app.example/whatsapp";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private final TwilioAccount account = TwilioAccount.builder(twilio.settings())
            .baseUrl(twilio.url())
            .clock(twilio.clock())
            .build();
    private final FakePhone ana = twilio.phone("+5215512345678").onWhatsApp();
    private Surveys surveys = surveys(ENGLISH);

    private Surveys surveys(Map<String, String> prompts) {
        return Surveys.builder(MenuSurvey.of(prompts))
                .store(DocumentStore.inMemory())
                .clock(twilio.clock())
                .channel(MessengerChannel.whatsApp(account, account.contents()).withFrom(OURS))
                .build();
    }

    private void open() {
        twilio.number(OURS).onText(WEBHOOK);
        twilio.mount(
                "https://app.example", request -> surveys.webhook("whatsapp").handle(request));
    }

    @AfterEach
    void close() {
        surveys.close();
        account.close();
    }

    private String answer(String question) {
        return surveys.find(Address.of(ana.number()))
                .orElseThrow()
                .answer(question)
                .orElseThrow()
                .text();
    }

    @Test
    void yes_and_no_and_up_to_three_options_are_buttons_and_more_are_a_list() {
        open();

        ana.textsTo(OURS, "hi");
        assertThat(ana.receives()).withBody("Did you visit us?").hasButtons("Yes", "No");
        ana.taps("Yes");
        assertThat(ana.receives()).withBody("What did you drink?").hasButtons("Tea", "Coffee", "Milk");
        ana.taps("Coffee");
        assertThat(ana.receives())
                .withBody("On which day?")
                .hasList("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
        ana.picks("Thursday");

        assertThat(answer("came")).isEqualTo("yes");
        assertThat(answer("drink")).isEqualTo("coffee");
        assertThat(answer("day")).isEqualTo("thu");
    }

    @Test
    void a_question_for_several_options_has_numbers() {
        open();
        ana.textsTo(OURS, "hi").taps("Yes").taps("Tea").picks("Friday");

        assertThat(ana.lastMessage())
                .withBody("What did you try?\n1. Cake\n2. Pie")
                .hasButtons();
        ana.texts("1, 2");
        assertThat(ana.lastMessage()).withBody("How was it, 1 to 5?").hasButtons();
        ana.texts("4");
        assertThat(ana.lastMessage()).withBody("Thank you!");
        assertThat(answer("tried")).isEqualTo("cake, pie");
    }

    @Test
    void typed_answers_are_understood_as_well() {
        open();
        ana.textsTo(OURS, "hi").texts("yes").texts("coffee please").texts("wednesday");

        assertThat(answer("drink")).isEqualTo("coffee");
        assertThat(answer("day")).isEqualTo("wed");
    }

    @Test
    void a_button_of_an_earlier_question_changes_nothing_and_the_open_question_is_asked_again() {
        open();
        ana.textsTo(OURS, "hi").taps("Yes").taps("Tea");
        assertThat(ana.lastMessage()).containing("On which day?");

        ana.taps("Milk");

        assertThat(ana.lastMessage()).containing("On which day?");
        assertThat(answer("drink")).isEqualTo("tea");
    }

    @Test
    void labels_that_are_too_long_for_buttons_are_a_list_and_longer_ones_are_numbered() {
        Map<String, String> longer = new HashMap<>(ENGLISH);
        longer.put("drink.tea", "A cup of strong tea now");
        longer.put("day.mon", "On Monday in the early morning");
        surveys = surveys(longer);
        open();
        ana.textsTo(OURS, "hi").taps("Yes");

        assertThat(ana.lastMessage()).hasList("A cup of strong tea now", "Coffee", "Milk");
        ana.picks("Milk");
        assertThat(ana.lastMessage())
                .containing("1. On Monday in the early morning\n2. Tuesday")
                .hasList();
    }

    @Test
    void all_surveys_share_the_contents_of_their_menus() {
        open();
        ana.textsTo(OURS, "hi").taps("Yes").taps("Tea");
        FakePhone bob = twilio.phone("+12025550123").onWhatsApp();
        bob.textsTo(OURS, "hi").taps("No").taps("Milk");

        assertThat(account.contents().list().map(StoredContent::name))
                .containsExactlyInAnyOrder(
                        "parlance_menu_buttons_2", "parlance_menu_buttons_3", "parlance_menu_list_5_Choose");
    }

    @Test
    void a_content_that_somebody_deletes_at_twilio_is_created_again() {
        open();
        ana.textsTo(OURS, "hi");
        account.contents().list().map(StoredContent::sid).forEach(account.contents()::delete);

        FakePhone bob = twilio.phone("+12025550123").onWhatsApp();
        bob.textsTo(OURS, "hi");

        assertThat(bob.lastMessage()).withBody("Did you visit us?").hasButtons("Yes", "No");
        assertThat(account.contents().list().map(StoredContent::name)).containsExactly("parlance_menu_buttons_2");
    }
}
