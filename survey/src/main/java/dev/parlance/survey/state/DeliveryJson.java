package dev.parlance.survey.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.session.Delivery;

/** What has become of a message, as events and results show it. */
public final class DeliveryJson {
    private DeliveryJson() {}

    /** Adds the fields. */
    public static void write(Delivery delivery, ObjectNode json) {
        json.put("sid", delivery.message())
                .put("status", delivery.status().toString())
                .put("channel", delivery.channel())
                .put("turn", delivery.turn());
        delivery.problem().ifPresent(problem -> {
            json.put("code", problem.code());
            if (!problem.meaning().isEmpty()) {
                json.put("reason", problem.meaning());
            }
        });
    }
}
