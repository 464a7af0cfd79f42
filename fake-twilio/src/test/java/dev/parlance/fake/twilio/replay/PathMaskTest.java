package dev.parlance.fake.twilio.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is left of a path after masking. */
class PathMaskTest {
    private final Masks masks = new Masks();
    private final PathMask paths = new PathMask(masks);

    @Test
    void a_path_keeps_what_the_documents_name() {
        String account = "AC" + "a1b2c3d4".repeat(4);
        String message = "SM" + "a1b2c3d4".repeat(4);
        assertThat(paths.of("GET", "api", "/2010-04-01/Accounts/" + account + "/Messages/" + message + ".json"))
                .isEqualTo("/2010-04-01/Accounts/" + masks.of(account) + "/Messages/" + masks.of(message) + ".json");
    }

    @Test
    void a_name_in_a_path_is_masked() {
        assertThat(paths.of("GET", "lookups", "/v2/PhoneNumbers/+14155550123"))
                .isEqualTo("/v2/PhoneNumbers/+14155550100");
        assertThat(paths.of("GET", "sync", "/v1/Services/Lovelace")).isEqualTo("/v1/Services/text-1");
    }

    @Test
    void an_unknown_path_is_masked_whole() {
        assertThat(paths.of("GET", "api", "/ada/lovelace")).isEqualTo("/text-1/text-2");
    }

    @Test
    void a_link_keeps_what_a_client_follows() {
        assertThat(paths.link("api", "/2010-04-01/Accounts/ada/Calls.json", "?Page=1&Ada=x&PageToken=ada%20lovelace"))
                .isEqualTo("/2010-04-01/Accounts/text-1/Calls.json?Page=1&text-2=text-3&PageToken=text-4");
    }
}
