package dev.parlance.survey.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
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

/** A respondent's path through a survey: conditions, jumps, groups. */
class QuestionPathTest {
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
        return SessionState.create("way", Address.of("+15005550006"), survey.revision(), person, Channel.TEXT);
    }

    /** The questions asked when these answers are given, in order. */
    private static String asked(Survey survey, Session start, String... answers) {
        StringBuilder asked = new StringBuilder();
        Session session = start;
        for (int i = 0; i <= answers.length; i++) {
            Input input = i == 0 ? Input.contact() : Input.text(answers[i - 1]);
            Turn.Done turn = SurveyMachine.advance(survey, session, input, TurnInputs.at(NOW))
                    .done();
            asked.append(i == 0 ? "" : " | ")
                    .append(String.join("", Rendering.of(survey, turn).messages())
                            .replaceAll("\\s+", " "));
            session = turn.session();
        }
        return asked.toString();
    }

    private static String asked(Survey survey, String... answers) {
        return asked(survey, session(survey, 1, Map.of()), answers);
    }

    @Test
    void a_jump_leads_forward_back_or_to_an_end() {
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
    void a_survey_without_the_open_question_continues_after_the_last_answer() {
        Survey older = survey("{'id':'a','kind':'text'},{'id':'b','kind':'text'},{'id':'c','kind':'text'}");
        Survey newer = survey("{'id':'a','kind':'text'},{'id':'c','kind':'text'}");
        Session session = session(older, 1, Map.of());
        for (Input input : List.of(Input.contact(), Input.text("x"))) {
            session = SurveyMachine.advance(older, session, input, TurnInputs.at(NOW))
                    .done()
                    .session();
        }

        assertThat(asked(newer, session, "y")).isEqualTo("C? | Thank you. Goodbye.");
    }

    @Test
    void conditions_can_be_combined() {
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
    void a_group_is_repeated_for_each_chosen_option() {
        Survey survey = survey("{'id':'x','kind':'choices','options':['one','two','three'],'prompt':'pick'},"
                + "{'group':'g','repeat':{'forEach':'x'},'questions':["
                + "{'id':'y','kind':'number','prompt':'item'},"
                + "{'id':'z','kind':'text','when':{'answer':'y','atLeast':5},'next':'end'}]},"
                + "{'id':'a','kind':'text'}");

        assertThat(asked(survey, "3,1", "1", "4", "-")).endsWith("1: Third? | 2: First? | A? | Thank you. Goodbye.");
        assertThat(asked(survey, "3,1", "1", "5", "-")).endsWith("1: Third? | 2: First? | Z? | Thank you. Goodbye.");
    }

    @Test
    void a_group_is_repeated_by_a_number_up_to_the_limit() {
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
    void a_respondent_can_go_back_to_the_previous_round_of_a_group() {
        Survey survey =
                survey("{'group':'g','repeat':{'times':3},'questions':[{'id':'y','kind':'text','prompt':'item'}]}");

        assertThat(asked(survey, "-", "back", "-", "-", "-"))
                .isEqualTo("1: 1? | 2: 2? | 1: 1? | 2: 2? | 3: 3? | Thank you. Goodbye.");
    }

    @Test
    void a_random_order_is_stable_for_each_person_and_differs_between_people() {
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
    void a_language_for_two_countries_is_offered_with_the_country() {
        Map<String, String> words = Map.of("a", "A?");
        Survey survey = Survey.builder("x")
                .prompts(Prompts.of(Map.of("en-GB", words, "en-US", words, "es", words)))
                .ask(Question.text("a"))
                .build();
        Session start = SessionState.create(
                "x",
                Address.of("+15005550006"),
                survey.revision(),
                new Person("en-US", false, Optional.empty(), Map.of(), 1),
                Channel.TEXT);

        assertThat(asked(survey, start, "english (united states)"))
                .contains("For English (United States), reply", "For English (United Kingdom), reply", "Para Español")
                .endsWith("A?");
    }

    @Test
    void questions_in_random_order_can_be_skipped() {
        Survey survey = survey("{'group':'g','order':'random','questions':[{'id':'a','kind':'location'},"
                + "{'id':'b','kind':'text','when':{'channel':'voice'}},{'id':'c','kind':'text'}]}");

        assertThat(asked(survey, "-")).isEqualTo("C? | Thank you. Goodbye.");
    }

    @Test
    void options_in_random_order_match_the_displayed_number() {
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
    void a_respondents_words_in_a_prompt_are_limited_to_one_short_line() {
        Survey survey = survey("{'id':'x','kind':'text'},{'id':'s','kind':'statement','prompt':'echo'}");

        assertThat(asked(survey, "so\n\nmuch\u0007")).isEqualTo("X? | You said so much. Thank you. Goodbye.");
        assertThat(asked(survey, "y".repeat(1_000))).hasSizeLessThan(300);
    }
}
