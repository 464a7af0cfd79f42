package dev.parlance.settings;

import java.util.List;

/** Settings that are missing or wrong, all of them told at once, no value quoted. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    SettingsException(List<String> faults) {
        super("Settings are missing or wrong:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is missing or wrong, a sentence each. */
    public List<String> faults() {
        return faults;
    }
}
