package dev.parlance.survey.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.session.Session;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reading sessions of an earlier version. */
class EarlierFormatTest {
    private static final String SESSION = """
            {
              "format": 1, "survey": "coffee", "respondent": "+15005550006", "revision": "r",
              "person": {"language": "en", "languageKnown": true, "variables": {}, "seed": 1},
              "progress": {
                "disposition": "PARTIAL", "stage": "ASKING", "at": "why", "attempts": 0, "turn": 3, "channel": "VOICE",
                "path": ["taste"], "reacted": true, "askedTurn": 2, "started": "2026-05-13T12:00:00Z"
              },
              "answers": [{
                "question": "taste", "value": ["4"], "how": "KEYS", "confidence": 1.0, "language": "en", "attempt": 1,
                "at": "2026-05-13T12:00:10Z"
              }],
              "earlier": [], "transcripts": {}, "quotas": {}, "handled": [["CA0:1", "<Response/>"]], "events": [],
              "published": 0, "contact": {"reminders": 0, "calls": 1, "claim": "later:call"}
            }""";

    @Test
    void former_channel_names_are_converted() {
        Session session = SessionState.fromJson(SESSION);

        assertThat(session.channel()).isEqualTo("voice");
        assertThat(session.answers().get("taste").channel()).isEqualTo("voice");
        assertThat(SessionState.fromJson(session.toJson())).isEqualTo(session);
    }

    @Test
    void a_session_without_an_occasion_stays_without_one() {
        SessionState session = SessionState.fromJson(SESSION);

        assertThat(session.occasion()).isEmpty();
        SessionState visit = session.withOccasion(Optional.of("visit-17"));
        assertThat(SessionState.fromJson(visit.toJson())).isEqualTo(visit);
    }
}
