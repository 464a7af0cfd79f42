package dev.parlance.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.twilio.twiml.TwiML;
import com.twilio.twiml.VoiceResponse;
import org.junit.jupiter.api.DynamicTest;

/** What the comparisons with Twilio's own library share. */
final class Sdk {
    static final dev.parlance.twiml.HttpMethod GET = dev.parlance.twiml.HttpMethod.GET;

    private Sdk() {}

    static com.twilio.twiml.voice.Say.Builder say(String words) {
        return new com.twilio.twiml.voice.Say.Builder(words);
    }

    static VoiceResponse.Builder sdk() {
        return new VoiceResponse.Builder();
    }

    static DynamicTest same(String name, VoiceTwiml ours, VoiceResponse.Builder sdk) {
        TwiML built = sdk.build();
        return dynamicTest(name, () -> assertThat(Xml.of(ours)).isEqualTo(Xml.parse(built.toXml())));
    }
}
