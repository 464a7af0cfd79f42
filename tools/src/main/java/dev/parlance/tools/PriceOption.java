package dev.parlance.tools;

import picocli.CommandLine.Option;

/** The price of a text segment. Default: Twilio's price in the United States in 2026, without carrier fees. */
final class PriceOption {
    @Option(
            names = "--segment-price",
            paramLabel = "DOLLARS",
            defaultValue = "0.0083",
            description = "Price of a text segment. Default: ${DEFAULT-VALUE}.")
    private double segmentPrice;

    double dollars() {
        return segmentPrice;
    }
}
