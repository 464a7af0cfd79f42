package dev.parlance.survey;

import dev.parlance.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores people as they are read. The store finds duplicates, so no list of everybody is in memory. Not thread-safe. */
final class RecipientImport implements RecipientSource.Receiver {
    private final CampaignStore campaigns;
    private final String shelf;
    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();
    private long added;
    private long rejected;

    RecipientImport(CampaignStore campaigns, String shelf, Instant now) {
        this.campaigns = campaigns;
        this.shelf = shelf;
        this.now = now;
    }

    @Override
    public void add(String file, int line, Campaign.Recipient person) {
        StoredRecipient stored = StoredRecipient.create(shelf, person, file, line, now);
        Optional<StoredRecipient> before = campaigns.save(stored) ? Optional.empty() : campaigns.reload(stored);
        if (before.isEmpty() || before.get().isFrom(file, line)) {
            added++;
        } else {
            String place = before.get().file() + ":" + before.get().line();
            reject(List.of(new Problem(file, line, "number", "is the same as in " + place)));
        }
    }

    @Override
    public void reject(List<Problem> problemsOfLine) {
        rejected++;
        problemsOfLine.forEach(this::problem);
    }

    @Override
    public void problem(Problem problem) {
        if (problems.size() < RecipientReport.MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    RecipientReport report() {
        return new RecipientReport(added, rejected, problems);
    }
}
