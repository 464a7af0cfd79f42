package dev.parlance.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.outbound.Content.Button;
import dev.parlance.outbound.Content.Item;
import org.junit.jupiter.api.Test;

class ContentPreviewTest {
    @Test
    void buttons_are_below_the_words_and_samples_follow() {
        Content content = Content.quickReply("Hello {{1}}.\n\nReady?", Button.of("Yes", "y"), Button.of("No", "n"))
                .withName("ready")
                .withSample("1", "Ana");

        assertThat(content.preview()).isEqualTo("""
                ready (en)
                  | Hello {{1}}.
                  |
                  | Ready?
                  [ Yes ]
                  [ No ]
                  {{1}} is such as "Ana"
                """);
    }

    @Test
    void a_list_is_behind_its_button() {
        Content content = Content.list("¿Cuál?", "Elegir", Item.of("Té", "1"), new Item("Café", "2", "con leche"))
                .withName("drink")
                .withLanguage("es");

        assertThat(content.preview()).isEqualTo("""
                drink (es)
                  | ¿Cuál?
                  [ Elegir v ]
                    - Té
                    - Café (con leche)
                """);
    }
}
