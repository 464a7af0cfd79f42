package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.OpeningStyle;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.results.Summary;
import dev.parlance.testkit.ForEachTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How orders, shares and consent appear in the results. */
class KindsInResultsTest {
    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    private App app;

    @BeforeEach
    void two_people_answer() {
        Map<String, String> prompts =
                new HashMap<>(Map.of("agree", "Do you agree?", "order", "Order?", "budget", "Budget?"));
        for (String question : new String[] {"order", "budget"}) {
            prompts.put(question + ".tea", "Tea");
            prompts.put(question + ".coffee", "Coffee");
        }
        Survey survey = Survey.builder("kinds")
                .prompts(Prompts.of(Map.of("en", prompts)))
                .opening(OpeningStyle.GUESS)
                .ask(
                        Question.consent("agree"),
                        Question.ranking("order", "tea", "coffee"),
                        Question.shares("budget", 100, "tea", "coffee"))
                .build();
        app = new App(twilio, survey, settings -> settings);
        answers("+15005550006", "hi", "yes", "coffee, tea", "30 70");
        answers("+15005550009", "hi", "yes", "2 1", "tea 100");
    }

    private static void answers(String person, String... texts) {
        FakePhone phone = twilio.phone(person);
        for (String text : texts) {
            phone.texts(text);
        }
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void a_summary_counts_who_came_first_and_adds_up_shares() {
        Summary summary = app.surveys().results().summary();

        assertThat(summary.questions().get("agree").all().counts()).isEqualTo(Map.of("yes", 2));
        assertThat(summary.questions().get("order").all().counts()).isEqualTo(Map.of("coffee", 2));
        assertThat(summary.questions().get("budget").all().counts()).isEqualTo(Map.of("tea", 130, "coffee", 70));
    }

    @Test
    void a_table_has_the_place_and_the_share_of_each_option_and_the_wording() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        app.surveys().results().csvWithLabels(out, "en");

        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll("^.*,,1,0,", "")))
                .contains(
                        "yes,Do you agree?,yes,\"coffee, tea\",\"Coffee, Tea\",2,1,\"tea=30, coffee=70\",30,70",
                        "yes,Do you agree?,yes,\"coffee, tea\",\"Coffee, Tea\",2,1,\"tea=100, coffee=0\",100,0")
                .anyMatch(line -> line.endsWith(
                        "run,undelivered,agree,wording.agree,label.agree,order,label.order,option.order.tea,option.order.coffee,"
                                + "budget,option.budget.tea,option.budget.coffee"));
    }
}
