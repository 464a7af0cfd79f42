package dev.parlance.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptFileTextTest {
    private static final String ENV = """
            # Greetings
            hello = "Hi"   # short

            export bye='See you'
            """;

    @Test
    void a_changed_prompt_changes_nothing_but_its_value() {
        assertThat(PromptFileText.of("en.env", ENV).with("hello", "Good day").text())
                .isEqualTo(ENV.replace("Hi", "Good day"));
        assertThat(PromptFileText.of("en.properties", "# c\na : b\r\nc=d\n")
                        .with("a", "e")
                        .text())
                .isEqualTo("# c\na : e\r\nc=d\n");
        assertThat(PromptFileText.of("en.json", "{\"a\":\"b\",\n\n \"c\" : \"d\"}")
                        .with("c", "ü")
                        .text())
                .isEqualTo("{\"a\":\"b\",\n\n \"c\" : \"ü\"}");
    }

    @Test
    void a_new_prompt_follows_another_one() {
        assertThat(PromptFileText.of("en.env", ENV)
                        .with("ask", "Tea?", Optional.of("hello"))
                        .text())
                .isEqualTo(ENV.replace("# short\n", "# short\nask=Tea?\n"));
        assertThat(PromptFileText.of("en.env", ENV)
                        .with("ask", "Tea?", Optional.of("nobody"))
                        .text())
                .isEqualTo(ENV + "ask=Tea?\n");
    }

    @Test
    void a_removed_prompt_takes_its_lines_along_and_leaves_comments() {
        assertThat(PromptFileText.of("en.env", ENV).without("bye").text())
                .isEqualTo(ENV.replace("export bye='See you'\n", ""));
        assertThat(PromptFileText.of("en.env", "a=\"1\n2\"\nb=3\n").without("a").text())
                .isEqualTo("b=3\n");
        assertThat(PromptFileText.of("en.properties", "a=1\\\n  2\nb=3")
                        .without("a")
                        .text())
                .isEqualTo("b=3");
        assertThat(PromptFileText.of("en.env", ENV).without("nobody").text()).isEqualTo(ENV);
    }

    @Test
    void a_prompt_removed_from_json_takes_one_comma_along() {
        String json = "{\n  \"a\": \"1\",\n  \"b\": {\"c\": \"2\", \"d\": \"3\"},\n  \"e\": \"4\"\n}\n";
        PromptFileText file = PromptFileText.of("en.json", json);

        assertThat(file.without("a").text()).isEqualTo(json.replace("  \"a\": \"1\",\n", ""));
        assertThat(file.without("b.c").text()).isEqualTo(json.replace("\"c\": \"2\", ", ""));
        assertThat(file.without("b.d").text()).isEqualTo(json.replace(", \"d\": \"3\"", ""));
        assertThat(file.without("e").text()).isEqualTo(json.replace(",\n  \"e\": \"4\"", ""));
        assertThat(file.without("b.c").without("b.d").text()).isEqualTo(json.replace("\"c\": \"2\", \"d\": \"3\"", ""));
        assertThat(PromptFileText.of("en.json", "{\"a\": \"1\"}")
                        .without("a")
                        .with("b", "2")
                        .text())
                .isEqualTo("{ \"b\": \"2\"}");
    }

    @Test
    void values_of_the_templates_files_are_literal() {
        PromptFileText file = PromptFileText.literal("survey-en.env", "a = x = y # z\nb=\"1\\n2\"\r\nc='d'\n");

        assertThat(file.prompts())
                .containsExactly(Map.entry("a", "x = y # z"), Map.entry("b", "1\n2"), Map.entry("c", "d"));
        assertThat(file.with("a", "\"no\"").text()).startsWith("a = \"\"no\"\"\nb=");
        assertThat(file.with("b", "3").text()).isEqualTo("a = x = y # z\nb=\"3\"\r\nc='d'\n");
        assertThat(file.with("a", "1\n 2 ").with("c", "e'\\n").prompts())
                .containsEntry("a", "1\n 2 ")
                .containsEntry("c", "e'\\n");
        assertThatThrownBy(() -> file.with("a", "\n\\n"))
                .isInstanceOf(TranslationException.class)
                .hasMessage("\"a\" can't be written into survey-en.env without changing other lines");
    }

    @Test
    void a_file_with_problems_is_not_changed() {
        PromptFileText file = PromptFileText.of("en.env", "a=1\n!!\n");

        assertThat(file.problems()).singleElement().hasToString("en.env:2: expected KEY=value; start a comment with #");
        assertThat(file.prompts()).containsOnlyKeys("a");
        assertThat(file.line("a")).isOne();
        assertThat(file.line("b")).isZero();
        assertThatThrownBy(() -> file.with("a", "2")).hasMessageContaining("en.env:2");
        assertThatIllegalArgumentException().isThrownBy(() -> PromptFileText.of("en.txt", ""));
    }
}
