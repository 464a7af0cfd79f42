package dev.parlance.survey;

import dev.parlance.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stores people as they are read. The store finds duplicates, so no list of everybody is in memory. Not thread-safe. */
final class RecipientImport implements RecipientSource.Receiver {
    private static final int BATCH = 500;

    private final CampaignStore campaigns;
    private final String shelf;
    private final Instant now;
    private final List<StoredRecipient> batch = new ArrayList<>();
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
        batch.add(StoredRecipient.create(shelf, person, file, line, now));
        if (batch.size() == BATCH) {
            saveBatch();
        }
    }

    private void saveBatch() {
        List<StoredRecipient> notSaved = campaigns.saveAll(batch);
        added += batch.size() - notSaved.size();
        batch.clear();
        for (StoredRecipient person : notSaved) {
            StoredRecipient before = campaigns.reload(person).orElse(person);
            if (before.isFrom(person.file(), person.line())) {
                added++;
            } else {
                String place = before.file() + ":" + before.line();
                reject(List.of(new Problem(person.file(), person.line(), "number", "is the same as in " + place)));
            }
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

    /** Saves the rest, and reports the problems by line. */
    RecipientReport report() {
        saveBatch();
        return new RecipientReport(added, rejected, problems.stream().sorted().toList());
    }
}
