package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakeCall;
import dev.parlance.fake.twilio.FakeMedia;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.testkit.ForEachTest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of question, branching, a repeated group and three scripts, by text and by call. */
class EveryKindTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private static final Path FOLDER = Path.of("src/test/resources/everything");
    private static final String PERSON = "+15005550006";
    private final Survey survey = SurveyFolder.at(FOLDER).load();
    private App app;

    @BeforeEach
    void start() {
        app = new App(twilio, survey, settings -> settings);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private Map<String, String> answers(String person) {
        Map<String, String> answers = new LinkedHashMap<>();
        session(person)
                .answers()
                .forEach((question, answer) ->
                        answers.put(question, answer.value().text()));
        return answers;
    }

    private Session session(String person) {
        return app.surveys().find(Address.of(person)).orElseThrow();
    }

    @Test
    void by_text_in_english() {
        FakePhone ana = twilio.phone(PERSON);

        ana.texts("hi").receives("For English, reply 1.");
        assertThat(ana.inbox().get(0).body())
                .startsWith("Welcome to the festival's survey,")
                .contains("لاختيار العربية أرسل 2.", "हिन्दी के लिए 3 भेजें।");
        ana.texts("one").receives("Did you come?");
        ana.texts("yess").receives("How was it, 1 to 5?");
        ana.texts("two").receives("What was wrong? You gave 2.");
        ana.texts("skip").receives("What did you drink?\n1. Tea\n2. Coffee\n3. Juice");
        ana.texts("tea and apple juice").receives("How was the Tea, 1 to 5?");
        ana.texts("4").receives("How was the Juice, 1 to 5?");
        ana.texts("5").receives("What was best?\n1. The music");
        ana.texts("the poeple").receives("How much did you spend?");
        ana.texts("1,234.50").receives("On which day did you come?");
        ana.texts("July 3rd, 2026").receives("At what time?");
        ana.texts("2:30 pm").receives("Whom may we call?");
        ana.texts("+1 (500) 555-0009").receives("Where may we write to?");
        ana.texts("ana@example.org").receives("Do you have a photo for us?");
        ana.texts("here", FakeMedia.of("image/png", new byte[] {1, 2, 3}))
                .receives("Would you recommend The people, 0 to 10?");
        ana.texts("10!").receives("Thank you, goodbye!");

        assertThat(answers(PERSON))
                .containsEntry("came", "yes")
                .containsEntry("rate", "2")
                .containsEntry("why", "")
                .containsEntry("tried", "tea, juice")
                .containsEntry("drinks.1.taste", "4")
                .containsEntry("drinks.2.taste", "5")
                .containsEntry("best", "people")
                .containsEntry("spent", "1234.5")
                .containsEntry("day", "2026-07-03")
                .containsEntry("hour", "14:30")
                .containsEntry("phone", "+15005550009")
                .containsEntry("mail", "ana@example.org")
                .containsEntry("recommend", "10")
                .containsKey("photo")
                .doesNotContainKey("place");
        assertThat(session(PERSON).disposition()).isEqualTo(Disposition.COMPLETED);
    }

    @Test
    void by_text_in_arabic() {
        FakePhone person = twilio.phone(PERSON);

        person.texts("hi");
        person.texts("العربية").receives();
        person.receives("هل حضرت؟");
        person.texts("نعم").receives("كيف كان، من 1 إلى 5؟");
        person.texts("٩").receives("يرجى الرد برقم من 1 إلى 5.");
        person.texts("٤").receives("ماذا شربت؟\n1. شاي");
        person.texts("شاي و قهوه").receives("كيف كان شاي، من 1 إلى 5؟");
        person.texts("خمسة").receives("كيف كان قهوة، من 1 إلى 5؟");
        person.texts("ثلاث").receives("ما الأفضل؟");
        person.texts("الموسيقي").receives("كم أنفقت؟");
        person.texts("١٢٫٥").receives("في أي يوم حضرت؟");
        person.texts("٣/٧/٢٠٢٦").receives("في أي ساعة؟");
        person.texts("٢٠:١٥").receives("بمن نتصل؟");
        person.texts("٠٠٩٧١٥٠٥٥٥٠٠٠٩").receives("إلى أين نكتب؟");
        person.texts("تخطي").receives("هل لديك صورة؟");
        person.texts("تخطي").receives("هل توصي بـ الموسيقى");
        person.texts("عشرة").receives("شكرا، مع السلامة!");

        assertThat(answers(PERSON))
                .containsEntry("tried", "tea, coffee")
                .containsEntry("spent", "12.5")
                .containsEntry("day", "2026-07-03")
                .containsEntry("hour", "20:15")
                .containsEntry("phone", "+971505550009")
                .containsEntry("recommend", "10");
    }

    @Test
    void by_call_in_hindi() {
        FakeCall call = twilio.phone(PERSON).calls(App.NUMBER);

        call.hears("For English, press 1.").hears("हिन्दी के लिए 3 दबाएँ।");
        call.presses("3").hears("क्या आप आए थे?");
        call.says("हाँ").hears("कैसा था, 1 से 5?");
        call.staysSilent().hears("माफ़ कीजिए, मुझे कुछ सुनाई नहीं दिया।").hears("कैसा था, 1 से 5?");
        call.says("चार").hears("आपने क्या पिया?");
        call.presses("13#").hears("चाय कैसी थी");
        call.presses("5").hears("रस कैसी थी");
        call.presses("4").hears("सबसे अच्छा क्या था?");
        call.says("खाना").hears("आपने कितना खर्च किया?");
        call.presses("150*5#").hears("आप किस दिन आए?");
        call.presses("03072026").hears("किस समय?");
        call.presses("1430").hears("हम किसे फ़ोन करें?");
        call.presses("919876543210#").hears("हम कहाँ लिखें?");
        call.presses("*").hears("प्रश्न छोड़ने के लिए 4");
        call.presses("4").hears("क्या आप खाना की सिफ़ारिश करेंगे, 0 से 10?");
        call.says("दस", 0.2).hears("मैंने समझा: 10। क्या यह सही है?");
        call.presses("1").hears("धन्यवाद, नमस्ते!");

        assertThat(call.isOver()).isTrue();
        assertThat(answers(PERSON))
                .containsEntry("tried", "tea, juice")
                .containsEntry("spent", "150.5")
                .containsEntry("day", "2026-07-03")
                .containsEntry("hour", "14:30")
                .containsEntry("recommend", "10")
                .doesNotContainKey("photo");
    }

    @Test
    void a_screened_out_person_is_thanked_and_asked_nothing_more() {
        FakePhone ana = twilio.phone(PERSON);
        app.surveys()
                .start(Channel.TEXT, Address.of(PERSON), Invitation.in("en").withVariable("name", "Ana"));

        ana.receives("Welcome to the festival's survey, Ana\n\nDid you come?");
        ana.texts("no").receives("Thank you. We have all the answers that we need.");
        ana.texts("what?").receives("This survey has ended.");

        assertThat(session(PERSON).disposition()).isEqualTo(Disposition.SCREENED_OUT);
    }

    @Test
    void a_location_question_can_be_asked_on_whatsapp_only() {
        assertThat(survey.question("place")
                        .orElseThrow()
                        .canBeAsked(Medium.TEXT.abilities().withLocation()))
                .isTrue();
        assertThat(survey.question("place").orElseThrow().canBeAsked(Medium.TEXT.abilities()))
                .isFalse();
    }

    @Test
    void a_survey_survives_a_round_trip_through_json() {
        Survey again = Survey.fromJson(survey.toJson());

        assertThat(again.toJson()).isEqualTo(survey.toJson());
        assertThat(again.questions()).isEqualTo(survey.questions());
    }
}
