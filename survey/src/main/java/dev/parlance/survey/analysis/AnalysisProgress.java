package dev.parlance.survey.analysis;

import java.util.OptionalLong;

/**
 * How far the sessions of a survey are read for analyses.
 *
 * @param read how many people have been read
 * @param total how many people there are, if the store knows it; it can be some more or less by now
 * @param isReady whether analyses need not wait
 */
public record AnalysisProgress(long read, OptionalLong total, boolean isReady) {}
