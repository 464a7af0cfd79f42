package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.analysis.AnalysisProgress;
import dev.parlance.survey.results.Results;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for the first reading of all sessions, but so short that the page can show how far it is. */
record FirstReading(Results results) {
    private static final int TRIES = 15;
    private static final long PAUSE_MILLIS = 20;

    /** How far the reading is; empty if everything has been read. Waits for at most 0.3 seconds. */
    Optional<AnalysisProgress> progress() {
        AnalysisProgress progress = results.prepareAnalysis();
        for (int i = 0; i < TRIES && !progress.isReady() && pause(); i++) {
            progress = results.prepareAnalysis();
        }
        return progress.isReady() ? Optional.empty() : Optional.of(progress);
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

    /** Writes how many people have been read, and how many there are if the store knows that. */
    static void write(AnalysisProgress progress, ObjectNode json) {
        json.put("read", progress.read());
        progress.total().ifPresent(total -> json.put("total", Math.max(total, progress.read())));
    }
}
