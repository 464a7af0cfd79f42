package dev.parlance.survey.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.survey.Campaign;
import dev.parlance.survey.CampaignProgress;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.StartResult.Outcome;
import dev.parlance.survey.store.DocumentStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes run a campaign, and one of them is killed in the middle: everybody is contacted once. Use {@code
 * -Dcampaign.people=10000} for a long run.
 */
class EverybodyOnceTest {
    private static final int PEOPLE = Integer.getInteger("campaign.people", 400);

    @TempDir
    private Path folder;

    @Test
    void everybody_is_contacted_once_when_a_process_with_postgresql_is_killed() throws Exception {
        try (EmbeddedPostgres server = Postgres.start()) {
            runWithKill(server.getJdbcUrl("postgres", "postgres"));
        }
    }

    @Test
    void everybody_is_contacted_once_when_a_process_with_sqlite_is_killed() throws Exception {
        runWithKill(folder.resolve("surveys.db").toString());
    }

    private void runWithKill(String url) throws Exception {
        try (DocumentStore store = Node.store(url)) {
            long start = System.nanoTime();
            Campaign campaign = CampaignNode.create(store);
            List<Campaign.Recipient> everybody = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> new Campaign.Recipient(Address.of("+1500%07d".formatted(i)), Invitation.plain()))
                    .toList();
            assertThat(campaign.add(everybody).added()).isEqualTo(PEOPLE);
            campaign.start();
            long added = System.nanoTime();
            List<String> sent = new ArrayList<>();
            int interrupted;
            try (CampaignNode killed = CampaignNode.start(url, folder.resolve("killed"));
                    CampaignNode other = CampaignNode.start(url, folder.resolve("other"))) {
                killed.awaitReady();
                other.awaitReady();
                killed.go();
                other.go();
                killed.awaitSent(PEOPLE / 8);
                killed.kill();
                other.awaitEnd();
                sent.addAll(killed.sent());
                sent.addAll(other.sent());
                interrupted = CampaignNode.THREADS + killed.failures() + other.failures();
                System.out.printf(
                        "%s: %d people added in %d ms, contacted in %d ms, %d by the killed node, %d failures of the store: %s%n",
                        url.startsWith("jdbc:") ? "PostgreSQL" : "SQLite",
                        PEOPLE,
                        (added - start) / 1_000_000,
                        (System.nanoTime() - added) / 1_000_000,
                        killed.sent().size(),
                        interrupted - CampaignNode.THREADS,
                        CampaignNode.find(store).progress());
            }
            check(CampaignNode.find(store), sent, interrupted);
        }
    }

    /**
     * Checks that people whose contact was interrupted are unknown and were not contacted again, and all others were.
     *
     * @param interrupted how many contacts can have been interrupted, by the kill or because the store was not reached
     */
    private static void check(Campaign campaign, List<String> sent, int interrupted) {
        assertThat(sent).as("the texts").doesNotHaveDuplicates();
        Set<String> started = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        campaign.forEach(person -> {
            Outcome outcome = person.result().orElseThrow().outcome();
            (outcome == Outcome.STARTED ? started : unknown)
                    .add(person.address().value());
            assertThat(outcome).isIn(Outcome.STARTED, Outcome.UNKNOWN);
        });
        assertThat(started.size() + unknown.size()).isEqualTo(PEOPLE);
        assertThat(sent).containsAll(started);
        assertThat(unknown).hasSizeLessThanOrEqualTo(interrupted).containsAll(without(sent, started));
        CampaignProgress progress = campaign.progress();
        assertThat(progress.count(Outcome.STARTED)).isEqualTo(started.size());
        assertThat(progress.count(Outcome.UNKNOWN)).isEqualTo(unknown.size());
        assertThat(campaign.state()).isEqualTo(Campaign.State.FINISHED);
    }

    private static Set<String> without(List<String> sent, Set<String> started) {
        Set<String> others = new TreeSet<>(sent);
        others.removeAll(started);
        return others;
    }
}
