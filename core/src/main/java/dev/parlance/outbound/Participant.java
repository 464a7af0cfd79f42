package dev.parlance.outbound;

import dev.parlance.Address;
import java.util.Optional;

/**
 * A participant in a conversation.
 *
 * @param sid the participant's SID
 * @param identity the chat identity of a participant who chats
 * @param address the number of a participant who texts
 * @param attributes your application's data about the participant, as a JSON object
 */
public record Participant(String sid, Optional<String> identity, Optional<Address> address, String attributes) {
    /** The SID only, never the identity or the address. */
    @Override
    public String toString() {
        return "Participant[" + sid + "]";
    }
}
