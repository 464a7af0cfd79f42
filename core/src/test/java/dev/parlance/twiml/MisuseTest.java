package dev.parlance.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisuseTest {
    @Test
    void an_attribute_after_content_is_refused_with_its_element() {
        assertThatThrownBy(() -> VoiceTwiml.create().gather(g -> g.say("One").action("/late")))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("action of <Gather>")
                .hasMessageContaining("first");
        assertThatThrownBy(() -> VoiceTwiml.create().gather(g -> g.say("One").speech()))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("input of <Gather>");
    }

    @Test
    void a_repeated_attribute_is_refused_with_its_element() {
        assertThatThrownBy(() -> VoiceTwiml.create().gather(g -> g.action("/a").attribute("action", "/b")))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Gather>")
                .hasMessageContaining("action");
    }

    @Test
    void a_child_can_have_the_same_attribute_as_its_parent() {
        VoiceTwiml twiml =
                VoiceTwiml.create().element("A", a -> a.attribute("x", "1").element("B", b -> b.attribute("x", "2")));

        assertThat(twiml.toXml()).contains("<A x=\"1\"><B x=\"2\"/></A>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a b", "1a", "-a", "a:", ":a", "a:b:c", "a>", "a=\"\"", "a\n", "\uD800", "é", "a\0", "<a"
            })
    void an_invalid_name_is_refused(String name) {
        assertThatThrownBy(() -> VoiceTwiml.create().element(name, e -> {}))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Response>");
        assertThatThrownBy(() -> VoiceTwiml.create().gather(g -> g.attribute(name, "")))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Gather>");
    }

    @Test
    void a_name_can_have_a_prefix() {
        VoiceTwiml twiml = VoiceTwiml.create()
                .say(s -> s.element(
                        "amazon:effect", e -> e.attribute("name", "whispered").text("psst")));

        assertThat(twiml.toXml()).contains("<Say><amazon:effect name=\"whispered\">psst</amazon:effect></Say>");
    }

    @Test
    void an_element_cannot_be_used_after_its_lambda() {
        AtomicReference<Gather> kept = new AtomicReference<>();
        VoiceTwiml twiml = VoiceTwiml.create().gather(kept::set);

        assertThatThrownBy(() -> kept.get().say("Late"))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Gather> is finished");
        assertThatThrownBy(() -> twiml.gather(g -> kept.get().say("In another's lambda")))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Gather> is finished");
    }

    @Test
    void an_element_cannot_be_used_while_its_child_is_open() {
        VoiceTwiml twiml = VoiceTwiml.create();

        assertThatThrownBy(() -> twiml.gather(g -> twiml.say("Beside")))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Response>")
                .hasMessageContaining("<Gather> is open");
    }

    @Test
    void a_document_cannot_be_rendered_inside_a_lambda() {
        VoiceTwiml twiml = VoiceTwiml.create();

        assertThatThrownBy(() -> twiml.gather(g -> g.say(twiml.toXml())))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Gather> is open");
    }

    @Test
    void a_document_with_a_failed_lambda_is_not_rendered() {
        VoiceTwiml twiml = VoiceTwiml.create();
        assertThatThrownBy(() -> twiml.gather(g -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");

        assertThatThrownBy(twiml::toBytes)
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Gather> is open")
                .hasMessageContaining("build a new document");
    }

    @Test
    void a_failure_hidden_by_an_outer_lambda_is_found() {
        VoiceTwiml twiml = VoiceTwiml.create();

        assertThatThrownBy(() -> twiml.dial(d -> {
                    try {
                        d.client(c -> {
                            throw new IllegalStateException("hidden");
                        });
                    } catch (IllegalStateException hidden) {
                        // An application should not do this, but it can.
                    }
                }))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Client> is open");
    }

    @Test
    void a_refused_call_leaves_the_document_unchanged() {
        VoiceTwiml twiml = VoiceTwiml.create().say("One");
        assertThatThrownBy(() -> twiml.element("not a name", e -> {})).isInstanceOf(TwimlException.class);
        assertThatThrownBy(() -> twiml.embed("<Say>")).isInstanceOf(TwimlException.class);
        assertThatThrownBy(() -> twiml.attribute("late", "")).isInstanceOf(TwimlException.class);
        assertThatThrownBy(() -> twiml.pause(Duration.ofMillis(1))).isInstanceOf(TwimlException.class);

        assertThat(twiml.say("Two").toXml()).endsWith("<Response><Say>One</Say><Say>Two</Say></Response>");
    }

    @Test
    void a_null_argument_leaves_the_document_unchanged() {
        VoiceTwiml twiml = VoiceTwiml.create();
        String nothing = nothing();

        assertThatThrownBy(() -> twiml.say(nothing)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> twiml.redirect(nothing)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> twiml.attribute("a", nothing)).isInstanceOf(NullPointerException.class);

        assertThat(twiml.toXml()).endsWith("<Response/>");
    }

    @Test
    void a_document_can_have_up_to_64_kb() {
        int frame = VoiceTwiml.create().say("").toBytes().length;

        assertThat(VoiceTwiml.create().say("x".repeat(65_536 - frame)).toBytes())
                .hasSize(65_536);
        assertThatThrownBy(() ->
                        VoiceTwiml.create().say("x".repeat(65_537 - frame)).toBytes())
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("65537 bytes");
    }

    @Test
    void the_limit_counts_bytes_not_characters() {
        assertThatThrownBy(() -> MessageTwiml.reply("é".repeat(40_000)).toBytes())
                .isInstanceOf(TwimlException.class);
    }

    @Test
    void building_stops_soon_after_the_limit() {
        assertThatThrownBy(() -> VoiceTwiml.create().gather(g -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        g.say("Again and again");
                    }
                }))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("65536")
                .hasMessageContaining("<Gather>");
    }

    @SuppressWarnings("NullAway") // simulates a caller without a null checker
    private static String nothing() {
        return null;
    }
}
