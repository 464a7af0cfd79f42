/**
 * Instructions for Twilio: {@link dev.parlance.twiml.VoiceTwiml} answers a call, {@link dev.parlance.twiml.MessageTwiml} a
 * message. Both write bytes as you build them.
 */
@NullMarked
package dev.parlance.twiml;

import org.jspecify.annotations.NullMarked;
