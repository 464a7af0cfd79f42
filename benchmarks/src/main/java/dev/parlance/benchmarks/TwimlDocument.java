package dev.parlance.benchmarks;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import dev.parlance.twiml.VoiceTwiml;
import java.util.List;

/** The same three documents, each built in three ways. */
public enum TwimlDocument {
    /** One verb. */
    ANSWER("Thank you for your call. Goodbye.") {
        @Override
        VoiceTwiml parlance() {
            return VoiceTwiml.create().say(words);
        }

        @Override
        VoiceResponse sdk() {
            return new VoiceResponse.Builder()
                    .say(new Say.Builder(words).build())
                    .build();
        }

        @Override
        String byHand() {
            StringBuilder xml = new StringBuilder(HEAD);
            xml.append("<Say>").append(words).append("</Say></Response>");
            return xml.toString();
        }
    },

    /** A question: words inside a Gather, and a redirect if nobody answers. */
    QUESTION("How was our service? Press a key from 1 to 5, or say a number.") {
        @Override
        VoiceTwiml parlance() {
            return VoiceTwiml.create()
                    .gather(g -> g.action(ACTION)
                            .digits(1)
                            .speech()
                            .language("en-US")
                            .say(words))
                    .redirect(AGAIN);
        }

        @Override
        VoiceResponse sdk() {
            return new VoiceResponse.Builder()
                    .gather(new Gather.Builder()
                            .action(ACTION)
                            .numDigits(1)
                            .inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                            .language(Gather.Language.EN_US)
                            .say(new Say.Builder(words).build())
                            .build())
                    .redirect(new Redirect.Builder(AGAIN).build())
                    .build();
        }

        @Override
        String byHand() {
            StringBuilder xml = new StringBuilder(HEAD);
            xml.append("<Gather action=\"")
                    .append(ACTION)
                    .append("\" numDigits=\"")
                    .append(1)
                    .append("\" language=\"")
                    .append("en-US")
                    .append("\" input=\"dtmf speech\"><Say>")
                    .append(words)
                    .append("</Say></Gather><Redirect>")
                    .append(AGAIN)
                    .append("</Redirect></Response>");
            return xml.toString();
        }
    },

    /** Fifty verbs, each saying a line. */
    FIFTY_VERBS("Your order is on its way to you.") {
        @Override
        VoiceTwiml parlance() {
            VoiceTwiml document = VoiceTwiml.create();
            for (int i = 0; i < 50; i++) {
                document.say(words);
            }
            return document;
        }

        @Override
        VoiceResponse sdk() {
            VoiceResponse.Builder document = new VoiceResponse.Builder();
            for (int i = 0; i < 50; i++) {
                document.say(new Say.Builder(words).build());
            }
            return document.build();
        }

        @Override
        String byHand() {
            StringBuilder document = new StringBuilder(HEAD);
            for (int i = 0; i < 50; i++) {
                document.append("<Say>").append(words).append("</Say>");
            }
            return document.append("</Response>").toString();
        }
    };

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>";
    private static final String ACTION = "/voice/answer";
    private static final String AGAIN = "/voice/question";

    final String words;

    TwimlDocument(String words) {
        this.words = words;
    }

    abstract VoiceTwiml parlance();

    abstract VoiceResponse sdk();

    /** The lower limit: no checks, no escaping, no options. */
    abstract String byHand();
}
