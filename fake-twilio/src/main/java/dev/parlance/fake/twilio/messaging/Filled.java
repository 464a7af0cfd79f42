package dev.parlance.fake.twilio.messaging;

import dev.parlance.fake.twilio.content.Interactive;
import dev.parlance.fake.twilio.world.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A content resource as one message shows it on one channel.
 *
 * @param type the type that is sent; empty if the channel takes none of them
 * @param knowsAllVariables whether the content has a placeholder for each given value
 */
record Filled(
        Resource content,
        Optional<RichType> type,
        String body,
        List<String> media,
        Interactive interactive,
        boolean knowsAllVariables) {}
