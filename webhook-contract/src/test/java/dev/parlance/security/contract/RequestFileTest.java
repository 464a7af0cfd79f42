package dev.parlance.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestFileTest {
    private final List<ContractRequest> requests = RequestFile.read();

    @Test
    void names_are_unique() {
        assertThat(requests).hasSizeGreaterThan(60);
        assertThat(requests).extracting(ContractRequest::name).doesNotHaveDuplicates();
    }

    @Test
    void no_request_repeats_another_by_accident() {
        assertThat(requests)
                .extracting(request ->
                        request.sent().method() + " " + request.sent().target())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_setup_has_requests_that_are_accepted_and_refused() {
        for (ContractSetup setup : ContractSetup.values()) {
            assertThat(requests)
                    .filteredOn(request -> request.setups().contains(setup))
                    .as("%s", setup)
                    .extracting(request -> request.expected().status())
                    .contains(200, 403);
        }
    }

    @Test
    void escapes_are_bytes_and_repetitions() {
        assertThat(Escapes.bytes("a\\xFF\\{b 3}")).containsExactly('a', 0xFF, 'b', 'b', 'b');
    }
}
