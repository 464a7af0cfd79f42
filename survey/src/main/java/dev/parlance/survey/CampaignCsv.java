package dev.parlance.survey;

import dev.parlance.survey.internal.CsvCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the people of a campaign as CSV. */
record CampaignCsv(Campaign campaign) {
    void write(OutputStream out) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            row(writer, List.of("number", "result", "reason", "at", "until"));
            campaign.forEach(person -> row(writer, cells(person)));
            writer.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static List<String> cells(Campaign.RecipientResult person) {
        Optional<StartResult> result = person.result();
        return List.of(
                person.address().value(),
                result.map(known -> known.outcome().name()).orElse("WAITING"),
                result.map(StartResult::reason).orElse(""),
                text(person.at()),
                text(result.flatMap(StartResult::until)));
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("");
    }

    private static void row(Writer writer, List<String> cells) {
        try {
            writer.write(CsvCell.row(cells));
            writer.write("\r\n");
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("Could not write the people of a campaign", e);
    }
}
