package dev.parlance.survey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.settings.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ShareLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(7));

    private final ShareLinks links = at(NOW, "secret");
    private final ShareLinks.Shared shared = new ShareLinks.Shared("visit", "language=es&answer.a=ñ", true, UNTIL);

    private static ShareLinks at(Instant now, String secret) {
        return new ShareLinks(Secret.of(secret), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void a_link_has_its_end_its_filter_and_its_rights() {
        assertThat(links.read("visit", links.token(shared))).contains(shared);
    }

    @Test
    void a_link_ends() {
        String token = links.token(shared);

        assertThat(at(UNTIL.minusSeconds(1), "secret").read("visit", token)).isPresent();
        assertThat(at(UNTIL, "secret").read("visit", token)).isEmpty();
    }

    @Test
    void a_link_of_another_survey_or_secret_is_invalid() {
        String token = links.token(shared);

        assertThat(links.read("order", token)).isEmpty();
        assertThat(at(NOW, "other").read("visit", token)).isEmpty();
    }

    @Test
    void a_changed_link_is_invalid() {
        String token = links.token(shared);
        String longer = (UNTIL.getEpochSecond() + 1) + token.substring(token.indexOf('.'));

        assertThat(links.read("visit", longer)).isEmpty();
        assertThat(links.read("visit", token.substring(1))).isEmpty();
        assertThat(links.read("visit", token + "a")).isEmpty();
        assertThat(links.read("visit", "")).isEmpty();
    }
}
