package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessengerSendersTest {
    @Test
    void a_number_is_short_for_a_sender_on_whatsapp() {
        MessengerSenders senders = new MessengerSenders(Optional.of("+15005550100"), Optional.of("MG1"));

        assertThat(senders.byChannel())
                .containsExactly(entry("rcs", "MG1"), entry("whatsapp", "whatsapp:+15005550100"));
        assertThat(MessengerSenders.NONE.byChannel()).isEmpty();
    }

    @Test
    void senders_belong_to_a_desk_or_to_a_survey_with_a_number_of_its_own() {
        DeskNames desks = DeskNames.of(Map.of("front", Set.of("coffee", "tea")));
        Set<String> folders = Set.of("coffee", "tea", "clinic");

        assertThat(desks.problemsOfSenders(Set.of("front", "clinic"), folders)).isEmpty();
        assertThat(desks.problemsOfSenders(Set.of("tea", "soup"), folders))
                .containsExactly(
                        "There are senders for \"soup\", but no such survey or desk; there are [clinic, front].",
                        "The survey \"tea\" is at the desk \"front\"; set the senders of the desk.");
    }
}
