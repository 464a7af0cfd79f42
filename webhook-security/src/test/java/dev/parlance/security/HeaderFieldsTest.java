package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HeaderFieldsTest {
    @Test
    void fields_may_be_quoted_or_bare_with_names_in_any_case() {
        assertThat(HeaderFields.of("Realm=\"a, \\\"b\\\"\", qop=auth ,nc = 00000001;host=\"[::1]:80\""))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("realm", "a, \"b\"", "qop", "auth", "nc", "00000001", "host", "[::1]:80"));
    }

    @Test
    void the_first_field_of_a_name_counts_and_parsing_stops_at_a_malformed_one() {
        assertThat(HeaderFields.of("a=1, a=2, b=\"open, c=3")).containsExactlyEntriesOf(Map.of("a", "1"));
        assertThat(HeaderFields.of("")).isEmpty();
        assertThat(HeaderFields.of("=")).isEmpty();
        assertThat(HeaderFields.of("a=" + "x".repeat(5_000))).isEmpty();
    }

    @Test
    @Timeout(30)
    void any_header_is_parsed_quickly() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            String alphabet = "\"\\=,; ab";
            String header = random.ints(random.nextInt(4_200), 0, alphabet.length())
                    .mapToObj(i -> alphabet.substring(i, i + 1))
                    .collect(Collectors.joining());

            HeaderFields.of(header);
            HeaderFields.of("a=\"" + "\\a".repeat(random.nextInt(2_040)));
        }
    }
}
