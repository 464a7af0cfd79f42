package dev.parlance.survey;

import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeText;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SAM template's text message with the answers. */
class TemplateSummaryTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final TemplateFolder folder = new TemplateFolder(twilio);

    @Test
    void the_summary_text_matches_the_templates_and_follows_the_goodbye() {
        Deque<Runnable> later = new ArrayDeque<>();
        List<TextMessage> sent = new ArrayList<>();
        Survey survey = folder.load();
        folder.start(settings -> settings.listenerExecutor(later::add)
                .on(SurveyEvent.Type.COMPLETED, SamTemplateEvents.summaryByText(survey, text -> {
                    sent.add(text);
                    return new Receipt("SM1", "queued");
                })));
        FakePhone ana = folder.inTheSurvey();
        ana.texts("5").texts("tea").texts("4").texts("nothing");
        assertThat(ana.inbox()).extracting(FakeText::body).contains("Thank you = goodbye #1");
        assertThat(sent).isEmpty();

        later.forEach(Runnable::run);

        assertThat(sent.get(0).body().replaceAll("\\d{13}", "0"))
                .isEqualTo(
                        "******\nHere are your answers! This message shows that you can run processing after a survey"
                                + " completes.\n" + """
                {
                    "surveyTo": "15005550006",
                    "questions": [
                        {
                            "answer": 5,
                            "answerConfidence": "sms"
                        },
                        {
                            "answer": "tea",
                            "answerConfidence": "sms"
                        },
                        {
                            "answer": 4,
                            "answerConfidence": "sms"
                        },
                        {
                            "answer": "nothing",
                            "answerConfidence": "sms"
                        }
                    ],
                    "surveyMedium": "sms",
                    "surveyStarted": 0,
                    "surveyStatus": "COMPLETED",
                    "currentState": "post-survey",
                    "questionIndex": 4,
                    "languageSet": "en-US",
                    "surveyCompleted": 0
                }
                ******""");
    }

    @Test
    void a_long_summary_is_cut_and_an_undeliverable_one_is_not_retried() {
        List<TextMessage> tried = new ArrayList<>();
        TextSender landline = text -> {
            tried.add(text);
            throw new OutboundException(OutboundException.Reason.BAD_ADDRESS, "a landline", null);
        };
        Survey survey = folder.load();
        folder.start(
                settings -> settings.on(SurveyEvent.Type.COMPLETED, SamTemplateEvents.summaryByText(survey, landline)));
        FakePhone ana = folder.inTheSurvey();

        ana.texts("5").texts("tea ".repeat(350)).texts("4").texts("nothing").texts("hello?");

        assertThat(ana.inbox()).extracting(FakeText::body).contains("You have answered already. Thank you!");

        assertThat(tried).hasSize(1);
        assertThat(tried.get(0).body()).hasSizeLessThanOrEqualTo(1_600).endsWith("…\n******");
    }

    @Test
    void a_summary_from_a_bus_is_retried_unless_undeliverable() {
        String detail = "{\"postBody\": {\"From\": \"+15005550006\"}, \"resultsObject\": {}}";
        List<TextMessage> tried = new ArrayList<>();

        SamTemplateEvents.textAnswers(detail, text -> {
            tried.add(text);
            throw new OutboundException(OutboundException.Reason.BAD_ADDRESS, "a landline", null);
        });

        assertThat(tried)
                .singleElement()
                .satisfies(text -> assertThat(text.body()).contains("Here are your answers!"));
        assertThatExceptionOfType(OutboundException.class)
                .isThrownBy(() -> SamTemplateEvents.textAnswers(detail, text -> {
                    throw new OutboundException(OutboundException.Reason.UNAVAILABLE, "later", null);
                }));
    }
}
