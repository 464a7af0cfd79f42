package dev.parlance.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parlance.prompt.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader agree. */
class SchemaTest {
    private static final Path FILE = Path.of("src/main/resources/survey.schema.json");

    private static List<?> schemaErrors(String json) throws IOException {
        return schemaErrors(FILE, json);
    }

    private static List<?> schemaErrors(Path file, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file));
        return schema.validate(json, InputFormat.JSON);
    }

    /** Run with {@code -Dschema=write} to update the file. */
    @Test
    void the_published_file_is_the_schema_of_the_built_in_kinds() throws IOException {
        if ("write".equals(System.getProperty("schema"))) {
            Files.writeString(FILE, Survey.schema());
        }

        assertThat(FILE).hasContent(Survey.schema());
    }

    @Test
    void the_template_file_and_its_additional_fields_match_their_schema() throws IOException {
        Path schema = Path.of("src/main/resources/survey-config.schema.json");
        String seed = Files.readString(Path.of("src/test/resources/seed/survey-config.json"));

        assertThat(schemaErrors(schema, seed)).isEmpty();
        assertThat(schemaErrors(
                        schema,
                        seed.replaceFirst(
                                "\\{",
                                "{\"expires\":\"never\",\"commands\":\"carriers\",\"calls\":{\"attempts\":1},"
                                        + "\"attempts\":{\"most\":3,\"then\":\"skip\"},")))
                .isEmpty();
        assertThat(schemaErrors(schema, seed.replaceFirst("\\{", "{\"commands\":\"some\",")))
                .isNotEmpty();
    }

    @Test
    void the_schema_accepts_what_the_reader_accepts() throws IOException {
        assertThat(schemaErrors(Files.readString(Path.of("src/test/resources/everything/survey.json"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a'",
                "2",
                "{'id':'a'}",
                "{'value':'a'}",
                "{'id':'a','value':2}",
                "{'id':2,'value':'x'}",
                "{'id':'a','key':0}",
                "{'id':'a','key':999}",
                "{'id':'a','exclusive':true,'fixed':true,'refusal':false}",
                "{'id':'a','refusal':true}",
                "{'id':'a','specify':true}",
                "{'id':'a','when':{'language':'en'}}"
            })
    void both_accept_an_option(String option) throws IOException {
        assertThat(schemaErrors(withOption(option))).isEmpty();
        assertThat(Survey.parse("x", withOption(option), OPTIONS).questions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "{}",
                "{'key':1}",
                "{'id':true}",
                "{'value':null}",
                "{'id':'a','key':-1}",
                "{'id':'a','key':1000}",
                "{'id':'a','key':1.5}",
                "{'id':'a','key':'1'}",
                "{'id':'a','fixed':'yes'}",
                "{'id':'a','refusal':1}",
                "{'id':'a','when':{'weather':'sun'}}",
                "{'id':'a','when':[]}",
                "{'id':'a','colour':'red'}"
            })
    void both_reject_an_option(String option) throws IOException {
        assertThat(schemaErrors(withOption(option))).isNotEmpty();
        assertThat(catchThrowableOfType(SurveyException.class, () -> Survey.parse("x", withOption(option), OPTIONS)))
                .isNotNull();
    }

    private static String withQuestion(String fields) {
        return ("{'name':'x','variables':{'v':''},'questions':[{'id':'q','kind':'text'},{'id':'s'," + fields + "}]}")
                .replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind':'set','contact':'plan','to':'gold'",
                "'kind':'set','contact':'plan','to':{'answer':'q'}",
                "'kind':'set','contact':'plan','to':{'value':5}",
                "'kind':'set','contact':'plan','to':{'survey':'intake','answer':'drinks.2.taste'}",
                "'kind':'set','contact':'n','to':{'sum':[{'contact':'n'},1],'needs':1}",
                "'kind':'set','variable':'v','to':{'text':'{q}!'}",
                "'kind':'set','addTo':'members','when':{'not':{'inGroup':'members'}}",
                "'kind':'set','removeFrom':'members','when':{'survey':'intake','answered':'age'}",
                "'kind':'compute','value':{'contact':'n'},'type':'number','when':{'contact':'n'}",
                "'kind':'compute','value':'q'"
            })
    void both_accept_a_question_about_a_contact(String fields) throws IOException {
        assertThat(schemaErrors(withQuestion(fields))).isEmpty();
        Survey survey = Survey.parse("x", withQuestion(fields), OPTIONS);
        assertThat(Survey.fromJson(survey.toJson()).groups()).isEqualTo(survey.groups());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind':'set','contact':'the plan','to':'gold'",
                "'kind':'set','contact':'plan','to':['gold']",
                "'kind':'set','contact':'plan','to':{}",
                "'kind':'set','contact':'plan','to':{'survey':'intake'}",
                "'kind':'set','contact':'plan','to':{'answer':'q','variable':'v'}",
                "'kind':'set','contact':'plan','to':{'value':5,'type':'number'}",
                "'kind':'set','addTo':5",
                "'kind':'set','addTo':'members','when':{'inGroup':'the members'}",
                "'kind':'compute','value':{'contact':'n'},'type':'words'"
            })
    void both_reject_a_question_about_a_contact(String fields) throws IOException {
        assertThat(schemaErrors(withQuestion(fields))).isNotEmpty();
        assertThat(catchThrowableOfType(SurveyException.class, () -> Survey.parse("x", withQuestion(fields), OPTIONS)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'every':'P1M','most':6} | true
            {'every':'P9999D','most':1000} | true
            {'every':'P1M'} | false
            {'most':6} | false
            {'every':'PT4H','most':6} | false
            {'every':'P1M2D','most':6} | false
            {'every':'p1m','most':6} | false
            {'every':'P0D','most':6} | false
            {'every':'P1M','most':1} | false
            {'every':'P1M','most':6,'from':2} | false
            'P1M' | false
            """, quoteCharacter = '"')
    void both_agree_on_waves(String waves, boolean isValid) throws IOException {
        String json = ("{'name':'x','questions':[{'id':'q','kind':'text'}],'waves':" + waves + "}").replace('\'', '"');

        assertThat(schemaErrors(json).isEmpty()).isEqualTo(isValid);
        assertThat(catchThrowableOfType(SurveyException.class, () -> Survey.parse("x", json, OPTIONS)) == null)
                .isEqualTo(isValid);
    }

    private static final Prompts OPTIONS =
            Prompts.of(Map.of("en", Map.of("q", "Q?", "q.a", "A", "q.a.specify", "What?", "q.2", "Sugar", "q.z", "Z")));

    private static String withOption(String option) {
        String other = option.contains("key") ? "{'id':'z','key':77}" : "'z'";
        return ("{'name':'x','questions':[{'id':'q','kind':'choices','options':[" + option + "," + other + "]}]}")
                .replace('\'', '"');
    }

    @Test
    void both_accept_the_survey_of_the_manual() throws IOException {
        Path folder = Path.of("src/test/resources/mood");

        assertThat(schemaErrors(Files.readString(folder.resolve("survey.json"))))
                .isEmpty();
        assertThat(SurveyFolder.at(folder).load().questions()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'scales':{'s':{'options':['a']}}",
                "'scales':{'s':{'options':['a','z'],'order':'random'}}",
                "'scales':{'1':{'options':['a','z']}}",
                "'scales':{'s':{}}"
            })
    void both_reject_a_scale(String scales) throws IOException {
        String json = withOption("'a'").replace("{\"name\"", "{" + scales.replace('\'', '"') + ",\"name\"");

        assertThat(schemaErrors(json)).isNotEmpty();
        assertThat(catchThrowableOfType(SurveyException.class, () -> Survey.parse("x", json, OPTIONS)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"questions\":[{\"id\":\"a\",\"kind\":\"smell\"}]}",
                "{\"name\":\"x\",\"colour\":\"red\",\"questions\":[{\"id\":\"a\",\"kind\":\"text\"}]}",
                "{\"name\":\"x\",\"questions\":[{\"id\":\"a\",\"kind\":\"text\",\"when\":{\"weather\":\"sun\"}}]}",
                "{\"name\":\"x\",\"questions\":[{\"id\":\"1\",\"kind\":\"text\"}]}"
            })
    void the_reader_rejects_what_the_schema_rejects(String json) throws IOException {
        Prompts prompts = Prompts.of(Map.of("en", Map.of("a", "A?", "1", "?")));

        assertThat(schemaErrors(json)).isNotEmpty();
        assertThat(catchThrowableOfType(SurveyException.class, () -> Survey.parse("x", json, prompts)))
                .isNotNull();
    }

    @Test
    void the_schema_accepts_exactly_the_countries_that_the_reader_accepts() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE));
        Prompts prompts = Prompts.of(Map.of("en", Map.of("a", "A?")));
        List<String> accepted = new ArrayList<>();
        for (String country : possibleCountries()) {
            String json = "{\"name\":\"x\",\"questions\":[{\"id\":\"a\",\"kind\":\"phone\",\"country\":\"" + country
                    + "\"}]}";
            boolean isRead =
                    catchThrowableOfType(SurveyException.class, () -> Survey.parse("x", json, prompts)) == null;
            assertThat(schema.validate(json, InputFormat.JSON).isEmpty())
                    .as(country)
                    .isEqualTo(isRead);
            if (isRead) {
                accepted.add(country);
            }
        }
        assertThat(accepted)
                .contains("US", "mx", "1", "52", "+52", "886")
                .doesNotContain("ZZ", "+US", "210", "USA", "0");
    }

    private static List<String> possibleCountries() {
        List<String> countries =
                new ArrayList<>(List.of("", "0", "+", "+US", "+us", "US ", "USA", "052", "1000", "mx", "Mx"));
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                countries.add("" + first + second);
            }
        }
        for (int code = 1; code < 1000; code++) {
            countries.add(Integer.toString(code));
            countries.add("+" + code);
        }
        return countries;
    }

    @Test
    void the_schema_has_every_field_that_the_reader_knows() throws IOException {
        Prompts prompts = Prompts.of(Map.of("en", Map.of("a", "A?")));
        SurveyException e = catchThrowableOfType(
                SurveyException.class,
                () -> Survey.parse(
                        "x", "{\"name\":\"x\",\"zzz\":1,\"questions\":[{\"id\":\"a\",\"kind\":\"text\"}]}", prompts));
        String problem = e.problems().get(0).message();
        TreeSet<String> known = new TreeSet<>(List.of(
                problem.substring(problem.indexOf("known fields are ") + 17).split(", ")));
        known.add("$schema");

        TreeSet<String> published = new TreeSet<>();
        new ObjectMapper()
                .readTree(FILE.toFile())
                .path("properties")
                .fieldNames()
                .forEachRemaining(published::add);

        assertThat(published).isEqualTo(known);
    }
}
