package dev.parlance.survey.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Channel;
import dev.parlance.survey.TextMessages;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The way of a person through a survey: conditions, jumps, groups. */
class WayTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static Survey survey(String questions) {
        Map<String, String> english = new TreeMap<>();
        for (String id : List.of("a", "b", "c", "d", "e", "s", "x", "y", "z")) {
            english.put(id, id.toUpperCase(Locale.ROOT) + "?");
        }
        english.put("item", "{n}: {item}?");
        english.put("pick", "Pick?");
        english.put("pick.one", "First");
        english.put("pick.two", "Second");
        english.put("pick.three", "Third");
        english.put("echo", "You said {x}.");
        Map<String, Map<String, String>> languages = Map.of("en", english, "es", english);
        return Survey.parse(
                "way.json",
                "{\"name\":\"way\",\"opening\":\"guess\",\"variables\":{\"plan\":\"free\"},\"questions\":["
                        + questions.replace('\'', '"') + "]}",
                Prompts.of(languages));
    }

    private static Session session(Survey survey, long seed, Map<String, String> variables) {
        Person person = new Person("en", true, Optional.empty(), variables, seed);
        return Session.begin("way", Address.of("+15005550006"), survey.revision(), person, Channel.TEXT);
    }

    /** What is asked, one after the other, when these answers are given. */
    private static String asked(Survey survey, Session begun, String... answers) {
        StringBuilder asked = new StringBuilder();
        Session session = begun;
        for (int i = 0; i <= answers.length; i++) {
            Input input = i == 0 ? Input.contact() : Input.text(answers[i - 1]);
            Turn.Done turn =
                    SurveyMachine.advance(survey, session, input, Facts.at(NOW)).done();
            asked.append(i == 0 ? "" : " | ")
                    .append(String.join("", TextMessages.of(survey, turn)).replaceAll("\\s+", " "));
            session = turn.session();
        }
        return asked.toString();
    }

    private static String asked(Survey survey, String... answers) {
        return asked(survey, session(survey, 1, Map.of()), answers);
    }

    @Test
    void a_jump_leads_forward_back_and_to_an_end() {
        Survey survey = survey("{'id':'a','kind':'yesNo','next':[{'when':{'answer':'a','is':'no'},'to':'c'}]},"
                + "{'id':'b','kind':'text'},"
                + "{'id':'c','kind':'number','next':[{'when':{'answer':'c','atLeast':100},'to':'a'},"
                + "{'when':{'answer':'c','is':0},'to':'refuse'},{'to':'end'}]}");

        assertThat(asked(survey, "no", "7")).isEqualTo("A? | C? | Thank you. Goodbye.");
        assertThat(asked(survey, "yes", "x", "100", "no", "1"))
                .isEqualTo("A? | B? | C? | A? | C? | Thank you. Goodbye.");
        assertThat(asked(survey, "no", "0")).endsWith("Thank you. Goodbye.");
    }

    @Test
    void conditions_are_put_together() {
        Survey survey = survey("{'id':'x','kind':'choices','options':['one','two','three'],'prompt':'pick'},"
                + "{'id':'a','kind':'text','when':{'any':[{'answer':'x','is':'one'},{'answer':'x','in':['two']}]}},"
                + "{'id':'b','kind':'text','when':{'not':{'answered':'a'}}},"
                + "{'id':'c','kind':'text','when':{'all':[{'variable':'plan','in':['gold']},{'language':'en'},"
                + "{'channel':'text'}]}},"
                + "{'id':'d','kind':'text','when':{'channel':'voice'}},"
                + "{'id':'e','kind':'text','when':{'not':{'language':'es'}}}");

        assertThat(asked(survey, "3", "-", "-")).endsWith("B? | E? | Thank you. Goodbye.");
        assertThat(asked(survey, "first and third", "-", "-")).endsWith("A? | E? | Thank you. Goodbye.");
        assertThat(asked(survey, session(survey, 1, Map.of("plan", "gold")), "2", "-", "-", "-"))
                .endsWith("A? | C? | E? | Thank you. Goodbye.");
    }

    @Test
    void a_group_is_repeated_for_each_option_that_was_chosen() {
        Survey survey = survey("{'id':'x','kind':'choices','options':['one','two','three'],'prompt':'pick'},"
                + "{'group':'g','repeat':{'forEach':'x'},'questions':["
                + "{'id':'y','kind':'number','prompt':'item'},"
                + "{'id':'z','kind':'text','when':{'answer':'y','atLeast':5},'next':'end'}]},"
                + "{'id':'a','kind':'text'}");

        assertThat(asked(survey, "3,1", "1", "4", "-")).endsWith("1: Third? | 2: First? | A? | Thank you. Goodbye.");
        assertThat(asked(survey, "3,1", "1", "5", "-")).endsWith("1: Third? | 2: First? | Z? | Thank you. Goodbye.");
    }

    @Test
    void a_group_is_repeated_as_often_as_was_answered_and_never_too_often() {
        Survey survey = survey("{'id':'x','kind':'number','least':0,'most':999},"
                + "{'group':'g','repeat':{'answer':'x'},'questions':[{'id':'y','kind':'text','prompt':'item'}]},"
                + "{'id':'a','kind':'text'}");

        assertThat(asked(survey, "2", "-", "-", "-")).isEqualTo("X? | 1: 1? | 2: 2? | A? | Thank you. Goodbye.");
        assertThat(asked(survey, "0", "-")).isEqualTo("X? | A? | Thank you. Goodbye.");
        String[] many = new String[60];
        Arrays.fill(many, "-");
        many[0] = "999";
        assertThat(asked(survey, many)).contains("50: 50? | A? | Thank you.").doesNotContain("51:");
    }

    @Test
    void a_group_that_is_asked_three_times_and_a_question_before_it_again() {
        Survey survey =
                survey("{'group':'g','repeat':{'times':3},'questions':[{'id':'y','kind':'text','prompt':'item'}]}");

        assertThat(asked(survey, "-", "back", "-", "-", "-"))
                .isEqualTo("1: 1? | 2: 2? | 1: 1? | 2: 2? | 3: 3? | Thank you. Goodbye.");
    }

    @Test
    void a_drawn_order_is_another_for_others_and_the_same_for_one_person() {
        Survey survey = survey("{'group':'g','order':'random','questions':[{'id':'a','kind':'text'},"
                + "{'id':'b','kind':'text'},{'id':'c','kind':'text'}]}");
        Set<String> orders = new HashSet<>();

        for (long seed = 0; seed < 40; seed++) {
            String first = asked(survey, session(survey, seed, Map.of()), "-", "-", "-");
            assertThat(asked(survey, session(survey, seed, Map.of()), "-", "-", "-"))
                    .isEqualTo(first);
            assertThat(first).contains("A?", "B?", "C?");
            orders.add(first);
        }

        assertThat(orders).hasSize(6);
    }

    @Test
    void a_language_of_two_countries_is_offered_with_them() {
        Map<String, String> words = Map.of("a", "A?");
        Survey survey = Survey.named("x")
                .prompts(Prompts.of(Map.of("en-GB", words, "en-US", words, "es", words)))
                .ask(Question.text("a"))
                .build();
        Session begun = Session.begin(
                "x",
                Address.of("+15005550006"),
                survey.revision(),
                new Person("en-US", false, Optional.empty(), Map.of(), 1),
                Channel.TEXT);

        assertThat(asked(survey, begun, "english (united states)"))
                .contains("For English (United States), reply", "For English (United Kingdom), reply", "Para Español")
                .endsWith("A?");
    }

    @Test
    void in_a_drawn_order_some_may_be_passed_over() {
        Survey survey = survey("{'group':'g','order':'random','questions':[{'id':'a','kind':'location'},"
                + "{'id':'b','kind':'text','when':{'channel':'voice'}},{'id':'c','kind':'text'}]}");

        assertThat(asked(survey, "-")).isEqualTo("C? | Thank you. Goodbye.");
    }

    @Test
    void options_in_a_drawn_order_answer_to_the_number_that_is_shown() {
        Survey survey =
                survey("{'id':'x','kind':'choice','options':['one','two','three'],'prompt':'pick','order':'random'},"
                        + "{'id':'s','kind':'statement','prompt':'echo'}");
        Set<String> first = new HashSet<>();

        for (long seed = 0; seed < 40; seed++) {
            String all = asked(survey, session(survey, seed, Map.of()), "1");
            String label = all.replaceAll(".*1\\. (\\w+) 2\\..*", "$1");
            assertThat(all).endsWith("You said " + label + ". Thank you. Goodbye.");
            first.add(label);
        }

        assertThat(first).containsExactlyInAnyOrder("First", "Second", "Third");
    }

    @Test
    void what_a_person_said_is_put_into_a_prompt_on_one_line_and_not_without_end() {
        Survey survey = survey("{'id':'x','kind':'text'},{'id':'s','kind':'statement','prompt':'echo'}");

        assertThat(asked(survey, "so\n\nmuch\u0007")).isEqualTo("X? | You said so much. Thank you. Goodbye.");
        assertThat(asked(survey, "y".repeat(1_000))).hasSizeLessThan(300);
    }
}
