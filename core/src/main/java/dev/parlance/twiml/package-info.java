/**
 * Instructions for Twilio: {@link dev.parlance.twiml.VoiceTwiml} answers a call, {@link dev.parlance.twiml.MessageTwiml} a
 * message. Both write bytes as you build them.
 *
 * <pre>{@code
 * VoiceTwiml.in(prompts.in("es-MX")).prompt("welcome").gather(gather -> gather.action("/key").digits(1).prompt("ask"));
 * MessageTwiml.reply("You said: hello");
 * }</pre>
 */
@NullMarked
package dev.parlance.twiml;

import org.jspecify.annotations.NullMarked;
