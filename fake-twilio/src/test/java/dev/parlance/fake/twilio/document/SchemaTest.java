package dev.parlance.fake.twilio.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio accepts in a document, and what it warns about. */
class SchemaTest {
    private static List<String> warnings(String verbs) throws InvalidTwiml {
        return Schema.voice().warnings(TwimlReader.read("<Response>" + verbs + "</Response>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Say><amazon:effect name='whispered'>psst</amazon:effect></Say>",
                "<Say><prosody rate='slow'><break time='1s'/>hello</prosody></Say>",
                "<Gather input='dtmf speech' speechTimeout='auto'/>",
                "<Dial recordingConfigurationId='x'><Number machineDetection='Enable'>+14155550009</Number></Dial>",
                "<Dial><Sip amdStatusCallback='/amd'>sip:ana@example.com</Sip></Dial>",
                "<Dial><Application><ApplicationSid>AP</ApplicationSid></Application></Dial>",
                "<Connect><ConversationRelay url='wss://a.example' ttsProvider='Google' dtmfDetection='true'>"
                        + "<Language code='es-MX' voice='x'/><Parameter name='a' value='b'/></ConversationRelay></Connect>",
                "<Connect><Room participantIdentity='ana'>daily</Room></Connect>",
                "<Connect><VirtualAgent connectorName='x'><Config name='a' value='b'/></VirtualAgent></Connect>",
                "<Start><Stream url='wss://a.example' track='both_tracks'/></Start>",
                "<Start><Transcription statusCallbackUrl='/t' languageCode='es-MX'/></Start>",
                "<Start><Recording channels='dual' recordingStatusCallback='/r'/></Start>"
            })
    void valid_documents_have_no_warning(String verbs) throws InvalidTwiml {
        assertThat(warnings(verbs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Gather input='voice'/> | Value 'voice' of attribute 'input'",
                "<Start><Stream url='wss://a.example' track='all'/></Start> | Value 'all' of attribute 'track'",
                "<Connect><ConversationRelay url='wss://a.example' speed='2'/></Connect> | Attribute 'speed'",
                "<Connect><Room name='daily'/></Connect> | Attribute 'name'",
                "<Connect><VirtualAgent agent='x'/></Connect> | Attribute 'agent'",
                "<Dial><Application sid='AP'/></Dial> | Attribute 'sid'",
                "<Dial><Application><Number/></Application></Dial> | element 'Number'"
            })
    void anything_else_is_a_warning(String verbs, String warning) throws InvalidTwiml {
        assertThat(warnings(verbs)).singleElement().asString().contains(warning);
    }

    @Test
    void nothing_can_stand_before_the_xml_declaration() {
        assertThatThrownBy(() -> TwimlReader.read("\n<?xml version='1.0'?><Response/>"))
                .isInstanceOfSatisfying(
                        InvalidTwiml.class, e -> assertThat(e.code()).isEqualTo(12100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n <Response/>", "\uFEFF<?xml version='1.0'?><Response/>", "<Response/>\n"})
    void white_space_around_a_document_and_a_byte_order_mark_are_fine(String document) throws InvalidTwiml {
        assertThat(TwimlReader.read(document).name()).isEqualTo("Response");
    }
}
