package dev.parlance.testkit.world;

import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.Parameters.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forms from other forms. */
public final class Forms {
    private Forms() {}

    /** Names and values in turn: those of a form, and more of them. */
    public static String[] with(Parameters form, String... more) {
        List<String> all = new ArrayList<>();
        for (Parameter parameter : form.entries()) {
            all.add(parameter.name());
            all.add(parameter.value());
        }
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }
}
