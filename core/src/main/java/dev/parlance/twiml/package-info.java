/**
 * Instructions for Twilio. Start with {@link dev.parlance.twiml.VoiceTwiml}, which answers a call, or
 * {@link dev.parlance.twiml.MessageTwiml}, which answers a message. Both write bytes as you build them.
 *
 * <pre>{@code
 * VoiceTwiml menu = VoiceTwiml.create()
 *         .gather(keys -> keys.digits(1).action("/choice").say("Press 1 for the opening hours."))
 *         .hangup();
 * MessageTwiml reply = MessageTwiml.reply("We open at nine.");
 * }</pre>
 */
@NullMarked
package dev.parlance.twiml;

import org.jspecify.annotations.NullMarked;
