package dev.parlance.outbound;

import dev.parlance.Address;
import java.util.Optional;

/**
 * Somebody who takes part in a conversation.
 *
 * @param sid what the carrier calls this participation
 * @param identity the name of one who chats
 * @param address the number of one who texts
 * @param attributes what the application has noted of him, a JSON object
 */
public record Participant(String sid, Optional<String> identity, Optional<Address> address, String attributes) {
    /** The participation; never who it is. */
    @Override
    public String toString() {
        return "Participant[" + sid + "]";
    }
}
