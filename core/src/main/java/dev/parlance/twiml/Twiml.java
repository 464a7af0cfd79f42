package dev.parlance.twiml;

import java.nio.charset.StandardCharsets;

/**
 * A TwiML document: {@link VoiceTwiml} for a call, {@link MessageTwiml} for messages.
 *
 * <p>Each call appends to the document. You can render it at any time, as often as you want; each rendering contains the
 * whole document so far, and you can continue building afterwards. Not thread-safe.
 *
 * <p>Every text and attribute value is escaped. Characters that XML 1.0 forbids (control characters other than tab, line feed
 * and carriage return, unpaired surrogates, U+FFFE and U+FFFF) are dropped, because no escape would get them to Twilio.
 */
public sealed interface Twiml permits VoiceTwiml, MessageTwiml {
    /**
     * The document in UTF-8, with its XML declaration. Each call returns a new array.
     *
     * @throws TwimlException if an element is still open, or the document is longer than the 64 KB that Twilio accepts
     */
    byte[] toBytes();

    /** The document as text. */
    default String toXml() {
        return new String(toBytes(), StandardCharsets.UTF_8);
    }
}
