package dev.parlance.survey.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.survey.Channel;
import dev.parlance.survey.Rendering;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.question.Coordinates;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import dev.parlance.survey.state.Outbox;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.StoredEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random inputs in random order: the machine never throws, loses no accepted answer, always replies, is deterministic, and gives
 * the same result with a stored session. The test's name contains the seed.
 */
class AnySequenceTest {
    private static final int SEEDS = 300;
    private static final int INPUTS = 60;
    private static final Path FOLDER = Path.of("src/test/resources/everything");
    private static final Survey FESTIVAL = SurveyFolder.at(FOLDER).load();
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<String> WORDS = List.of(
            "yes",
            "no",
            "1",
            "2",
            "3",
            "5",
            "9",
            "0",
            "1,2,3",
            "tea",
            "music",
            "STOP",
            "start",
            "help",
            "back",
            "repeat",
            "restart",
            "skip",
            "menu",
            "español",
            "العربية",
            "हिन्दी",
            "English",
            "",
            " ",
            "\n",
            "🙂",
            "2026-07-03",
            "14:30",
            "+15005550009",
            "ana@example.org",
            "{rate}",
            "'{'",
            "<Say>",
            "نعم",
            "हाँ",
            "𝟝",
            "x".repeat(2_000),
            "\u202E5",
            "null",
            "12.50",
            "-1",
            "99999999999999999999");

    static List<Long> seeds() {
        return new Random(20_261_121L).longs(SEEDS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_sequence_of_inputs_is_handled_without_loss(long seed) {
        Random random = new Random(seed);
        SessionState session = newSession();
        Set<Answer> accepted = new HashSet<>();
        Instant now = START;
        for (int i = 0; i < INPUTS; i++) {
            now = now.plusSeconds(random.nextInt(100));
            Input input = input(random);
            TurnInputs inputs =
                    TurnInputs.at(now, medium(input)).withSeenTurn(Math.max(0, session.turn() - random.nextInt(2)));

            Turn.Done turn =
                    SurveyMachine.advance(FESTIVAL, session, input, inputs).done();

            SessionState after = SessionState.of(turn.session());
            assertThat(SurveyMachine.advance(FESTIVAL, session, input, inputs)).isEqualTo(turn);
            Session readBack = SessionState.fromJson(session.toJson());
            assertThat(readBack).isEqualTo(session);
            assertThat(SurveyMachine.advance(FESTIVAL, readBack, input, inputs)).isEqualTo(turn);
            turn.events().stream().flatMap(event -> event.answer().stream()).forEach(accepted::add);
            assertThat(stored(turn.session())).containsAll(accepted);
            assertThat(after.outbox().events())
                    .extracting(StoredEvent::sequence)
                    .containsAll(
                            turn.events().stream().map(SurveyEvent::sequence).toList());
            boolean isMute =
                    turn.session().disposition() == Disposition.OPTED_OUT || turn.consent() == Turn.Consent.WITHDRAWN;
            assertThat(Rendering.of(FESTIVAL, turn).messages().isEmpty())
                    .as("silence")
                    .isEqualTo(isMute && !inputs.medium().isSpoken());
            session = after.withHandled("id" + i, "reply");
        }
        assertThat(session.outbox().handled()).hasSize(Outbox.MAX_HANDLED);
    }

    private static Medium medium(Input input) {
        boolean isText = input instanceof Input.Text || (input instanceof Input.Contact contact && contact.byUs());
        return isText ? Medium.TEXT : Medium.VOICE;
    }

    private static List<Answer> stored(Session session) {
        List<Answer> stored = new ArrayList<>(session.answers().values());
        stored.addAll(session.earlierAnswers());
        return stored;
    }

    private static SessionState newSession() {
        Person person = new Person("en", false, Optional.empty(), Map.of("ticket", "vip"), 42);
        return SessionState.create("festival", Address.of("+15005550006"), FESTIVAL.revision(), person, Channel.TEXT);
    }

    private static String anything(Random random) {
        return random.ints(random.nextInt(20), 1, 0x1F700)
                .filter(c -> !(c >= 0xD800 && c <= 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Input input(Random random) {
        String word = random.nextInt(6) == 0 ? anything(random) : WORDS.get(random.nextInt(WORDS.size()));
        return switch (random.nextInt(12)) {
            case 0 -> Input.silence();
            case 1 -> random.nextBoolean() ? Input.contact() : Input.arrival();
            case 2, 3 ->
                Input.keys(List.of("1", "2", "5", "*", "#", "", "13", "1234567890123")
                        .get(random.nextInt(8)));
            case 4, 5 -> Input.speech(word, random.nextDouble());
            case 6 -> new Input.Recording("RE" + random.nextInt(9), "https://api.example/recording");
            case 7 ->
                new Input.Text(
                        word,
                        List.of(new Input.Attachment(URI.create("https://api.example/media"), "image/png")),
                        Optional.of(new Coordinates(1, 2)));
            default -> Input.text(word);
        };
    }
}
