package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Problem;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What WhatsApp would reject or not show, with the file and the line of the prompt. */
class TemplateProblemsTest {
    @TempDir
    private Path folder;

    private Survey survey(String definition, String english, String german) {
        try {
            Files.createDirectories(folder.resolve("prompts"));
            Files.writeString(
                    folder.resolve("survey.json"),
                    "{\"name\": \"visit\", \"opening\": \"guess\", \"variables\": {\"shop\": \"the shop\", \"day\": \"Monday\","
                            + " \"who\": \"\"}, " + definition + "}");
            Files.writeString(folder.resolve("prompts/en.env"), english);
            Files.writeString(folder.resolve("prompts/de.env"), german);
            return SurveyFolder.at(folder).load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Survey asking(String english, String german) {
        return survey("\"questions\": [{\"id\": \"again\", \"kind\": \"yesNo\"}]", english, german);
    }

    /** The problems with the path of the file in the folder of the survey. */
    private List<String> lines(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.toString().replace(folder.resolve("prompts") + "/", ""))
                .sorted()
                .toList();
    }

    private List<String> problems(Survey survey) {
        return lines(WhatsAppTemplates.of(survey).problems());
    }

    private List<String> warnings(Survey survey) {
        return lines(WhatsAppTemplates.of(survey).warnings());
    }

    @Test
    void a_variable_at_the_beginning_or_the_end_is_a_problem_of_its_line_in_each_language() {
        Survey survey =
                asking("# Asked first\nagain=Will you come again to {shop}\n", "again={shop}: kommen Sie wieder?\n");

        assertThat(problems(survey))
                .containsExactly(
                        "de.env:1: \"again\" begins with the variable {shop}, which WhatsApp rejects in a template: put words"
                                + " before it",
                        "en.env:2: \"again\" ends with the variable {shop}, which WhatsApp rejects in a template: put words"
                                + " after it");
    }

    @Test
    void two_variables_side_by_side_are_a_problem() {
        Survey survey = asking("again=On {day} {shop} was closed. Again?\n", "again=Am {day} war {shop} zu. Wieder?\n");

        assertThat(problems(survey))
                .containsExactly(
                        "en.env:1: \"again\" has the variables {day} and {shop} side by side, which WhatsApp rejects in a"
                                + " template: put words between them");
    }

    @Test
    void a_welcome_before_a_variable_makes_it_good() {
        Survey survey = survey(
                "\"welcome\": \"hello\", \"questions\": [{\"id\": \"again\", \"kind\": \"yesNo\"}]",
                "hello=Hello!\nagain={shop}: will you come again?\n",
                "hello=Hallo!\nagain={shop}: kommen Sie wieder?\n");

        assertThat(problems(survey)).isEmpty();
    }

    @Test
    void an_opening_over_1024_characters_is_a_problem_of_its_question() {
        Survey survey = asking("again=" + "Will you come? ".repeat(70) + "\n", "again=Kommen Sie wieder?\n");

        assertThat(problems(survey))
                .containsExactly(
                        "en.env:1: \"again\" makes a template of 1049 characters, but WhatsApp takes 1 to 1024");
    }

    @Test
    void a_reminder_that_no_template_can_have_is_a_problem() {
        Survey survey = asking(
                "again=Again?\nsurvey.continue=go on with all the questions\nsurvey.reminder=" + "Please! ".repeat(130)
                        + "\n",
                "again=Wieder?\n");

        assertThat(problems(survey))
                .containsExactly(
                        "en.env:2: \"survey.continue\" has 28 characters, but a button of WhatsApp takes 20",
                        "en.env:3: \"survey.reminder\" has 1039 characters, but a template of WhatsApp takes 1024");
    }

    @Test
    void a_variable_without_a_default_has_its_name_as_the_sample() {
        Survey survey = asking("again=Hello {who}, shall we?\n", "again=Hallo {who}, noch einmal?\n");

        assertThat(problems(survey)).isEmpty();
        assertThat(warnings(survey))
                .containsExactly(
                        "de.env:1: \"again\" has the variable {who} without a default, so the sample for WhatsApp's review is"
                                + " \"who\"",
                        "en.env:1: \"again\" has the variable {who} without a default, so the sample for WhatsApp's review is"
                                + " \"who\"");
    }

    @Test
    void an_opening_with_few_words_around_its_variables_is_a_warning() {
        Survey survey =
                asking("again=Hello, {shop} on {day}, again?\n", "again=Hallo, noch einmal {shop}, am {day}, bitte?\n");

        assertThat(problems(survey)).isEmpty();
        assertThat(warnings(survey))
                .containsExactly(
                        "en.env:1: \"again\" has 5 words, variables included. WhatsApp may reject a template with"
                                + " so many variables and fewer than 7 words");
    }

    @Test
    void labels_that_are_too_long_for_buttons_or_lists_are_warnings_of_their_lines() {
        Survey survey = survey(
                "\"questions\": [{\"id\": \"drink\", \"kind\": \"choice\", \"options\": [\"tea\", \"cake\"]}]",
                "drink=Which?\ndrink.tea=Tea with a lot of milk\ndrink.cake=Cake\n",
                "drink=Was?\ndrink.tea=Tee\ndrink.cake=Ein Stück Kuchen mit viel Sahne\n");

        assertThat(warnings(survey))
                .containsExactly(
                        "de.env:3: \"drink.cake\" has 31 characters, more than the 24 in a list on WhatsApp, so its question is a"
                                + " text with numbers",
                        "en.env:2: \"drink.tea\" has 22 characters, more than the 20 of a button on WhatsApp, so its question has a"
                                + " list");
    }

    @Test
    void more_than_ten_options_are_a_warning_of_the_question() {
        List<String> ids = IntStream.rangeClosed(1, 11).mapToObj(i -> "o" + i).toList();
        String labels = ids.stream().map(id -> "drink." + id + "=" + id + "\n").collect(Collectors.joining());
        Survey survey = survey(
                "\"questions\": [{\"id\": \"drink\", \"kind\": \"choice\", \"options\": [\""
                        + String.join("\", \"", ids) + "\"]}]",
                labels + "drink=Which?\n",
                labels + "drink=Was?\n");

        assertThat(warnings(survey))
                .containsExactly(
                        "de.env:12: \"drink\" has 11 options, more than the 10 of a list on WhatsApp, so it is a text with numbers",
                        "en.env:12: \"drink\" has 11 options, more than the 10 of a list on WhatsApp, so it is a text with numbers");
    }

    @Test
    void an_opening_that_is_not_the_same_for_all_people_needs_a_welcome() {
        String questions =
                "\"questions\": [{\"id\": \"taste\", \"kind\": \"yesNo\", \"when\": {\"variable\": \"day\", \"is\": \"Monday\"}},"
                        + " {\"id\": \"again\", \"kind\": \"yesNo\"}]";
        String english = "taste=Was it good?\nagain=Again?\nhello=Hello!\n";
        String german = "taste=War es gut?\nagain=Wieder?\nhello=Hallo!\n";

        assertThat(warnings(survey(questions, english, german)))
                .hasSize(2)
                .allMatch(warning -> warning.contains("is not the same for all people"));
        assertThat(warnings(survey("\"welcome\": \"hello\", " + questions, english, german)))
                .isEmpty();
    }
}
