package dev.parlance.survey;

import static dev.parlance.survey.Shop.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.Receipt;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.testkit.ForEachTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schemas describe the events that surveys send. */
class EventSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final Shop shop = new Shop(twilio);

    private final FakePhone ana = shop.ana();
    private final List<SurveyEvent> events = new ArrayList<>();

    private static String schema(SurveyEvent.Type type) {
        try (InputStream file = Surveys.class.getResourceAsStream("/event-schemas/" + type.fullName() + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hasSchema(SurveyEvent event) {
        hasSchema(event.type(), event.cloudEvent());
    }

    private static void hasSchema(SurveyEvent.Type type, String event) {
        String schema = schema(type);
        List<?> problems = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(event, InputFormat.JSON);

        assertThat(problems).as(event).isEmpty();
        hasOnlyDescribedFields(read(event), read(schema));
    }

    private static void hasOnlyDescribedFields(JsonNode object, JsonNode schema) {
        object.properties().forEach(field -> {
            JsonNode described = schema.path("properties").path(field.getKey());
            assertThat(described.isMissingNode()).as(field.getKey()).isFalse();
            if (field.getValue().isObject() && described.has("properties")) {
                hasOnlyDescribedFields(field.getValue(), described);
            }
        });
    }

    private void open(String attempts) {
        String definition =
                "{\"name\":\"visit\",\"variables\":{\"orderId\":\"\",\"clinic\":\"\"},\"attempts\":%s,\"questions\":["
                                .formatted(attempts)
                        + "{\"id\":\"taste\",\"kind\":\"rating\",\"least\":1,\"most\":5,\"optional\":true},"
                        + "{\"id\":\"again\",\"kind\":\"yesNo\"}]}";
        Survey survey = Survey.parse(
                "visit",
                definition,
                Prompts.of(Map.of("en-US", Map.of("taste", "How was it, 1 to 5?", "again", "Would you come again?"))));
        shop.open(survey, settings -> settings.onAnyEvent(events::add));
    }

    private void invite() {
        shop.surveys()
                .start(
                        Channel.TEXT,
                        Address.of(PERSON),
                        Invitation.in("en-US").withVariable("orderId", "A-17").withVariable("clinic", "Norte"));
        ana.receives("How was it");
    }

    private Stream<SurveyEvent> events(SurveyEvent.Type type) {
        return events.stream().filter(event -> event.type() == type);
    }

    @Test
    void every_event_of_a_survey_has_its_schema() {
        open("{\"most\":3,\"then\":\"skip\"}");
        invite();
        ana.texts("4").receives("Would you come again?");
        ana.texts("back").receives("How was it");
        ana.texts("skip").receives("Would you come again?");
        ana.texts("yes").receives();
        ana.texts("stop");

        assertThat(events)
                .extracting(SurveyEvent::type)
                .contains(SurveyEvent.Type.STARTED, SurveyEvent.Type.ANSWERED, SurveyEvent.Type.COMPLETED);
        assertThat(events).allSatisfy(EventSchemaTest::hasSchema);
    }

    @Test
    void an_opt_out_has_its_schema() {
        open("{\"most\":3,\"then\":\"skip\"}");
        invite();
        ana.texts("stop");

        assertThat(events(SurveyEvent.Type.OPTED_OUT)).isNotEmpty().allSatisfy(EventSchemaTest::hasSchema);
    }

    @Test
    void being_handed_over_and_abandoned_have_their_schemas() {
        open("{\"most\":1,\"then\":\"handOver\",\"handOver\":\"+15005550199\"}");
        invite();
        ana.texts("what a day");

        assertThat(events(SurveyEvent.Type.HANDED_OVER)).isNotEmpty().allSatisfy(EventSchemaTest::hasSchema);
        assertThat(events(SurveyEvent.Type.ABANDONED)).isNotEmpty().allSatisfy(EventSchemaTest::hasSchema);
    }

    @Test
    void the_status_of_a_message_has_its_schema() {
        Survey survey = Survey.builder("visit")
                .prompts(Prompts.of(Map.of("en-US", Map.of("taste", "How was it, 1 to 5?", "again", "Again?"))))
                .ask(Question.rating("taste", 1, 5), Question.yesNo("again"))
                .build();
        shop.open(
                survey,
                settings -> settings.onAnyEvent(events::add)
                        .textSender(text -> new Receipt("SM1", "queued"), URI.create(App.ADDRESS + "/sms")));
        ana.texts("hi").losesReception().texts("4");
        twilio.settle();

        assertThat(events(SurveyEvent.Type.MESSAGE_STATUS)).hasSize(4).allSatisfy(EventSchemaTest::hasSchema);
    }

    @Test
    void events_carry_the_variables_of_the_invitation() {
        open("{\"most\":3,\"then\":\"skip\"}");
        invite();
        ana.texts("4").receives("Would you come again?");

        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(
                                read(event.cloudEvent()).at("/data/variables").toString())
                        .isEqualTo("{\"clinic\":\"Norte\",\"orderId\":\"A-17\"}"));
    }

    @Test
    void a_consent_carries_the_wording_that_was_agreed_to() {
        Survey survey = Survey.builder("study")
                .prompts(Prompts.of(Map.of("en-US", Map.of("agree", "We keep it for a year. Do you agree?"))))
                .ask(Question.consent("agree"))
                .build();
        shop.open(survey, settings -> settings.onAnyEvent(events::add));
        ana.texts("hi");
        ana.texts("yes");

        SurveyEvent answered = events(SurveyEvent.Type.ANSWERED).findFirst().orElseThrow();
        hasSchema(answered);
        assertThat(read(answered.cloudEvent()).at("/data/answer/wording").asText())
                .isEqualTo("We keep it for a year. Do you agree?");
    }

    @Test
    void without_an_invitation_there_are_no_variables() {
        open("{\"most\":3,\"then\":\"skip\"}");
        ana.texts("hi");

        assertThat(read(events.get(0).cloudEvent()).at("/data/variables")).isEqualTo(JSON.createObjectNode());
        assertThat(events).allSatisfy(EventSchemaTest::hasSchema);
    }

    @Test
    void the_example_in_the_manual_has_its_schema() throws IOException {
        String manual = Files.readString(Path.of("../docs/EVENTS.md"));
        int start = manual.indexOf("```json\n") + "```json\n".length();

        hasSchema(SurveyEvent.Type.ANSWERED, manual.substring(start, manual.indexOf("```", start)));
    }

    @ParameterizedTest
    @EnumSource(SurveyEvent.Type.class)
    void a_schema_lists_every_disposition(SurveyEvent.Type type) {
        assertThat(texts(read(schema(type)).at("/properties/data/properties/disposition/enum")))
                .isEqualTo(names(Disposition.values()));
    }

    @Test
    void the_schema_of_answers_lists_every_way_to_answer() {
        JsonNode answered = read(schema(SurveyEvent.Type.ANSWERED));

        assertThat(texts(answered.at("/properties/data/properties/answer/properties/how/enum")))
                .isEqualTo(names(Answer.InputMethod.values()));
    }

    @Test
    void an_event_without_a_field_does_not_match() throws IOException {
        open("{\"most\":3,\"then\":\"skip\"}");
        ana.texts("hi");
        ObjectNode event = (ObjectNode) read(events.get(0).cloudEvent());
        event.remove("subject");

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema(SurveyEvent.Type.STARTED))
                        .validate(event.toString(), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> names(Enum<?>... values) {
        Set<String> names = new TreeSet<>();
        Stream.of(values).map(Enum::name).forEach(names::add);
        return names;
    }
}
