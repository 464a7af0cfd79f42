package dev.parlance.survey.pages;

import dev.parlance.survey.analysis.AnalysisProgress;
import dev.parlance.survey.results.Results;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for the first reading of all sessions, but not so long that a reader must wonder. */
record FirstReading(Results results) {
    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 20;

    /** How much has been read, from 0 to 1; empty if everything has. Waits for at most a second. */
    Optional<Double> progress() {
        AnalysisProgress progress = results.prepareAnalysis();
        for (int i = 0; i < TRIES && !progress.isReady() && pause(); i++) {
            progress = results.prepareAnalysis();
        }
        return progress.isReady() ? Optional.empty() : Optional.of(share(progress));
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** If the store does not know how many there are, half of them is a guess. */
    private static double share(AnalysisProgress progress) {
        long total = Math.max(progress.read(), progress.total().orElse(2 * progress.read() + 1));
        return total == 0 ? 0 : (double) progress.read() / total;
    }
}
