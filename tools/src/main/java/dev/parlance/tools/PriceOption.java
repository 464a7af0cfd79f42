package dev.parlance.tools;

import picocli.CommandLine.Option;

/** What a segment of a text costs: Twilio's price in the United States in 2026, without the carriers' fees, unless it is told. */
final class PriceOption {
    @Option(
            names = "--segment-price",
            paramLabel = "DOLLARS",
            defaultValue = "0.0083",
            description = "What a segment of a text costs; ${DEFAULT-VALUE}.")
    private double segmentPrice;

    double dollars() {
        return segmentPrice;
    }
}
