package dev.parlance.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignedTextTest {
    private static final WebhookRequest POST = WebhookRequest.post("https://hooks.example.com/sms");

    @Test
    void parameters_are_sorted_and_each_pair_appears_once() {
        WebhookRequest request =
                POST.withForm("callSid", "d", "Sid", "b", "b", "", "SidX", "é", "Sid", "a", "Sid", "b", "CALLSID", "c");

        assertThat(new String(SignedText.of(request).after("https://example.com/x?q=1"), UTF_8))
                .isEqualTo("https://example.com/x?q=1" + "CALLSIDc" + "Sida" + "Sidb" + "SidXé" + "b" + "callSidd");
        assertThat(new String(SignedText.of(POST).after("é"), UTF_8)).isEqualTo("é");
    }

    @Test
    void names_are_sorted_by_code_point() {
        WebhookRequest request = POST.withForm("\ud83d\ude00", "1", "\uffee", "2", "z", "3");

        assertThat(new String(SignedText.of(request).after(""), UTF_8)).isEqualTo("z3" + "\uffee2" + "\ud83d\ude001");
    }

    @Test
    void for_any_names_the_text_matches_a_simple_sort() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            String[] form = new String[2 * random.nextInt(100)];
            for (int i = 0; i < form.length; i++) {
                form[i] = word(random);
            }

            assertThat(new String(SignedText.of(POST.withForm(form)).after("url"), UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(simplySorted(form));
        }
    }

    /** A word of few letters, so that names often match or share a prefix, up to and beyond eight bytes. */
    private static String word(Random random) {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(letter -> List.of("a", "b", "\0", "ñ").get(random.nextInt(9) > 0 ? 0 : letter))
                .collect(Collectors.joining());
    }

    private static String simplySorted(String... form) {
        Map<String, Set<String>> sorted = new TreeMap<>();
        for (int i = 0; i < form.length; i += 2) {
            sorted.computeIfAbsent(form[i], name -> new TreeSet<>()).add(form[i + 1]);
        }
        StringBuilder text = new StringBuilder("url");
        sorted.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        return text.toString();
    }
}
