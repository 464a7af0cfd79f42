package dev.parlance.twiml;

import java.nio.charset.StandardCharsets;

/**
 * A document for Twilio to carry out: {@link VoiceTwiml} for a call, {@link MessageTwiml} for messages.
 *
 * <p>It is built by calls that append to it, and can be rendered at any time, as often as wanted: each rendering is
 * the whole document so far, and building may go on afterwards. A document belongs to one thread.
 *
 * <p>Two rules hold for every text and attribute value. What XML gives a meaning to is escaped. What XML 1.0 cannot
 * hold at all (control characters other than tab, line feed and carriage return, halves of surrogate pairs, U+FFFE
 * and U+FFFF) is dropped, for no spelling of it would reach Twilio.
 */
public sealed interface Twiml permits VoiceTwiml, MessageTwiml {
    /**
     * The document in UTF-8, with its XML declaration, in an array of its own.
     *
     * @throws TwimlException if an element is still open, or the document is longer than the 64 KB that Twilio takes
     */
    byte[] toBytes();

    /** The same document as text. */
    default String toXml() {
        return new String(toBytes(), StandardCharsets.UTF_8);
    }
}
