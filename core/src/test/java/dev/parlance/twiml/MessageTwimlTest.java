package dev.parlance.twiml;

import static dev.parlance.twiml.Languages.FRENCH;
import static dev.parlance.twiml.Languages.SPANISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageTwimlTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>";

    @Test
    void a_reply_is_one_message() {
        assertThat(MessageTwiml.reply("echo: hi").toXml()).isEqualTo(HEAD + "<Message>echo: hi</Message></Response>");
    }

    @Test
    void a_prompt_is_a_message_in_the_language() {
        assertThat(MessageTwiml.in(FRENCH)
                        .prompt("thanks")
                        .switchTo(SPANISH)
                        .prompt("thanks")
                        .toXml())
                .isEqualTo(HEAD + "<Message>Merci</Message><Message>Gracias</Message></Response>");
    }

    @Test
    void a_prompt_can_be_the_body_of_a_message() {
        assertThat(MessageTwiml.in(FRENCH)
                        .message(m -> m.to("+15005550006").prompt("thanks").media("https://example.com/a.png"))
                        .toXml())
                .isEqualTo(HEAD + "<Message to=\"+15005550006\"><Body>Merci</Body>"
                        + "<Media>https://example.com/a.png</Media></Message></Response>");
    }

    @Test
    void no_reply_is_an_empty_response() {
        assertThat(MessageTwiml.noReply().toXml()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
    }

    @Test
    void a_prompt_without_a_language_is_refused_everywhere() {
        assertThatThrownBy(() -> MessageTwiml.create().prompt("thanks")).isInstanceOf(TwimlException.class);
        assertThatThrownBy(() -> MessageTwiml.create().message(m -> m.prompt("thanks")))
                .isInstanceOf(TwimlException.class)
                .hasMessageContaining("<Message>");
    }
}
