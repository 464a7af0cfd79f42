package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The file {@code parlance-survey-replies/xx.txt} of a language. It is read when the first reply in its language needs it. */
final class LexiconFile {
    private static final String FOLDER = "/parlance-survey-replies/";
    private static final Map<String, SenseTable> BY_LANGUAGE = new ConcurrentHashMap<>();

    private LexiconFile() {}

    /** The expressions of a language's file; empty if there is no such file. */
    static SenseTable of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, LexiconFile::load);
    }

    private static SenseTable load(String language) {
        String file = language + ".txt";
        SenseTable table = new SenseTable();
        try (@Nullable InputStream stream = LexiconFile.class.getResourceAsStream(FOLDER + file)) {
            if (stream != null) {
                read(stream, file, table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + file + " can't be read", e);
        }
        return table;
    }

    /** Reads sections like {@code [around]}, with expressions separated by commas; a value follows an equals sign. */
    private static void read(InputStream stream, String file, SenseTable table) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        Sense section = Sense.AROUND;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = line.strip();
            String place = file + ":" + number;
            if (text.startsWith("[") && text.endsWith("]")) {
                String name = text.substring(1, text.length() - 1);
                section = Sense.ofSection(name)
                        .orElseThrow(() -> new IllegalStateException(place + ": there is no section [" + name + "]"));
            } else if (!text.startsWith("#")) {
                for (String entry : Words.split(text)) {
                    add(entry, section, place, table);
                }
            }
        }
    }

    private static void add(String entry, Sense section, String place, SenseTable table) {
        int equals = entry.lastIndexOf('=');
        if (equals < 0) {
            table.add(entry, section, BigDecimal.ZERO, place);
        } else {
            table.add(
                    entry.substring(0, equals),
                    section,
                    new BigDecimal(entry.substring(equals + 1).strip()),
                    place);
        }
    }
}
