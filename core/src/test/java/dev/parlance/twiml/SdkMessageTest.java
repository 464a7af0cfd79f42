package dev.parlance.twiml;

import static dev.parlance.twiml.Sdk.GET;
import static dev.parlance.twiml.Sdk.say;
import static dev.parlance.twiml.Sdk.sdk;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Media;
import com.twilio.twiml.voice.Client;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares messages, and hostile texts, with the builders of Twilio's own library. */
class SdkMessageTest {
    @Test
    void messages() {
        MessageTwiml ours = MessageTwiml.create()
                .message("Hi")
                .message(m -> m.to("+15005550006")
                        .from("+15005550010")
                        .action("/a")
                        .method(GET)
                        .statusCallback("/s")
                        .body("Hello")
                        .media("https://example.com/a.png"))
                .redirect("/b")
                .redirect(GET, "/c");
        MessagingResponse sdk = new MessagingResponse.Builder()
                .message(new com.twilio.twiml.messaging.Message.Builder("Hi").build())
                .message(new com.twilio.twiml.messaging.Message.Builder()
                        .to("+15005550006")
                        .from("+15005550010")
                        .action("/a")
                        .method(HttpMethod.GET)
                        .statusCallback("/s")
                        .body(new Body.Builder("Hello").build())
                        .media(new Media.Builder("https://example.com/a.png").build())
                        .build())
                .redirect(new com.twilio.twiml.messaging.Redirect.Builder("/b").build())
                .redirect(new com.twilio.twiml.messaging.Redirect.Builder("/c")
                        .method(HttpMethod.GET)
                        .build())
                .build();

        assertThat(Xml.of(ours)).isEqualTo(Xml.parse(sdk.toXml()));
    }

    @Test
    void hostile_texts_have_the_same_meaning_as_from_the_sdk() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String words = HostileText.from(random);
            String url = HostileText.from(random);
            VoiceTwiml ours = VoiceTwiml.create()
                    .gather(g -> g.action(url).say(words))
                    .redirect(words)
                    .dial(d -> d.callerId(words).client(url));
            // The SDK does not drop what XML forbids, so only the allowed characters are passed to it.
            String heldWords = Xml.withoutForbidden(words);
            String heldUrl = Xml.withoutForbidden(url);
            VoiceResponse.Builder sdk = sdk().gather(new com.twilio.twiml.voice.Gather.Builder()
                            .option("action", heldUrl)
                            .say(say(heldWords).build())
                            .build())
                    .addChild(new com.twilio.twiml.GenericNode.Builder("Redirect")
                            .addText(heldWords)
                            .build())
                    .dial(new com.twilio.twiml.voice.Dial.Builder()
                            .callerId(heldWords)
                            .client(new Client.Builder(heldUrl).build())
                            .build());

            assertThat(Xml.of(ours).toString())
                    .as("seed %d", seed)
                    .isEqualTo(Xml.parse(sdk.build().toXml()).toString());
        }
    }
}
