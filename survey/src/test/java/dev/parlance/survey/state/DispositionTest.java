package dev.parlance.survey.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.session.Disposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispositionTest {
    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED,HEARD,STARTED",
        "NOT_STARTED,GIVEN_UP,UNREACHABLE",
        "STARTED,ANSWERED_ENOUGH,PARTIAL",
        "STARTED,GIVEN_UP,BROKE_OFF",
        "PARTIAL,GIVEN_UP,PARTIAL",
        "PARTIAL,STOPPED,OPTED_OUT",
        "PARTIAL,ENDED,COMPLETED",
        "STARTED,SCREENED,SCREENED_OUT",
        "STARTED,DECLINED,REFUSED",
        "COMPLETED,STOPPED,COMPLETED",
        "COMPLETED,HEARD,COMPLETED",
        "REFUSED,HEARD,REFUSED",
        "OPTED_OUT,HEARD,OPTED_OUT",
        "OPTED_OUT,RETURNED,STARTED",
        "UNREACHABLE,HEARD,STARTED"
    })
    void a_happening_leads_from_one_disposition_to_another(Disposition from, Transition transition, Disposition to) {
        assertThat(transition.from(from)).isEqualTo(to);
    }
}
