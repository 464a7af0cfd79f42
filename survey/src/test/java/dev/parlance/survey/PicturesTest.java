package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Problem;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.testkit.ForEachTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions with pictures. */
class PicturesTest {
    private static final String PICTURE = "https://media.example/label-3f.png";
    private static final String WITH = "Do you like this label?";
    private static final String WITHOUT = "Do you like a green label with a leaf?";

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();

    @Test
    void a_reply_carries_the_picture_of_its_question_once() {
        shop.open(labels());

        ana.texts("hi").receives(WITH);
        assertThat(pictures(ana)).containsExactly(PICTURE);
        ana.texts("yes").receives("How was the tea, 1 to 5?");
        assertThat(pictures(ana)).isEmpty();
    }

    @Test
    void an_invitation_carries_the_picture() {
        shop.open(labels());

        shop.requestInvitation();

        ana.receives(WITH);
        assertThat(pictures(ana)).containsExactly(PICTURE);
    }

    @Test
    void whatsapp_shows_the_picture() {
        FakePhone messenger = twilio.phone("whatsapp:+5215512345678");
        twilio.number("whatsapp:" + App.NUMBER).onText(App.ADDRESS + "/sms");
        shop.open(labels());

        messenger.textsTo("whatsapp:" + App.NUMBER, "hi").receives(WITH);
        assertThat(pictures(messenger)).containsExactly(PICTURE);
    }

    @Test
    void a_caller_hears_the_words_without_the_picture() {
        shop.open(labels());

        assertThat(ana.calls(App.NUMBER).heard()).contains(WITHOUT).doesNotContain(WITH);
    }

    @Test
    void a_number_that_gets_no_mms_reads_the_words_without_the_picture() {
        FakePhone luz = twilio.phone("+5215512345678");
        shop.open(labels());

        luz.texts("hi").receives(WITHOUT);
        assertThat(pictures(luz)).isEmpty();
    }

    @Test
    void the_application_can_say_who_gets_pictures() {
        shop.open(labels(), settings -> settings.pictures(person -> false));

        ana.texts("hi").receives(WITHOUT);
        assertThat(pictures(ana)).isEmpty();
    }

    @Test
    void missing_words_for_those_who_can_not_see_a_picture_are_a_warning() {
        Map<String, String> prompts = new HashMap<>(prompts());
        prompts.remove("label.withoutImage");

        assertThat(labels(prompts).warnings())
                .extracting(Problem::message)
                .containsExactly("has a picture, but no words for respondents who can't see it: add the prompt"
                        + " \"label.withoutImage\" to en");
        assertThat(labels().warnings()).isEmpty();
    }

    private static List<String> pictures(FakePhone phone) {
        List<FakeText> texts = phone.inbox();
        return texts.get(texts.size() - 1).media().stream()
                .flatMap(media -> media.url().stream())
                .toList();
    }

    private static Survey labels() {
        return labels(prompts());
    }

    private static Survey labels(Map<String, String> prompts) {
        return Survey.builder("labels")
                .prompts(Prompts.of(Map.of("en", prompts)))
                .opening(OpeningStyle.GUESS)
                .ask(Question.yesNo("label"), Question.rating("taste", 1, 5))
                .build();
    }

    private static Map<String, String> prompts() {
        return Map.of(
                "label", WITH,
                "label.image", PICTURE,
                "label.withoutImage", WITHOUT,
                "taste", "How was the tea, 1 to 5?");
    }
}
