package dev.parlance.twiml;

import static dev.parlance.twiml.Languages.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Makes random calls. Each is refused, or else the document is well-formed and contains the text that was added. */
class RandomCallsTest {
    private static final String[] NAMES = {
        "Say", "a", "xml:lang", "amazon:effect", "x y", "", "1", "<a>", "é", "b-c.d_e"
    };

    @Test
    void any_calls_make_a_well_formed_document_with_the_added_text() {
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            VoiceTwiml twiml = random.nextBoolean() ? VoiceTwiml.create() : VoiceTwiml.in(FRENCH);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                verb(random, twiml, text);
            }

            String expected = Xml.withoutForbidden(text.toString());
            assertThat(Xml.of(twiml).text()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static void verb(Random random, VoiceTwiml twiml, StringBuilder text) {
        switch (random.nextInt(7)) {
            case 0 -> twiml.say(addText(random, text));
            case 1 -> twiml.gather(g -> gather(random, g, text));
            case 2 -> twiml.say(s -> spoken(random, s, text, 3));
            case 3 ->
                twiml.dial(d -> d.number(addText(random, text), n -> attempt(() -> n.attribute(name(random), "1"))));
            case 4 -> twiml.redirect(HttpMethod.GET, addText(random, text));
            case 5 -> attempt(() -> twiml.attribute(name(random), HostileText.from(random)));
            default -> any(random, twiml, text, 3);
        }
    }

    private static void gather(Random random, Gather gather, StringBuilder text) {
        for (int i = random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> attempt(gather::speech);
                case 1 -> attempt(() -> gather.digits(random.nextInt(20)));
                case 2 -> attempt(() -> gather.action(HostileText.from(random)));
                case 3 -> attempt(() -> gather.hints(HostileText.from(random), HostileText.from(random)));
                case 4 -> gather.say(addText(random, text));
                default -> gather.pause(Duration.ofSeconds(1)).play(addText(random, text), 2);
            }
        }
    }

    private static void spoken(Random random, SpokenText<?> spoken, StringBuilder text, int depth) {
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(depth == 0 ? 2 : 5)) {
                case 0 -> spoken.text(addText(random, text));
                case 1 -> spoken.sub(HostileText.from(random), addText(random, text));
                case 2 -> spoken.paragraph(p -> spoken(random, p, text, depth - 1));
                case 3 ->
                    spoken.prosody(p -> {
                        attempt(() -> p.rate(HostileText.from(random)));
                        spoken(random, p, text, depth - 1);
                    });
                default -> any(random, spoken, text, depth - 1);
            }
        }
    }

    private static void any(Random random, Element<?> parent, StringBuilder text, int depth) {
        String name = name(random);
        attempt(() -> parent.element(name, element -> {
            for (int i = random.nextInt(5); i > 0; i--) {
                switch (random.nextInt(depth == 0 ? 2 : 4)) {
                    case 0 -> attempt(() -> element.attribute(name(random), HostileText.from(random)));
                    case 1 -> element.text(addText(random, text));
                    case 2 -> any(random, element, text, depth - 1);
                    default ->
                        attempt(() -> element.embed(HostileText.from(random).isEmpty() ? "<Say>" : "<Pause/>"));
                }
            }
        }));
    }

    private static String name(Random random) {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private static String addText(Random random, StringBuilder text) {
        String added = HostileText.from(random);
        text.append(Xml.withoutForbidden(added));
        return added;
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (TwimlException refused) {
            assertThat(refused).hasMessageContaining("<");
        }
    }
}
