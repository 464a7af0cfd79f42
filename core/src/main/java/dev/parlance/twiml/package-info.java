/**
 * What Twilio is told to do: {@link dev.parlance.twiml.VoiceTwiml} answers a call,
 * {@link dev.parlance.twiml.MessageTwiml} a message. Both are written into bytes as they are built.
 */
@NullMarked
package dev.parlance.twiml;

import org.jspecify.annotations.NullMarked;
